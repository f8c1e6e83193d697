from __future__ import annotations

import pytest

from agents.claims.across import Matter, share_across
from agents.claims.words import english, longest


@pytest.mark.parametrize(
    ("said", "held", "share"),
    [
        ("taught chemistry", "讲授化学", 1.0),
        ("讲授化学", "Taught chemistry to two classes", 1.0),
        ("taught chemistry at evening school", "讲授化学", 0.5),
        ("veterinarian", "驻场兽医", 1.0),
        ("Redesigned the warehouse", "重新设计仓库", 1.0),
        ("drove a forklift", "撰写论文", 0.0),
        ("Kafka", "用 Kafka 搭建消息队列", 1.0),
        ("of and the", "讲授化学", 0.0),
    ],
)
def test_words_count_under_any_wording_of_the_other_language(said: str, held: str, share: float) -> None:
    assert share_across(Matter(said), Matter(held)) == share


def test_a_name_counts_only_where_nothing_else_is_said() -> None:
    line = Matter("Kelda Robotics 化学教师")
    assert share_across(Matter("drove a forklift at Kelda Robotics"), line) == 0
    assert share_across(Matter("Kelda Robotics"), line) == 1


def test_numbers_say_the_same_in_every_language() -> None:
    held = Matter("带领护士", frozenset(["number:12"]))
    assert share_across(Matter("nurses", frozenset(["number:12"])), held) == 1
    assert share_across(Matter("nurses", frozenset(["number:13"])), held) == 0.5


def test_the_list_of_words_is_well_formed() -> None:
    words = english()
    assert len(words) > 3000
    assert all(several and all(one == one.strip() != "" for one in several) for several in words.values())
    assert max(map(len, words)) == longest()
