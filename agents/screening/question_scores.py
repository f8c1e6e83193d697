# ruff: noqa: E501  (a pattern is read whole)
"""Scores that people set as a condition: "scores above 7", 7 分以上, "between 6 and 8 points"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_N: Final = r"(?:10(?:\.0+)?|\d(?:\.\d+)?)(?![\d.]*\d)"
_OVER: Final = r"above|over|more than|higher than|better than|greater than|>(?!=)|高于(?<!不高于)|超过(?<!不超过)|大于(?<!不大于)|多于(?<!不多于)|高过"
_LEAST: Final = r"at least|no less than|not less than|not below|from|>=|≥|不低于|至少|不少于|不小于|最低"
_UNDER: Final = (
    r"below|under|less than|lower than|worse than|<(?!=)|低于(?<!不低于)|不到|少于(?<!不少于)|小于(?<!不小于)|不足"
)
_MOST: Final = r"at most|no more than|not more than|not above|up to|<=|≤|不超过|不高于|至多|最多|不大于|不多于"
_HAN_POINTS: Final = r"分(?:(?=之[间内])|(?![工析布享类支配库钟公销层之]))"
_SCORE: Final = re.compile(
    rf"(?i)(?P<word>\bscor(?:e[sd]?|ing)\b(?:\s+(?:is|are|was|of|a))?|\brated\b|得分|评分|分数|总分|\bpoints?\s+(?=above|over|below|under|at))?[\s:：]*(?:在|是|为)?\s*"
    rf"(?:(?P<over>{_OVER})|(?P<least>{_LEAST})|(?P<under>{_UNDER})|(?P<most>{_MOST})|(?P<between>between|介于))?\s*"
    rf"(?<![\d.#$])(?P<n>{_N})\s*(?P<first_unit>{_HAN_POINTS})?(?:\s*(?:-|–|~|至|到|\bto\b|(?(between)(?:\band\b|和|与)|(?!)))\s*(?P<to>{_N}))?"
    rf"\s*(?P<unit>points?\b|{_HAN_POINTS})?\s*(?:之间)?(?P<after_least>(?:及|或|和)?以上|\s*\b(?:or|and)\s+(?:more|above|higher|better|up)\b|\+)?(?P<after_most>(?:及|或|和)?以[下内]|\s*\b(?:or|and)\s+(?:less|below|lower|under)\b)?(?:的)?"
)
_DENIED: Final = re.compile(
    r"(?i)(?:\bnot\b|\bnever\b|n['’]t\b)(?:\s+\w+)?\s*$|[不没未](?:有|能|曾)?(?:达?到|超过|得)?\s*$"
)
LOWEST: Final = 1.0
HIGHEST: Final = 10.0


@dataclass(frozen=True, slots=True)
class Scored:
    """The score, as people see it, lies between these; `open` ends are not included ("above 7" is 7.1 or more)."""

    least: float = LOWEST
    most: float = HIGHEST
    open_least: bool = False
    open_most: bool = False

    def holds(self, score: float) -> bool:
        """Whether a score to one decimal does."""
        enough = score > self.least if self.open_least else score >= self.least
        return enough and (score < self.most if self.open_most else score <= self.most)

    def opposite(self) -> Scored:
        """The scores for which it does not hold; of a single one, and of those between two, all below."""
        if self.least > LOWEST:
            return Scored(most=self.least, open_most=not self.open_least)
        return Scored(least=self.most, open_least=not self.open_most)


@dataclass(frozen=True, slots=True)
class ScoreWords:
    """What the words from `start` up to but not including `end` ask of the score."""

    start: int
    end: int
    asked: Scored


def scores_in(words: str) -> Iterator[ScoreWords]:
    """Every condition on the score; a number counts as one where the words say score or points."""
    for found in _SCORE.finditer(words):
        if found["word"] or found["unit"] or found["first_unit"]:
            asked, denial = _scored(found), _DENIED.search(words[: found.start()])
            start = denial.start() if denial else found.start()
            yield ScoreWords(start, found.end(), asked.opposite() if denial else asked)


def _scored(found: re.Match[str]) -> Scored:
    n = float(found["n"])
    if found["to"]:
        to = float(found["to"])
        return Scored(least=min(n, to), most=max(n, to))
    if found["over"]:
        return Scored(least=n, open_least=True)
    if found["under"]:
        return Scored(most=n, open_most=True)
    if found["most"] or found["after_most"]:
        return Scored(most=n)
    if found["least"] or found["after_least"]:
        return Scored(least=n)
    return Scored(least=n, most=n)
