# ruff: noqa: E501  (a pattern is read whole)
"""Years and dates of a text: single ones, periods with a beginning and an end, and what a claim says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from retrieval.documents.profile.dates import MONTHS
from retrieval.documents.profile.degrees import degree_in

_NAME: Final = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?![a-z])\.?"
_YEAR: Final = r"(?:19[5-9]|20[0-4])\d"
_WHEN: Final = (
    rf"(?:(?P<name{{n}}>{_NAME})\s?(?:\d{{1,2}},\s?)?[,'’]?\s?(?:of )?(?P<year{{n}}a>{_YEAR})(?!\d)"
    rf"|(?<![\d.$¥])(?<!\d,)(?P<month{{n}}b>0?[1-9]|1[0-2])[/.](?P<year{{n}}b>{_YEAR})(?![\d,])"
    rf"|(?:(?<![\d.$¥A-Za-z])|(?<=\bFY))(?P<year{{n}}c>{_YEAR})(?!\d|,\d{{3}})(?:\s?[./\-年]\s?(?P<month{{n}}c>1[0-2]|0?[1-9])(?!\d|\s?年)\s?月?(?:\s?[./\-]?[0-3]?\d日|[./\-][0-3]\d(?![\d.]))?|\s?年)?)"
)
_OPEN: Final = r"(?P<open>至今|迄今|现在|目前|今(?!年)|present\b|now\b|current(?:ly)?\b|today\b|ongoing\b)"
_FIRST: Final = _WHEN.replace("{n}", "1")
_SECOND: Final = _WHEN.replace("{n}", "2")
_DATE: Final = re.compile(_FIRST, re.IGNORECASE)
_RANGE: Final = re.compile(
    rf"{_FIRST}\s*(?:起|开始)?\s*(?:[-–—~～−―]+|至(?!今)|到|to|until|till|through|and)*\s*(?:(?:the )?{_SECOND}|{_OPEN})",
    re.IGNORECASE,
)
_LINKED: Final = re.compile(r"[-–—~～−―至到]|\b(?:to|until|till|through)\b|至今", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"(?:between|from|自|从)\s*$", re.IGNORECASE)
_START_BEFORE: Final = re.compile(
    r"(?:\bsince|\bfrom|\b(?:start|began|begun|join|hired|enrol|moved|enter|commenc)\w*(?: [\w.&'’-]+){0,5}?(?: in| on)?|自|自从|从)\s*(?:the )?(?:beginning of |early |late |mid-?)?$",
    re.IGNORECASE,
)
_START_AFTER: Final = re.compile(r"^\s*[年月]?\s*(?:起|开始|加入|入职|进入|入学|入伍|参军|到任|上任|以来|至今)")
_END_BEFORE: Final = re.compile(
    r"(?:\b(?:until|till|through|up to|graduat\w*(?: from)?(?: [\w.&'’-]+){0,6}?(?: in)?|(?:last|latest|most recent)(?: [\w-]+)?(?: (?:was|being))? in|left(?: [\w.&'’-]+){0,4}?(?: in)?)|至|到|直到|截至|毕业[于自]?\S{0,12}?|(?:最近|最后)一[次个份项]是?在?于?)\s*(?:the )?(?:end of |early |late )?$",
    re.IGNORECASE,
)
_END_AFTER: Final = re.compile(
    r"^\s*[年月]?\s*(?:(?:本科|硕士|博士|专科|大专|研究生)?毕业|离职|离开|结束|退役|退伍|卸任|离任|为止)"
)


@dataclass(frozen=True, slots=True)
class When:
    """A year, with its month where that is told; `role` is `start`, `end` or empty."""

    year: int
    month: int | None
    written: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """From a beginning to an end, None while it lasts."""

    start: When
    end: When | None


@dataclass(frozen=True, slots=True)
class Dates:
    """What a text says of time; `rest` is the text with its dates blanked out."""

    periods: tuple[Period, ...]
    single: tuple[When, ...]
    rest: str

    @property
    def starts(self) -> tuple[When, ...]:
        """The beginnings of its periods."""
        return tuple(period.start for period in self.periods)

    @property
    def ends(self) -> tuple[When, ...]:
        """The ends of its periods that have ended."""
        return tuple(period.end for period in self.periods if period.end)

    def lengths(self, today: date) -> Iterator[float]:
        """In months: each period, all of them added, and from the first beginning to the last end; also from the only
        year that is told as a beginning to the only one told as an end."""
        begun, ended = ([when for when in self.single if when.role == role] for role in ("start", "end"))
        if len(begun) == len(ended) == 1 and not self.periods:
            yield _month(ended[0]) - _month(begun[0])
        spans = [(_month(period.start), _until(period, today)) for period in self.periods]
        if spans:
            yield from (end - start for start, end in spans)
            yield sum(end - start for start, end in spans)
            yield max(end for _, end in spans) - min(start for start, _ in spans)


def dates_in(text: str) -> Dates:
    """The dates of a text, read once."""
    periods: list[Period] = []

    def period(match: re.Match[str]) -> str:
        between = text_of[match.end(_last(match, 1)) : match.start(_first(match))]
        spoken = re.search(r"\band\b", between) and _BETWEEN.search(text_of[: match.start()])
        if not spoken and not _LINKED.search(between + (match["open"] or "")):
            return match[0]
        start = _when(match, "1", "start")
        periods.append(Period(start, None if match["open"] else _when(match, "2", "end")))
        return " " * len(match[0])

    text_of = text
    rest = _RANGE.sub(period, text)
    single = tuple(_single(match, rest) for match in _DATE.finditer(rest))
    if len(single) == 1 and not periods and not single[0].role and degree_in(text):
        single = (replace(single[0], role="end"),)  # a degree's only year is the one it was taken in
    return Dates(tuple(periods), single, _DATE.sub(lambda m: " " * len(m[0]), rest))


def _last(match: re.Match[str], n: int) -> int:
    groups = match.re.groupindex
    keys = [f"year{n}a", f"year{n}b", f"year{n}c", f"month{n}c"]
    return max((groups[key] for key in keys if match[key]), key=match.end)


def _first(match: re.Match[str]) -> int:
    groups = match.re.groupindex
    keys = ["name2", "year2a", "month2b", "year2b", "year2c", "open"]
    return min((groups[key] for key in keys if match[key]), key=match.start)


def _when(match: re.Match[str], n: str, role: str) -> When:
    year = match[f"year{n}a"] or match[f"year{n}b"] or match[f"year{n}c"]
    named, number = match[f"name{n}"], match[f"month{n}b"] or match[f"month{n}c"]
    month = MONTHS[named.lower().rstrip(".")] if named else int(number) if number else None
    start = min(match.start(key) for key in (f"name{n}", f"year{n}a", f"month{n}b", f"year{n}c") if match[key])
    keys = (f"year{n}a", f"year{n}b", f"year{n}c", f"month{n}c")
    end = max(match.end(key) for key in keys if match[key])
    return When(int(year), month, match.string[start:end].strip(), role)


def _single(match: re.Match[str], text: str) -> When:
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 8]
    role = ""
    if _START_BEFORE.search(before) or _START_AFTER.match(after):
        role = "start"
    elif _END_BEFORE.search(before) or _END_AFTER.match(after):
        role = "end"
    when = _when(match, "1", role)
    return When(when.year, when.month, match[0].strip(), role)


def _month(when: When) -> float:
    return 12 * when.year + (when.month or 1) - 1


def _until(period: Period, today: date) -> float:
    """A year alone counts from its beginning, as in the profile."""
    return _month(period.end) if period.end else 12 * today.year + today.month - 1


def undated(claim: Dates, source: Dates) -> Iterator[str]:
    """The dates of a claim that its source does not have, or has only at the other end of a period."""
    for period in claim.periods:
        if period.end and period.end.year < period.start.year:
            yield period.end.written
        if not _held(period.start, source):
            yield period.start.written
        if period.end and not _held(period.end, source):
            yield period.end.written
    yield from (when.written for when in claim.single if not _held(when, source))


def _held(when: When, source: Dates) -> bool:
    held = [*source.single]
    if when.role != "end" or not source.ends:
        held += source.starts
    if when.role != "start" or not source.starts:
        held += source.ends
    return any(one.year == when.year and when.month in (None, one.month) for one in held)
