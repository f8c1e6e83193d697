from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.scorecard import (
    CREDIT,
    MUST_HAVE_CAP,
    SAID_ONCE,
    credit,
    decision,
    exact_score,
    missing_must_haves,
    score,
    severity,
    share_met,
)
from records.assessment import Evidence, Rating, Verdict
from records.posting import Necessity, RequirementKind

PLACE = Evidence(first_line=1, last_line=1, page=1, quote="x")


def rating(
    verdict: Verdict, must: bool = False, weight: float = 1, places: int = 3, kind: RequirementKind = "skill"
) -> Rating:
    necessity: Necessity = "must" if must else "nice"
    return Rating(
        requirement="R1",
        text="x",
        kind=kind,
        necessity=necessity,
        weight=weight,
        verdict=verdict,
        evidence=(PLACE,) * places,
    )


RATINGS = st.lists(
    st.builds(
        rating,
        verdict=st.sampled_from(get_args(Verdict)),
        must=st.booleans(),
        weight=st.floats(min_value=0.01, max_value=100),
        places=st.integers(0, 5),
        kind=st.sampled_from(get_args(RequirementKind)),
    ),
    min_size=1,
    max_size=12,
)


@given(RATINGS)
def test_a_score_is_always_between_1_and_10_with_one_decimal(ratings: list[Rating]) -> None:
    assert 1.0 <= score(ratings) <= 10.0
    assert score(ratings) == round(score(ratings), 1)


@given(RATINGS)
def test_with_a_missing_must_have_no_score_is_above_the_cap(ratings: list[Rating]) -> None:
    assert score([*ratings, rating("not_stated", must=True)]) <= MUST_HAVE_CAP
    assert decision([*ratings, rating("not_met", must=True)]) in ("maybe", "no")


@given(RATINGS)
def test_the_order_of_the_ratings_does_not_matter(ratings: list[Rating]) -> None:
    assert exact_score(ratings) == pytest.approx(exact_score(ratings[::-1]))


@given(RATINGS, st.floats(min_value=0.1, max_value=10))
def test_only_the_proportion_of_the_weights_matters(ratings: list[Rating], factor: float) -> None:
    heavier = [r.model_copy(update={"weight": r.weight * factor}) for r in ratings]

    assert exact_score(heavier) == pytest.approx(exact_score(ratings))


@given(RATINGS, st.data())
def test_a_better_verdict_never_lowers_the_score(ratings: list[Rating], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(ratings) - 1))
    better = [*ratings[:at], ratings[at].model_copy(update={"verdict": "met"}), *ratings[at + 1 :]]

    assert exact_score(better) >= exact_score(ratings) - 1e-9


@pytest.mark.parametrize(
    ("verdict", "points"), [("met", 10.0), ("partial", 5.5), ("not_met", 1.0), ("not_stated", 1.0)]
)
def test_the_ends_of_the_scale(verdict: Verdict, points: float) -> None:
    assert score([rating(verdict)]) == points


def test_a_must_have_met_in_part_does_not_cap() -> None:
    assert missing_must_haves([rating("partial", must=True)]) == ()
    assert score([rating("partial", must=True), rating("met", weight=99)]) > MUST_HAVE_CAP


def test_candidates_who_lack_a_must_have_keep_their_order() -> None:
    missing = rating("not_stated", must=True)

    assert score([missing, rating("met"), rating("met")]) > score([missing, rating("met"), rating("not_met")])


@pytest.mark.parametrize(("places", "worth"), [(0, 0.8), (1, 0.8), (2, 0.9), (3, 1.0), (9, 1.0)])
def test_a_skill_counts_in_full_only_where_three_places_show_it(places: int, worth: float) -> None:
    assert credit(rating("met", places=places)) == worth


@pytest.mark.parametrize("kind", sorted(SAID_ONCE))
def test_a_degree_a_certificate_and_a_language_need_to_be_said_once(kind: RequirementKind) -> None:
    assert credit(rating("met", places=1, kind=kind)) == CREDIT["met"]


def test_the_share_is_weighted() -> None:
    assert share_met([rating("met", weight=3), rating("not_met", weight=1)]) == 0.75


def test_no_ratings_give_no_score() -> None:
    with pytest.raises(ValueError, match="no ratings"):
        exact_score([])


@pytest.mark.parametrize(
    ("share", "decided"),
    [(1.0, "strong_yes"), (0.84, "strong_yes"), (0.67, "yes"), (0.66, "maybe"), (0.45, "maybe"), (0.43, "no")],
)
def test_a_decision_follows_the_score_that_people_see(share: float, decided: str) -> None:
    ratings = [rating("met", weight=share), rating("not_met", weight=1.0000001 - share)]

    assert decision(ratings) == decided


@pytest.mark.parametrize(
    ("verdict", "must", "grade"),
    [
        ("met", True, None),
        ("not_met", True, "blocking"),
        ("not_stated", True, "major"),
        ("partial", True, "minor"),
        ("not_met", False, "minor"),
    ],
)
def test_how_much_a_gap_weighs(verdict: Verdict, must: bool, grade: str | None) -> None:
    assert severity(rating(verdict, must)) == grade
