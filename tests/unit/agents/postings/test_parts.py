from __future__ import annotations

import pytest

from agents.postings.parts import several
from samples import posting_files

NURSE = "护士\n任职要求：\n1. 大专及以上学历，护理专业\n2. 持有护士执业资格证"
COOK = "岗位名称：厨师\n任职要求：\n- 3 年以上中餐经验\n- 持有健康证"
ANALYST = "Data Analyst\nRequirements:\n- 3 years of experience with SQL\n- Bachelor's degree in statistics"
ACCOUNTANT = "Senior Accountant\nWhat you bring\n- CPA certificate\n- 5 years of experience in audit"
SECTIONS = (
    "后端工程师\n\n示例公司（虚构），约 50 人\n\n岗位职责\n\n1. 负责后端开发\n\n任职要求\n\n1. 3 年以上 Python 经验"
)
ENGLISH_SECTIONS = (
    "Backend Engineer\n\nWe are an invented company.\n\nWhat you will do\n\n- Build services in Python\n\n"
    "Requirements\n\n- 5 years of Python\n\nNice to have\n\n- Kubernetes\n\nWorking with\n\nProduct Manager"
)
JOBS = ("会计", "厨师", "护士", "律师", "司机")
ONE_LINERS = [f"{job}：{years} 年以上相关经验，本科及以上学历" for years in (2, 3) for job in JOBS]


@pytest.mark.parametrize("gap", ["\n---\n", "\n\n", "\n \t\n\n", "\r\n\r\n", "\n\n-----\n\n"])
@pytest.mark.parametrize("postings", [[NURSE, COOK], [ANALYST, ACCOUNTANT], [NURSE, ANALYST, COOK, ACCOUNTANT]])
def test_postings_are_parted_by_rules_and_blank_lines(postings: list[str], gap: str) -> None:
    assert several(gap.join(postings)) == postings


@pytest.mark.parametrize("posting", [SECTIONS, ENGLISH_SECTIONS, *(f.read_text("utf-8") for f in posting_files())])
def test_one_posting_with_blank_lines_between_its_sections_stays_one(posting: str) -> None:
    assert several(posting) == [posting.strip()]


def test_two_postings_with_blank_lines_inside_are_parted_where_the_second_begins() -> None:
    assert several(f"{SECTIONS}\n\n{COOK}") == [SECTIONS, COOK]


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_ten_postings_of_one_line_each_are_ten(gap: str) -> None:
    assert several(gap.join(ONE_LINERS)) == ONE_LINERS


def test_the_bundled_postings_in_one_text_are_parted_where_each_begins() -> None:
    texts = [file.read_text("utf-8").strip() for file in posting_files()]

    assert several("\n\n".join(texts)) == texts
