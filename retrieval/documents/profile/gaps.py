"""Months between work and studies in which a resume shows neither."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from records.resume import Education, Gap, Line, Position
from retrieval.documents.profile.dates import Moment, periods_in
from retrieval.documents.profile.spans import merged, widest, written_month

SHORTEST_GAP = 4
"""Months. One more than the summer between two school years (May to September), which is no gap to ask about."""

_WITHOUT_ACTIVITIES = frozenset({"certificates", "awards", "publications", "skills", "languages", "interests"})
_EARLIEST = Moment(1900)


@dataclass(frozen=True, slots=True)
class _Lasting:
    start: Moment
    end: Moment | None


def gaps_of(
    positions: Sequence[Position], education: Sequence[Education], lines: Sequence[Line], today: date
) -> tuple[Gap, ...]:
    """The gaps between known work and studies, in order of time; never before the first nor after the last.

    A gap is given only where it is certain: a year without its month counts whole, studies whose beginning is not
    said reach back without end, and months that any project or voluntary work of the resume fills are no gap.
    """
    known = [*_worked(positions), *_studied(education)]
    spans = [widest(period, today) for period in known]
    if not spans:
        return ()
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    filled = merged([*spans, *(widest(period, today) for period in _shown(lines))])
    return tuple(
        Gap(written_month(before[1]), written_month(after[0] - 1), after[0] - before[1])
        for before, after in pairwise(filled)
        if after[0] - before[1] >= SHORTEST_GAP and first < before[1] and after[0] < last
    )


def _worked(positions: Iterable[Position]) -> list[_Lasting]:
    return [
        _Lasting(Moment.of(each.start), Moment.of(each.end) if each.end else None)
        for each in positions
        if each.start and (each.end or each.current)
    ]


def _studied(education: Iterable[Education]) -> list[_Lasting]:
    """Studies that have not ended, or whose end is not said, are taken to go on."""
    return [
        _Lasting(Moment.of(each.start) if each.start else _EARLIEST, Moment.of(each.end) if each.end else None)
        for each in education
        if each.start or each.end
    ]


def _shown(lines: Iterable[Line]) -> list[_Lasting]:
    return [
        _Lasting(period.start, period.end)
        for line in lines
        if line.section not in _WITHOUT_ACTIVITIES
        for period in periods_in(line.text)
    ]
