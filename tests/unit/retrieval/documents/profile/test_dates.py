from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.documents.profile.dates import Moment, Period, has_date, months_covered, periods_in, stacked_period

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2019.03-2021.06", "2019-03", "2021-06"),
        ("2019年3月 至 2021年6月", "2019-03", "2021-06"),
        ("2019/03/01 - 2021/06/30", "2019-03", "2021-06"),
        ("03/2019 - 06/2021", "2019-03", "2021-06"),
        ("Mar 2019 – Jun 2021", "2019-03", "2021-06"),
        ("Sept. 2019 to July, 2021", "2019-09", "2021-07"),
        ("2017-2020", "2017", "2020"),
        ("2019-21", "2019", "2021"),
        ("Jun – Aug 2020", "2020-06", "2020-08"),
        ("2019.3～2019.11", "2019-03", "2019-11"),
        ("Jan '19 - Feb '20", "2019-01", "2020-02"),
        ("2019-03 — 2021-06", "2019-03", "2021-06"),
    ],
)
def test_periods_are_read_in_the_habits_of_both_languages(text: str, start: str, end: str) -> None:
    (period,) = periods_in(f"Fictional Freight  {text}")

    assert (str(period.start), str(period.end), period.current) == (start, end, False)


@pytest.mark.parametrize(
    "text", ["2019年3月至今", "2019.03 - 现在", "Mar 2019 – Present", "since March 2019", "2019-03 to date"]
)
def test_a_period_that_goes_on_has_no_end(text: str) -> None:
    (period,) = periods_in(text)

    assert (str(period.start), period.end, period.current) == ("2019-03", None, True)


@pytest.mark.parametrize(
    "text", ["2021-2019", "May 2019", "手机 138-2019-2020", "2000 users - 3000 users", "v2.1 - v2.3"]
)
def test_what_is_no_period_is_not_read_as_one(text: str) -> None:
    assert periods_in(text) == []


def test_counts_are_not_years() -> None:
    assert not has_date("服务 2000 人")
    assert not has_date("grew by 2020%")


def test_a_timeline_sets_the_end_above_the_start() -> None:
    period = stacked_period("2018.08 数据工程师", "2018.04 示例网络科技")

    assert period is not None
    assert (str(period.start), str(period.end)) == ("2018-04", "2018-08")


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
