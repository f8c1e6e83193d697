# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Where a posting contradicts itself: years against level, two degrees, cities or salaries, must and nice the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from agents.postings.check_words import Said
from agents.postings.levels import degree_asked, years_asked
from agents.postings.statements import statements
from agents.postings.wording import ASKS_NOTHING, WISH
from retrieval.cities import cities_named, city_mentions

_YEARS_FOR_GRADUATES: Final = 2.0
"""Internships may make a year; nobody who has just graduated has worked two."""
_YEARS_FOR_JUNIORS: Final = 5.0
_NEGATED: Final = re.compile(r"不限|不要求|均可|亦可|也可|或|不含|除外|不招|\bor\b|not required|also|welcome", re.I)
_GRADUATES: Final = re.compile(
    r"应届(?:毕业)?生|应届|校招|在校生|无需经验|零经验|零基础|\bfresh graduates?\b|\brecent graduates?\b|\bnew grad(?:uate)?s?\b|\bfreshers?\b|\bno experience (?:is )?(?:needed|required|necessary)\b|\bentry[- ]level\b",
    re.I,
)
_JUNIOR: Final = re.compile(
    r"初级|助理|实习|专员|\bjunior\b|\bintern(?:ship)?\b|\btrainee\b|\bentry[- ]level\b|\bassistant\b", re.I
)
_SALARY: Final = re.compile(
    r"(?:薪资|薪酬|薪水|工资|月薪|年薪|待遇|salary|pay|compensation)\D{0,12}?(?P<low>\d[\d,.]*)\s*(?P<k>[kK千万])?\s*(?:[-–~～至到]|to)\s*[$€£¥￥]?(?P<high>\d[\d,.]*)\s*(?P<k2>[kK千万])?",
    re.I,
)
_MONTHLY: Final = re.compile(r"月薪|每月|/月|month", re.I)
_YEARLY: Final = re.compile(r"年薪|每年|/年|year|annum|annual", re.I)
_PLACE: Final = re.compile(
    r"(?:工作|办公|上班)?(?:地点|城市|地址)\s*[:：]|\b(?:job |work )?location\s*[:：]|\bbased in\b|\boffice (?:is )?in\b",
    re.I,
)
_MANY_PLACES: Final = re.compile(r"[/、或及和|&]|\bor\b|\band\b|多地|可选|任选|multiple|either", re.I)
_REMOTE: Final = re.compile(
    r"(?<!不)(?<!非)(?:完全|全职|全程|纯)?远程(?:办公|工作)|居家办公|\b(?:fully|100 ?%) remote\b|\bremote (?:position|role|job|only)\b",
    re.I,
)
_ON_SITE: Final = re.compile(
    r"(?:必须|需|须|要求).{0,4}(?:坐班|到岗办公|现场办公)|每天到(?:公司|岗)|(?:不支持|不接受|不能)远程|\b(?:fully )?on-?site (?:only|required|five days)|\bno remote\b|\bin (?:the )?office (?:five|5) days\b|\bmust (?:work|be) on-?site\b",
    re.I,
)
_HYBRID: Final = re.compile(r"不(?:支持|接受|能|提供)远程|hybrid|混合|可以?申请|部分", re.I)
_FULL_TIME: Final = re.compile(r"全职|\bfull[- ]time (?:position|role|job|employee)\b", re.I)
_PART_TIME: Final = re.compile(r"兼职|\bpart[- ]time (?:position|role|job|employee)\b", re.I)


@dataclass(frozen=True)
class Contradiction:
    """Words of a line that another part of the posting contradicts; `facts` fill the reason."""

    topic: str
    line: int
    words: str
    reason: Said
    suggestion: Said
    facts: dict[str, str] = field(default_factory=dict)


def contradictions(text: str) -> Iterator[Contradiction]:
    """Every contradiction that the rules know, each named once."""
    lines = text.split("\n")
    for check in _CHECKS:
        yield from check(lines)


def _graduates(lines: list[str]) -> Iterator[Contradiction]:
    years = [(n, line, asked) for n, line in enumerate(lines, 1) if (asked := _years(line)) is not None]
    most = max(years, key=lambda found: found[2], default=None)
    for number, line in enumerate(lines, 1):
        found = _GRADUATES.search(line)
        if most and found and most[2] >= _YEARS_FOR_GRADUATES and not _NEGATED.search(line):
            facts = {"years": f"{most[2]:g}", "line": str(most[0]), "level": found[0]}
            yield Contradiction("years", number, found[0], *_YEARS_GRADUATES, facts)
            return


def _junior(lines: list[str]) -> Iterator[Contradiction]:
    number, title = next(((n, line) for n, line in enumerate(lines, 1) if line.strip()), (1, ""))
    level = _JUNIOR.search(title) if len(title) <= 80 else None
    for at, line in enumerate(lines, 1):
        years = _years(line)
        if level and years is not None and years >= _YEARS_FOR_JUNIORS:
            facts = {"years": f"{years:g}", "line": str(at), "level": level[0]}
            yield Contradiction("level", number, level[0], *_LEVEL, facts)
            return


def _degrees(lines: list[str]) -> Iterator[Contradiction]:
    """Two least degrees, both as must-haves; "硕士优先" is a wish and no second one."""
    asked = [(n, line, degree_asked(line)) for n, line in enumerate(lines, 1) if not WISH.search(line)]
    known = [(n, line, degree) for n, line, degree in asked if degree and re.search(_DEGREE_ASKED, line, re.I)]
    for number, line, degree in known[1:]:
        if degree != known[0][2]:
            yield Contradiction("degree", number, line.strip()[:60], *_TWO, {"line": str(known[0][0])})
            return


