"""The lines of a claim and their parts, and which of two says more of what the claim says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from agents.claims.dates import Dates, When, undated
from agents.claims.numbers import OWN_KIND, Amounts, amounts, comparable, linked, parted, says
from agents.claims.terms import Reader, binding_terms
from agents.claims.vocabulary import HAN_COMMA
from agents.numbers import Number
from records.language import HAN

FIRM: Final = 2.0
"""How much more of the claim a rival must say, where it is not the very noun that the number counts: a skill or two
words. One word alone may be another word for the same thing."""
HALF: Final = 0.5
"""Share of the claim that a rival must say where the holder says nothing of it."""

_PARTS: Final = re.compile(
    rf"[;:，；、。：|\n!?！？]|[.,](?=\s|$)|{HAN_COMMA}|"
    r"(?<!between \d{4} )\band\b|[和与及](?!以[上下])"
)


def figure(number: Number) -> str:
    """A number as a term: five years are not the five of five engineers."""
    return f"number:{number.value:g}{number.unit if number.unit in OWN_KIND else ''}"


@dataclass(frozen=True)
class Piece:
    """A line of a resume, or a part of one, read once."""

    text: str
    line: int
    read: Reader = binding_terms

    @cached_property
    def amounts(self) -> Amounts:
        """Its numbers and dates."""
        return amounts(self.text)

    @cached_property
    def terms(self) -> Mapping[str, float]:
        """What it is about in words."""
        return self.read(self.text)

    @cached_property
    def figures(self) -> Mapping[str, float]:
        """Its numbers and years as terms: what else a line says helps to tell which line a claim is about."""
        dates = self.amounts.dates
        years = {f"year:{when.year}": FIRM for when in (*dates.single, *dates.starts, *dates.ends)}
        return years | {
            figure(number): FIRM for number in self.amounts.numbers if number.sure and number.unit != "level"
        }


@dataclass(frozen=True)
class Source:
    """The lines of a claim."""

    lines: tuple[Piece, ...]

    @cached_property
    def parts(self) -> tuple[Piece, ...]:
        """The lines cut at commas and the like."""
        return tuple(
            Piece(part, line.line, line.read)
            for line in self.lines
            for part in _PARTS.split(line.text)
            if part and part.strip()
        )

    def around(self, piece: Piece, other: Piece) -> Mapping[str, float]:
        """What stands around a part as compared with another: its line, or itself where both share the line."""
        if piece.line == other.line:
            return {**piece.terms, **piece.figures}
        line = self.lines[piece.line]
        return {**line.terms, **line.figures}


def parts_of(claim: str, read: Reader = binding_terms) -> Iterator[Piece]:
    """The parts of a claim; one that says nothing but a number is read with its whole sentence."""
    for part in _PARTS.split(claim):
        if part and part.strip():
            piece = Piece(part, 0, read)
            yield piece if piece.terms else Piece(claim if claim.count(part) == 1 else part, 0, read)


def holds(piece: Piece, number: Number) -> bool:
    """Whether a piece holds a number that supports this one."""
    return any(
        (comparable(number.unit, o.unit) or linked(o, piece.amounts)) and says(number, o.value)
        for o in piece.amounts.numbers
    )


def dated(when: When, line: Piece) -> bool:
    """Whether a line holds a year, at the end of a period where the claim puts it at that end."""
    return not [*undated(Dates((), (when,), ""), line.amounts.dates)]


def beaten(
    about: Mapping[str, float],
    noun: str,
    holders: Sequence[Piece],
    rivals: Sequence[Piece],
    around: Callable[[Piece, Piece], Mapping[str, float]],
) -> bool:
    """Whether each holder says less of the claim than some rival.

    A part without a noun behind its number ("and hired 12 in 2018") leaves out what the one before it says, and is
    never beaten within its line.
    """
    return bool(holders) and all(
        any(_tells(h, r) and _beats(about, noun, around(r, h), around(h, r)) for r in rivals) for h in holders
    )


def _tells(holder: Piece, rival: Piece) -> bool:
    """Whether a holder says what its number counts, where it shares the line with its rival."""
    if holder.line != rival.line:
        return True
    if HAN.search(holder.text):
        return any(holder.terms.values())  # 商铺 12 间
    behind = [parted(holder.text, number)[1] for number in holder.amounts.numbers if number.sure]
    return any(any(binding_terms(text).values()) for text in behind)


def _beats(about: Mapping[str, float], noun: str, rival: Mapping[str, float], holder: Mapping[str, float]) -> bool:
    told = {term for term, weight in about.items() if weight}
    mine, theirs = told & rival.keys(), told & holder.keys()
    gained = mine - theirs
    if theirs - mine or not gained:
        return False
    weight = sum(about[term] for term in gained)
    return noun in gained or weight >= FIRM or (not theirs and weight >= HALF * sum(about.values()))
