from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from records.resume import Gap, Position
from resume_texts import TODAY, read
from retrieval.documents.profile.gaps import SHORTEST_GAP, gaps_of
from retrieval.documents.profile.spans import written_month


def gaps(text: str) -> tuple[Gap, ...]:
    return read(text).gaps


def test_the_months_between_two_jobs_are_a_gap() -> None:
    text = "工作经历\n2021.12-至今  虚构传媒有限公司  运营\n2020.07-2020.12  示例广告有限公司  策划"

    assert gaps(text) == (Gap("2021-01", "2021-11", 11),)


def test_the_summer_between_school_and_the_first_job_is_no_gap() -> None:
    text = "Education\nBSc, Sample College  2013 - May 2017\nExperience\nNurse, Invented Clinic  Sep 2017 - Now"

    assert gaps(text) == ()


def test_the_time_after_the_last_job_and_before_the_first_studies_is_no_gap() -> None:
    assert gaps("工作经历\n2018.01-2020.12  虚构传媒有限公司  运营") == ()


def test_years_without_months_make_no_gap_that_is_not_certain() -> None:
    text = "Experience\nNurse, Invented Hospital  2019 - 2020\nNurse, Sample Clinic  2016 - 2018"

    assert gaps(text) == ()


def test_whole_years_between_two_jobs_are_certain_even_without_months() -> None:
    text = "Experience\nNurse, Invented Hospital  2019 - 2020\nNurse, Sample Clinic  2014 - 2016"

    assert gaps(text) == (Gap("2017-01", "2018-12", 24),)


def test_studies_and_projects_fill_the_time_between_jobs() -> None:
    text = (
        "工作经历\n2021.12-至今  虚构传媒有限公司  运营\n2015.07-2017.08  示例广告有限公司  策划\n"
        "教育背景\n2017.09-2020.06  示例大学  新闻学  硕士\n项目经历\n2020.07-2021.10  志愿纪录片  导演"
    )

    assert gaps(text) == ()


def test_studies_of_which_only_the_end_is_said_reach_back() -> None:
    text = (
        "工作经历\n2020.07-至今  虚构传媒有限公司  运营\n2012.01-2013.12  示例广告有限公司  策划\n"
        "教育背景\n示例大学  硕士  2020.06"
    )

    assert gaps(text) == ()


months = st.integers(2000 * 12, 2026 * 12)


@given(st.lists(st.tuples(months, st.integers(0, 60)), min_size=1, max_size=6))
def test_no_gap_touches_a_job_and_none_is_shorter_than_the_shortest(jobs: list[tuple[int, int]]) -> None:
    worked = [(first, first + length) for first, length in jobs]
    positions = [Position(1, "", "", written_month(first), written_month(last)) for first, last in worked]

    for gap in gaps_of(positions, (), (), TODAY):
        assert gap.months >= SHORTEST_GAP
        assert not any(
            gap.start <= written_month(month) <= gap.end for job in worked for month in range(job[0], job[1] + 1)
        )
