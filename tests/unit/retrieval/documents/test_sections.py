from __future__ import annotations

import pytest

from records.resume import Section
from retrieval.documents.sections import heading_section, sections_of


@pytest.mark.parametrize(
    ("title", "section"),
    [
        ("EDUCATION", "education"),
        ("Work Experience:", "experience"),
        ("■ 工作经历", "experience"),
        ("【项目经验】", "projects"),
        ("一、教育背景", "education"),
        ("教育背景 Education", "education"),
        ("IT 技能", "skills"),
        ("—— 自我评价 ——", "summary"),
        ("Honors & Awards", "awards"),
        ("实习/项目经历", "experience"),
        ("工作经历（5年）", "experience"),
        ("Projects and Papers", "projects"),
        ("語言能力", "languages"),
        ("02 工作经历", "experience"),
        ("PART 1 教育背景", "education"),
    ],
)
def test_titles_are_recognised_plain_decorated_and_in_both_languages(title: str, section: Section) -> None:
    assert heading_section(title) == section


@pytest.mark.parametrize(
    "text", ["Skills: Python, Go", "负责教育行业的产品", "Experience with Kubernetes", "教育科技有限公司", "", "•"]
)
def test_lines_that_only_speak_of_such_things_are_no_titles(text: str) -> None:
    assert heading_section(text) is None


def test_lines_belong_to_the_last_title_and_before_the_first_to_the_header() -> None:
    texts = ["沈样例", "工作经历", "示例货运", "教育背景", "示例大学"]

    assert sections_of(texts) == ["header", "experience", "experience", "education", "education"]


def test_a_title_with_its_content_on_the_same_line_opens_its_section() -> None:
    assert sections_of(["沈样例", "求职意向：后端工程师"]) == ["header", "summary"]


def test_the_last_word_of_a_sentence_is_no_title() -> None:
    assert sections_of(["Experience", "one of the most popular", "projects", "of the year"]) == ["experience"] * 4


def test_a_resume_that_writes_all_titles_small_still_has_sections() -> None:
    assert sections_of(["Avery Samplewood", "experience", "Fictional Freight"]) == [
        "header",
        "experience",
        "experience",
    ]
