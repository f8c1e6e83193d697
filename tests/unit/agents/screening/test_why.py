from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import invented
from agents.screening.naming import Named
from agents.screening.ratings import Assessed
from agents.screening.shortlist import Place, shortlist
from agents.screening.weighing import set_by_hand
from agents.screening.why import Why, asks_why, neighbour, why, why_asked
from agents.screening.why_told import why_told
from agents.words import evidence_words
from records.assessment import Evidence, Rating
from records.language import Language
from unit.agents.screening.listed import MET, in_order, places

OWN = invented.posting().requirements
VERDICTS = st.sampled_from(["met", "partial", "not_met", "not_stated"])
TEN = in_order("Avery Samplewood", "张三", "李四", "Robin Fictum", "王小明", "Ann Fictum", "Zhang Wei")


@st.composite
def ratings(draw: st.DrawFn) -> tuple[Rating, ...]:
    """Any verdicts with up to four places behind them; not every requirement needs to be rated."""
    line = Evidence(first_line=1, last_line=1, page=1, quote="A line")
    rated = [Rating.of(r, draw(VERDICTS), (line,) * draw(st.integers(0, 4)), "") for r in OWN]
    return tuple(rated[: draw(st.integers(1, 3))])


def assessed(n: int, rated: tuple[Rating, ...]) -> Assessed:
    return Assessed(n, f"{n}.pdf", f"Sample {n}", invented.assessment().model_copy(update={"ratings": rated}), {})


@given(
    ratings(),
    ratings(),
    st.lists(st.floats(0.01, 10), min_size=3, max_size=3),
    st.lists(st.booleans(), min_size=3, max_size=3),
)
def test_the_differences_and_the_cap_are_together_the_difference_of_the_exact_scores(
    some: tuple[Rating, ...], others: tuple[Rating, ...], weights: list[float], musts: list[bool]
) -> None:
    ids = [r.id for r in OWN]
    then = set_by_hand(OWN, dict(zip(ids, weights, strict=True)), dict(zip(ids, musts, strict=True)))
    higher, lower = shortlist([assessed(1, some), assessed(2, others)], then)

    found = why(lower, higher)

    told = sum(one.points for one in found.differences) + (found.cap.points if found.cap else 0)
    assert told == pytest.approx(higher.exact - lower.exact, abs=1e-9)
    assert found.higher.exact >= found.lower.exact


@given(ratings(), ratings(), st.sampled_from(["zh", "en"]))
def test_the_points_in_words_add_up_to_the_difference_in_words(
    some: tuple[Rating, ...], others: tuple[Rating, ...], language: Language
) -> None:
    higher, lower = shortlist([assessed(1, some), assessed(2, others)])

    opening, *lines = why_told(why(lower, higher), language, lambda *_: "")

    points = [float(line[0]) for line in (re.findall(r"[+-]\d+\.\d\d(?= 分$|$)", line) for line in lines) if line]
    gap = re.search(r"(\d+\.\d\d) (?:分。|points ahead|apart)", opening)
    assert gap
    assert sum(points) == pytest.approx(float(gap[1]), abs=1e-6)


def test_the_requirement_that_made_the_difference_comes_first_with_both_ratings() -> None:
    higher, lower = places({"Ann": MET, "Bo": ("not_stated", "met", "met")})

    found = why(lower, higher)

    first = found.differences[0]
    assert first.requirement == "R1"
    assert (first.lower, first.higher) == (lower.ratings[0], higher.ratings[0])
    assert found.cap is not None
    assert [rating.requirement for rating in found.cap.lower] == ["R1"]
    assert found.cap.higher == ()
    assert found.cap.points > 0


def test_where_no_must_have_is_missing_no_cap_is_told() -> None:
    higher, lower = places({"Ann": MET, "Bo": ("met", "met", "not_stated")})

    assert why(lower, higher).cap is None


