"""Numbers, years and dates as people write them in Chinese and English, as values that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a value and as it was written, with its unit where that makes it a time span."""

    value: float
    written: str
    unit: str = ""
    """`year` or `month` for a length of time, `calendar` for the month of a date, else empty."""
    or_more: bool = False
    """Written as "10+ years" or 十余年."""


_MULTIPLES: Final[dict[str, float]] = {
    "千": 1e3,
    "k": 1e3,
    "thousand": 1e3,
    "万": 1e4,
    "百万": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "千万": 1e7,
    "亿": 1e8,
    "bn": 1e9,
    "billion": 1e9,
}
_MULTIPLE: Final = r"(?P<multiple>百万|千万|[千万亿]|(?:k|mn|m|bn|thousand|million|billion)(?![A-Za-z]))?"
# What makes a number a length of time: the 5 of "5 years", of "5–8 years" and of "5 of the 8 years asked".
_UP_TO: Final = r"(?:\s?(?:-|–|~|～|至|到|to\b|of\b(?: the\b)?)\s?\d+)?"
_SPAN_UNIT: Final = r"(?:(?P<year>年|years?\b|yrs?\b)|(?P<month>个月|months?\b))"
_SPAN: Final = rf"(?={_UP_TO}[\s\-]*(?P<more>[+多余])?[\s\-]*{_SPAN_UNIT})?"
_DIGITS: Final = r"(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)"

_ANY: Final = re.compile(rf"{_DIGITS}\s?{_MULTIPLE}{_SPAN}", re.IGNORECASE)
# Where a claim is checked, digits inside a word (K8s, B2B, 5G) are a name, not a number.
_OWN: Final = re.compile(
    rf"(?<![A-Za-z\d.]){_DIGITS}\s?{_MULTIPLE}(?:st|nd|rd|th|x|[%％])?(?![A-Za-z\d]|\s?月){_SPAN}", re.IGNORECASE
)
_DATE: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?[./\-年]\s?(0?[1-9]|1[0-2])(?![\d])")
_MONTH_NAME: Final = re.compile(
    r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s+((?:19|20)\d{2})\b", re.IGNORECASE
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_HAN_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN_PLACES: Final = {"十": 10, "百": 100, "千": 1000}
_HAN: Final = re.compile(rf"(?P<digits>[零〇一二两三四五六七八九十百千万亿]+){_SPAN}")
_HAN_COUNTED: Final = re.compile(r"\s*[多余来]?\s*(?:年|个|名|人|位|项|次|家|款|门|倍|成|级|篇|套|轮|支|台|份|天|周|%)")

_SMALL: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS: Final = {word: value for value, word in enumerate(_SMALL, 1)} | {
    word: 10 * tens for tens, word in enumerate(_TENS, 2)
}
_WORD: Final = re.compile(rf"\b(?P<digits>{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b{_SPAN}", re.IGNORECASE)


def all_numbers(text: str) -> Iterator[Number]:
    """Every number a text can be read to hold: what a claim may rest on."""
    yield from _dates(text)
    rest = _without_dates(text)
    for match in _ANY.finditer(rest):
        yield _number(match)
        yield Number(float(match["digits"].replace(",", "")), match["digits"])
    for match in _HAN.finditer(text):
        yield Number(_han_value(match["digits"]), match[0], _unit(match), bool(match["more"]))
    for match in _WORD.finditer(text):
        yield Number(_WORDS[match["digits"].lower()], match[0], _unit(match), bool(match["more"]))


def stated_numbers(text: str) -> Iterator[Number]:
    """The numbers a claim states beyond doubt; "one of", 一些 and names such as K8s are none."""
    yield from _dates(text)
    rest = _without_dates(text)
    yield from (_number(match) for match in _OWN.finditer(rest))
    for match in _HAN.finditer(rest):
        value = _han_value(match["digits"])
        if _unit(match) or (value > 1 and _HAN_COUNTED.match(rest, match.end())):
            yield Number(value, match[0], _unit(match), bool(match["more"]))
    for match in _WORD.finditer(rest):
        value = _WORDS[match["digits"].lower()]
        if value > 2 or (value == 2 and _unit(match)):
            yield Number(value, match[0], _unit(match), bool(match["more"]))


def _dates(text: str) -> Iterator[Number]:
    for match in _DATE.finditer(text):
        yield Number(float(match[1]), match[1])
        yield Number(float(match[2]), match[0], "calendar")
    for match in _MONTH_NAME.finditer(text):
        yield Number(float(match[2]), match[2])
        yield Number(float(_MONTHS.index(match[1].lower()) + 1), match[0], "calendar")


def _without_dates(text: str) -> str:
    return _MONTH_NAME.sub(" ", _DATE.sub(" ", text))


def _number(match: re.Match[str]) -> Number:
    value = float(match["digits"].replace(",", "")) * _MULTIPLES.get((match["multiple"] or "").lower(), 1)
    calendar_year = 1900 <= value < 2100
    return Number(value, match[0].strip(), "" if calendar_year else _unit(match), bool(match["more"]))


def _unit(match: re.Match[str]) -> str:
    return "year" if match["year"] else "month" if match["month"] else ""


def _han_value(numeral: str) -> float:
    """二十三 is 23, 三万五千 is 35,000."""
    total, section, digit = 0, 0, 0
    for char in numeral:
        if char in _HAN_DIGITS:
            digit = _HAN_DIGITS[char]
        elif char in _HAN_PLACES:
            section += (digit or 1) * _HAN_PLACES[char]
            digit = 0
        else:
            total = (total + (section + digit or 1)) * (10**4 if char == "万" else 10**8)
            section = digit = 0
    return float(total + section + digit)
