"""One or 一 in a claim where the lines count the same thing: "one nurse" of "9 nurses".

The word is also an article and part of many idioms, so it counts as a number only where a line gives the number of the
very noun behind it, and no line says one of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from agents.claims.across import Matter
from agents.claims.numbers import amounts, parted
from agents.claims.terms import binding_terms
from agents.claims.vocabulary import HAN_COMMA
from agents.numbers import Number
from records.language import HAN

_ENGLISH: Final = re.compile(
    r"\b(?<!-)(?<!\bin )(?<!\bat )(?<!\bon )(?<!\bas )(?<!number )(?<!no\. )one\b(?!-on-)"
    r"(?! (?:of|another|or|time|point|hand|more|with|that|who|whose|which|where|in|at|for|on|from|by|is|was|being)\b)",
    re.IGNORECASE,
)
_CHINESE: Final = re.compile(
    r"(?<![第统某每唯同单在是为成万之逐进二三四五六七八九十])(?<!(?<![担曾])任)(?<!最[高大多长低小少好快远])(?<!其中)一(?:个(?!人)|名|位|家|份|项|篇|部|本|期|台|套|支|条|座|所|场|款|门|种|次|幅|件|册|卷|处|枚|株|栋|辆|艘|首|例|宗|(?=[天周日]|小时))"
)
_TIME: Final = re.compile(r"\s*(?P<day>天|日|days?\b)|\s*(?P<week>周|weeks?\b)|\s*(?P<hour>小时|hours?\b)")
_FIRST: Final = re.compile("第一(?=名)")
_RANKED: Final = re.compile(r"第\s?(?:[2-9]|\d\d|[二三四五六七八九十])\s?名")
_BEST: Final = re.compile("第[一1]|冠军|首[名位]|金[奖牌]|榜首|状元|头名|一等")
_PARTS: Final = re.compile(rf"[,;，；、。.:：]\s|\band\b|[，；、。：]|{HAN_COMMA}")
_MEASURE: Final = re.compile(r"\s*(?:米|平方?米?|平|千伏|伏|瓦|千瓦|℃|[㎡kmcM]?m\b|kV\b|kW\b)")
_NOUN: Final = 2
"""Words behind a number among which the noun is sought: one of them may be an adjective."""


def ones_otherwise(claim: str, lines: str) -> Iterator[str]:
    """What a claim says there is one of, where its lines say another number of it."""
    if _FIRST.search(claim) and _RANKED.search(lines) and not _BEST.search(lines):
        yield "第一名"
    parts = [part for line in lines.splitlines() for part in _PARTS.split(line) if part.strip()]
    for clause in _PARTS.split(claim):
        for match in (_CHINESE if HAN.search(clause) else _ENGLISH).finditer(clause):
            behind = clause[match.end() :]
            if any(number.written and behind.startswith(number.written) for number in amounts(behind).numbers):
                continue  # 一栋六十七层住宅楼
            if bool(HAN.search(clause)) != bool(HAN.search(lines)):
                counts = set(_counts_across(behind, parts))
            else:
                counts = set(_time_counts(behind, clause, parts) if _TIME.match(behind) else _counts(behind, parts))
            if counts and 1.0 not in counts:
                yield (match[0] + behind).strip(" .。")[:40]


def _counts(behind: str, parts: list[str]) -> Iterator[float]:
    """The numbers that lines give of the noun behind a one."""
    noun = list(islice(binding_terms(behind), 1))
    for part in parts if noun else ():
        for number in amounts(part).numbers:
            after = list(islice(binding_terms(parted(part, number)[1]), _NOUN))
            around = binding_terms(part) if HAN.search(part) else after
            if (number.sure or number.value == 1) and not _measures(number, part) and all(t in around for t in noun):
                yield number.value


def _measures(number: Number, part: str) -> bool:
    """Whether it tells how large or how often, and so not how many: a bridge of 861 metres is one."""
    if number.unit and number.unit not in ("people", "times"):
        return True
    return bool(_MEASURE.match(parted(part, number)[1]))


def _counts_across(behind: str, parts: list[str]) -> Iterator[float]:
    """The numbers that lines give, in the other language, of the noun behind a one."""
    noun = Matter(re.split(r"[\d在由从]", behind, maxsplit=1)[0]).telling[:1]
    for part in parts if noun else ():
        for number in amounts(part).numbers:
            words = parted(part, number)[1].split()[:_NOUN]
            around = Matter(part if HAN.search(part) else " ".join(words))
            if (number.sure or number.value == 1) and around.says(noun[0]):
                yield number.value


def _time_counts(behind: str, clause: str, parts: list[str]) -> Iterator[float]:
    """The lengths of time that lines give, in the same unit, for what the clause is about."""
    match = _TIME.match(behind)
    unit = match.lastgroup if match else None
    about = binding_terms(clause)
    for part in parts:
        if about.keys() & binding_terms(part).keys():
            yield from (number.value for number in amounts(part).numbers if number.unit == unit)
