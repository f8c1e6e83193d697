# ruff: noqa: E501  (a pattern is read whole)
"""Numbers as people write them in Chinese and English, as values with units that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from agents.number_words import FRACTIONS, SCALES, WORD_NUMBER, han_value, word_value

HEDGES: Final = ("over", "under", "about")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a value and as it was written.

    `unit` is empty where none was told; `hedge` is one of `HEDGES` or empty: "over 30 %" is true of 32 %.
    """

    value: float
    written: str
    unit: str = ""
    hedge: str = ""
    sure: bool = True
    """Whether it states an amount beyond doubt: the one in "one of the strongest" and the 8 in K8s do not."""


_UNITS: Final[dict[str, str]] = {
    "percent": r"%|个百分点|percent(?:age points?)?\b|per cent\b|pct\b|个点",
    "times": r"倍|x(?![a-z])|×|times\b|-?fold\b",
    "month": r"个多?月|-?months?\b",
    "year": r"周?年(?!级|龄段|会|报|货|末|初(?![中级])|底|轻|薪|终)|years?\b(?!-end)|yrs?\b|yoe\b",
    "week": r"周(?!报|会|年|末|边|期)|个?星期|weeks?\b",
    "day": r"天(?![线然气平使文津际花空猫])|日(?!报|常|活|均|志|本|语)|days?\b",
    "hour": r"个?小时|hours?\b|hrs?\b|h\b",
    "minute": r"分钟|min(?:ute)?s?\b",
    "ms": r"毫秒|ms\b|milliseconds?\b",
    "mass": r"吨|公斤|千克|kg\b|kilograms?\b|tonnes?\b|tons?\b",
    "distance": r"公里|千米|km\b|kilomet(?:re|er)s?\b|miles?\b",
    "level": r"个级别|级(?![别联数])|等(?=[功奖])",
    "money": r"块钱?|元|美元|美金|人民币|欧元|港元|RMB\b|CNY\b|USD\b|yuan\b|dollars?\b|euros?\b|EUR\b|GBP\b|pounds?\b",
    "people": r"多?(?:号人|人|名(?!单|称|次|列|片)|位(?!数|置|列|于))|people\b|persons?\b|(?:[a-z]+ ){0,2}(?:engineers?|members?|staff|employees?|"
    r"reports|developers?|colleagues|designers?|nurses|analysts|headcount|recruiters|salespeople|testers)\b",
}
_UNIT: Final = "|".join(f"(?P<{unit}>{pattern})" for unit, pattern in _UNITS.items()).replace(r"\b", r"(?![A-Za-z\d])")
_MORE: Final = r"(?P<more>\+|多|余|来|几|plus\b|or more\b|odd\b)"
_RANGE_END: Final = (
    r"(?:(?:\s?%?\s?(?:-|–|—|~|～|至|到|to\b|and\b|or\b|或)|\s?of\b(?: the\b)?)\s?[\d,.一二两三四五六七八九十]+)?"
)
_SCALE_NAME: Final = r"[ -]?(?P<scale>百万|千万|十万|[千万亿]|(?:k|mn|m|bn|b|thousand|million|billion)(?![A-Za-z]))"
_SCALE: Final = rf"(?:{_SCALE_NAME})?"
_KIND_OF_TIME: Final = r"(?:full|whole|consecutive|straight|successive|business|calendar|school|academic|fewer|more|extra|additional|flight|[a-z]+ing)"
_AFTER: Final = rf"(?={_RANGE_END}[\s\-]*{_MORE}?[\s\-]*(?:(?:{_KIND_OF_TIME}[ -]|个(?:工作|自然|交易)?|(?:工作|自然|交易)(?=日))?(?:{_UNIT}))?)"
_DIGITS: Final = re.compile(
    rf"(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)(?P<ordinal>st|nd|rd|th)?(?P<plus>\+)?{_SCALE}{_AFTER}", re.IGNORECASE
)
_HAN: Final = re.compile(
    rf"(?<![\d.])(?<!\d )(?P<digits>[零〇一二两三四五六七八九十百千万亿]+)(?P<point>点[零一二三四五六七八九]+)?{_AFTER}",
    re.IGNORECASE,
)
_WORDS: Final = re.compile(rf"\b(?P<digits>{WORD_NUMBER})\b{_AFTER}", re.IGNORECASE)
_SHARED_SCALE: Final = re.compile(
    rf"\s?(?:to|-|–|—|~|～|至|到|and|or)\s?[\d.,]+{_SCALE_NAME}",
    re.I,
)
_LEVEL_BEFORE: Final = re.compile(r"(?i)\b(?:level|grade|year(?=-)|class|tier|band|CET|TEM|HSK|JLPT)[- ]?$")
_LONE_BEFORE: Final = re.compile(r"(?i)\b(?:from \d+ to|(?:team|staff|crew|group) of) $")
_LONE_AFTER: Final = re.compile(r"(?i)\s*(?:$|[.,;]|a (?:year|month|week|day)\b|per\b)")
"""One as an amount: "from 24 to one a year", "a team of one"."""
_VAGUE: Final = re.compile(r"[数几上近好]$")
_HAN_COUNTED: Final = re.compile(
    r"\s*[多余来几]?\s*(?:个|次|家|款|门|级|篇|套|轮|支|台|份|项|条|座|所|场|类|种|届|等|岁|本|部|张|万|亿|组|步|期|人|名|位|段|辆|单|吨|公里|平|起|件|户|亩|株|"
    r"头|只|匹|艘|架|枚|块|册|卷|章|集|幅|环|栋|幢|例|宗|笔|桩|趟|班|队|颗|粒|盒|箱|间|课|节|批|版|封|首|顷|米|席|床|桌|眼|口|尾|羽|道|处|层|根|盘|扇|双|副|尊|具|剂|针|遍|锅|炉|窑|茬)"
)

