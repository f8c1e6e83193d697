"""The line drawn from labelled pairs, and the laws that it keeps."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.calibration import LEAST, LINES, Calibration, Judged, calibrated, curve, wilson_lower
from records.errors import CalibrationError, OneLabelOnly, PrecisionUnreachable, TooFewPairs

cosines = st.integers(-2_000, 10_000).map(lambda n: n / 10_000)
judged_pairs = st.lists(st.builds(Judged, cosines, st.booleans()), max_size=120)
precisions = st.integers(1, 100).map(lambda n: n / 100)


def drawn(pairs: list[Judged], precision: float) -> Calibration | type[CalibrationError]:
    try:
        return calibrated(pairs, precision)
    except CalibrationError as error:
        return type(error)


def pairs_of(*groups: tuple[float, bool, int]) -> list[Judged]:
    return [Judged(cosine, belongs) for cosine, belongs, times in groups for _ in range(times)]


APART = pairs_of((0.7, True, 20), (0.2, False, 20))


def test_the_lowest_line_that_reaches_the_precision_is_drawn() -> None:
    assert calibrated(APART, 0.9).chosen.line == 0.21


def test_a_pair_on_the_line_is_strong() -> None:
    pairs = pairs_of((0.46, True, 20), (0.45, False, 20))

    chosen = calibrated(pairs, 1.0).chosen

    assert (chosen.line, chosen.strong, chosen.recall) == (0.46, 20, 1.0)


def test_a_lower_line_is_taken_where_less_is_asked() -> None:
    pairs = pairs_of((0.7, True, 20), (0.5, False, 10), (0.3, False, 30))

    assert [calibrated(pairs, asked).chosen.line for asked in (0.3, 0.6, 0.9)] == [0.0, 0.31, 0.51]


@pytest.mark.parametrize("belongs", [True, False])
def test_pairs_of_one_label_are_refused(belongs: bool) -> None:
    with pytest.raises(OneLabelOnly):
        calibrated(pairs_of((0.5, belongs, 100)), 0.8)


@pytest.mark.parametrize(("matching", "others"), [(0, 0), (LEAST - 1, 500), (500, LEAST - 1)])
def test_too_few_pairs_of_a_label_are_refused_with_the_number_that_is_needed(matching: int, others: int) -> None:
    with pytest.raises(TooFewPairs, match=f"at least {LEAST}|{matching}"):
        calibrated(pairs_of((0.7, True, matching), (0.2, False, others)), 0.8)


def test_an_unreachable_precision_is_refused_with_the_best_that_could_be_had() -> None:
    pairs = pairs_of((0.7, True, 30), (0.7, False, 10), (0.2, False, 20))

    with pytest.raises(PrecisionUnreachable) as told:
        calibrated(pairs, 0.9)

    assert told.value.facts == {"asked": "90%", "best": "75.0%", "line": "0.21"}


def test_a_line_with_hardly_a_pair_above_it_is_not_drawn_however_right_they_are() -> None:
    pairs = pairs_of((0.9, True, LEAST - 1), (0.5, True, 10), (0.5, False, 40))

    with pytest.raises(PrecisionUnreachable):
        calibrated(pairs, 0.8)


@pytest.mark.parametrize(("right", "of", "expected"), [(5, 5, 0.5655), (10, 10, 0.7225), (81, 100, 0.7222), (0, 9, 0)])
def test_few_cases_vouch_for_less_than_they_show(right: int, of: int, expected: float) -> None:
    assert wilson_lower(right, of) == pytest.approx(expected, abs=1e-4)


@given(st.integers(1, 2_000), st.data())
def test_the_lower_bound_never_lies_above_the_share(of: int, data: st.DataObject) -> None:
    right = data.draw(st.integers(0, of))

    assert 0 <= wilson_lower(right, of) <= right / of


@given(judged_pairs, precisions, precisions)
def test_raising_the_precision_never_lowers_the_line(pairs: list[Judged], one: float, another: float) -> None:
    low, high = drawn(pairs, min(one, another)), drawn(pairs, max(one, another))

    if isinstance(high, Calibration):
        assert isinstance(low, Calibration)
        assert low.chosen.line <= high.chosen.line


@given(judged_pairs, precisions, st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_does_not_matter(pairs: list[Judged], asked: float, chance: random.Random) -> None:
    shuffled = list(pairs)
    chance.shuffle(shuffled)

    assert drawn(shuffled, asked) == drawn(pairs, asked)
    assert curve(shuffled) == curve(pairs)


@given(judged_pairs)
def test_what_is_said_of_a_line_is_what_counting_anew_gives(pairs: list[Judged]) -> None:
    for point in curve(pairs):
        above = [pair for pair in pairs if pair.cosine >= point.line]
        right = sum(pair.belongs for pair in above)
        belonging = sum(pair.belongs for pair in pairs)
        assert (point.strong, point.right) == (len(above), right)
        assert point.precision == (right / len(above) if above else 0)
        assert point.recall == (right / belonging if belonging else 0)


@given(judged_pairs, precisions)
def test_a_line_that_is_drawn_reaches_what_was_asked_and_none_below_it_does(pairs: list[Judged], asked: float) -> None:
    found = drawn(pairs, asked)

    if isinstance(found, Calibration):
        below = [point for point in curve(pairs) if point.line < found.chosen.line and point.strong >= LEAST]
        assert found.chosen.precision >= asked
        assert all(point.precision < asked for point in below)


def test_the_curve_has_a_point_for_every_line_of_the_slider() -> None:
    points = curve(APART)

    assert tuple(point.line for point in points) == LINES
    assert (points[0].line, points[-1].line, len(points)) == (0, 1, 101)
