from __future__ import annotations

import pytest

from records.resume import Position
from resume_texts import read


def jobs(text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [(job.title, job.company, job.start, job.end) for job in read(text).positions]


ENGINEER = ("后端工程师", "虚构科技有限公司", "2019-03", "2021-06")


@pytest.mark.parametrize(
    "entry",
    [
        "2019.03-2021.06  虚构科技有限公司  后端工程师",
        "虚构科技有限公司 后端工程师 2019/3—2021/6",
        "虚构科技有限公司 | 2019年3月至2021年6月\n后端工程师",
        "2019.03 - 2021.06\n虚构科技有限公司\n后端工程师",
        "虚构科技有限公司\n后端工程师\n2019.03-2021.06",
        "后端工程师\n虚构科技有限公司（2019.03-2021.06）",
        "工作单位：虚构科技有限公司\n职位：后端工程师\n时间：2019年3月-2021年6月\n工作内容：接口开发",
        "公司名称：虚构科技有限公司  职务：后端工程师  起止时间：2019.03-2021.06",
        "2019年03月 ~ 2021年06月  虚构科技有限公司\n部门：基础架构部\n职务：后端工程师",
        "２０１９．０３－２０２１．０６  虚构科技有限公司  后端工程师",
        "2019年3月至2021年6月在虚构科技有限公司担任后端工程师。",
        "1. 2019.03-2021.06，虚构科技有限公司，后端工程师",
        "2021.06 后端工程师\n2019.03 虚构科技有限公司",
    ],
)
def test_a_chinese_job_is_read_however_it_is_set(entry: str) -> None:
    assert jobs(f"工作经历\n{entry}\n• 负责接口开发") == [ENGINEER]


@pytest.mark.parametrize(
    "entry",
    [
        "Nurse, Invented Hospital    Mar 2019 – Jun 2021",
        "Invented Hospital, Boston, MA    03/2019–06/2021\nNurse",
        "Nurse\nInvented Hospital | March 2019 to June 2021",
        "Mar. 2019 - June 2021\nNurse\nInvented Hospital, Denver, CO",
        "Invented Hospital, Cork\nMar 2019 - Jun 2021\nNurse",
        "Nurse @ Invented Hospital (Mar '19 - Jun '21)",
        "Employer: Invented Hospital\nDesignation: Nurse\nDuration: Mar 2019 - Jun 2021",
    ],
)
def test_an_english_job_is_read_however_it_is_set(entry: str) -> None:
    assert jobs(f"Work Experience\n{entry}\n- Cared for patients") == [
        ("Nurse", "Invented Hospital", "2019-03", "2021-06")
    ]


def test_lines_between_two_jobs_go_to_the_job_that_the_common_layout_gives_them() -> None:
    text = (
        "工作经历\n2020年1月-至今\n虚构传媒有限公司\n新媒体运营\n2018年2月-2019年12月\n示例广告有限公司\n文案策划\n"
        "2016年3月-2018年1月\n样例报社\n记者"
    )

    assert [job[:2] for job in jobs(text)] == [
        ("新媒体运营", "虚构传媒有限公司"),
        ("文案策划", "示例广告有限公司"),
        ("记者", "样例报社"),
    ]


def test_several_jobs_under_one_employer_each_carry_its_name_and_its_own_dates() -> None:
    text = (
        "工作经历\n虚构科技有限公司 ｜ 2018.11-至今\n技术经理（2021.05-至今）\n• 带领团队\n"
        "前端工程师（2018.11-2021.04）\n• 开发中台"
    )

    assert jobs(text) == [
        ("技术经理", "虚构科技有限公司", "2021-05", None),
        ("前端工程师", "虚构科技有限公司", "2018-11", "2021-04"),
    ]


def test_a_second_job_below_its_employer_inherits_only_where_no_other_row_stands_above_it() -> None:
    text = "Experience\nFictional Freight Ltd\nManager, 2018 - 2020\nClerk, 2016 - 2018\nZzyzx\nDriver, 2014 - 2016"

    assert [job[1] for job in jobs(text)] == ["Fictional Freight Ltd", "Fictional Freight Ltd", "Zzyzx"]


def test_a_freelancer_has_no_employer() -> None:
    text = "Experience\nJune 2017 - present\nFreelance Web Developer\nSites for charities"

    assert jobs(text) == [("Freelance Web Developer", "", "2017-06", None)]


@pytest.mark.parametrize(
    "line",
    [
        "© 2018–2020 Resume Templates Ltd. All rights reserved.",
        "Template by Example Templates 2014-2020",
        "Page 1 of 2  2018 - 2020",
        "版权所有 2018-2020 某某简历模板",
        "2016年至2018年负责公司官网改版",
        "- Grew revenue from 2017 to 2019 in three regions",
    ],
)
def test_footers_credits_and_deeds_are_no_jobs(line: str) -> None:
    assert jobs(f"Experience\nNurse, Invented Hospital  2015 - 2016\n{line}") == [
        ("Nurse", "Invented Hospital", "2015", "2016")
    ]


def test_under_a_combined_title_only_what_names_an_employer_is_a_job() -> None:
    text = "实习/项目经历\n虚构科技有限公司  后端开发实习生  2025.06-2025.09\n校园交易平台  项目负责人  2024.03-2024.07"

    assert jobs(text) == [("后端开发实习生", "虚构科技有限公司", "2025-06", "2025-09")]


def test_projects_and_lists_of_works_are_no_jobs() -> None:
    text = (
        "工作经历\n2012/8-至今  虚构建筑有限公司  项目经理\n典型案例\n2014/6-2018/12  虚构地铁3号线  技术负责人\n"
        "项目经历\n2020.01-2020.12  支付平台  负责人"
    )

    assert [job[1] for job in jobs(text)] == ["虚构建筑有限公司"]


def test_a_resume_without_titles_gives_its_jobs_and_its_studies_apart() -> None:
    profile = read(
        "何样工\n19912345678\n2019.7-至今 虚构电力公司 电气工程师\n2015-2019 样例大学 电气工程及其自动化 本科"
    )

    assert [(job.title, job.company) for job in profile.positions] == [("电气工程师", "虚构电力公司")]
    assert [(each.school, each.major, each.start) for each in profile.education] == [
        ("样例大学", "电气工程及其自动化", "2015")
    ]


def test_studies_that_stand_among_the_jobs_are_no_job() -> None:
    text = "学习工作经历：\n2009.09-2013.06  示例交通大学车辆工程专业，本科\n2013.07-至今  虚构汽车有限公司，底盘工程师"

    assert [job[0] for job in jobs(text)] == ["底盘工程师"]


def test_a_teacher_at_a_university_has_a_job_there() -> None:
    assert jobs("工作经历\n2016.01—2019.12  样例大学  副教授") == [("副教授", "样例大学", "2016-01", "2019-12")]


def test_the_first_row_of_a_table_names_no_job() -> None:
    text = "工作经历\n起止时间  工作单位  职务\n2016.01-至今  虚构制造有限公司  生产总监"

    assert jobs(text) == [("生产总监", "虚构制造有限公司", "2016-01", None)]


@pytest.mark.parametrize("dates", ["2027.03-2028.01", "2019.13-2020.14", "2021.06-2019.03", "2015.01-2045.01"])
def test_jobs_that_have_not_begun_or_cannot_have_been_are_left_out(dates: str) -> None:
    assert jobs(f"工作经历\n{dates}  虚构科技有限公司  工程师") == []


def test_two_jobs_at_the_same_time_are_both_kept_and_counted_once() -> None:
    profile = read("工作经历\n2019.01-2020.12  虚构学院  讲师\n2019.07-2020.06  示例出版社  编辑")

    assert len(profile.positions) == 2
    assert profile.years_experience == 2.0


def test_internships_are_jobs_and_count() -> None:
    profile = read("实习经历\n示例证券股份有限公司        投行部实习生                2023.07 – 2023.12")

    assert profile.positions == (Position(2, "投行部实习生", "示例证券股份有限公司", "2023-07", "2023-12"),)
    assert profile.years_experience == 0.5


def test_an_employer_s_name_that_looks_like_a_deed_or_a_place_is_kept() -> None:
    text = (
        "Experience\nInvented Insurance Group — Planner (Jan 2020 - Dec 2020)\n"
        "R.O.K Cyber Command, MND  Seoul, S.Korea\nSoftware Engineer  Aug. 2014 - Apr. 2016"
    )

    assert [job[1] for job in jobs(text)] == ["Invented Insurance Group", "R.O.K Cyber Command"]


def test_whose_the_page_is_makes_no_job() -> None:
    text = "Work Experience\nShift Lead, Fictional Freight Ltd  2016 - 2019\n© 2021 Template Works Ltd 2020 - 2021"

    assert [job.company for job in read(text).positions] == ["Fictional Freight Ltd"]
