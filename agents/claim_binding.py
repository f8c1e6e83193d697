# ruff: noqa: E501  (a pattern is read whole)
"""A number or a year of a claim stands in the line that speaks of the same thing, not only somewhere in the lines.

"Led 12 nurses" is not supported by "8 nurses" and "12 beds" together. A number is marked where every line that holds
it says less of the claim than a line that holds another number of its kind: the holder says nothing of the claim that
the rival does not say as well, and the rival says more. Claim and lines must be in one language: a translation has
other words, so what a line leaves unsaid there proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from agents.claim_dates import Dates, When, undated
from agents.claim_numbers import Amounts, amounts, comparable, lasts, says
from agents.claim_terms import binding_terms, counted_noun
from agents.numbers import Number
from records.language import HAN
from retrieval.documents.profile.degrees import degree_in
from retrieval.skills import trade_of
from retrieval.terms import SKILL

MOST_LINES: Final = 12
"""A whole resume holds the same number for many reasons; the few lines a claim points at do not."""
FIRM: Final = 2.0
"""How much more of the claim a rival must say, where it is not the very noun that the number counts: a skill or two
words. One word alone may be another word for the same thing."""
HALF: Final = 0.5
"""Share of the claim that a rival must say where the holder says nothing of it."""

_PARTS: Final = re.compile(r"[;:，；、。：|\n!?！？]|[.,](?=\s|$)|\band\b|[和与及]")
_NOW: Final = re.compile(
    r"(?i)\b(?:current(?:ly)? (?:employ|work|job|role|position|serv|lead|head|manag|at\b)\w*|now (?:work|serv|lead|head)\w*)|"
    r"(?:现|目前|当前|现在)(?:任职|就职|任|在职|供职|担任)"
)
_DURATION: Final = ("year", "month")


@dataclass(frozen=True)
class Piece:
    """A line of a resume, or a part of one, read once."""

    text: str
    line: int

    @cached_property
    def amounts(self) -> Amounts:
        """Its numbers and dates."""
        return amounts(self.text)

    @cached_property
    def terms(self) -> Mapping[str, float]:
        """What it is about in words."""
        return binding_terms(self.text)

    @cached_property
    def figures(self) -> Mapping[str, float]:
        """Its numbers and years as terms: what else a line says helps to tell which line a claim is about."""
        dates = self.amounts.dates
        years = {f"year:{when.year}": FIRM for when in (*dates.single, *dates.starts, *dates.ends)}
        return years | {f"number:{n.value:g}": FIRM for n in self.amounts.numbers if n.sure}


@dataclass(frozen=True)
class Source:
    """The lines of a claim."""

    lines: tuple[Piece, ...]

    @cached_property
    def parts(self) -> tuple[Piece, ...]:
        """The lines cut at commas and the like."""
        return tuple(
            Piece(part, line.line) for line in self.lines for part in _PARTS.split(line.text) if part and part.strip()
        )

    def around(self, piece: Piece, other: Piece) -> Mapping[str, float]:
        """What stands around a part as compared with another: its line, or itself where both share the line."""
        if piece.line == other.line:
            return piece.terms
        line = self.lines[piece.line]
        return {**line.terms, **line.figures}


def misplaced(claim: str, lines: str, today: date) -> tuple[str, ...]:
    """The numbers and years of a claim that its lines hold only for something else, as the claim writes them."""
    written = [line for line in lines.splitlines() if line.strip()]
    if len(written) > MOST_LINES or bool(HAN.search(claim)) != bool(HAN.search(lines)):
        return ()
    source = Source(tuple(Piece(line, n) for n, line in enumerate(written)))
    found = [*_numbers(claim, source), *_years(claim, source), *_paired(claim, source), *_over(claim, source, today)]
    return tuple(dict.fromkeys([*found, *_lengths(claim, source, today)]))


def _numbers(claim: str, source: Source) -> Iterator[str]:
    """Numbers whose kind a better line tells otherwise."""
    figures = Piece(claim, 0).figures
    for clause in _clauses(claim):
        for number in clause.amounts.numbers:
            if not number.sure or number.unit in _DURATION:
                continue
            others = {term: weight for term, weight in figures.items() if term != f"number:{number.value:g}"}
            about, noun = {**clause.terms, **others}, counted_noun(clause.text, number.written)
            holders = [part for part in source.parts if _holds(part, number)]
            if noun and any(noun in part.terms for part in holders):
                about, noun = others, ""  # the very thing: only the claim's other figures can tell of another line
            rivals = [part for part in source.parts if not _holds(part, number) and _other(part, number, figures)]
            if not holders and not any(_holds(line, number) for line in source.lines):
                # Supported by counting lines; that stands back where a line gives the count of the very noun.
                if any(noun in part.terms for part in rivals):
                    yield number.written
            elif _beaten(about, noun, holders, rivals, source.around):
                yield number.written


def _years(claim: str, source: Source) -> Iterator[str]:
    """Years that stand in the lines, but not in the one that tells of the claim's matter and has years of its own."""
    for sentence in re.split(r"[;；。\n]|\.\s", claim):
        about, said = binding_terms(sentence), amounts(sentence).dates
        yield from _joined(said, source)
        for when in (*said.single, *said.starts, *said.ends):
            dated = [line for line in source.lines if line.amounts.dates.single or line.amounts.dates.periods]
            holders = [line for line in dated if _dated(when, line)]
            rivals = [line for line in dated if not _dated(when, line)]
            if _beaten(about, "", holders, rivals, lambda piece, _: piece.terms):
                yield when.written


