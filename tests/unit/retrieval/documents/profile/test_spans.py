from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from retrieval.documents.profile.dates import Moment, Period, periods_in
from retrieval.documents.profile.spans import merged, months_covered

TODAY = date(2026, 11, 20)


def test_overlapping_periods_count_once_and_gaps_not_at_all() -> None:
    periods = [*periods_in("2019.01-2019.12"), *periods_in("2019.07-2020.06"), *periods_in("2022.01-2022.06")]

    assert months_covered(periods, TODAY) == 24


def test_a_current_period_ends_today_and_the_future_does_not_count() -> None:
    assert months_covered(periods_in("2026.01 - 至今"), TODAY) == 11
    assert months_covered(periods_in("2027.01 - 2028.01"), TODAY) == 0


def test_years_without_months_count_their_difference() -> None:
    assert months_covered(periods_in("2017-2020"), TODAY) == 36


periods = st.builds(
    lambda start, length: Period(
        Moment(2000 + start // 12, start % 12 + 1),
        Moment(2000 + (start + length) // 12, (start + length) % 12 + 1),
        False,
        0,
        0,
    ),
    st.integers(0, 200),
    st.integers(0, 100),
)


@given(st.lists(periods, max_size=6), periods)
def test_one_more_job_never_shortens_experience_nor_adds_more_than_itself(jobs: list[Period], job: Period) -> None:
    before, after = months_covered(jobs, TODAY), months_covered([*jobs, job], TODAY)

    assert before <= after <= before + months_covered([job], TODAY)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8))
def test_merged_spans_hold_the_same_months_and_neither_touch_nor_overlap(spans: list[tuple[int, int]]) -> None:
    union = merged(spans)

    assert {m for first, last in union for m in range(first, last)} == {m for f, n in spans for m in range(f, n)}
    assert all(before[1] < after[0] for before, after in pairwise(union))
