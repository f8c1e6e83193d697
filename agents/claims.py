"""Does a claim stand on its lines? The first check: its numbers, years and dates must be in them.

A length of time may also follow from the dates of the lines: "five years" rests on "2018.03 – 2023.06".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final
from unicodedata import normalize

from agents.numbers import Number, all_numbers, stated_numbers

# References to lines and requirements, which some models write although they are asked not to.
_REFERENCE: Final = re.compile(
    r"第\s?\d+(?:\s?[-–—~至到、]\s?\d+)*\s?行|\blines?\s\d+(?:\s?(?:-|–|to|and)\s?\d+)*|\[\d[\d:,\s\-]*\]|\bR\d+\b",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"(?<![A-Za-z\d])([A-Za-z]+)-?(\d+(?:\.\d+)?)(?![A-Za-z\d])")

_MONTH: Final = r"(?:[./\-年]\s?(?:0?[1-9]|1[0-2])(?!\d)月?|年)?"
_MONTH_WORD: Final = r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s+)?"
_WHEN: Final = rf"{_MONTH_WORD}(?:19|20)\d{{2}}{_MONTH}"
_OPEN: Final = r"至今|现在|今|[Pp]resent|[Nn]ow|[Cc]urrent|[Tt]oday"
_RANGE: Final = re.compile(rf"({_WHEN})\s*(?:-|–|—|~|～|至|到|to|until)+\s*({_WHEN}|{_OPEN})|({_WHEN})\s*(至今)")


def unsupported_numbers(
    claim: str, source: str, today: date, known_years: Iterable[float | None] = ()
) -> tuple[str, ...]:
    """The numbers, years, dates and numbered names of a claim that its source does not hold, as the claim writes them.

    `known_years` are lengths of time established elsewhere, such as the profile's years of experience.
    """
    claim, source = _REFERENCE.sub(" ", normalize("NFKC", claim)), normalize("NFKC", source)  # ５％ is 5%
    held = {(number.value, number.unit == "calendar") for number in all_numbers(source)}
    months = [12 * years for years in known_years if years is not None] + list(_spans(source, today))
    stated = (n for n in stated_numbers(claim) if (n.value, n.unit == "calendar") not in held)
    missing = (number.written for number in stated if not _lasts(number, months))
    return tuple(dict.fromkeys([*missing, *_renumbered(claim, source)]))


def _lasts(number: Number, months: Iterable[float]) -> bool:
    """Whether a length of time is one of these, counted in full years or rounded."""
    if number.unit == "month":
        return any(abs(number.value - length) <= 1 for length in months)
    return number.unit == "year" and any(
        12 * number.value <= length if number.or_more else -12 < 12 * number.value - length <= 7 for length in months
    )


def _spans(source: str, today: date) -> Iterator[float]:
    """In months: each period of the source, all of them added, and from the first beginning to the last end."""
    periods = [
        (_month(start or open_start, today), _month(end or until, today))
        for start, end, open_start, until in _RANGE.findall(source)
    ]
    if periods:
        yield from (end - start for start, end in periods)
        yield sum(end - start for start, end in periods)
        yield max(end for _, end in periods) - min(start for start, _ in periods)


def _month(written: str, today: date) -> float:
    """Months since year 0; a year alone counts from its beginning."""
    found = list(all_numbers(written))
    year = next((number.value for number in found if number.value >= 1900), None)
    if year is None:
        return 12 * today.year + today.month - 1
    return 12 * year + next((number.value - 1 for number in found if number.unit == "calendar"), 0)


def _renumbered(claim: str, source: str) -> Iterator[str]:
    """Names such as CET4 whose letters the source has with other numbers only."""
    numbers: dict[str, set[str]] = {}
    for letters, digits in _NAMED.findall(source):
        numbers.setdefault(letters.lower(), set()).add(digits)
    for match in _NAMED.finditer(claim):
        if match[2] not in numbers.get(match[1].lower(), {match[2]}):
            yield match[0]
