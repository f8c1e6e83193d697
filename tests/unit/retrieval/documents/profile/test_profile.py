from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.resume import Degree, Profile
from resume_texts import lines_of, read
from retrieval.documents.profile.contacts import emails_in, links_in, phones_in
from retrieval.documents.profile.degrees import degree_in
from retrieval.documents.profile.names import name_of

CHINESE = """沈样例
男 | 29岁 | 138 0013 8000 | shen@example.com | 现居上海
教育背景
2013.09-2017.06  示例大学  计算机科学与技术  本科
2017.09-2020.06  虚构理工大学  软件工程  硕士
工作经历
示例货运有限公司  高级后端工程师  2021.07-至今
• 负责订单系统的重构，2023 年起带领四人小组
示例保险集团 | Java开发工程师 | 2020年7月-2021年6月
• 熟练使用 Python、MySQL
语言能力
英语 CET-6，日语 N2"""
ENGLISH = """Avery Q. Samplewood, PMP
Backend Engineer
Springfield, IL | (555) 010-4477 | avery@example.com | linkedin.com/in/avery-samplewood
EXPERIENCE
Senior Engineer  Jan 2022 - Present
Fictional Freight, Boston, MA
• Led a team of four with Python and Kubernetes
Invented Insurance Inc.  Springfield, IL
Software Engineer  Mar 2018 - Dec 2021
• Wrote claims services
EDUCATION
Sample University, Springfield
Bachelor of Science in Computer Science  2014 - 2018
LANGUAGES
English (native), Spanish"""


@pytest.mark.parametrize(("text", "name"), [(CHINESE, "沈样例"), (ENGLISH, "Avery Q. Samplewood")])
def test_the_name_at_the_head_of_a_resume_is_found(text: str, name: str) -> None:
    assert read(text).name == name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("个人简历\n姓  名：欧阳样例  性别：女", "欧阳样例"),
        ("姓名  沈样例  性别  女  出生年月  1997.05", "沈样例"),
        ("Name: Avery Samplewood", "Avery Samplewood"),
        ("RESUME\nAVERY SAMPLEWOOD", "AVERY SAMPLEWOOD"),
        ("沈样例 - Java 开发工程师", "沈样例"),
        ("Jean-Luc de la Sample", "Jean-Luc de la Sample"),
        ("李 样例", "李样例"),
        ("沈样例的简历", "沈样例"),
        ("高级工程师\n金融科技\n程序员\n应届生", ""),
        ("Fictional Freight Inc.\nSoftware Engineer\nSan Jose, CA", ""),
        ("Curriculum Vitae\nMachine Learning Engineer", ""),
    ],
)
def test_names_are_read_in_both_languages_and_never_guessed(head: str, name: str) -> None:
    assert name_of(lines_of(head)) == name


def test_contacts_of_a_line_are_told_apart() -> None:
    text = (
        "138-0013-8000 / +86 139 0013 9000 | 021-55550100 | a.b+c@mail.example.com | https://github.com/avery, "
        "avery.example.dev/cv"
    )

    assert phones_in([text]) == ("138-0013-8000", "+86 139 0013 9000", "021-55550100")
    assert emails_in([text]) == ("a.b+c@mail.example.com",)
    assert links_in([text]) == ("https://github.com/avery", "avery.example.dev/cv")


@pytest.mark.parametrize(
    "text", ["2019.03-2021.06", "110101199001011234", "GPA 3.85/4.00", "1,200,000 users", "131-221-87xxx"]
)
def test_other_numbers_are_no_phones(text: str) -> None:
    assert phones_in([text]) == ()


def test_node_js_is_no_link() -> None:
    assert links_in(["Node.js, ASP.NET and Next.js"], ["Node.js"]) == ()


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("全日制本科", "bachelor"),
        ("工学学士", "bachelor"),
        ("硕士研究生在读", "master"),
        ("博士", "doctor"),
        ("博士后流动站", None),
        ("大专", "associate"),
        ("B.Tech in Mechanical Engineering", "bachelor"),
        ("BSc Computer Science", "bachelor"),
        ("BEng, Electronics", "bachelor"),
        ("M.S. in Statistics", "master"),
        ("MBA", "master"),
        ("Ph.D. in Physics", "doctor"),
        ("Associate of Arts", "associate"),
        ("BS in Physics", "bachelor"),
        ("Boston, MA", None),
        ("Microsoft MS Office", None),
    ],
)
def test_degrees_are_known_by_their_names_and_short_forms(text: str, degree: Degree | None) -> None:
    assert degree_in(text, short_forms=True) == degree


