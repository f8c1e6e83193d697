# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Degrees with school, subject and dates, from the lines of the education section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from records.resume import Degree, Education, Line
from retrieval.documents.profile.dates import Period, moments_in, periods_in, stacked_period
from retrieval.documents.profile.degrees import degree_in, degree_span, highest
from retrieval.documents.profile.wording import BULLET, PLACE, SCHOOL
from retrieval.documents.sections import heading_section

_PARTS = re.compile(r"\s{2,}|\s*[|｜/／•·,，;；（()）]\s*|\s[-–—]\s|\s*[—]\s*")
_MAJOR_ZH = re.compile(
    r"(?:专业|主修|專業)\s*[:：]?\s*(?P<after>[\u4e00-\u9fff（）()A-Za-z]{2,20})|(?P<before>[\u4e00-\u9fff]{2,15})专业"
)
_SUBJECT_ZH = re.compile(
    r"(?:学|工程|科学|技术|管理|设计|经济|金融|会计|贸易|语|法律|法学|医|电子|通信|软件|新闻|传播|营销|应用|教育|艺术|自动化|护理|建筑|信息)$|类$"
)
_MAJOR_EN = re.compile(
    r"^\.?(?: (?:[Dd]egree|[Ss]tudent|[Cc]andidate))?(?: ?\([^)]*\))?(?: ?[,:(-] ?| )(?:(?:in|IN|of|OF) )?(?P<major>[A-Z][A-Za-z&/\-]*(?: (?:and|of|AND|OF|&|with|[A-Z][A-Za-z&/\-]*)){0,7})"
)
_LABELLED_EN = re.compile(
    r"\b(?:major(?:ing|ed)?(?: in)?|field of study)\s*:?\s+(?P<major>[A-Z][A-Za-z&/\-]*(?: (?:and|of|&|[A-Z][A-Za-z&/\-]*)){0,7})",
    re.IGNORECASE,
)
_NOT_SUBJECT = re.compile(
    r"学士|硕士|博士|本科|大专|学历|学位|研究生|\bGPA\b|\bhono(?:u)?rs?\b|\bmerit\b|\bfirst class\b|\bdistinction\b|\bcum laude\b|\bthesis\b|\bstudent\b|绩点|排名|毕业|在读|全日制|统招",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:最高)?(?:学历|學歷|学位)\s*[:：]?\s*\S|\b(?:highest\s+)?(?:degree|qualification|education)\s*:", re.IGNORECASE
)
# `Bachelor of Science in X` names X; `Master of Business Administration` its own subject.
_OF_FIELD = re.compile(
    r"\b(bachelor|master|doctor|associate)(?:['’]?s)? of (?:applied )?(?:science|arts?|engineering|technology|philosophy|commerce|laws?|fine arts|education)s?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What one line adds to a degree."""

    school: str = ""
    degree: Degree | None = None
    major: str = ""
    start: str | None = None
    end: str | None = None

    def clashes(self, new: _Facts) -> bool:
        """Whether a line speaks of another degree: it names again what is already known."""
        return any(
            old and also for old, also in ((self.school, new.school), (self.degree, new.degree), (self.end, new.end))
        )

    def joined(self, new: _Facts) -> _Facts:
        return _Facts(
            self.school or new.school,
            self.degree or new.degree,
            self.major or new.major,
            self.start or new.start,
            self.end or new.end,
        )


def education_of(lines: Sequence[Line]) -> tuple[Education, ...]:
    """The degrees in the resume's order; a school of no degree and no date is left out as a mere mention."""
    found: list[tuple[int, _Facts]] = []
    listed = [line for line in lines if line.section == "education" and heading_section(line.text) is None]
    texts = ["", *(line.text for line in listed), ""]
    for line, above, below in zip(listed, texts, texts[2:], strict=False):
        facts = _facts(line.text, stacked_period(line.text, below), stacked_period(above, line.text) is not None)
        if facts == _Facts():
            continue
        if found and not found[-1][1].clashes(facts):
            found[-1] = (found[-1][0], found[-1][1].joined(facts))
        elif facts.school or facts.degree or facts.start:
            found.append((line.n, facts))
    return tuple(
        Education(number, facts.degree, facts.school, facts.major, facts.start, facts.end)
        for number, facts in found
        if facts.degree or (facts.school and facts.end)
    )


def highest_degree(lines: Sequence[Line], education: Sequence[Education]) -> Degree | None:
    """The highest degree of the education section; without one, what the head of the resume states."""
    listed = [each.degree for each in education if each.degree]
    if listed:
        return highest(listed)
    stated = [
        line.text for line in lines if line.section in {"header", "summary", "education"} or _LABELLED.search(line.text)
    ]
    return highest([degree for text in stated if (degree := degree_in(text))])


def _facts(text: str, stacked: Period | None, dated_above: bool) -> _Facts:
    if BULLET.match(text) is not None and len(text) > 60:
        return _Facts()
    period = stacked or next(iter(periods_in(text)), None)
    moments = moments_in(text)
    start = end = None
    if period is not None:
        start, end = str(period.start), None if period.end is None else str(period.end)
        text = text[: period.first] + "  " + text[period.last :]
    elif moments:
        moment, first, last = moments[0]
        end = None if dated_above else str(moment)
        text = text[:first] + "  " + text[last:]
    school = _school(text)
    facts = _Facts(school, degree_in(text, short_forms=True), _major(text, school), start, end)
    # A date alone adds nothing unless it is a span or stands beside a school, a degree or little else.
    return facts if school or facts.degree or start or facts.major or len(text.strip()) < 25 else _Facts()


def _school(text: str) -> str:
    part = next((part for part in _PARTS.split(text) if SCHOOL.search(part) and len(part) <= 80), "").strip()
    if re.search(r"[\u4e00-\u9fff]", part):
        found = re.search(
            r"[\u4e00-\u9fff·A-Za-z]*?(?:大学|大學|学院|學院|学校|中学|高中|党校|研究所|研究院|科学院)(?:[\u4e00-\u9fff]{0,6}(?:学院|分校|校区))?",
            part,
        )
        return found.group() if found else part
    return re.sub(r"^\W+|\W+$", "", part)


def _major(text: str, school: str) -> str:
    rest = text.replace(school, "  ", 1) if school else text
    labelled = _MAJOR_ZH.search(rest)
    if labelled:
        return (labelled["after"] or labelled["before"]).strip()
    english = _LABELLED_EN.search(rest) or _after_degree(_OF_FIELD.sub(r"\1", rest))
    if english and _is_subject(english["major"]):
        return english["major"].strip()
    for part in _PARTS.split(rest):
        for word in part.split():
            if _SUBJECT_ZH.search(word) and not _NOT_SUBJECT.search(word) and not SCHOOL.search(word):
                return word
    return ""


def _after_degree(text: str) -> re.Match[str] | None:
    span = degree_span(text)
    return _MAJOR_EN.match(text[span[1] :]) if span else None


def _is_subject(text: str) -> bool:
    return len(text) > 1 and not PLACE.match(text) and not _NOT_SUBJECT.search(text) and degree_in(text, True) is None
