# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Years of experience that people set as a condition, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_SMALL: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ENGLISH: Final = {word: float(n) for n, word in enumerate(_SMALL, 1)} | {"fifteen": 15.0, "twenty": 20.0}
_CHINESE: Final = {sign: float(n) for n, sign in enumerate("一二三四五六七八九", 1)} | {"两": 2.0}
MOST_YEARS: Final = 50
"""More than this is no working life."""

_N: Final = rf"(?:\d{{1,2}}(?:\.\d)?(?!\d)|[一二三四五六七八九两]?十[一二三四五六七八九]?|[一二三四五六七八九两]|\b(?:{'|'.join(_ENGLISH)})\b)"
_MOST_BEFORE: Final = (
    r"no more than|not more than|at most|less than|fewer than|up to|under|below|max(?:imum)?(?: of)?|<=|≤|<|"
    r"不超过|不多于|不高于|不足|不到|最多|至多|少于(?<!不少于)|低于(?<!不低于)|小于(?<!不小于)"
)
_LEAST_BEFORE: Final = (
    r"no less than|no fewer than|not less than|at least|more than|over|above|min(?:imum)?(?: of)?|>=|≥|>|"
    r"不少于|不低于|不小于|超过(?<!不超过)|大于|多于(?<!不多于)|高于(?<!不高于)|至少|最少|起码|满"
)
_NOT_BEFORE: Final = "".join(
    f"(?<!{word})(?<!{word} )" for word in ("last", "past", "next", "first", "近", "过去", "未来", "前", "第", "这")
)
_NOT_AFTER: Final = (
    r"(?!\s*-?\s*(?:old|of age|ago|contract|bond|warranty|degree|college|plans?|programs?|programmes?|projects?|roadmap)\b"
    r"|\s*(?:级|代|底(?!层)|后(?![端台勤])|度(?!假)|会(?!计)|假|薪|终|龄|轻|前(?![端台厅])|来|制(?!造)|内|毕业|规划|计划))"
)
_YEARS: Final = re.compile(
    rf"(?:(?P<most>{_MOST_BEFORE})\s*|(?P<least>{_LEAST_BEFORE})\s*|(?P<between>between|介于)\s*)?"
    rf"(?<![\d.$¥,/]){_NOT_BEFORE}(?P<n>{_N})\s*[+多余几]?\s*"
    rf"(?:(?:年|years?|yrs?)?\s*(?:-|–|—|~|至|到|\bto\b|(?(between)\band\b|(?!)))\s*(?P<to>{_N})\s*)?"
    rf"(?:\+|plus|or more|or less|or fewer)?\s*-?\s*(?:年|years?\b|yrs?\b){_NOT_AFTER}['’]?"
    r"(?:\s*(?P<after_most>(?:及|或|和)?以[下内]|之内|or less|or fewer|or under|at most)|"
    r"\s*(?:(?:及|或|和)?以上|起|\+|or more|or above|or over|and above|and more|or longer|at least))?"
    r"(?:\s*(?:of\s+)?(?:total\s+|work(?:ing)?\s+|professional\s+|relevant\s+)*experience\b|\s*的?(?:工作|从业|行业|相关)*(?:经验|经历))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class YearsAsked:
    """Years from `least` to `most`, both included, as asked from `start` up to `end` of the words."""

    start: int
    end: int
    least: float | None
    most: float | None


def years_in(words: str) -> Iterator[YearsAsked]:
    """Every condition on years; "over 10" and 超过 10 年 mean 10 or more, as recruiters say it.

    No condition are ages, dates, and lengths of something else: "the last 5 years", 三年级, "a 2-year contract".
    """
    for found in _YEARS.finditer(words):
        first, last = _value(found["n"]), _value(found["to"]) if found["to"] else None
        if first > MOST_YEARS:
            continue
        most = found["most"] or found["after_most"] or "or less" in found[0].lower() or "or fewer" in found[0].lower()
        if last is not None:
            yield YearsAsked(found.start(), found.end(), min(first, last), max(first, last))
        elif most:
            yield YearsAsked(found.start(), found.end(), None, first)
        else:
            yield YearsAsked(found.start(), found.end(), first, None)


def _value(written: str) -> float:
    if (known := _ENGLISH.get(written.lower(), _CHINESE.get(written))) is not None:
        return known
    if "十" not in written:
        return float(written)
    tens, _, ones = written.partition("十")
    return 10 * _CHINESE.get(tens, 1.0) + _CHINESE.get(ones, 0.0)