def test_chinese_education_gives_school_subject_degree_and_dates() -> None:
    first, second = read(CHINESE).education

    assert (first.school, first.major, first.degree) == ("示例大学", "计算机科学与技术", "bachelor")
    assert (first.start, first.end, first.line) == ("2013-09", "2017-06", 4)
    assert (second.school, second.major, second.degree) == ("虚构理工大学", "软件工程", "master")
    assert read(CHINESE).highest_degree == "master"


def test_english_education_over_two_lines_is_one_degree() -> None:
    (degree,) = read(ENGLISH).education

    assert (degree.school, degree.major) == ("Sample University", "Computer Science")
    assert (degree.degree, degree.start, degree.end) == ("bachelor", "2014", "2018")


@pytest.mark.parametrize(
    ("text", "major"),
    [
        ("BSc Economics, First Class, Example College", "Economics"),
        ("Example College, BA in History of Art", "History of Art"),
        ("Master of Business Administration, Example College", "Business Administration"),
        ("B.S., Computer Science, Example College", "Computer Science"),
        ("Master of Science, Example College", ""),
        ("BSc (Hons) Computer Science, Example College", "Computer Science"),
        ("Bachelor’s Degree in Applied Physics, Example College", "Applied Physics"),
        ("Ph.D. (candidate) in Physics, Example College", "Physics"),
        ("示例大学  本科  专业：会计学", "会计学"),
        ("示例大学 | 金融学 | 学士", "金融学"),
    ],
)
def test_the_subject_is_read_beside_the_degree(text: str, major: str) -> None:
    (degree,) = read(f"Education\n{text}").education

    assert degree.major == major


def test_chinese_positions_give_employer_title_and_dates() -> None:
    first, second = read(CHINESE).positions

    assert (first.company, first.title) == ("示例货运有限公司", "高级后端工程师")
    assert (first.start, first.end, first.current) == ("2021-07", None, True)
    assert (second.company, second.title) == ("示例保险集团", "Java开发工程师")


def test_english_positions_find_the_employer_above_or_below() -> None:
    first, second = read(ENGLISH).positions

    assert (first.title, first.company, first.current) == ("Senior Engineer", "Fictional Freight", True)
    assert (second.title, second.company) == ("Software Engineer", "Invented Insurance Inc.")


def test_employers_and_titles_that_share_words_are_told_apart() -> None:
    (job,) = read("工作经历\n示例会计师事务所（虚构） — 审计实习生\n2018.12 – 2019.04").positions

    assert (job.company, job.title) == ("示例会计师事务所（虚构）", "审计实习生")


def test_years_are_those_of_the_jobs_and_not_of_the_studies() -> None:
    assert read(CHINESE).years_experience == pytest.approx(6.4, abs=0.1)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("SUMMARY\nEngineer with 8+ years of professional experience", 8),
        ("自我评价\n5年以上后端开发经验", 5),
        ("自我评价\n十年互联网产品经验", 10),
        ("自我评价\n有 10 年的 Linux 和 BSD 使用体会", None),
    ],
)
def test_stated_years_count_where_no_job_is_dated(text: str, years: float | None) -> None:
    assert read(text).years_experience == years


def test_languages_carry_the_level_they_are_stated_with() -> None:
    assert read(CHINESE).languages == ("English (CET-6)", "Japanese (N2)")
    assert read(ENGLISH).languages == ("English (native)", "Spanish")


def test_a_resume_that_says_nothing_gives_an_empty_profile() -> None:
    assert read("I like long walks.") == Profile()


@given(st.lists(st.text(alphabet="aA1.-–(（)，|@/中公司年月至今大学：: ’'工程师Inc", max_size=60), max_size=12))
def test_no_text_is_too_strange_to_be_read(texts: list[str]) -> None:
    profile = read("\n".join(["工作经历", *texts, "教育背景", *texts, "Languages", *texts]))

    assert all(job.start for job in profile.positions)
