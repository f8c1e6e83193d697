# ruff: noqa: E501  (a pattern is read whole)
"""Places of a shortlist in people's words: "#3", "rank 2 and 5", "the first three", 第三名, 前三名, 最后两名."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from agents.number_words import han_value, word_value

_SMALL: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\b"
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL: Final = rf"(?:{'|'.join(_ORDINALS)}|\d{{1,4}}(?:st|nd|rd|th))\b"
_HAN_N: Final = r"(?:\d{1,4}+|[一二两三四五六七八九十百]++)"
_ENGLISH_N: Final = rf"(?:\d{{1,4}}+|{_SMALL})"
_NO_PLACE: Final = r"(?!\s*\+?\s*(?:%|\.\d|years?|yrs?|months?|weeks?|days?|points?|times|rounds?|jobs?|companies|universities|schools|projects?|roles?|positions|skills?|languages?|requirements?|must))"
_NO_HAN_PLACE: Final = r"(?!\s*(?:\.\d|%|年|个?月|天|周|家|轮|段|份|大|端|台|分|条|项|点|页|行|次|届|期|章|款|岁|强))"
_ALONE: Final = r"(?=\s*(?:$|[?,.!;，。；？、]|(?:and|or|one|candidate|place|person|is|isn|was|below|above|vs|versus|with|ranked|behind|ahead|not|higher|lower|to|against|in the|on the)\b))"
_PERSON: Final = r"(?:\s+(?:ranked\s+)?(?:candidates?|people|persons?|ones?|places?|of (?:them|the (?:short)?list)|in the (?:short)?list|on the (?:short)?list))?"
_GOES_ON: Final = r"\s*(?:,|，|、|&|and|or|to|-|–|~|和|与|跟|及|到|至)\s*(?:and\s+)?"

_FIRST: Final = re.compile(
    rf"(?i)\b(?:the\s+)?(?:first|top|best)[\s-]+(?P<n>{_ENGLISH_N}){_NO_PLACE}{_PERSON}|(?<![之以目当从])(?:排名?)?(?:最)?[前头]\s*(?P<han>{_HAN_N}){_NO_HAN_PLACE}\s*(?:名|位|个人?|人)?"
)
_LAST: Final = re.compile(
    rf"(?i)\b(?:the\s+)?(?:last|bottom)[\s-]+(?P<n>{_ENGLISH_N}){_NO_PLACE}{_PERSON}|(?:最后面?|倒数|末尾?|[后尾])的?\s*(?P<han>{_HAN_N})\s*(?:名|位|个人?|人)"
)
_FROM_END: Final = re.compile(
    rf"(?i)倒数第\s*(?P<han>{_HAN_N})\s*(?:名|位|个)?|\bthe\s+(?P<last_but>second|third)[\s-](?:to[\s-])?last(?:\s+(?:one|candidate|place|person))?\b|\bthe\s+(?:very\s+)?last(?:\s+(?:one|candidate|place|person)\b|{_ALONE})|最后那?一?(?:名|位|个人?)"
)
_PLACES: Final = re.compile(
    rf"(?i)(?:#\s*|\b(?:no\.?\s*|numbers?\s+|(?:rank(?:ed|s)?|places?|rows?|candidates?)\s+(?:no\.?\s*)?#?))(?P<numbers>\d{{1,4}}+{_NO_PLACE}(?:{_GOES_ON}#?\s*\d{{1,4}}+(?!(?:st|nd|rd|th)\b){_NO_PLACE}{_NO_HAN_PLACE})*)"
    rf"|(?:排名?)?第\s*(?P<han>{_HAN_N}{_NO_HAN_PLACE}\s*(?:名|位|个人?|号)?(?:{_GOES_ON}第?\s*{_HAN_N}{_NO_HAN_PLACE}\s*(?:名|位|个人?|号)?)*)"
    rf"|(?<![\d第月])(?P<marked>\d{{1,4}})\s*号(?:候选人|简历)?(?!楼|线|店|院|文|令)"
    rf"|\b(?:the\s+|ranked\s+)(?P<ordinal>{_ORDINAL}(?:(?:\s*,\s*|\s+and\s+|\s+or\s+)(?:the\s+)?{_ORDINAL})*){_ALONE}(?:\s+(?:one|candidate|place|person)s?\b)?|\b(?P<th>\d{{1,4}}(?:st|nd|rd|th))\b{_ALONE}"
)
_ONE: Final = re.compile(rf"(?i)\d+|{_HAN_N}|{'|'.join(_ORDINALS)}")
_RANGE: Final = re.compile(r"(?i)^[^\d一二两三四五六七八九十百]*(?:to|-|–|~|到|至)")


@dataclass(frozen=True, slots=True)
class RankWords:
    """Words from `start` up to but not including `end` that mean places: some ranks, the first few, or the last few.

    `from_end` is one place counted from the end, 1 for the last one.
    """

    start: int
    end: int
    ranks: tuple[int, ...] = ()
    first: int = 0
    last: int = 0
    from_end: int = 0


def ranks_in(words: str) -> Iterator[RankWords]:
    """Every phrase that means places of the list, in the order of the words; none overlaps another."""
    left = words
    found: list[RankWords] = []
    for pattern in (_FROM_END, _FIRST, _LAST, _PLACES):
        for match in pattern.finditer(left):
            found.append(_read(pattern, match))
        left = pattern.sub(lambda match: ";" * len(match[0]), left)
    yield from sorted(found, key=lambda one: one.start)


def _read(pattern: re.Pattern[str], match: re.Match[str]) -> RankWords:
    start, end, groups = match.start(), match.end(), match.groupdict()
    if pattern is _FROM_END:
        written = groups["han"] or groups["last_but"]
        return RankWords(start, end, from_end=_value(written) if written else 1)
    if pattern is _PLACES:
        return RankWords(start, end, ranks=_ranks(next(filter(None, groups.values()))))
    count = _value(groups["n"] or groups["han"])
    return RankWords(start, end, first=count) if pattern is _FIRST else RankWords(start, end, last=count)


def _ranks(written: str) -> tuple[int, ...]:
    """2, 5 and 7; all between where a range is written."""
    found: list[int] = []
    end = 0
    for match in _ONE.finditer(written):
        value = _value(match[0])
        if found and _RANGE.match(written[end : match.start()]):
            found += range(found[-1] + 1, value)
        found.append(value)
        end = match.end()
    return tuple(dict.fromkeys(found))


def _value(written: str) -> int:
    folded = written.lower()
    if folded in _ORDINALS:
        return _ORDINALS.index(folded) + 1
    if digits := re.match(r"\d+", folded):
        return int(digits[0])
    return int(word_value(folded) if folded.isascii() else han_value(folded))
