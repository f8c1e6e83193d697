# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Periods of time as Chinese and English resumes write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february febr", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""Month names and their usual short forms, in lower case, with their numbers."""
_SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
_QUARTER_MONTHS = 3
_MONTH_NAME = "|".join(sorted({**MONTHS, **_SEASONS}, key=len, reverse=True))
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_POINT = rf"""
    (?P<zh_year>{_YEAR}|(?<!\d)\d{{2}}(?=\s*年\s*\d))\s*年\s*(?:(?P<zh_month>1[0-2]|0?[1-9])\s*月(?:份)?(?:\s*\d{{1,2}}\s*[日号])?)?
  | (?<!1[3-9]\d-)(?<!\d)(?P<iso_year>{_YEAR})\s?[./\-–—]\s?(?P<iso_month>1[0-2]|0?[1-9])(?:[./\-](?:3[01]|[12]\d|0?[1-9]))?(?!\d)
  | (?<!\d)(?P<us_month>1[0-2]|0?[1-9])(?:\s?[/\-]\s?|\.)(?:(?:3[01]|[12]\d|0?[1-9])[./\-])?(?P<us_year>{_YEAR})(?!\d)
  | (?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?\b(?P<name>{_MONTH_NAME})\b\.?,?\s*(?:\d{{1,2}}(?:st|nd|rd|th)?,\s*)?(?:of\s+)?(?P<name_year>{_YEAR}|['’]\d\d)(?!\d)
  | \bQ(?P<quarter>[1-4])\s?[/,'’]?\s?(?P<quarter_year>{_YEAR})(?!\d)
  | (?<![\w'’])['’‘](?P<short_year>\d\d)(?=\s*(?:[-–—~]|to\b|$|[\s,)]))
  | (?<!1[3-9]\d-)(?<![\d.])(?P<year>{_YEAR})(?![\d%+]|\s?[人个万元次条名多余])
"""
_OPEN_END = r"至今|迄今|现在|現在|目前|仍在职|在职|在職|在任|今(?![年天日后])|present|current(?:ly)?|now|to\s+date|ongoing|today|date\b|(?:till|until)\s+(?:now|date|present|today)"
_DASH = (
    r"\s*(?:[-–—－~～−―‐‑]{1,3}|至|到|\bto\b|\buntil\b|\btill\b|\bthrough\b|→)\s*(?:(?:expected|exp|est|预计)\b\.?\s*)?"
)
_POINT_RE = re.compile(_POINT, re.VERBOSE | re.IGNORECASE)
_OPEN = re.compile(rf"(?:{_OPEN_END})", re.IGNORECASE)
_DASH_RE = re.compile(_DASH, re.IGNORECASE)
_START_MONTH_ONLY = re.compile(
    rf"\b(?P<month>{_MONTH_NAME})\b\.?\s*(?:[-–—~]|to)\s*(?=\b(?:{_MONTH_NAME})\b\.?,?\s*(?P<year>{_YEAR}))",
    re.IGNORECASE,
)
_CJK_OPEN_AFTER = re.compile(r"\s*(?:至今|迄今)")
_STACKED_OPEN = re.compile(rf"\s*(?:{_OPEN_END})(?=\s|$)", re.IGNORECASE)
_SINCE_BEFORE = re.compile(r"(?:\bsince\s*|\bfrom\s*|自)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moment:
    """A month, or a year whose month is not said."""

    year: int
    month: int | None = None

    @classmethod
    def of(cls, written: str) -> Moment:
        """The moment that `str` wrote: `YYYY` or `YYYY-MM`."""
        year, _, month = written.partition("-")
        return cls(int(year), int(month) if month else None)

    def __str__(self) -> str:
        return f"{self.year}" if self.month is None else f"{self.year}-{self.month:02d}"


@dataclass(frozen=True, slots=True)
class Period:
    """From one moment to another; `end` is None while `current`. `first` to `last` is its place in the text."""

    start: Moment
    end: Moment | None
    current: bool
    first: int
    last: int


def has_date(text: str) -> bool:
    """Whether a text names a year or a month of one."""
    return _POINT_RE.search(text) is not None


def moments_in(text: str) -> list[tuple[Moment, int, int]]:
    """Every month or year named in a text, with its place."""
    return [(_moment(match), match.start(), match.end()) for match in _POINT_RE.finditer(text)]


def periods_in(text: str) -> list[Period]:
    """Every span of time in a text, in order; a single date is no span."""
    points = list(_POINT_RE.finditer(text))
    periods: list[Period] = []
    taken = -1
    for at, point in enumerate(points):
        if point.start() < taken:
            continue
        period = _period_from(text, point, points[at + 1] if at + 1 < len(points) else None)
        if period is not None:
            periods.append(period)
            taken = period.last
    return periods


def stacked_period(upper: str, lower: str) -> Period | None:
    """A period as timelines set it: its end opens one line, its start the next; places are those in the upper line."""
    start = next(iter(moments_in(lower)), None)
    if start is None or start[1] > 0 or start[0].month is None or periods_in(upper) or periods_in(lower):
        return None
    opened = _STACKED_OPEN.match(upper)
    if opened:
        return Period(start[0], None, True, 0, opened.end())
    end = next(iter(moments_in(upper)), None)
    if end is None or end[1] > 0 or end[0].month is None or not _in_order(start[0], end[0]):
        return None
    return Period(start[0], end[0], False, end[1], end[2]) if start[0] != end[0] else None


def _period_from(text: str, point: re.Match[str], following: re.Match[str] | None) -> Period | None:
    start = _moment(point)
    dash = _DASH_RE.match(text, point.end())
    after = dash.end() if dash else point.end()
    opened = _OPEN.match(text, after) if dash else _CJK_OPEN_AFTER.match(text, point.end())
    if opened:
        return Period(start, None, True, point.start(), opened.end())
    since = _SINCE_BEFORE.search(text[: point.start()])
    if since and not dash:
        return Period(start, None, True, since.start(), point.end())
    if dash and following is not None and following.start() == after:
        end = _moment(following)
        return Period(start, end, False, point.start(), following.end()) if _in_order(start, end) else None
    return _short_end(text, start, point, after) if dash else _month_only_start(text, start, point)


def _short_end(text: str, start: Moment, point: re.Match[str], after: int) -> Period | None:
    """`2019-21`, `2019.03-06`, `2019年3月-6月`: what the end leaves out is taken from the start."""
    short = re.compile(r"(\d{1,2})(?:\s*月)?(?![\d.])").match(text, after)
    if short is None:
        return None
    number = int(short.group(1))
    if start.month is not None and start.month <= number <= 12:
        return Period(start, Moment(start.year, number), False, point.start(), short.end())
    year = start.year // 100 * 100 + number
    if start.month is None and len(short.group(1)) == 2 and start.year <= year:
        return Period(start, Moment(year), False, point.start(), short.end())
    return None


def _month_only_start(text: str, end: Moment, point: re.Match[str]) -> Period | None:
    """`Jun – Aug 2020`: the start's year is the end's."""
    for match in _START_MONTH_ONLY.finditer(text):
        if match.end() == point.start():
            month = _month_number(match["month"])
            return Period(Moment(end.year, month), end, False, match.start(), point.end())
    return None


def _moment(match: re.Match[str]) -> Moment:
    found = match.groupdict()
    for year, month in (("zh_year", "zh_month"), ("iso_year", "iso_month"), ("us_year", "us_month")):
        if found[year]:
            return Moment(_full_year(found[year]), int(found[month]) if found[month] else None)
    if found["quarter"]:
        return Moment(int(found["quarter_year"]), _QUARTER_MONTHS * int(found["quarter"]) - 2)
    if found["short_year"]:
        return Moment(_full_year(found["short_year"]))
    if found["name"]:
        return Moment(_full_year(found["name_year"]), _month_number(found["name"]))
    return Moment(int(found["year"]))


def _month_number(name: str) -> int:
    return {**MONTHS, **_SEASONS}[name.lower()]


def _full_year(text: str) -> int:
    digits = int(text.strip("'’"))
    return digits if digits >= 100 else 2000 + digits if digits < 50 else 1900 + digits


def _in_order(start: Moment, end: Moment) -> bool:
    return (start.year, start.month or 1) <= (end.year, end.month or 12)
