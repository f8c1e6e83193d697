from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.content_words import content_words
from retrieval.index_terms import index_terms


def test_what_every_posting_says_is_no_content() -> None:
    assert list(content_words("We are looking for strong experience with Kubernetes")) == ["kubernet"]
    assert list(content_words("熟悉Kubernetes，具备良好的沟通能力")) == ["kubernet", "沟通"]


def test_forms_of_one_word_are_one_word() -> None:
    assert set(content_words("managed managing manages")) == {"manag"}


def test_english_neighbours_within_a_clause_are_terms_too() -> None:
    assert index_terms("Core Data; sales leads") == ["core", "data", "core data", "sale", "lead", "sale lead"]


def test_neighbours_do_not_reach_over_the_end_of_a_sentence_but_names_with_dots_stay_whole() -> None:
    found = index_terms("Wrote Node.js. Docker came later.")

    assert "node.js" in found
    assert "wrote node.js" in found
    assert "node.js docker" not in found


def test_chinese_pairs_have_no_neighbours() -> None:
    assert index_terms("成本核算") == ["成本", "本核", "核算"]


@given(st.text())
def test_any_text_has_terms_or_none_and_never_a_blank_one(text: str) -> None:
    assert all(term.strip() for term in index_terms(text))
