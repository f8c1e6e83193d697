# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Jobs with title, employer and dates, from the lines of the experience section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from records.resume import Line, Position
from retrieval.documents.profile.dates import Period, has_date, months_covered, periods_in, stacked_period
from retrieval.documents.profile.wording import BULLET, COMPANY, OWN_PROJECT, PLACE, TITLE, is_note
from retrieval.documents.sections import heading_section

_PARTS = re.compile(
    r"\s{2,}|\s*[|｜•●]\s*|\s[-–—·@]\s|\s*[—]\s*|\s+at\s+(?=[A-Z])|\s*[；;]\s*|\s/\s|(?<=\S)\s*·\s*(?=\S)"
)
_COMMAS = re.compile(r",\s+|，")
_LABEL = re.compile(
    r"^(?:公司(?:名称)?|单位|工作单位|任职公司|职位|岗位|职务|担任|担任职务|部门|company|employer|title|position|role|job title)\s*[:：]\s*",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^[\s\W]+|[\s:：,，|\-–—(（\[·•]+$")
_LONGEST_PART = 80
_WITHOUT_EXPERIENCE = frozenset(
    {"education", "projects", "awards", "publications", "certificates", "interests", "languages", "skills"}
)

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


def positions_of(lines: Sequence[Line]) -> tuple[Position, ...]:
    """The jobs in the resume's order: each line of the experience section that states a period of time."""
    listed = [line for line in lines if line.section == "experience"]
    if not any(_anchors(listed)):
        listed = [line for line in lines if line.section not in _WITHOUT_EXPERIENCE]
    return tuple(_position(listed, at, period) for at, period in _anchors(listed) if not _own_project(listed, at))


def years_experience(lines: Sequence[Line], positions: Sequence[Position], today: date) -> float | None:
    """Years covered by the jobs, what overlaps counted once; what the resume states where it dates no job."""
    periods = [period for line in positions for period in _period_of(lines[line.line - 1 : line.line + 1])]
    months = months_covered(periods, today)
    return round(months / 12, 1) if months else _stated_years(lines)


def _anchors(lines: Sequence[Line]) -> Iterator[tuple[int, Period]]:
    """Lines that date a job: a period, or a column of two dates above each other, at the edge of a short line."""
    for at, line in enumerate(lines):
        if heading_section(line.text) is not None:
            continue
        for period in _period_of(lines[at : at + 2]):
            yield at, period


def _period_of(lines: Sequence[Line]) -> list[Period]:
    text = lines[0].text
    period = next(iter(periods_in(text)), None)
    if period is not None:
        rest = text[: period.first] + text[period.last :]
        at_edge = period.first <= 2 or len(text) - period.last <= 3
        bullet = BULLET.match(text) is not None
        fits = len(rest) <= 60 and at_edge if bullet else len(rest) <= (120 if at_edge else 90)
        return [period] if fits else []
    stacked = stacked_period(text, lines[1].text) if len(lines) > 1 else None
    return [stacked] if stacked is not None else []


def _own_project(lines: Sequence[Line], at: int) -> bool:
    return any(OWN_PROJECT.search(line.text) for line in lines[at : at + 2] if not BULLET.match(line.text))


def _position(lines: Sequence[Line], at: int, period: Period) -> Position:
    title = company = ""
    for text in _texts_about(lines, at, period):
        new_title, new_company = _named(text, bool(title), bool(company))
        title, company = title or new_title, company or new_company
        if title and company:
            break
    end = None if period.end is None else str(period.end)
    return Position(lines[at].n, title, company, str(period.start), end, period.current)


def _texts_about(lines: Sequence[Line], at: int, period: Period) -> list[str]:
    """The line itself, then its neighbours; the lines above first where the dates stand alone."""
    text = lines[at].text
    own = _EDGES.sub("", text[: period.first] + "  " + text[period.last :])
    above = [lines[each].text for each in (at - 1, at - 2) if each >= 0 and _free(lines, each)]
    below = [lines[at + 1].text] if at + 1 < len(lines) and _free(lines, at + 1) else []
    bare = not _parts(own)
    return [own, *above, *below] if bare else [own, *below, *above[:1]]


def _free(lines: Sequence[Line], at: int) -> bool:
    """Whether a line can name a job: no sentence, no title of a section, no line with a period of its own."""
    text = lines[at].text
    return is_note(text) and heading_section(text) is None and not _period_of(lines[at : at + 1])


def _parts(text: str) -> list[str]:
    """What a line names, places left out: `Example Ltd, Boston, MA` is a part and a place, or three parts."""
    parts: list[str] = []
    for raw in _PARTS.split(text):
        part = _EDGES.sub("", _LABEL.sub("", raw))
        if not PLACE.match(part):
            parts += [_EDGES.sub("", piece) for piece in _COMMAS.split(part)]
    return [
        part for part in parts if part and len(part) <= _LONGEST_PART and not PLACE.match(part) and not has_date(part)
    ]


def _named(text: str, has_title: bool, has_company: bool) -> tuple[str, str]:
    """Title and employer among the parts of a line; what is neither by its words is the one that is missing."""
    title = company = ""
    unknown: list[str] = []
    for part in _parts(text):
        is_title, is_company = bool(TITLE.search(part)), bool(COMPANY.search(part))
        if is_title and is_company:
            one, other = _split(part)
            title, company = title or one, company or other
        elif is_title and not title:
            title = part
        elif is_company and not company:
            company = part
        else:
            unknown.append(part)
    title, company = ("" if has_title else title), ("" if has_company else company)
    if unknown and not company and not has_company:
        company = unknown.pop(0)
    return title, company


def _split(part: str) -> tuple[str, str]:
    """`某某科技有限公司 高级工程师`: employer and title in one part, told apart by a blank or by the company's ending."""
    found = re.match(r"(.+?(?:公司|集团|银行|研究院|医院|大学|事务所))\s*(.+)$", part)
    if found and TITLE.search(found.group(2)):
        return found.group(2).strip("（()） "), found.group(1)
    words = part.rsplit(" ", 1)
    if len(words) == 2 and re.search(r"[\u4e00-\u9fff]", part) and TITLE.search(words[1]):
        return words[1], words[0]
    # What comes last says which it is: "Bank Manager" is a title, "示例会计师事务所" an employer.
    bare = re.sub(r"[（(].*", "", part)
    return (part, "") if _last(TITLE, bare) >= _last(COMPANY, bare) else ("", part)


def _last(words: re.Pattern[str], text: str) -> int:
    return max((found.end() for found in words.finditer(text)), default=-1)


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
