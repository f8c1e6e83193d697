from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.terms import SKILL_WEIGHT, terms, with_seams


@pytest.mark.parametrize("text", ["", "  ", "5 年以上工作经验", "at least 5 years of experience", "。！"])
def test_what_says_nothing_that_can_be_compared_has_no_terms(text: str) -> None:
    assert terms(text) == {}


def test_a_skill_is_one_term_whatever_language_names_it_and_weighs_twice() -> None:
    chinese, english = terms("熟悉机器学习"), terms("Knowledge of machine learning")

    assert chinese == english == {"skill:Machine learning": SKILL_WEIGHT}


def test_other_words_are_brought_to_their_stem() -> None:
    assert terms("managing fleets") == terms("managed fleet")


def test_terms_stand_in_order_of_first_appearance_each_once() -> None:
    assert list(terms("fleet, Python, fleet, harbour")) == ["fleet", "skill:Python", "harbour"]


@given(st.text(max_size=100))
def test_every_weight_is_above_zero(text: str) -> None:
    assert all(weight > 0 for weight in terms(text).values())


def test_a_pair_between_two_found_pairs_counts_as_found() -> None:
    asked = {"船舶": 1.0, "舶调": 1.0, "调度": 1.0}

    assert with_seams(asked, {"船舶": 1.0, "调度": 0.5}) == {"船舶": 1.0, "舶调": 0.5, "调度": 0.5}
    assert with_seams(asked, {"船舶": 1.0})["舶调"] == 0