_ONE_YEAR: Final = re.compile(
    r"\s*周?年(?:[以多余半的左]|\s*(?:工作|从业|实习|[^，。；,;]{0,24}经[验历])|\s*(?:$|[，。；,;）)]))"
)

_ONE_MONTH: Final = re.compile(r"个月(?:[以之]?[内后]|时间|左右)")
_SCALES_ALONE: Final = ("千", "万", "百", "亿", "百万", "千万")
_CLASS_BEFORE: Final = re.compile(r"(?<![最提年月])[高初]$|(?<![最强重])大$")
_CLASS: Final = re.compile(
    r"(?<![最提年月])(?P<high>高)(?P<year>[一二三])(?!个|等|大)|(?<!年)初(?P<middle>[一二三])(?!个|期)"
)
"""Classes of school: 高三 is the twelfth grade."""
_MORE_THAN: Final = re.compile(r"(?i)\bmore than $")
"""More than one is several."""
_SIGMA: Final = re.compile(r"(?i) sigma\b")
_POINTS: Final = re.compile(r"(?i)\s?points?\b")
"""Of a margin or a rate they are those of a percentage."""
_LESSONS: Final = re.compile("(?:个)?(?:学时|课时)")

_FIRST_PERSON: Final = re.compile("作者|发明人|责任人|负责人|时间")
"""第一作者 tells who did something, not how much."""

_BEFORE: Final = re.compile(
    r"(?P<over>\b(?:over|more than|above|exceed(?:s|ed|ing)?|at least|upwards? of|beyond|greater than|no (?:less|fewer) than|not (?:less|fewer) than|"
    r"minimum of|surpass(?:es|ed|ing)?)|[>≥]|超过?|逾|多于|(?:不少于|不低于|至少|最少|不下|少说)[\u4e00-\u9fff]{0,3}?|大于|高于|突破)\s*(?:US)?[$¥€£]?\s*$|"
    r"(?P<under>\b(?:nearly|almost|close to|just under|up to|under|less than|fewer than|below|at most|no more than|not more than|approaching|"
    r"shy of|within)|[<≤]|近|将近|接近|不到|不足|至多|最多|不超过|少于|低于|几近)\s*(?:a |the )?(?:US)?[$¥€£]?\s*$|"
    r"(?P<about>\b(?:about|around|approximately|approx\.?|roughly|some|circa|ca\.?|in the region of|an estimated)|[~≈]|约|大约|大概|约为|差不多)\s*"
    r"(?:a |the )?(?:US)?[$¥€£]?\s*$",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"^[^\d，。；,;.]{0,6}?(?:(?P<over>以上|or more\b|and (?:above|more)\b)|(?P<under>以内|以下|or less\b)|(?P<about>左右|上下|or so\b))"
)


