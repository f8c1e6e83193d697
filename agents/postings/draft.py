# ruff: noqa: E501  (a pattern is read whole or not at all)
"""The draft of a posting: what goes into it, blanks for what nobody said, and marks on figures nobody gave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from agents.claims.claims import unsupported_numbers
from agents.postings.blanks import BLANK, MARK
from agents.postings.check import check_posting
from agents.postings.wording import EMPLOYER, FACT
from records.assessment import AssessedBy
from records.language import Language
from retrieval.cities import city_mentions, city_name
from retrieval.redaction import redact_text

_HEADS: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "company": "公司名称：{blank}",
        "place": "工作地点：{place}",
        "salary": "薪资范围：{blank}",
        "duties": "岗位职责：",
        "must": "任职要求：",
        "nice": "加分项：",
        "benefits": "福利待遇：{blank}",
        "no_duties": "{blank}主要工作",
        "no_must": "{blank}必备要求",
    },
    "en": {
        "company": "Company: {blank}",
        "place": "Location: {place}",
        "salary": "Salary: {blank}",
        "duties": "Responsibilities:",
        "must": "Requirements:",
        "nice": "Nice to have:",
        "benefits": "Benefits: {blank}",
        "no_duties": "{blank} main duties",
        "no_must": "{blank} must-have requirements",
    },
}
_NO_DAY: Final = date(2000, 1, 1)  # words for a posting hold no periods that could run until today
_SAID_SALARY: Final = re.compile(
    r"[$€£¥￥]?\s?\d[\d,.]*\s*[kKwW万千]?\s*[-–~～至到]\s*\d[\d,.]*\s*[kKwW万千](?:\s*[·xX*]\s*\d+\s*薪)?|[$€£¥￥]\s?\d[\d,.]*\s*[kK]?(?:\s*[-–~]\s*[$€£¥￥]?\d[\d,.]*\s*[kK]?)?"
)
_GIVES: Final = re.compile(
    r"五险|六险|公积金|年终奖|期权|股票|双休|带薪|补贴|奖金|团建|下午茶|薪资|薪酬|福利|上市公司|独角兽|世界\s?500|行业(?:领先|龙头)|头部(?:企业|公司)|知名(?:企业|公司)|融资|"
    r"\b(?:equity|stock options?|401\(?k\)?|bonus(?:es)?|paid (?:leave|time off)|health insurance|market leader|world[- ]class company|fortune \d+|series [a-e]|well[- ]funded|award[- ]winning|free (?:lunch|snacks))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PostingParts:
    """What a draft says, whoever wrote it."""

    title: str
    duties: Sequence[str]
    must: Sequence[str]
    nice: Sequence[str]


@dataclass(frozen=True)
class PostingDraft:
    """A posting to be edited by a person; nothing in it is published or kept before they save it."""

    title: str
    text: str
    language: Language
    written_by: AssessedBy
    marked: tuple[str, ...]
    """Figures in the draft that the words did not give."""
    left_out: int
    """Different statements left out: about the employer, or discriminatory."""

    @property
    def blanks(self) -> int:
        """How many places are to be filled in."""
        return self.text.count(BLANK[self.language])


def draft_of(parts: PostingParts, words: str, language: Language, by: AssessedBy) -> PostingDraft:
    """The draft as text: blanks by code, salary and place only as the words give them."""
    lists = {name: _plain(getattr(parts, name)) for name in ("duties", "must", "nice")}
    gone = {line for lines in lists.values() for line in lines if _must_go(line, language)}
    marked: list[str] = []
    shown = {
        name: [_marked(line, words, language, marked) for line in lines if line not in gone]
        for name, lines in lists.items()
    }
    title = _marked(" ".join(parts.title.split()), words, language, marked)
    text = "\n".join(_lines(title, shown, words, language))
    return PostingDraft(title, text, language, by, tuple(dict.fromkeys(marked)), len(gone))


def _lines(title: str, shown: dict[str, list[str]], words: str, language: Language) -> Iterable[str]:
    heads, blank = _HEADS[language], BLANK[language]
    salary = _SAID_SALARY.search(words)
    yield title or blank
    yield heads["company"].format(blank=blank)
    yield heads["place"].format(place=place_said(words, language) or blank)
    yield heads["salary"].format(blank=salary[0].strip() if salary else blank)
    for name in ("duties", "must", "nice"):
        otherwise = [heads[f"no_{name}"].format(blank=blank)] if name != "nice" else []
        if rows := shown[name] or otherwise:
            yield ""
            yield heads[name]
            yield from (f"{number}. {row}" for number, row in enumerate(rows, 1))
    yield ""
    yield heads["benefits"].format(blank=blank)


def place_said(words: str, language: Language) -> str:
    """The cities that the words name, in the draft's language."""
    cities = dict.fromkeys(city_name(mention.city, language) for mention in city_mentions(words))
    return "、".join(cities) if language == "zh" else ", ".join(cities)


def _plain(lines: Iterable[str]) -> list[str]:
    """Each line once, without the empty ones."""
    plain = (" ".join(redact_text(line).split()) for line in lines)
    return list(dict.fromkeys(line for line in plain if line))


def _must_go(line: str, language: Language) -> bool:
    """Whether it speaks of the employer or of pay, or discriminates: nobody said it, or nobody should."""
    if _GIVES.search(line) or FACT.search(line) or EMPLOYER.search(line):
        return True
    return any(finding.kind == "discriminatory" for finding in check_posting(line, language))


def _marked(line: str, words: str, language: Language, marked: list[str]) -> str:
    """A figure that the words do not hold is marked where it stands."""
    found = unsupported_numbers(line, words, _NO_DAY)
    marked += found
    return f"{line}{MARK[language] if language == 'zh' else ' ' + MARK[language]}" if found else line
