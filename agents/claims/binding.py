"""A number or a year of a claim stands in the line that speaks of the same thing, not only somewhere in the lines.

"Led 12 nurses" is not supported by "8 nurses" and "12 beds" together. A number is marked where every line that holds
it says less of the claim than a line that holds another number of its kind: the holder says nothing of the claim that
the rival does not say as well, and the rival says more. Across languages a line says of the claim what its words may
stand for (`across`).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from datetime import date

from agents.claims.across import across
from agents.claims.dates import Dates, When
from agents.claims.lines import Piece, Source, beaten, dated, figure, holds, parts_of
from agents.claims.numbers import FEW_LINES, amounts, comparable, parted, says
from agents.claims.terms import Reader, binding_terms, counted_noun
from agents.claims.time import DURATION, mistimed, over
from agents.numbers import Number
from records.language import HAN


def misplaced(claim: str, lines: str, today: date, *, years_known: bool = False) -> tuple[str, ...]:
    """The numbers and years of a claim that its lines hold only for something else, as the claim writes them.

    Lengths of time are left alone where they are established elsewhere (`years_known`).
    """
    written = [line for line in lines.splitlines() if line.strip()]
    if len(written) > FEW_LINES:
        return ()
    said: Reader = binding_terms
    heard: Reader = binding_terms
    if bool(HAN.search(claim)) != bool(HAN.search(lines)):
        said, heard = across(claim)
    source = Source(tuple(Piece(line, n, heard) for n, line in enumerate(written)))
    found = [*_numbers(claim, source, said), *_years(claim, source, said), *_paired(claim, source)]
    found += over(claim, source, today)
    return tuple(dict.fromkeys([*found, *(() if years_known else mistimed(claim, source, today, said))]))


def _numbers(claim: str, source: Source, read: Reader) -> Iterator[str]:
    """Numbers whose kind a better line tells otherwise."""
    figures = Piece(claim, 0).figures
    for clause in parts_of(claim, read):
        for number in clause.amounts.numbers:
            if not number.sure or number.unit in DURATION:
                continue
            others = {term: weight for term, weight in figures.items() if term != figure(number)}
            about, noun = {**clause.terms, **others}, counted_noun(clause.text, number, read)
            holders = [part for part in source.parts if holds(part, number)]
            if noun and any(noun in part.terms for part in holders):
                about, noun = others, ""  # the very thing: only the claim's other figures can tell of another line
            rivals = [part for part in source.parts if not holds(part, number) and _other(part, number, figures)]
            if not holders and not any(holds(line, number) for line in source.lines):
                # Supported by counting lines; that stands back where a line gives the count of the very noun.
                if any(noun in part.terms for part in rivals):
                    yield number.written
            elif beaten(about, noun, holders, rivals, source.around):
                yield number.written


def _years(claim: str, source: Source, read: Reader) -> Iterator[str]:
    """Years that stand in the lines, but not in the one that tells of the claim's matter and has years of its own."""
    for sentence in re.split(r"[;；。\n]|\.\s", claim):
        about, said = read(sentence), amounts(sentence).dates
        yield from _joined(said, source)
        for when in (*said.single, *said.starts, *said.ends):
            timed = [line for line in source.lines if line.amounts.dates.single or line.amounts.dates.periods]
            holders = [line for line in timed if dated(when, line)]
            rivals = [line for line in timed if not dated(when, line)]
            if beaten(about, "", holders, rivals, lambda piece, _: piece.terms):
                yield when.written
    yield from _within_line(claim, source, read)


def _within_line(claim: str, source: Source, read: Reader) -> Iterator[str]:
    """A year whose part of the line says something that the claim does not, where another part says nothing else:
    "sold it in 2007" of "Founded it in 2007, sold it in 2013"."""
    dated_parts = [part for part in source.parts if part.amounts.dates.single and any(part.terms.values())]
    for clause in parts_of(claim, read):
        for when in clause.amounts.dates.single:
            holders = [part for part in dated_parts if dated(when, part)]
            rivals = [part for part in dated_parts if not dated(when, part) and not _beyond(part, clause)]
            if holders and all(_beyond(h, clause) and any(r.line == h.line for r in rivals) for h in holders):
                yield when.written


def _beyond(part: Piece, clause: Piece) -> bool:
    """Whether a part says something that the claim does not."""
    return any(weight and term not in clause.terms for term, weight in part.terms.items())


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
        parts = [part for part in source.parts if number.sure and holds(part, number)]
        years = [_beside(part, number) for part in parts]
        if parts and all(own and all(one.year != when.year for one in own) for own in years):
            yield when.written


def _beside(part: Piece, number: Number) -> Sequence[When]:
    """The years of a part; of several in Chinese the one before the number: 由2015年的24%降至2019年的7%."""
    years, text = part.amounts.dates.single, part.amounts.text
    if len(years) < 2 or not HAN.search(text):
        return years
    held = next(o for o in part.amounts.numbers if comparable(number.unit, o.unit) and says(number, o.value))
    before = parted(text, held)[0]
    near = [when for when in years if when.written in before]
    return [max(near, key=lambda when: before.rfind(when.written))] if near else years


def _other(piece: Piece, number: Number, figures: Container[str]) -> bool:
    """Whether it has another number of the same unit, or none as well, that the claim does not say too."""
    return any(o.sure and o.unit == number.unit and figure(o) not in figures for o in piece.amounts.numbers)
