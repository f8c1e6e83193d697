"""Counting the months that periods of a resume cover."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from retrieval.documents.profile.dates import Moment

Span = tuple[int, int]
"""First month and the month after the last, counted from year 0."""


class Lasting(Protocol):
    """What has a beginning and an end; `end` is None while it goes on."""

    @property
    def start(self) -> Moment:
        """The first month."""

    @property
    def end(self) -> Moment | None:
        """The last month."""


def months_covered(periods: Iterable[Lasting], today: date) -> int:
    """Months in the union of the periods: what overlaps counts once, what lies in the future not at all."""
    return sum(last - first for first, last in merged(_counted(period, today) for period in periods))


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same months as spans that neither touch nor overlap, in order; empty spans are left out."""
    union: list[Span] = []
    for first, last in sorted(spans):
        if last <= first:
            continue
        if union and first <= union[-1][1]:
            union[-1] = (union[-1][0], max(union[-1][1], last))
        else:
            union.append((first, last))
    return union


def widest(period: Lasting, today: date) -> Span:
    """The longest time that a period can mean: `2017-2020` from January 2017 to December 2020."""
    first = month_number(period.start.year, period.start.month or 1)
    if period.end is None:
        return first, _this_month(today) + 1
    return first, month_number(period.end.year, period.end.month or 12) + 1


def month_number(year: int, month: int) -> int:
    """A month counted from year 0."""
    return year * 12 + month - 1


def written_month(number: int) -> str:
    """`YYYY-MM` for a month counted from year 0."""
    return f"{number // 12}-{number % 12 + 1:02d}"


def _this_month(today: date) -> int:
    return month_number(today.year, today.month)


def _counted(period: Lasting, today: date) -> Span:
    """A year alone starts and ends in mid-year.

    `2017-2020` then is three years: neither the longest nor the shortest time it can mean.
    """
    now = _this_month(today) + 1
    start = month_number(period.start.year, period.start.month or 7)
    if period.end is None:
        return start, max(start, now)
    if period.end.month is not None:
        end = month_number(period.end.year, period.end.month) + 1
    elif period.start.month is None and period.start.year == period.end.year:
        end = start + 6
    else:
        end = month_number(period.end.year, 7)
    return start, min(max(end, start), now)
