"""Years of experience: those that the jobs cover, else those that the resume states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from records.resume import Line, Position
from retrieval.documents.profile.dates import Moment
from retrieval.documents.profile.spans import months_covered

_STATED_EN = re.compile(
    r"(?<![\d.\-–])(\d{1,2}(?:\.\d)?)\s*\+?\s*(?:years?|yrs?)['’]?\s*(?:of\s+)?(?:[\w\-/&,]+\s+){0,5}?(?:experience|expertise)",
    re.IGNORECASE,
)
_EXPERIENCE_OF = re.compile(
    r"experience\s*(?:of|:)?\s*(?:over|more\s+than)?\s*(\d{1,2}(?:\.\d)?)\s*\+?\s*(?:years?|yrs?)", re.IGNORECASE
)
_STATED_ZH = re.compile(
    r"(?<![\d.\-–年])(\d{1,2}(?:\.\d)?|[一二三四五六七八九十]{1,3})\s*多?\s*年\s*(?:以上|多)?\s*的?\s*(?:[\u4e00-\u9fffA-Za-z/]{0,8}?)"
    r"(?:工作|从业|行业|开发|管理|研发|设计|运营|销售|相关|实际|教学|财务|测试|产品|项目)(?:工作)?(?:的)?经[验历]|"
    r"(?:工作|从业)(?:年限|经验|时间)\s*[:：]?\s*(\d{1,2}(?:\.\d)?|[一二三四五六七八九十]{1,3})\s*年"
)
_MOST_YEARS = 50


@dataclass(frozen=True, slots=True)
class _Worked:
    start: Moment
    end: Moment | None


def years_experience(lines: Sequence[Line], positions: Sequence[Position], today: date) -> float | None:
    """Years covered by the jobs, internships included, what overlaps counted once; else what the resume states."""
    periods = [
        _Worked(Moment.of(each.start), Moment.of(each.end) if each.end else None) for each in positions if each.start
    ]
    months = months_covered(periods, today)
    return round(months / 12, 1) if months else _stated_years(lines)


def _stated_years(lines: Sequence[Line]) -> float | None:
    found: list[float] = []
    for line in lines:
        if line.section in {"header", "summary", "experience", "skills"}:
            for pattern in (_STATED_EN, _EXPERIENCE_OF, _STATED_ZH):
                found += [
                    _number(next(group for group in match.groups() if group)) for match in pattern.finditer(line.text)
                ]
    sound = [years for years in found if 0 < years <= _MOST_YEARS]
    return max(sound, default=None)


def _number(text: str) -> float:
    if text[0].isdigit():
        return float(text)
    tens, _, ones = text.partition("十")
    digits = {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)}
    return float(digits.get(text, 0)) if "十" not in text else 10.0 * digits.get(tens, 1) + digits.get(ones, 0)
