# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Years of experience and degrees as a statement asks for them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from records.resume import DEGREE_ORDER, Degree
from retrieval.documents.profile.degrees import NAMED

_CHINESE_NUMBER: Final = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_ENGLISH_NUMBER: Final = {
    word: n for n, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}
_ENGLISH_YEARS: Final = re.compile(
    rf"(?i)(?<![\d.$,])(?<!last )(?<!past )(?<!next )(?<!first )(?P<n>\d{{1,2}}(?:\.\d(?=\D))?|\b(?:{'|'.join(_ENGLISH_NUMBER)}))(?!\d)"
    r"(?:\.0{1,2})?\s*(?:\(\d{1,2}\)\s*)?(?:years?\s*)?(?:\+|(?:-|–|—|to|or more|or)(?=[\s\d]))?\s*(?:\d{1,2}(?:\.\d{1,2})?\s*)?\+?\s*(?:or more )?-?(?:years?|yrs?)\b"
    r"(?!\s*(?:old|of age|ago|contract|bond|warranty|degree|college|diploma|program|course|of (?:diploma|college|study)))"
)
_CHINESE_YEARS: Final = re.compile(
    r"(?P<n>\d{1,2}(?:\.\d)?|[一两二三四五六七八九十])\s*(?:[-~～至到—–]\s*\d{1,2}\s*)?\+?\s*年(?:半)?(?:或|及)?(?:其)?(?:以上|以下|\+)?"
    r"(?!级|底|后|度|会|假|薪|终|龄|轻|毕业|月|[内前]|来)(?=.{0,24}(?:经验|经历|工作|从业|实践|以上|背景))"
    r"|(?:经验|工作|从业|年限).{0,3}?(?P<after>\d{1,2}|[一两二三四五六七八九十])\s*(?:[-~～至到—–]\s*\d{1,2}\s*)?年"
)
_CALENDAR: Final = re.compile(r"(?:19|20)\d{2}\s*年|\d{2}年(?=毕业|及?以后)|20\d{2}届")
MOST_YEARS: Final = 30
"""More than this is a company's age."""

# What only a posting says: a resume's "graduation" or "degree in" is no degree's name.
_ASKED_BESIDES: Final[dict[Degree, re.Pattern[str]]] = {
    "associate": re.compile(r"(?i)\bassociate(?:['’]?s)? degree\b|(?<!school )(?<!graduate )(?<!pg )\bdiploma\b"),
    "bachelor": re.compile(
        r"(?i)(?-i:\bB[SEA](?=\s*(?:/|,\s*(?:MS|ME|MA|B\.?Tech)|\s(?:in|or MS|degree)\b)))|"
        r"\b(?:college|university|four[- ]year|4[- ]year|graduate|engineering) degree\b|\b(?<!master's )(?<!master )degree in\b|"
        r"\bgraduation\b|\bgraduate in\b|\ba graduate\b|\bany graduate\b"
    ),
    "master": re.compile(
        r"(?i)\bmaster(?=,| or| and ph)|\bpost[- ]?graduate degree\b|\bpost graduation\b|"
        r"(?-i:\bM[SEA](?=\s*(?:/\s*(?:PhD|BS|B\.)|\s(?:in|degree)\b)))"
    ),
}


def years_asked(words: str) -> float | None:
    """The least years of experience a statement asks for: 3 of "3-5 years", 5 of "5年以上".

    Of several numbers the largest is the main one: "5 years in sales, 2 of them abroad".
    """
    plain = _CALENDAR.sub("", unicodedata.normalize("NFKC", words))
    written = [match["n"] for match in _ENGLISH_YEARS.finditer(plain)]
    written += [match["n"] or match["after"] for match in _CHINESE_YEARS.finditer(plain)]
    most = max((_number(number) for number in written), default=0.0)
    return most if 0 < most <= MOST_YEARS else None


def degree_asked(words: str) -> Degree | None:
    """The least degree that satisfies a statement: bachelor of "本科及以上" and of "Bachelor's or Master's"."""
    return next((degree for degree in DEGREE_ORDER if _asks_for(degree, words)), None)


def _asks_for(degree: Degree, words: str) -> bool:
    besides = _ASKED_BESIDES.get(degree)
    return NAMED[degree].search(words) is not None or (besides is not None and besides.search(words) is not None)


def _number(written: str) -> float:
    named = _CHINESE_NUMBER.get(written) or _ENGLISH_NUMBER.get(written.lower())
    return float(named or written)
