from __future__ import annotations

from typing import Any

import pytest

import invented
from agents.screening.question_conditions import (
    Condition,
    Decided,
    Flagged,
    MustHaves,
    Rated,
    Standing,
    Stated,
    asked_of_batch,
)
from agents.screening.question_scores import Scored
from retrieval.facts import Conditions

OWN = invented.posting().requirements


def stated(denied: bool = False, **asked: Any) -> Stated:
    sets = {name: frozenset(value) if isinstance(value, set) else value for name, value in asked.items()}
    return Stated((Conditions(**sets),), denied)


KUBERNETES = stated(skills={"Kubernetes"})
FIVE = stated(least_years=5.0)
GERMAN = stated(languages={"German"})
READ: dict[str, list[Condition]] = {
    "who has Kubernetes and over 5 years?": [FIVE, KUBERNETES],
    "谁会 Kubernetes 而且有 5 年以上经验？": [FIVE, KUBERNETES],
    "who meets all must-haves?": [MustHaves()],
    "who does not meet all must-haves?": [MustHaves(denied=True)],
    "who is missing a must-have?": [MustHaves(denied=True)],
    "谁必备条件都满足": [MustHaves()],
    "谁不满足必备条件": [MustHaves(denied=True)],
    "how many have a master's degree": [stated(least_degree="master")],
    "who doesn't have a master's degree?": [stated(denied=True, least_degree="master")],
    "who lacks German?": [stated(denied=True, languages={"German"})],
    "谁不会德语": [stated(denied=True, languages={"German"})],
    "谁不具备 Java 但会 Go": [stated(skills={"Go"}), stated(denied=True, skills={"Java"})],
    "who knows Go?": [stated(skills={"Go"})],
    "who scores above 7": [Scored(least=7.0, open_least=True)],
    "谁得分不低于 7": [Scored(least=7.0)],
    "7 分以上的有谁": [Scored(least=7.0)],
    "哪些人得分低于5分": [Scored(most=5.0, open_most=True)],
    "谁得分在6到8分之间": [Scored(least=6.0, most=8.0)],
    "who scores between 6 and 8.5?": [Scored(least=6.0, most=8.5)],
    "谁有标记": [Flagged()],
    "who needs a look?": [Flagged()],
    "who has no flags": [Flagged(denied=True)],
    "推荐面试的有谁": [Decided(frozenset({"strong_yes", "yes"}))],
    "who is recommended for an interview?": [Decided(frozenset({"strong_yes", "yes"}))],
    "who is not recommended?": [Decided(frozenset({"no"}))],
    "强烈推荐的有几个": [Decided(frozenset({"strong_yes"}))],
    "待定的有谁": [Decided(frozenset({"maybe"}))],
    "who meets R1": [Rated(OWN[0])],
    "who doesn't meet R3?": [Rated(OWN[2], denied=True)],
    "谁完全满足第 2 条": [Rated(OWN[1], "fully")],
    "谁第 2 条只是部分满足": [Rated(OWN[1], "partly")],
    "who doesn't score above 7?": [Scored(most=7.0)],
    "谁没到 7 分": [Scored(most=7.0, open_most=True)],
    "who is not strongly recommended?": [Decided(frozenset({"yes", "maybe", "no"}))],
    "who knows neither Java nor Go?": [stated(denied=True, skills={"Java"}), stated(denied=True, skills={"Go"})],
    "谁没有工作满 5 年": [stated(denied=True, least_years=5.0)],
}


@pytest.mark.parametrize("question", READ)
def test_a_question_is_read_as_its_conditions(question: str) -> None:
    asked = asked_of_batch(question, OWN)

    assert list(asked.conditions) == READ[question]
    assert asked.unused == ()


def test_a_choice_is_one_condition() -> None:
    asked = asked_of_batch("who has Java or Go but no German?")

    assert [(len(one.any_of), one.denied) for one in asked.conditions if isinstance(one, Stated)] == [
        (2, False),
        (1, True),
    ]


@pytest.mark.parametrize("question", ["of the first ten, who speaks German?", "前十名里谁会德语"])
def test_a_question_may_be_about_some_places_only(question: str) -> None:
    standing, german = asked_of_batch(question).conditions

    assert isinstance(standing, Standing)
    assert standing.ranks.first == 10
    assert german == GERMAN


@pytest.mark.parametrize(
    ("question", "unused"),
    [("who knows beekeeping and Kubernetes?", ("beekeeping",)), ("谁养过蜜蜂还会 Kubernetes", ("养过蜜蜂",))],
)
def test_words_that_were_not_understood_are_told(question: str, unused: tuple[str, ...]) -> None:
    asked = asked_of_batch(question, OWN)

    assert asked.conditions == (KUBERNETES,)
    assert asked.unused == unused


@pytest.mark.parametrize("question", ["who has 5 years of Kubernetes?", "谁有 5 年以上 Kubernetes 经验"])
def test_years_with_a_skill_are_pointed_out(question: str) -> None:
    assert asked_of_batch(question).years_with == ("Kubernetes",)


def test_years_beside_a_skill_are_not() -> None:
    assert asked_of_batch("who has Kubernetes and over 5 years?").years_with == ()


@pytest.mark.parametrize(
    ("score", "least", "most"), [(Scored(7.0, open_least=True), 7.1, 10.0), (Scored(most=5.0), 1.0, 5.0)]
)
def test_an_open_end_is_not_included(score: Scored, least: float, most: float) -> None:
    assert score.holds(least)
    assert score.holds(most)
    assert not score.holds(round(least - 0.1, 1)) or least == 1.0
    assert not score.holds(round(most + 0.1, 1)) or most == 10.0