def numbers_in(text: str) -> Iterator[Number]:
    """Every number a text can be read to hold, dates left out; `sure` tells which of them it surely states."""
    for match in _DIGITS.finditer(text):
        yield from _digits(match, text)
    for match in _HAN.finditer(text):
        yield from _han(match, text)
    for match in _WORDS.finditer(text):
        value = word_value(match["digits"])
        alone = _LONE_BEFORE.search(text[: match.start()]) and _LONE_AFTER.match(text, match.end())
        more = value == 1 and _MORE_THAN.search(text[: match.start()])
        glued = value == 1 and text[match.end() : match.end() + 1] == "-"  # a one-person show
        sure = (value > 1 or bool(_unit(match) or alone)) and not (more or glued or _SIGMA.match(text, match.end()))
        yield Number(value, match[0], _unit(match) or _level(match, text), _hedge(match, text), sure)
    for match in _CLASS.finditer(text):
        grade = 9 + han_value(match["year"]) if match["high"] else 6 + han_value(match["middle"])
        yield Number(grade, match[0], "level", sure=False)
    for pattern, unit, value, sure in FRACTIONS:
        for match in pattern.finditer(text):
            yield Number(value, match[0].strip(), unit, _hedge(match, text), sure)


def _digits(match: re.Match[str], text: str) -> Iterator[Number]:
    before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
    in_word = bool(re.match(r"[A-Za-z\d.]", before)) or (bool(re.match(r"[A-Za-z\d]", after)) and not _unit(match))
    plain = float(match["digits"].replace(",", ""))
    scale = SCALES.get((match["scale"] or "").lower(), 1.0)
    unit = _unit(match)
    if unit in ("", "people") and re.search(r"[$¥€£￥]\s?$|(?:RMB|USD|CNY)\s?$", text[: match.start()]):
        unit = "money"
    unit = unit or _level(match, text)
    written = match[0].strip(" -") + ("%" if unit == "percent" and text[match.end() : match.end() + 1] == "%" else "")
    yield Number(plain * scale, written, unit, "over" if match["plus"] else _hedge(match, text), not in_word)
    if _POINTS.match(text, match.end()):
        yield Number(plain, written, "percent", sure=False)
    if _LESSONS.match(text, match.end()):
        yield Number(plain, written, "hour", sure=False)
    if scale != 1:
        yield Number(plain, written, unit, sure=False)
    elif shared := _SHARED_SCALE.match(text, match.end()):  # "from 831 to 92 thousand"
        yield Number(plain * SCALES[shared["scale"].lower()], written, unit, sure=False)


def _han(match: re.Match[str], text: str) -> Iterator[Number]:
    value, unit = han_value(match["digits"]), _unit(match)
    if match["point"]:
        value += sum(han_value(d) / 10**n for n, d in enumerate(match["point"][1:], 1))
    before = text[: match.start()]
    ordinal = before.endswith("第") and not _FIRST_PERSON.match(text, match.end())
    counted = bool(_HAN_COUNTED.match(text, match.end()))
    if value == 1 and not (unit or counted or ordinal):
        return  # a part of a word, as in 一致
    loose = bool(re.search(r"(?:之|统|进|某|逐|每|唯|同|单|万|星期|周)$", before)) or match["digits"] in _SCALES_ALONE
    loose = loose or bool(_CLASS_BEFORE.search(before)) or (value == 1 and before.endswith("任"))  # 高三, 任一
    # 一年 before a verb is "a year", as in 一年省下 10 万.
    year = value == 1 and unit == "year" and bool(_ONE_YEAR.match(text, match.end()))
    year = year or (unit == "month" and bool(_ONE_MONTH.match(text, match.end())))
    round_number = match["digits"][-1] in "万亿" and value >= 10_000  # 起点只有四万
    sure = not loose and (year or round_number or (value > 1 and (bool(unit) or counted or ordinal)))
    if (_VAGUE.search(before) and not re.search(r"近$", before)) or match["more"] == "几":
        sure = False
    yield Number(value, match[0], unit, _hedge(match, text), sure)


def _unit(match: re.Match[str]) -> str:
    return next((unit for unit in _UNITS if match.groupdict().get(unit)), "")


def _level(match: re.Match[str], text: str) -> str:
    return "level" if _LEVEL_BEFORE.search(text[: match.start()]) else ""


def _hedge(match: re.Match[str], text: str) -> str:
    if match.groupdict().get("more"):
        return "over"
    found = _BEFORE.search(text[max(0, match.start() - 24) : match.start()])
    found = found or _BEHIND.match(text[match.end() : match.end() + 12])
    return next((hedge for hedge in HEDGES if found and found.groupdict().get(hedge)), "")
