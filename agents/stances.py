"""How a line stands behind what it names: plainly, weakly ("some Java", 了解), or not at all ("no Java")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from retrieval.skills import kinds_of
from retrieval.terms import SKILL, terms

PLAIN: Final = 1.0
WEAK: Final = 1 / 3
"""A weak mention is worth a third of a plain one: below the least share that makes a requirement partly met when it
is all there is, above nothing."""
DENIED: Final = 0.0

_WEAK: Final = re.compile(
    r"(?i)\b(?:basics?|some|limited|familiar\w*|exposure|beginner|entry[- ]level|novice|assist\w*|helped|introductory|"
    r"little|junior|contribut\w+|participat\w+|coursework|simple|small|learn(?:ing|ed|t))\b|了解|接触过|初步|略懂|入门|学习过|协助|参与过?|打杂|旁听"
)
_DENIED: Final = re.compile(
    r"(?i)\b(?:no|not|without|lack\w*|never|none|don['’]t|haven['’]t|hasn['’]t)\b|没有|尚未|未曾|从未|不会|不熟悉|缺乏|无(?=相关|经验|\w{0,6}经验)"
)
_PLAINLY: Final = re.compile(
    r"(?i)\b(?:but|strong\w*|proficient|expert\w*|fluent|advanced|solid|extensive|led|built|own(?:ed|s)?)\b|"
    r"但|而是|熟练|熟悉|精通|擅长|掌握|扎实|主导|负责"
)
"""Ends a list that a weak or denying word began: "some Java, strong Python", 了解 Java，熟练 Python."""
_CLAUSE: Final = re.compile(
    r"[,;.!?()](?=\s|$)|[，；。！？（）、]|"
    r"\band\b|\bwhile\b|\b(?=but\b)|(?=但)|\bwith\b(?= (?:some|basic|limited|a basic)\b)"
)
_LIST_ITEM_WORDS: Final = 4
"""A clause no longer than this goes on a list: "Familiar with Java, Scala and Go" is weak on all three."""


def stances(line: str) -> dict[str, float]:
    """Each term of a line with how the line stands behind it, `PLAIN`, `WEAK` or `DENIED`."""
    found: dict[str, float] = {}
    stance = PLAIN
    for clause in _CLAUSE.split(line):
        own = DENIED if _DENIED.search(clause) else WEAK if _WEAK.search(clause) else PLAIN
        stance = stance if own == PLAIN and _goes_on(clause) else own
        for term in _shown(clause):
            found[term] = max(stance, found.get(term, DENIED))
    for term in _shown(line):  # a name may span clauses: "R and D"
        found.setdefault(term, stance)
    return found


def denies(line: str, term: str) -> bool:
    """Whether a line names a term only to say no to it; `stances` is asked only where the line says no to anything."""
    return bool(_DENIED.search(line)) and stances(line).get(term) == DENIED


def _shown(text: str) -> Iterator[str]:
    """The terms of a text, and the broader skills that a skill shows: RabbitMQ shows message queues."""
    for term in terms(text):
        yield term
        if term.startswith(SKILL):
            yield from (f"{SKILL}{kind}" for kind in kinds_of(term.removeprefix(SKILL)))


_ASKS_WEAKLY: Final = re.compile(
    r"(?i)\b(?:basics?|familiar\w*|exposure|beginner|entry[- ]level|introductory)\b|了解|接触过|初步|入门"
)


def asks_weakly(requirement: str) -> bool:
    """Whether a requirement itself asks only for a first acquaintance: then a weak mention is enough."""
    return bool(_ASKS_WEAKLY.search(requirement))


def _goes_on(clause: str) -> bool:
    short = len(clause.split()) <= _LIST_ITEM_WORDS and len(clause) <= 24
    return short and not _PLAINLY.search(clause)
