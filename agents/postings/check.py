# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Looks at the wording of a posting: what is discriminatory, vague or contradictory, where, why, and what to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from agents.postings.check_rules import RULES, Rule
from agents.postings.check_words import KIND_WORDS, Kind
from agents.postings.contradictions import contradictions
from records.assessment import AssessedBy
from records.language import Language

_SENTENCE: Final = re.compile(r"[。！？!?；;]|\.(?=\s|$)")
_CLAUSE: Final = re.compile(r"[。！？!?；;，,]|\.(?=\s|$)")
# Holds for its clause: "性别不限，35 岁以下" still asks for an age.
_DENIED_ZH: Final = re.compile(
    r"不限|不论|无论|不分|均可|皆可|都可|不要求|无要求|没有要求|不作要求|不做要求|不看|不设|不问|不因|不以|不会因|没有限制|无限制|不限制|反对|禁止|"
    r"不得|拒绝|不接受|杜绝|一视同仁|同等对待|平等|不需要|无需|不必|不是必须|并非|不考虑"
)
# Holds for its sentence: "regardless of age, gender or religion" lists.
_DENIED_EN: Final = re.compile(
    r"regardless|irrespective|without regard|discriminat|equal[- ](?:opportunit|employment|treatment)|welcome|diverse|diversity|inclusi|"
    r"no (?:age|gender|upper)|not (?:required|needed|necessary|important|a requirement|matter|ask|consider|limited)|n't (?:matter|need|require|ask|care|consider|have to)|"
    r"\b(?:any|all) (?:ages?|genders?|backgrounds?|religions?|nationalit|qualified)|protected|accommodat|under-?represented",
    re.I,
)


@dataclass(frozen=True)
class Finding:
    """A place in a posting that should be looked at; `words` stand in line `line`, counted from 1."""

    kind: Kind
    topic: str
    line: int
    words: str
    reason: str
    suggestion: str
    found_by: AssessedBy = "rules"

    def told(self, language: Language) -> str:
        """One line for people."""
        head = KIND_WORDS[language][self.kind]
        if language == "zh":
            return f"第 {self.line} 行 · {head}“{self.words}”：{self.reason}{self.suggestion}"
        return f"Line {self.line} · {head} “{self.words}”: {self.reason} {self.suggestion}"


def check_posting(text: str, language: Language) -> tuple[Finding, ...]:
    """What the rules find, in the posting's order; words that deny a condition ("不限性别") are no finding."""
    found = [finding for number, line in enumerate(text.split("\n"), 1) for finding in _in_line(line, number, language)]
    against = (
        Finding("contradictory", c.topic, c.line, c.words, c.reason[language].format(**c.facts), c.suggestion[language])
        for c in contradictions(text)
    )
    return tuple(sorted([*found, *against], key=lambda finding: finding.line))


def _in_line(line: str, number: int, language: Language) -> Iterator[Finding]:
    seen: list[tuple[int, int]] = []
    for rule in RULES:
        for match in rule.pattern.finditer(line):
            start, end = match.span()
            if _denied(line, start, end, rule) or any(start < last and first < end for first, last in seen):
                continue
            seen.append((start, end))
            yield Finding(rule.kind, rule.topic, number, match[0].strip(), rule.reason[language], rule.advice[language])


def _denied(line: str, start: int, end: int, rule: Rule) -> bool:
    if rule.kind == "vague":
        return rule.unless is not None and bool(rule.unless.search(line))
    clause, sentence = _around(_CLAUSE, line, start, end), _around(_SENTENCE, line, start, end)
    if _DENIED_ZH.search(clause) or _DENIED_EN.search(sentence):
        return True
    return rule.unless is not None and bool(rule.unless.search(sentence))


def _around(border: re.Pattern[str], line: str, start: int, end: int) -> str:
    """The part of a line between the borders around a place."""
    first = max((match.end() for match in border.finditer(line, 0, start)), default=0)
    after = border.search(line, end)
    return line[first : after.start() if after else len(line)]
