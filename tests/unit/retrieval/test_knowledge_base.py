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
