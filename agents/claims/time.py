# ruff: noqa: E501  (a pattern is read whole)
"""Lengths of time and jobs that last, in a claim: counted from the lines that tell of the same matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from agents.claims.dates import Dates
from agents.claims.lines import Piece, Source, beaten, dated, holds, parts_of
from agents.claims.numbers import amounts, lasts
from agents.claims.terms import Reader, binding_terms
from agents.numbers import Number
from retrieval.documents.profile.degrees import degree_in
from retrieval.skills import trade_of
from retrieval.terms import SKILL

DURATION: Final = ("year", "month")
_NOW: Final = re.compile(
    r"(?i)\b(?:current(?:ly)? (?:employ|work|job|role|position|serv|lead|head|manag|at\b)\w*|now (?:work|serv|lead|head)\w*)|"
    r"(?:现|目前|当前|现在)(?:任职|就职|任|在职|供职|担任)"
)


def over(claim: str, source: Source, today: date) -> Iterator[str]:
    """A job said to last, where every line that has its beginning, or any period at all, tells its end."""
    if not (found := _NOW.search(claim)) or any(_NOW.search(line.text) for line in source.lines):
        return
    begun = [when for when in amounts(claim).dates.single if when.role == "start"]
    timed = [line for line in source.lines if line.amounts.dates.periods or line.amounts.dates.single]
    own = [line for line in timed if all(dated(when, line) for when in begun)]
    if own and all(_ended(line.amounts.dates, today) for line in own):
        yield begun[0].written if begun else found[0]


def _ended(dates: Dates, today: date) -> bool:
    return not dates.single and all(period.end and period.end.year < today.year for period in dates.periods)


def mistimed(claim: str, source: Source, today: date, read: Reader = binding_terms) -> Iterator[str]:
    """Lengths of time that come about only with periods spent on something else: at school, in another trade."""
    for clause in parts_of(claim, read):
        about = clause.terms
        for number in clause.amounts.numbers:
            if not number.sure or number.unit not in DURATION or not about:
                continue
            stated = [line for line in source.lines if any(o.unit in DURATION for o in line.amounts.numbers)]
            holders = [line for line in source.lines if holds(line, number) or _took(line, number, today)]
            rivals = [line for line in stated if line not in holders]
            if beaten(about, "", holders, rivals, lambda piece, _: piece.terms):
                yield number.written
                continue
            timed = [line for line in source.lines if line.amounts.dates.periods]
            alike = [line for line in timed if not _elsewhere(about, line, timed)]
            if len(alike) < len(timed) and not any(holds(line, number) for line in source.lines):
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


def _took(line: Piece, number: Number, today: date) -> bool:
    return lasts(number, list(line.amounts.dates.lengths(today)))
