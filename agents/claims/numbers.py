"""A claim's numbers and dates against those of its lines: same value, same unit, or an honest rounding."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final
from unicodedata import normalize

from agents.claims.dates import Dates, dates_in, undated
from agents.number_words import plain_digits
from agents.numbers import Number, numbers_in
from retrieval.skills import skills_in

# References to lines and requirements, which some models write although they are asked not to.
_REFERENCE: Final = re.compile(
    r"第\s?\d+(?:\s?[-–—~至到、]\s?\d+)*\s?行|\blines?\s\d+(?:\s?(?:-|–|to|and)\s?\d+)*|\[\d[\d:,\s\-]*\]|"
    r"\bL\d+(?:\s?[-–]\s?L?\d+)?\b|\bR\d+\b",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"(?<![A-Za-z\d])([A-Za-z]+)[- ]?(\d+(?:\.\d+)?)(?![A-Za-z\d])")

OWN_KIND: Final = frozenset({"percent", "year", "month", "week", "day", "hour", "minute", "ms"})
"""Units that compare with the same unit only: 15 % does not support 15 stores."""
_APART: Final = frozenset({"money", "people", "mass", "distance", "times"})
"""Units that do not support each other, but a number whose unit is not told."""

ROUNDED: Final = 0.12
"""How far a number called about, nearly or over may be from the exact one: 35 about 38 is 8 % away, and people round
to the next ten or the next half."""
_HALF_OF_IT: Final = re.compile(r"一半|半数|各半|(?i:\bhalf (?:of )?(?:them|these|those|were|was|are)\b)")
_HALF: Final = re.compile(rf"{_HALF_OF_IT.pattern}|减半|(?i:\bhalv(?:ed|ing)\b|\bby half\b)")
_PARTS: Final = re.compile(r"[，,；;。\n]|\.\s")
_BELOW: Final = re.compile(
    r"(?i)(?:不到|不足|少于|低于|\b(?:under|less than|fewer than|below|shy of))\s*(?:a |the )?[$¥€£]?\s*$"
)
_LATER: Final = re.compile(r"(?i)\byears? (?:later|after\b)|年[之以]?后")
"""A length of time between two events, each of which the lines date."""
_COUNTED: Final = re.compile(
    r"\s*(?:different |separate |previous |past |major |relevant |consecutive )?"
    r"(?:家|段|份|个项目|个岗位|项证书|门语言|companies|employers|jobs|roles|positions|internships|projects|"
    r"certificat\w+|languages|degrees|firms|organi[sz]ations)"
)
_OCCASIONS: Final = re.compile(r"\s*(?:次|度|回|届|times\b|occasions\b)")
_BARE: Final = re.compile(r"\s*(?:(?:before|previously|earlier|now|today)\b)?\s*(?:$|[,.;，。；）)])")
_LINKED: Final = re.compile(r"(?i)(?:\b(?:from|to|than|instead of|versus|vs\.?)|从|由|至|到|为|原来的?|之前)\s*$")
_MOST_COUNTED: Final = 6
"""What a reader counts himself in the lines ("two employers"); beyond it a resume says the number."""


FEW_LINES: Final = 12
"""A whole resume holds the same number for many reasons; the few lines a claim points at do not."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """The numbers and dates of a text."""

    numbers: tuple[Number, ...]
    dates: Dates
    text: str


@lru_cache(maxsize=4096)
def amounts(text: str) -> Amounts:
    """A text's numbers and dates; its references to lines are none."""
    plain = plain_digits(_REFERENCE.sub(" ", normalize("NFKC", text)))  # ５％ is 5%
    dates = dates_in(plain)
    return Amounts((*numbers_in(dates.rest), *_halves(dates.rest)), dates, plain)


def _halves(text: str) -> Iterator[Number]:
    """Half of each number beside which a half of it is told: "26 people, half of them at night" says 13."""
    if not _HALF.search(text):
        return
    parts = _PARTS.split(text)
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        if _HALF.search(part) or _HALF_OF_IT.search(following):
            yield from (replace(one, value=one.value / 2, sure=False) for one in numbers_in(part) if one.sure)


