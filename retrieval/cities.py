"""Cities, under their names in both languages, where a posting or a resume speaks of its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from records.language import HAN, Language

_CITIES: Final = Path(__file__).with_name("cities.tsv")
_PLACE_LABEL: Final = re.compile(
    r"现居|居住|所在地|所在城市|期望城市|意向城市|工作地|地点|城市|坐标|常驻|驻地|户籍|住址|地址|base\b|"
    r"\b(?:locations?|located|based in|city|relocat\w+|address|office|work(?:ing)? (?:place|site)|job site|on-?site)\b",
    re.IGNORECASE,
)
_HEAD_LINES: Final = 6
"""Where a posting names its city without a label: beside the title."""


_NO_PLACE: Final = (
    r"(?!(?:[东南西北中][一二]?)?(?:路|街|大道)|[^在的有和，、,\s]{0,4}(?:大学|学院|银行)|"
    r"\s+(?:[A-Z]\w+\s+)?(?i:university|college|school of)\b)"
)
"""南京东路 is a street of Shanghai, and 北京大学 no place to work."""


@dataclass(frozen=True, slots=True)
class CityMention:
    """A city, by its English name, from `start` up to but not including `end` of a text."""

    city: str
    start: int
    end: int


def city_mentions(text: str) -> Iterator[CityMention]:
    """Every place where a city is named; streets and schools that bear its name are none."""
    for found in _pattern().finditer(text):
        yield CityMention(_names()[found[0].lower()], found.start(), found.end())


def cities_named(text: str) -> frozenset[str]:
    """The cities named anywhere in a text, by their English names."""
    return frozenset(mention.city for mention in city_mentions(text))


def city_name(city: str, language: Language) -> str:
    """What a city of these names is called in a language."""
    others = dict(_parsed()).get(city, ())
    return next((name for name in others if HAN.match(name)), city) if language == "zh" else city


def cities_of_posting(lines: Iterable[str]) -> frozenset[str]:
    """Where the job is: in lines that speak of a place, else beside the title."""
    written = list(lines)
    labelled = cities_named("\n".join(line for line in written if _PLACE_LABEL.search(line)))
    return labelled or cities_named("\n".join(written[:_HEAD_LINES]))


def cities_of_person(head: Iterable[str], lines: Iterable[str]) -> frozenset[str]:
    """Where a person lives or wants to: in the head of the resume and in lines that speak of a place."""
    return cities_named("\n".join([*head, *(line for line in lines if _PLACE_LABEL.search(line))]))


@cache
def _names() -> dict[str, str]:
    return {name.lower(): city for city, names in _parsed() for name in (city, *names)}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_names(), key=len, reverse=True)
    latin, chinese = ("|".join(re.escape(n) for n in names if bool(HAN.match(n)) is han) for han in (False, True))
    return re.compile(rf"(?i:(?<![a-z])(?<!university of )(?:{latin})(?![a-z])|{chinese}){_NO_PLACE}")


def _parsed() -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in _CITIES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            city, names = line.split("\t")
            yield city, tuple(filter(None, names.split("|")))