def _joined(said: Dates, source: Source) -> Iterator[str]:
    """The beginning of a claim's period, where its end is the end of a period that began in another year."""
    for period in said.periods:
        held = [p for line in source.lines for p in line.amounts.dates.periods]
        if period.end and (ends := [p for p in held if p.end and p.end.year == period.end.year]):
            began = {p.start.year for p in held}
            if period.start.year not in began and all(p.start.year != period.start.year for p in ends):
                yield period.start.written


def _paired(claim: str, source: Source) -> Iterator[str]:
    """A claim's only year, where the part of each line that holds its number has another year."""
    said = amounts(claim)
    if len(said.dates.single) != 1 or said.dates.periods:
        return
    when = said.dates.single[0]
    for number in said.numbers:
        parts = [part for part in source.parts if number.sure and _holds(part, number)]
        years = [part.amounts.dates.single for part in parts]
        if parts and all(own and all(one.year != when.year for one in own) for own in years):
            yield when.written


def _over(claim: str, source: Source, today: date) -> Iterator[str]:
    """A job said to last, where every line that has its beginning, or any period at all, tells its end."""
    if not (found := _NOW.search(claim)):
        return
    begun = [when for when in amounts(claim).dates.single if when.role == "start"]
    timed = [line for line in source.lines if line.amounts.dates.periods or line.amounts.dates.single]
    own = [line for line in timed if all(_dated(when, line) for when in begun)]
    if own and all(_ended(line.amounts.dates, today) for line in own):
        yield begun[0].written if begun else found[0]


def _ended(dates: Dates, today: date) -> bool:
    return not dates.single and all(period.end and period.end.year < today.year for period in dates.periods)


def _lengths(claim: str, source: Source, today: date) -> Iterator[str]:
    """Lengths of time that come about only with periods spent on something else: at school, in another trade."""
    for clause in _clauses(claim):
        about = clause.terms
        for number in clause.amounts.numbers:
            if not number.sure or number.unit not in _DURATION or not about:
                continue
            stated = [line for line in source.lines if any(o.unit in _DURATION for o in line.amounts.numbers)]
            holders = [line for line in source.lines if _holds(line, number) or _took(line, number, today)]
            rivals = [line for line in stated if line not in holders]
            if _beaten(about, "", holders, rivals, lambda piece, _: piece.terms):
                yield number.written
                continue
            timed = [line for line in source.lines if line.amounts.dates.periods]
            alike = [line for line in timed if not _elsewhere(about, line, timed)]
            if len(alike) < len(timed) and not any(_holds(line, number) for line in source.lines):
                lengths = amounts("\n".join(line.text for line in alike)).dates.lengths(today)
                if not lasts(number, list(lengths)):
                    yield number.written


def _elsewhere(about: Mapping[str, float], line: Piece, timed: Sequence[Piece]) -> bool:
    """Whether a period was spent on another matter than the claim's, which another period was spent on."""
    if about.keys() & line.terms.keys() or not any(about.keys() & other.terms.keys() for other in timed):
        return False
    asked, own = _trades(about), _trades(line.terms)
    school = degree_in(line.text, short_forms=True) is not None and not any(term.startswith("degree") for term in about)
    return school or bool(asked and own and not asked & own)


def _trades(terms: Iterable[str]) -> set[str]:
    """People cross between software, data and the machines under them: the three are one here."""
    trades = {trade_of(term.removeprefix(SKILL)) for term in terms if term.startswith(SKILL)}
    return {"software" if trade in ("data", "infrastructure") else trade for trade in trades}


def _clauses(claim: str) -> Iterator[Piece]:
    """The parts of a claim; one that says nothing but a number is read with its whole sentence."""
    for part in _PARTS.split(claim):
        if part and part.strip():
            piece = Piece(part, 0)
            yield piece if piece.terms else Piece(claim if claim.count(part) == 1 else part, 0)


def _holds(piece: Piece, number: Number) -> bool:
    return any(comparable(number.unit, o.unit) and says(number, o.value) for o in piece.amounts.numbers)


def _took(line: Piece, number: Number, today: date) -> bool:
    return lasts(number, list(line.amounts.dates.lengths(today)))


def _other(piece: Piece, number: Number, figures: Container[str]) -> bool:
    """Whether it has another number of the same unit, or none as well, that the claim does not say too."""
    return any(o.sure and o.unit == number.unit and f"number:{o.value:g}" not in figures for o in piece.amounts.numbers)


def _dated(when: When, line: Piece) -> bool:
    return not [*undated(Dates((), (when,), ""), line.amounts.dates)]


def _beaten(
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
    behind = [holder.text.partition(number.written)[2] for number in holder.amounts.numbers if number.sure]
    return any(any(binding_terms(text).values()) for text in behind)


def _beats(about: Mapping[str, float], noun: str, rival: Mapping[str, float], holder: Mapping[str, float]) -> bool:
    told = {term for term, weight in about.items() if weight}
    mine, theirs = told & rival.keys(), told & holder.keys()
    gained = mine - theirs
    if theirs - mine or not gained:
        return False
    weight = sum(about[term] for term in gained)
    return noun in gained or weight >= FIRM or (not theirs and weight >= HALF * sum(about.values()))
