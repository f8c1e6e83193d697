from __future__ import annotations

import pytest

from retrieval.lexicon_check import counts, problems
from retrieval.skills import LEXICON, TRADES

SHIPPED = LEXICON.read_text(encoding="utf-8").splitlines()


def test_the_shipped_lexicon_is_sound() -> None:
    assert problems(SHIPPED) == []


def test_the_shipped_lexicon_covers_every_trade() -> None:
    by_trade = counts(SHIPPED)

    assert by_trade.total() >= 1800
    assert set(by_trade) == set(TRADES)
    assert min(by_trade.values()) >= 60


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Python\tsoftware\t", "3 columns"),
        ("Python\tsorcery\t\t\t", "unknown trade"),
        ("Python\tsoftware\tPython3\t\t", "Chinese column"),
        ("Python\tsoftware\t\t蟒蛇\t", "English column"),
        ("C\tsoftware\t\t\t", "too short"),
        ("Python\tsoftware\t\tpython\t", "already names"),
        ("Python\tsoftware\t\tpy3||\t", "empty name"),
        ("Python\tsoftware\t\t\tSnakes", "unknown skill 'Snakes'"),
    ],
)
def test_the_checker_names_what_is_wrong_with_a_line(line: str, problem: str) -> None:
    assert any(problem in found for found in problems([line]))


def test_the_checker_finds_a_name_that_two_concepts_share() -> None:
    assert problems(["RAG\tdata\t检索增强\t\t", "Search\tdata\t检索增强\t\t"]) == [
        "line 2: '检索增强' already names 'RAG'"
    ]


def test_the_checker_finds_a_circle_of_kinds() -> None:
    circle = ["Hen\tdata\t\t\tEgg", "Egg\tdata\t\t\tHen"]

    assert problems(circle) == [f"{name!r} is, by way of others, a kind of itself" for name in ("Hen", "Egg")]
