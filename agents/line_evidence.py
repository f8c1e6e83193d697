"""The resume's lines as evidence: which lines carry a requirement, how much of it, and how firmly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from agents.stances import DENIED, PLAIN, WEAK, asks_weakly, stances
from records.redacted import RedactedText
from retrieval.terms import SKILL, terms, with_seams

CARRIES: Final = 0.7
"""A line stands for a requirement by itself when it holds this much of what the whole resume holds of it."""
MOST_LINES: Final = 3
_ALTERNATIVES: Final = re.compile(
    r"(?i)之一|任一|其中一|一种|一门|至少一|或者?|等(?!级)|例如|比如|"
    r"\bone of\b|\bat least one\b|\bor\b|\beither\b|\bany of\b|\be\.?g\b|\bsuch as\b|\betc\b|\bsimilar\b|\bequivalent\b"
)


@dataclass(frozen=True, slots=True)
class Support:
    """What a resume holds of a requirement: `share` of its terms (0 to 1) and the numbers of the lines behind it.

    `denied` are lines that name it and say no ("no firewall experience"); `found` and `missing` are the skills of the
    lexicon among its terms; `weak` says that some are only named weakly; `asked` whether it holds any term at all.
    """

    share: float = 0.0
    lines: tuple[int, ...] = ()
    denied: tuple[int, ...] = ()
    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    weak: bool = False
    asked: bool = False


class LineEvidence:
    """A resume's redacted lines, indexed once and asked for every requirement."""

    def __init__(self, lines: Sequence[RedactedText]) -> None:
        self._stances = [stances(line) for line in lines]
        self._best: dict[str, float] = {}
        for line in self._stances:
            for term, stance in line.items():
                self._best[term] = min(PLAIN, stance + self._best.get(term, DENIED))

    def support(self, requirement: str) -> Support:
        """Shares and lines for a requirement's words; nothing where they hold no comparable term."""
        asked = self._without_alternatives(terms(requirement), requirement)
        whole = sum(asked.values())
        if not whole:
            return Support()
        enough = WEAK if asks_weakly(requirement) else PLAIN
        per_line = [_held(asked, line, enough) / whole for line in self._stances]
        share = _held(asked, self._best, enough) / whole
        denied = tuple(n for n, line in enumerate(self._stances, 1) if _denies(asked, line))
        skills = [term for term in asked if term.startswith(SKILL)]
        return Support(
            share=share,
            lines=_carrying(per_line, share) or _sharing(asked, self._stances, share),
            denied=denied,
            found=tuple(skill.removeprefix(SKILL) for skill in skills if self._best.get(skill, DENIED) > DENIED),
            missing=tuple(skill.removeprefix(SKILL) for skill in skills if not self._best.get(skill, DENIED)),
            weak=any(DENIED < self._best.get(term, DENIED) < enough for term in asked),
            asked=True,
        )

    def _without_alternatives(self, asked: dict[str, float], requirement: str) -> dict[str, float]:
        """Of skills that are alternatives or examples ("one of A, B or C", A、B 等) those held stand for all."""
        skills = {term for term in asked if term.startswith(SKILL)}
        held = {term for term in skills if self._best.get(term, DENIED) > DENIED}
        if not held or not _ALTERNATIVES.search(requirement):
            return asked
        return {term: weight for term, weight in asked.items() if term not in skills - held}


def _held(asked: dict[str, float], line: dict[str, float], enough: float) -> float:
    held = with_seams(asked, line)
    return sum(weight * min(1.0, held[term] / enough) for term, weight in asked.items())


def _carrying(per_line: Sequence[float], share: float) -> tuple[int, ...]:
    """Lines that carry the requirement by themselves, best first."""
    ranked = sorted(range(len(per_line)), key=lambda i: (-per_line[i], i))
    return tuple(i + 1 for i in ranked if per_line[i] > 0 and per_line[i] >= CARRIES * share)[:MOST_LINES]


def _sharing(asked: dict[str, float], lines: Sequence[dict[str, float]], share: float) -> tuple[int, ...]:
    """Where no line carries it alone: the two that hold the most of it together, if the resume holds most of it.

    Of a requirement that is met only in part the best line is enough: parts in several places are not more places.
    """
    missing, together = set(asked), list[int]()
    for _ in range(2 if share >= CARRIES else 1):
        gains = [sum(asked[term] * line.get(term, 0.0) for term in missing) for line in lines]
        best = max(range(len(gains)), key=lambda i: (gains[i], -i), default=None)
        if best is None or gains[best] <= 0:
            break
        together.append(best + 1)
        missing -= {term for term, stance in lines[best].items() if stance > DENIED}
    return tuple(together)


def _denies(asked: dict[str, float], line: dict[str, float]) -> bool:
    named = sum(weight for term, weight in asked.items() if line.get(term) == DENIED and term in line)
    return named >= CARRIES * sum(asked.values())
