from __future__ import annotations

import pytest

from agents.postings.levels import degree_asked, years_asked
from records.resume import Degree


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("5+ years in backend development", 5),
        ("3-5 years of experience", 3),
        ("1.5 Years - 4 Years", 1.5),
        ("4 or more years of experience designing digital products", 4),
        ("a minimum of five (5) years' experience", 5),
        ("3.5 年以上开发经验", 3.5),
        ("三年以上工作经验", 3),
        ("3～5年经验", 3),
        ("工作经验3年以上", 3),
    ],
)
def test_the_least_years_are_read_in_either_language(words: str, years: float) -> None:
    assert years_asked(words) == years


def test_of_two_numbers_the_larger_is_the_one_asked() -> None:
    assert years_asked("3 年以上软件开发经验，其中至少 1 年大模型应用开发经验") == 3
    assert years_asked("5+ years of B2B sales, with 2+ years closing enterprise deals") == 5


@pytest.mark.parametrize(
    "words",
    [
        "at least two of the last three years",
        "must be 18 years old",
        "our history spans over 200 years",
        "a 2-year contract",
        "2023年及之后毕业",
        "四年制本科",
        "1 年内到岗",
    ],
)
def test_other_years_are_no_experience(words: str) -> None:
    assert years_asked(words) is None


@pytest.mark.parametrize(
    ("words", "degree"),
    [
        ("大专及以上学历", "associate"),
        ("统招本科及以上学历", "bachelor"),
        ("Bachelor's or Master's degree", "bachelor"),
        ("BE / B.Tech - IT, M.Sc, MCA", "bachelor"),
        ("B. Tech in computer science", "bachelor"),
        ("MS/BS degree in engineering", "bachelor"),
        ("硕士优先", "master"),
        ("PhD in physics", "doctor"),
    ],
)
def test_the_least_degree_that_satisfies_is_read(words: str, degree: Degree) -> None:
    assert degree_asked(words) == degree


@pytest.mark.parametrize(
    "words", ["MS Office", "Scrum Master", "master data", "MUST BE PUNCTUAL", "high school diploma", "博士后"]
)
def test_words_that_look_like_degrees_are_none(words: str) -> None:
    assert degree_asked(words) is None
