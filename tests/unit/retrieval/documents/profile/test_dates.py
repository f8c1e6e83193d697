from __future__ import annotations

import pytest

from retrieval.documents.profile.dates import has_date, periods_in, stacked_period


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
        ("'18–'21", "2018", "2021"),
        ("Q1 2020 - Q3 2021", "2020-01", "2021-07"),
        ("Spring 2019 - Fall 2020", "2019-03", "2020-09"),
        ("Mar. 2016 - Exp. Jun. 2017", "2016-03", "2017-06"),
    ],
)
def test_periods_are_read_in_the_habits_of_both_languages(text: str, start: str, end: str) -> None:
    (period,) = periods_in(f"Fictional Freight  {text}")

    assert (str(period.start), str(period.end), period.current) == (start, end, False)


@pytest.mark.parametrize(
    "text",
    [
        "2019年3月至今",
        "2019.03 - 现在",
        "Mar 2019 – Present",
        "since March 2019",
        "2019-03 to date",
        "Mar 2019 – Till Date",
        "2019年3月 - 現在",
        "2019.3~今",
    ],
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
