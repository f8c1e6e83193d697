from __future__ import annotations

import bm25s
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.redacted import RedactedText
from retrieval.lexical_index import K1, B, LexicalIndex
from retrieval.redaction import redact_text
from retrieval.term_counts import counted
from retrieval.words import words

TEXTS = st.lists(
    st.lists(st.sampled_from(("python", "sql", "成本", "护士", "c++")), max_size=6).map(" ".join), max_size=6
)


def index(*texts: str) -> LexicalIndex:
    return LexicalIndex({f"t{n}": redact_text(text) for n, text in enumerate(texts)})


def scores(query: str, *texts: str) -> list[float]:
    return index(*texts).scores(redact_text(query)).tolist()


def test_no_texts_give_no_scores() -> None:
    assert scores("python") == []


@pytest.mark.parametrize("texts", [("",), ("", " "), ("!!!", "——")])
def test_texts_without_words_score_nothing(texts: tuple[str, ...]) -> None:
    assert scores("python", *texts) == [0.0] * len(texts)


@pytest.mark.parametrize("query", ["", "!!!", "rust"])
def test_a_query_without_a_known_word_scores_nothing(query: str) -> None:
    assert scores(query, "python and sql", "java") == [0.0, 0.0]


def test_the_text_that_shares_the_rare_words_scores_higher_in_both_languages() -> None:
    english = scores("nurse in critical care", "a nurse for critical care", "a clerk in sales", "care for gardens")
    chinese = scores("做过成本核算", "财务主管，负责成本核算", "护士", "负责销售")

    assert english[0] > max(english[1:])
    assert chinese[0] > 0
    assert chinese[1] == 0


def test_a_long_text_does_not_attract_what_a_short_one_answers_better() -> None:
    long = "python " + " ".join(f"word{n}" for n in range(300))

    assert scores("python", "python developer", long)[0] > scores("python", "python developer", long)[1]


def test_a_word_repeated_in_the_query_does_not_count_every_time() -> None:
    once, often = scores("sql", "sql", "java")[0], scores("sql " * 50, "sql", "java")[0]

    assert once < often < 2 * once


@given(TEXTS)
def test_the_order_of_the_texts_changes_no_score(texts: list[str]) -> None:
    named: dict[str, RedactedText] = {f"t{n}": redact_text(text) for n, text in enumerate(texts)}
    turned = dict(reversed(named.items()))
    query = redact_text("python 成本 c++")
    first, second = LexicalIndex(named), LexicalIndex(turned)

    there = dict(zip(first.ids, first.scores(query), strict=True))
    again = dict(zip(second.ids, second.scores(query), strict=True))
    assert there == pytest.approx(again)


@given(TEXTS)
def test_identical_texts_score_the_same_and_none_is_below_zero(texts: list[str]) -> None:
    found = scores("python sql", *texts, *texts)

    assert np.allclose(found[: len(texts)], found[len(texts) :])
    assert min(found, default=0) >= 0


@given(TEXTS.filter(lambda texts: any(text.strip() for text in texts)))
def test_the_scores_are_those_of_bm25s(texts: list[str]) -> None:
    """Lucene's form, which leaves out a factor common to all; each word of the query once."""
    engine = bm25s.BM25(k1=K1, b=B, method="lucene")
    engine.index([words(text) for text in texts], show_progress=False)
    index = LexicalIndex({f"t{n}": redact_text(text) for n, text in enumerate(texts)}, words, even=False)

    for word in {word for text in texts for word in words(text)}:
        assert index.scores(redact_text(word)) == pytest.approx(engine.get_scores([word]), rel=1e-5, abs=1e-6)


@given(TEXTS, TEXTS, st.sets(st.integers(0, 5)))
def test_an_index_that_was_changed_scores_like_one_made_anew(first: list[str], more: list[str], gone: set[int]) -> None:
    changed = LexicalIndex({f"t{n}": redact_text(text) for n, text in enumerate(first)}, words)
    changed.change({f"t{n}" for n in gone}, {f"m{n}": counted(words(text)) for n, text in enumerate(more)})
    left = {f"t{n}": text for n, text in enumerate(first) if n not in gone}
    left |= {f"m{n}": text for n, text in enumerate(more)}
    anew = LexicalIndex({name: redact_text(text) for name, text in left.items()}, words)

    query = redact_text("python 成本 c++ sql")
    assert changed.ids == anew.ids
    assert changed.scores(query) == pytest.approx(anew.scores(query), rel=1e-5)
