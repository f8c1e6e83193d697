from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.shared_skills import in_common, skill_shares

SHARES = st.dictionaries(st.sampled_from("abcd"), st.floats(0.1, 1), max_size=4)


def test_a_broader_skill_counts_half() -> None:
    shares = skill_shares("RabbitMQ")

    assert (shares["RabbitMQ"], shares["Message queues"]) == (1.0, 0.5)


def test_the_same_skill_in_two_languages_is_all_in_common() -> None:
    assert in_common(skill_shares("检索增强生成"), skill_shares("RAG")) == pytest.approx(1)


def test_texts_without_a_skill_have_none_in_common() -> None:
    assert in_common(skill_shares("你好"), skill_shares("hello")) == 0


@given(SHARES, SHARES)
def test_what_is_in_common_is_the_same_from_both_sides_and_within_0_and_1(
    some: dict[str, float], others: dict[str, float]
) -> None:
    assert in_common(some, others) == pytest.approx(in_common(others, some))
    assert 0 <= in_common(some, others) <= 1 + 1e-9
