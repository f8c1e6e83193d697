from __future__ import annotations

import pytest

from fakes import BagOfWords
from retrieval import search

TEXTS = ["Nurse in critical care", "Java developer", "Java developer", "", "护士"]


def test_every_text_that_says_something_is_ranked_and_equals_keep_their_order() -> None:
    found = search("java developer", TEXTS, BagOfWords())

    assert [hit["text"] for hit in found] == ["Java developer", "Java developer", "Nurse in critical care", "护士"]
    assert [hit["rank"] for hit in found] == [1, 2, 3, 4]
    assert [hit["similarity"] for hit in found] == [1.0, 1.0, 0.0, 0.0]


def test_a_text_is_shown_as_it_is_though_it_is_searched_redacted() -> None:
    embedding = BagOfWords()
    (hit,) = search("mail avery@example.com", ["write to avery@example.com"], embedding)

    assert hit["text"] == "write to avery@example.com"
    assert embedding.passages == ["write to [EMAIL]"]
    assert embedding.queries == ["mail [EMAIL]"]


@pytest.mark.parametrize(("query", "texts"), [("", TEXTS), ("java", []), ("java", ["", " "])])
def test_nothing_is_found_where_nothing_is_asked_or_held(query: str, texts: list[str]) -> None:
    assert search(query, texts, BagOfWords()) == []


@pytest.mark.parametrize("line", [0.5, 0.51])
def test_what_is_called_strong_agrees_with_the_similarity_shown(line: float) -> None:
    (hit,) = search("a1 b1", ["a1 c1"], BagOfWords(strong_line=line))

    assert hit["similarity"] == 0.5
    assert hit["strong"] is (line <= 0.5)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("搭建过文档问答系统", "RAG"),
        ("检索增强生成", "RAG"),
        ("LangChain+Qwen 智能客服 Agent", "AI Agent 架构"),
        ("microservices", "熟悉微服务"),
        ("把单体系统拆成微服务", "Microservices"),
    ],
)
def test_skills_in_common_bring_a_text_up_and_make_it_strong_whatever_the_cosine(query: str, text: str) -> None:
    first, second = search(query, ["护理", text], BagOfWords())

    assert first["text"] == text
    assert first["strong"] is True
    assert second["strong"] is False


def test_a_more_special_skill_is_found_for_the_broader_one() -> None:
    first, _ = search("消息队列", ["Head nurse", "RabbitMQ"], BagOfWords())

    assert first["text"] == "RabbitMQ"