@pytest.mark.parametrize(
    ("question", "lower", "higher", "mistaken"),
    [
        ("why is Robin below Avery?", 4, 1, False),
        ("why is Avery below Robin?", 4, 1, True),
        ("为什么李四排在张三后面？", 3, 2, False),
        ("为什么张三排在李四后面？", 3, 2, True),
        ("为什么李四不如张三", 3, 2, False),
        ("why is #4 not higher?", 4, 3, False),
        ("why is Robin on rank 4?", 4, 3, False),
        ("why is Robin ranked 4th?", 4, 3, False),
        ("为什么王小明排第五", 5, 4, False),
        ("why isn't Robin in the top two?", 4, 2, False),
        ("为什么王小明没进前三", 5, 3, False),
        ("why is #1 first?", 2, 1, False),
        ("why is Zhang ranked higher than Ann?", 7, 6, True),
        ("why is Robin below the 3rd?", 4, 3, False),
    ],
)
def test_a_question_names_whom_to_hold_against_whom(question: str, lower: int, higher: int, mistaken: bool) -> None:
    found = why_asked(question, TEN)

    assert asks_why(question)
    assert not isinstance(found, Named)
    assert [(one.lower.rank, one.higher.rank, one.mistaken) for one in found] == [(lower, higher, mistaken)]


def test_several_are_held_against_the_last_one_named() -> None:
    found = why_asked("why are #5 and #6 below #2?", TEN)

    assert not isinstance(found, Named)
    assert [(one.lower.rank, one.higher.rank) for one in found] == [(5, 2), (6, 2)]


@pytest.mark.parametrize("question", ["why is Bob Stranger below Avery?", "why is #99 so low?", "why is it below?"])
def test_whoever_cannot_be_found_is_told_instead(question: str) -> None:
    assert isinstance(why_asked(question, TEN), Named)


@pytest.mark.parametrize("question", ["why only 6?", "Who is below 5 points?", "why Kubernetes?", "比较张三和李四"])
def test_other_questions_ask_for_no_place(question: str) -> None:
    assert not asks_why(question)


def test_one_alone_is_held_against_the_rank_above_not_against_whom_it_shares_its_own_with() -> None:
    best, tied, other = places({"Ann": MET, "Bo": ("met", "met", "not_stated"), "Cy": ("met", "met", "not_stated")})

    assert neighbour(other, [best, tied, other]) == best
    assert neighbour(best, [best, tied, other]) == tied
    assert neighbour(best, [best]) is None


def cited(_: Place, evidence: Sequence[Evidence]) -> str:
    return f"[{evidence_words(evidence, 'en')}]"


def told(found: Why, language: Language) -> list[str]:
    return list(why_told(found, language, cited))


def test_the_reasons_are_told_in_both_languages() -> None:
    higher, lower = places({"Ann": MET, "Bo": ("not_stated", "met", "met")})
    found = why(lower, higher, "above")

    english, chinese = told(found, "en"), told(found, "zh")

    assert english[0].startswith("It is the other way round: **Ann** (rank 1, ")
    assert english[1].startswith("R1 (must-have) Python in production: Ann met [lines 4–5]; Bo not stated: +")
    assert english[2].startswith("Bo lacks a must-have (R1), so the scale ends at 6.9 instead of 10: +")
    assert chinese[0].startswith("实际名次与提问相反：**Ann**（第 1 名，")
    assert chinese[1].startswith("R1（必备）Python in production：Ann满足[lines 4–5]，Bo未提及：+")
    assert chinese[2].startswith("Bo缺少必备要求（R1），满分按 6.9 折算：+")


def test_candidates_of_different_postings_are_said_to_be_so() -> None:
    higher, lower = places({"Ann": MET, "Bo": ("not_stated", "met", "met")})
    elsewhere: Any = {name: getattr(lower, name) for name in Place.__slots__} | {"posting": "other-1"}

    lines = told(why(Place(**elsewhere), higher), "en")

    assert lines[1].startswith("They are assessed for different postings (backend-1, other-1)")


def test_two_who_score_alike_everywhere_are_said_to() -> None:
    first, second = places({"Ann": MET, "Bo": MET})

    opening, line = told(why(second, first, "below"), "en")

    assert opening.startswith(f"Neither is ahead: **Ann** and **Bo** share rank 1 with {first.score:.1f}; ")
    assert line == ("They score the same on every requirement and stand in the order in which their files came.")
