from __future__ import annotations

import pytest

from records.resume import Degree
from resume_texts import read
from retrieval.documents.profile.degrees import degree_in


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("EMBA", "master"),
        ("双学位", "bachelor"),
        ("专升本", "bachelor"),
        ("BSc (Hons)", "bachelor"),
        ("M.Eng.", "master"),
        ("Ph.D. candidate", "doctor"),
        ("博士在读", "doctor"),
        ("法律碩士", "master"),
        ("教授、博士生导师", None),
        ("硕士研究生导师", None),
        ("专科医院护士", None),
        ("Sales Associate in Boston", None),
        ("Doctor in charge of the ward", None),
    ],
)
def test_degrees_are_told_from_words_that_share_their_letters(text: str, degree: Degree | None) -> None:
    assert degree_in(text, short_forms=True) == degree


def test_a_second_degree_may_leave_its_school_unsaid() -> None:
    first, second = read("教育经历\n样例大学  英语  本科  2018.09-2022.06\n经济学（双学位）  2019.09-2022.06").education

    assert (first.school, first.major) == ("样例大学", "英语")
    assert (second.school, second.major, second.degree, second.start) == ("", "经济学", "bachelor", "2019-09")


@pytest.mark.parametrize(
    ("line", "school", "major"),
    [
        ("2011年9月至2014年6月，示例政法大学，法律硕士", "示例政法大学", "法律"),
        ("2015-2017  示例大学  MBA（工商管理硕士）", "示例大学", "工商管理"),
        ("2014.09-2017.06  样例职业技术学院  汽车检测与维修  大专", "样例职业技术学院", "汽车检测与维修"),
        ("國立虛構大學 資訊工程研究所 碩士 2013/9～2015/6", "國立虛構大學", "資訊工程"),
        ("2008.09—2013.07  示例科学院虚构研究所  凝聚态物理  博士", "示例科学院虚构研究所", "凝聚态物理"),
        ("样例大学 工学学士 2012.06", "样例大学", ""),
    ],
)
def test_school_and_subject_are_told_apart_on_a_chinese_line(line: str, school: str, major: str) -> None:
    (degree,) = read(f"教育背景\n{line}").education

    assert (degree.school, degree.major) == (school, major)


def test_labelled_studies_over_several_lines_are_one_degree() -> None:
    (degree,) = read("教育经历\n学校：新疆虚构大学\n学历：大专\n专业：会计\n时间：2013年9月至2016年7月").education

    assert (degree.school, degree.degree, degree.major) == ("新疆虚构大学", "associate", "会计")
    assert (degree.start, degree.end) == ("2013-09", "2016-07")


def test_the_first_row_of_a_table_and_a_credit_add_no_studies() -> None:
    text = "教育经历\n起止时间  学校  专业  学历\n2006.09-2010.07  样例大学  机械工程  本科\n© 2018–2020 某某模板"

    (degree,) = read(text).education

    assert (degree.school, degree.start, degree.end) == ("样例大学", "2006-09", "2010-07")


def test_a_faculty_below_its_university_is_no_second_degree() -> None:
    text = "Education\nSAMPLE UNIVERSITY\nBS in Physics\nMay 2014 | Sampletown, NY\nCollege of Engineering\nMay 2011"

    assert [(each.school, each.end) for each in read(text).education] == [("SAMPLE UNIVERSITY", "2014-05")]


def test_stacked_dates_of_one_degree_do_not_run_into_the_next() -> None:
    text = "教育背景\n至今 示例大学\n2013.09 物理学 • 博士\n2013.06 样例大学\n2009.09 应用物理学 • 学士"

    first, second = read(text).education

    assert (first.start, first.end, second.start, second.end) == ("2013-09", None, "2009-09", "2013-06")


def test_studies_told_in_a_sentence_leave_the_year_of_birth_alone() -> None:
    (degree,) = read("韩样雪，女，1986年出生，样例大学人力资源管理硕士（2012年毕业）。").education

    assert (degree.school, degree.major, degree.end) == ("样例大学", "人力资源管理", "2012")


@pytest.mark.parametrize(
    ("line", "school"),
    [
        ("Bachelor's degree in Physics from Sample University", "Sample University"),
        ("BSc Physics at Sample University", "Sample University"),
        ("BSc Physics, University of Sample at Sampletown", "University of Sample at Sampletown"),
    ],
)
def test_an_english_school_stands_apart_from_the_degree_before_it(line: str, school: str) -> None:
    (degree,) = read(f"Education\n{line}").education

    assert (degree.school, degree.major) == (school, "Physics")
