from __future__ import annotations

import pytest

from agents.answers.pool_questions import asks_of_pool, searched
from records.posting import Posting

POSTINGS = [
    Posting(id="data-analyst", title="Data Analyst", text="", language="en"),
    Posting(id="java-1", title="高级 Java 后端工程师", text="", language="zh"),
    Posting(id="java-2", title="Java 后端工程师", text="", language="zh"),
]


@pytest.mark.parametrize(
    "question",
    [
        "多少人会 Java 且工作 10 年以上？",
        "有多少候选人在上海？",
        "列出所有会日语的人",
        "How many candidates speak Japanese?",
        "List everyone with Java and over 10 years",
    ],
)
def test_a_count_or_list_over_the_whole_pool_is_one(question: str) -> None:
    assert asks_of_pool(question)


@pytest.mark.parametrize(
    "question",
    [
        "她带过多少人？",
        "她的团队有多少人会 Java？",
        "How many people did she lead with Java?",
        "Does Robin know Java?",
        "她会 Java 吗？",
        "多少人？",
        "Who has 10 years?",
        "How many people are on the team in Shanghai?",
        "为什么只有 6 分？",
    ],
)
def test_any_other_question_is_for_the_candidates_of_the_conversation(question: str) -> None:
    assert not asks_of_pool(question)


@pytest.mark.parametrize(
    ("words", "posting", "skills"),
    [
        ("data-analyst with SQL", "data-analyst", {"SQL"}),
        ("Find candidates for the Data Analyst", "data-analyst", set()),
        ("高级 Java 后端工程师 会 Redis", "java-1", {"Redis"}),
        ("Java 后端工程师", "java-2", set()),
        ("everyone with Java", None, {"Java"}),
    ],
)
def test_the_posting_named_is_taken_out_before_conditions_are_read(
    words: str, posting: str | None, skills: set[str]
) -> None:
    search = searched(words, POSTINGS)

    assert (search.posting.id if search.posting else None) == posting
    assert search.understood.conditions.skills == skills


def test_a_name_that_is_only_part_of_a_word_names_no_posting() -> None:
    search = searched("everyone with JavaScript", [Posting(id="java", title="Java", text="", language="en")])

    assert search.posting is None
    assert search.understood.conditions.skills == {"JavaScript"}
