from __future__ import annotations

import pytest

from agents.stances import DENIED, PLAIN, WEAK, asks_weakly, stances

JAVA, PYTHON, KAFKA = "skill:Java", "skill:Python", "skill:Kafka"


@pytest.mark.parametrize(
    ("line", "java"),
    [
        ("Java services for payments", PLAIN),
        ("some Java", WEAK),
        ("Familiar with Java", WEAK),
        ("了解 Java", WEAK),
        ("协助开发 Java 服务", WEAK),
        ("no Java experience", DENIED),
        ("has never used Java", DENIED),
        ("没有 Java 经验", DENIED),
        ("some Java at school; Java at work since 2019", PLAIN),
    ],
)
def test_how_a_line_stands_behind_a_skill(line: str, java: float) -> None:
    assert stances(line)[JAVA] == java


@pytest.mark.parametrize("line", ["Familiar with Java, Python and Kafka", "了解 Java、Python、Kafka"])
def test_a_weak_word_holds_for_the_whole_list(line: str) -> None:
    assert {stances(line)[skill] for skill in (JAVA, PYTHON, KAFKA)} == {WEAK}


@pytest.mark.parametrize(
    "line",
    [
        "no Java, but strong Python",
        "no Java but Python",
        "some Java, led Python services",
        "了解 Java，熟练 Python",
        "没有 Java 经验，但 Python 扎实",
    ],
)
def test_a_list_ends_where_something_else_is_said(line: str) -> None:
    assert stances(line)[JAVA] < PLAIN
    assert stances(line)[PYTHON] == PLAIN


def test_a_skill_shows_the_broader_skill_too() -> None:
    assert stances("RabbitMQ consumers")["skill:Message queues"] == PLAIN


@pytest.mark.parametrize("line", ["", "，。", "()"])
def test_an_empty_line_names_nothing(line: str) -> None:
    assert stances(line) == {}


@pytest.mark.parametrize(
    ("requirement", "weakly"),
    [("了解 Docker 优先", True), ("Basic SQL", True), ("精通 Java", False), ("Solid SQL", False)],
)
def test_a_requirement_may_ask_for_a_first_acquaintance_only(requirement: str, weakly: bool) -> None:
    assert asks_weakly(requirement) is weakly
