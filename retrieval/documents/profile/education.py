"""Degrees with school, subject and dates, from the lines of the education section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from records.resume import Degree, Education, Line
from retrieval.documents.profile.dates import Period, moments_in, periods_in, stacked_period
from retrieval.documents.profile.degrees import degree_in, highest
from retrieval.documents.profile.labels import is_column_title
from retrieval.documents.profile.studies import school_in, subject_in
from retrieval.documents.profile.wording import BULLET, CREDIT, TITLE
from retrieval.documents.sections import heading_section

_LABELLED = re.compile(
    r"(?:最高)?(?:学历|學歷|学位)\s*[:：]?\s*\S|\b(?:highest\s+)?(?:degree|qualification|education)\s*:", re.IGNORECASE
)
_OTHER_SECTIONS = frozenset({"projects", "awards", "publications", "certificates", "interests", "skills"})
_BIRTH = re.compile(r"\s*(?:出?生)(?!\w*产)")
# A part of the school named above, by itself on a line.
_FACULTY = re.compile(
    r"^\W*(?:(?P<english>(?:college|school|faculty|department|institute) of [a-z ,&]+)|"
    r"[\u4e00-\u9fff]{2,10}(?<!大)(?:学院|學院|学系|系))\W*$",
    re.IGNORECASE,
)
_LONGEST_BULLET = 60
_LONGEST_ALONE = 25  # characters beside a lone date for which it still dates the degree above


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
        """Both lines' facts, the first line's where both have one."""
        return _Facts(
            self.school or new.school,
            self.degree or new.degree,
            self.major or new.major,
            self.start or new.start,
            self.end or new.end,
        )


def education_of(lines: Sequence[Line]) -> tuple[Education, ...]:
    """The degrees in the resume's order; a school of no degree and no date is left out as a mere mention."""
    listed = [line for line in lines if line.section == "education"]
    found = _joined(listed) or [
        (line.n, facts) for line in lines if line.section not in _OTHER_SECTIONS for facts in _stray(line)
    ]
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


def _joined(lines: Sequence[Line]) -> list[tuple[int, _Facts]]:
    """Facts of neighbouring lines put together until one speaks of another degree."""
    found: list[tuple[int, _Facts]] = []
    listed = [line for line in lines if heading_section(line.text) is None]
    texts = [*(line.text for line in listed), ""]
    dated_above = False
    for line, below in zip(listed, texts[1:], strict=True):
        stacked = None if dated_above else stacked_period(line.text, below)
        facts = _facts(line.text, stacked, dated_above)
        dated_above = stacked is not None
        if facts == _Facts() or (found and _is_faculty(line.text, found[-1][1])):
            continue
        if found and not found[-1][1].clashes(facts):
            found[-1] = (found[-1][0], found[-1][1].joined(facts))
        elif facts.school or facts.degree or facts.start:
            found.append((line.n, facts))
    return found


def _is_faculty(text: str, above: _Facts) -> bool:
    """`计算机学院` just below its university; in Chinese a college of its own may be called so as well."""
    found = _FACULTY.match(text)
    return found is not None and bool(above.school) and (found["english"] is not None or above.degree is None)


def _stray(line: Line) -> Iterator[_Facts]:
    """Studies told on one line of a resume without a section of education: a school and a degree, and no job."""
    facts = _facts(line.text, None, dated_above=False)
    if facts.school and facts.degree and (line.section != "experience" or not TITLE.search(line.text)):
        yield facts


def _facts(text: str, stacked: Period | None, dated_above: bool) -> _Facts:
    too_long = BULLET.match(text) is not None and len(text) > _LONGEST_BULLET
    if too_long or CREDIT.search(text) or is_column_title(text):
        return _Facts()
    period = stacked or next(iter(periods_in(text)), None)
    start = end = None
    if period is not None:
        start, end = str(period.start), None if period.end is None else str(period.end)
        text = text[: period.first] + "  " + text[period.last :]
    elif moments := [each for each in moments_in(text) if not _BIRTH.match(text, each[2])]:
        moment, first, last = moments[0]
        end = None if dated_above else str(moment)
        text = text[:first] + "  " + text[last:]
    school, degree = school_in(text), degree_in(text, short_forms=True)
    facts = _Facts(
        school, degree, subject_in(text, school, known=degree is not None and len(text) < _LONGEST_BULLET), start, end
    )
    # A date alone adds nothing unless it is a span or stands beside a school, a degree or little else.
    return facts if school or degree or start or facts.major or len(text.strip()) < _LONGEST_ALONE else _Facts()