def unsupported_numbers(
    claim: str, source: str, today: date, known_years: Iterable[float | None] = ()
) -> tuple[str, ...]:
    """The numbers, years, dates and numbered names of a claim that its source does not hold, as the claim writes them.

    `known_years` are lengths of time established elsewhere, such as the profile's years of experience.
    """
    said, held = amounts(claim), amounts(source)
    lengths = [12 * years for years in known_years if years is not None] + list(held.dates.lengths(today))
    if _LATER.search(claim):
        years = [when.year for when in held.dates.single]
        lengths += [12.0 * (second - first) for first in years for second in years if second > first]
    missing = (n.written for n in said.numbers if n.sure and not _supported(n, said, held, lengths))
    dates = [*undated(said.dates, held.dates), *_dated_elsewhere(said, source)]
    return tuple(dict.fromkeys([*missing, *dates, *_renumbered(said.text, held.text)]))


def _dated_elsewhere(said: Amounts, source: str) -> Iterator[str]:
    """A claim's only year, where the lines that hold its number, or its skill, all tell other years."""
    lines = source.splitlines()
    if len(said.dates.single) != 1 or said.dates.periods or len(lines) > FEW_LINES:
        return
    read = [amounts(line) for line in lines]
    numbers = [n for n in said.numbers if n.sure and n.unit not in ("year", "month")]
    about = [
        x for x in read if any(comparable(n.unit, o.unit) and says(n, o.value) for n in numbers for o in x.numbers)
    ]
    skills = set(skills_in(said.text))
    about = about or [x for x in read if not numbers and skills & set(skills_in(x.text))]
    dated = [x for x in about if x.dates.single or x.dates.periods]
    when = said.dates.single[0]
    if about and len(dated) == len(about) and all([*undated(said.dates, x.dates)] for x in about):
        yield when.written


def _supported(number: Number, said: Amounts, held: Amounts, lengths: Sequence[float]) -> bool:
    units = {number.unit, *(other.unit for other in said.numbers if other.written == number.written)}
    before, after = parted(said.dates.rest, number)
    if number.hedge == "under" and _BELOW.search(before):  # 99.9 is not below 99.9
        held = replace(
            held, numbers=tuple(other for other in held.numbers if other.value != number.value or other.hedge)
        )
    if linked(number, said) or (not number.unit and _BARE.match(after)):
        units |= {other.unit for other in said.numbers}  # "8 minutes instead of 30"
    if any(comparable(unit, other.unit) and says(number, other.value) for other in held.numbers for unit in units):
        return True
    shared = any(number.unit == other.unit for other in held.numbers)  # "98 minutes instead of 779"
    if shared and any(linked(other, held) and says(number, other.value) for other in held.numbers):
        return True
    if number.unit in ("year", "month"):
        stated = [_months(other) for other in held.numbers if other.unit in ("year", "month")]
        return lasts(number, lengths) or any(says(_in_months(number), months) for months in stated)
    return not number.unit and _countable(number, said.dates.rest, held)


def parted(text: str, number: Number) -> tuple[str, str]:
    """What stands before a number and behind it; the eight of "from eighty-eight to eight" is the last."""
    whole = re.search(rf"(?<![\w-]){re.escape(number.written)}(?![\w-])", text)
    before, _, after = text.partition(number.written)
    return (text[: whole.start()], text[whole.end() :]) if whole else (before, after)


def linked(number: Number, among: Amounts) -> bool:
    """Whether a bare number shares the unit of another: "to 98 minutes from 779"."""
    return not number.unit and bool(_LINKED.search(parted(among.dates.rest, number)[0]))


