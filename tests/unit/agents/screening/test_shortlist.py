from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

import invented
from agents.scorecard import MUST_HAVE_CAP, score
from agents.screening.moves import moves
from agents.screening.ratings import Assessed, requirement_key, unrated, weighed
from agents.screening.shortlist import shortlist
from agents.screening.weighing import MOST_WEIGHT, Change, added, changed, set_by_hand
from records.assessment import Rating, Verdict
from records.posting import Requirement

OWN = invented.posting().requirements
VERDICTS = st.sampled_from(["met", "partial", "not_met", "not_stated"])
TRIPLES = st.tuples(VERDICTS, VERDICTS, VERDICTS)


def assessed(
    ordinal: int, verdicts: tuple[Verdict, Verdict, Verdict], further: dict[str, Rating] | None = None
) -> Assessed:
    return Assessed(ordinal, f"{ordinal}.pdf", f"Sample {ordinal}", invented.assessment("en", verdicts), further or {})


def batch(triples: Sequence[tuple[Verdict, Verdict, Verdict]]) -> list[Assessed]:
    return [assessed(n, verdicts) for n, verdicts in enumerate(triples, start=1)]


@given(st.lists(TRIPLES, max_size=12))
def test_everyone_is_on_it_once_best_first(triples: list[tuple[Verdict, Verdict, Verdict]]) -> None:
    places = shortlist(batch(triples))

    assert sorted(place.ordinal for place in places) == list(range(1, len(triples) + 1))
    assert [place.score for place in places] == sorted((place.score for place in places), reverse=True)


@given(st.lists(TRIPLES, max_size=12), st.randoms())
def test_the_order_in_which_results_come_changes_nothing(
    triples: list[tuple[Verdict, Verdict, Verdict]], chance: random.Random
) -> None:
    there = batch(triples)
    shuffled = list(there)
    chance.shuffle(shuffled)

    assert shortlist(shuffled) == shortlist(there)


def test_equal_scores_share_a_rank_and_the_next_one_counts_on() -> None:
    places = shortlist(batch([("met", "met", "met"), ("met", "met", "met"), ("partial", "met", "met")]))

    assert [place.rank for place in places] == [1, 1, 3]


@given(
    TRIPLES,
    st.lists(st.floats(0, 10), min_size=3, max_size=3).filter(any),
    st.lists(st.booleans(), min_size=3, max_size=3),
)
def test_a_score_under_other_weights_is_what_these_weights_give(
    triple: tuple[Verdict, Verdict, Verdict], weights: list[float], musts: list[bool]
) -> None:
    then = set_by_hand(
        OWN, dict(zip(["R1", "R2", "R3"], weights, strict=True)), dict(zip(["R1", "R2", "R3"], musts, strict=True))
    )

    (place,) = shortlist(batch([triple]), then)

    anew = [
        Rating.of(r, old.verdict, old.evidence, old.comment)
        for r, old in zip(then, invented.assessment("en", triple).ratings, strict=True)
    ]
    assert place.score == score(anew)


def test_a_must_have_that_is_missing_caps_the_score() -> None:
    then = changed(OWN, [Change("R3", "must")])

    (place,) = shortlist(batch([("met", "met", "not_stated")]), then)

    assert place.score <= MUST_HAVE_CAP
    assert place.must_haves == (2, 3)


def test_what_does_not_matter_neither_adds_nor_caps() -> None:
    then = changed(OWN, [Change("R1", "ignore")])

    (place,) = shortlist(batch([("not_met", "met", "met")]), then)

    assert place.must_haves == (1, 1)
    assert place.score == shortlist([assessed(1, ("met", "met", "met"))], then)[0].score


def test_moves_name_who_moved_and_the_requirement_that_did_it() -> None:
    there = batch([("partial", "met", "met"), ("met", "met", "not_stated")])
    before, after = shortlist(there), shortlist(there, changed(OWN, [Change("R3", "must")]))

    found = moves(before, after)

    assert [move.ordinal for move in found if move.missing] == [2]
    assert next(move for move in found if move.ordinal == 2).missing == ("R3",)
    assert {move.ordinal: (move.rank_before, move.rank) for move in found}[2] == (1, 2)


def test_nobody_moves_where_nothing_changed() -> None:
    there = batch([("met", "partial", "met"), ("met", "met", "not_stated")])

    assert moves(shortlist(there), shortlist(there, OWN)) == ()


def test_a_requirement_that_was_added_is_unrated_until_someone_rates_it() -> None:
    then = added(OWN, "Terraform")
    new = then[-1]
    rating = Rating.of(new, "met", (), "")

    assert new.id == "R4"
    assert unrated(assessed(1, ("met", "met", "met")), then) == (new,)
    rated = assessed(1, ("met", "met", "met"), {requirement_key(new): rating})
    assert unrated(rated, then) == ()
    assert [one.requirement for one in weighed(rated, then)] == ["R1", "R2", "R3", "R4"]


def test_a_requirement_whose_words_changed_is_another_one() -> None:
    then = (OWN[0].model_copy(update={"text": "Python and Rust in production"}), *OWN[1:])

    assert unrated(assessed(1, ("met", "met", "met")), then) == (then[0],)


def test_weights_set_by_hand_stay_on_the_scale() -> None:
    then: tuple[Requirement, ...] = set_by_hand(OWN, {"R1": 99.0, "R2": -1.0}, {"R3": True})

    assert [r.weight for r in then] == [MOST_WEIGHT, 0.0, 1]
    assert [r.necessity for r in then] == ["must", "must", "must"]