def _places(lines: list[str]) -> Iterator[Contradiction]:
    labelled = [(n, line) for n, line in enumerate(lines, 1) if _PLACE.search(line)]
    found = [(n, line, cities_named(line)) for n, line in labelled if not _MANY_PLACES.search(line.split("：")[-1])]
    found = [(n, line, cities) for n, line, cities in found if cities]
    for number, line, cities in found[1:]:
        if not cities & found[0][2]:
            words = next((line[m.start : m.end] for m in city_mentions(line)), line.strip()[:60])
            yield Contradiction("city", number, words, *_TWO, {"line": str(found[0][0])})
            return


def _salaries(lines: list[str]) -> Iterator[Contradiction]:
    known: list[tuple[int, tuple[float, float], str]] = []
    for number, line in enumerate(lines, 1):
        for found in _SALARY.finditer(line):
            low, high = _amount(found["low"], found["k"] or found["k2"]), _amount(found["high"], found["k2"])
            unit = "month" if _MONTHLY.search(line) else "year" if _YEARLY.search(line) else ""
            if low > high > 0:
                yield Contradiction("salary", number, found[0].strip(), *_UPSIDE_DOWN)
            if known and known[0][1] != (low, high) and known[0][2] == unit:
                yield Contradiction("salary", number, found[0].strip(), *_TWO, {"line": str(known[0][0])})
                return
            known.append((number, (low, high), unit))


def _remote(lines: list[str]) -> Iterator[Contradiction]:
    yield from _pair(lines, _REMOTE, _ON_SITE, "remote")


def _hours(lines: list[str]) -> Iterator[Contradiction]:
    yield from _pair(lines, _FULL_TIME, _PART_TIME, "hours")


def _pair(lines: list[str], one: re.Pattern[str], other: re.Pattern[str], topic: str) -> Iterator[Contradiction]:
    first = next(((n, m[0]) for n, line in enumerate(lines, 1) if (m := one.search(line)) and not _either(line)), None)
    second = next(
        ((n, m[0]) for n, line in enumerate(lines, 1) if (m := other.search(line)) and not _either(line)), None
    )
    if first and second:
        yield Contradiction(topic, second[0], second[1], *_TWO, {"line": str(first[0])})


def _either(line: str) -> bool:
    return bool(re.search(r"或|/|均可|皆可|\bor\b", line, re.I))


def _must_and_nice(lines: list[str]) -> Iterator[Contradiction]:
    """The same words under what is required and under what is a plus."""
    found = statements("\n".join(lines))
    required = {_bare(s.text): s.text for s in found if s.part == "required" and not WISH.search(s.text)}
    for wish in (s.text for s in found if s.part == "preferred" or (s.part == "required" and WISH.search(s.text))):
        same = required.get(_bare(wish))
        if same:
            number = max((n for n, line in enumerate(lines, 1) if wish in line), default=1)
            first = next((n for n, line in enumerate(lines, 1) if same in line), 1)
            yield Contradiction("necessity", number, wish[:60], *_BOTH, {"line": str(first)})


def _bare(words: str) -> str:
    return re.sub(
        r"\W+|优先(?:考虑)?|加分|者佳|为佳|(?:is |are )?(?:a )?(?:big )?plus|preferred|nice to have|者$",
        "",
        words.lower(),
    )


def _years(line: str) -> float | None:
    return None if ASKS_NOTHING.search(line) or WISH.search(line) else years_asked(line)


def _amount(written: str, unit: str | None) -> float:
    number = float(written.replace(",", "").rstrip(".") or 0)
    return number * {"k": 1e3, "千": 1e3, "万": 1e4}.get((unit or "").lower(), 1)


_DEGREE_ASKED: Final = r"学历|学位|及以上|以上|毕业|degree|bachelor|master|ph\.?d|doctor"

_YEARS_GRADUATES: Final[tuple[Said, Said]] = (
    {
        "zh": "第 {line} 行要求 {years} 年经验，“{level}”不可能具备。",
        "en": "Line {line} asks for {years} years, which “{level}” cannot have.",
    },
    {"zh": "请删去其中一条，或写明两类人都可以。", "en": "Drop one of the two, or say that either will do."},
)
_LEVEL: Final[tuple[Said, Said]] = (
    {
        "zh": "职位是“{level}”，第 {line} 行却要求 {years} 年经验。",
        "en": "The title says “{level}”, yet line {line} asks for {years} years.",
    },
    {"zh": "请调整职级或年限。", "en": "Change the title or the years."},
)
_TWO: Final[tuple[Said, Said]] = (
    {"zh": "与第 {line} 行写的不一致。", "en": "Line {line} says something else."},
    {"zh": "请统一为一种说法。", "en": "Decide for one of the two."},
)
_UPSIDE_DOWN: Final[tuple[Said, Said]] = (
    {"zh": "范围的下限高于上限。", "en": "The range begins above its end."},
    {"zh": "请核对数字和单位。", "en": "Check the figures and their unit."},
)
_BOTH: Final[tuple[Said, Said]] = (
    {
        "zh": "同一条既是第 {line} 行的必备要求，又写成加分项。",
        "en": "Line {line} asks for the same as a must-have; here it is a plus.",
    },
    {"zh": "请只保留一处。", "en": "Keep only one of them."},
)

_CHECKS: Final[tuple[Callable[[list[str]], Iterator[Contradiction]], ...]] = (
    _graduates,
    _junior,
    _degrees,
    _places,
    _salaries,
    _remote,
    _hours,
    _must_and_nice,
)