def comparable(claimed: str, held: str) -> bool:
    """Whether numbers of these units may be held against each other."""
    if claimed in OWN_KIND or held in OWN_KIND:
        return claimed == held
    if held == "level":
        return claimed == held  # 二级建造师 does not support two projects
    return not (claimed in _APART and held in _APART and claimed != held)


def says(number: Number, exact: float) -> bool:
    """Whether a number may stand for the exact one: equal, or hedged and rounder than it."""
    value = number.value
    if not math.isfinite(exact):  # a line of some hundred digits
        return False
    if math.isclose(value, exact, rel_tol=1e-6):
        return True
    if not _rounder(value, exact):
        return False
    if number.hedge == "over":
        return _floor(exact) <= value < exact
    if number.hedge == "under":
        return exact < value <= exact * (1 + ROUNDED)
    return number.hedge == "about" and abs(value - exact) <= min(ROUNDED * exact, _half_step(value))


def _half_step(value: float) -> float:
    """Half of the step that a number was rounded to: 2.5 for 35, 5 for 40, 50 for 200."""
    digits = _digits(value)
    place: float = 10.0 ** (math.floor(math.log10(value)) - len(digits) + 1)
    return place * (2.5 if digits.endswith("5") else 5)


def _rounder(value: float, exact: float) -> bool:
    """Fewer digits that count than the exact number, or a half where that has none: 35 for 37, 1.5 for 1.48."""
    if value <= 0 or exact <= 0:
        return False
    mine, theirs = _digits(value), _digits(exact)
    return len(mine) < len(theirs) or (mine.endswith("5") and not theirs.endswith("5") and len(mine) == len(theirs))


def _digits(value: float) -> str:
    return f"{value:.6e}".split("e")[0].replace(".", "").rstrip("0")


def _floor(exact: float) -> float:
    """The exact number with its first digit only: people say "over 100" of 187."""
    place = 10.0 ** math.floor(math.log10(exact))
    return math.floor(exact / place + 1e-9) * place


def _months(number: Number) -> float:
    return number.value * (12 if number.unit == "year" else 1)


def _in_months(number: Number) -> Number:
    return Number(_months(number), number.written, "month", number.hedge)


def lasts(number: Number, lengths: Iterable[float]) -> bool:
    """Whether a length of time is one of these, in months, counted in full years or rounded."""
    asked = _months(number)
    if number.unit == "month":
        return any(abs(asked - length) <= 1 or (number.hedge and says(number, length)) for length in lengths)
    if number.hedge == "over":
        return any(length / 2 <= asked <= length for length in lengths)
    if number.hedge:
        return any(-7 <= asked - length <= 12 for length in lengths)
    return any(-12 < asked - length <= 7 for length in lengths)


def _countable(number: Number, text: str, held: Amounts) -> bool:
    """Whether a reader may have counted it: a few employers, roles or certificates, in as many lines or periods."""
    after = parted(text, number)[1]
    if _OCCASIONS.match(after) and 2 <= number.value <= _MOST_COUNTED:  # twice: in 2009 and in 2015
        return any(number.value == len(dates_in(line).single) for line in held.text.splitlines())
    if not _COUNTED.match(after) or not 2 <= number.value <= _MOST_COUNTED:
        return False
    entries = max(len(held.dates.periods), sum(bool(line.strip()) for line in held.text.splitlines()))
    listed = max((len(re.split(r"[、,，;；/|]|\band\b|和|与", line)) for line in held.text.splitlines()), default=0)
    return number.value in (entries, listed) or number.value <= len(held.dates.periods)


def _renumbered(claim: str, source: str) -> Iterator[str]:
    """Names such as CET4 whose letters the source has with other numbers only."""
    numbers: dict[str, set[str]] = {}
    for letters, digits in _NAMED.findall(source):
        numbers.setdefault(letters.lower(), set()).add(digits)
    for match in _NAMED.finditer(claim):
        glued = match[0] == match[1] + match[2]
        if glued and match[2] not in numbers.get(match[1].lower(), {match[2]}):
            yield match[0]
