"""Jobs with title, employer and dates, from the lines of the experience section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from records.resume import Line, Position
from retrieval.documents.profile.dated import DatedLine, dated_lines
from retrieval.documents.profile.dates import Moment, Period
from retrieval.documents.profile.degrees import degree_in
from retrieval.documents.profile.headings import Heading, headings_of
from retrieval.documents.profile.job_names import Names
from retrieval.documents.profile.labelled_jobs import labelled_jobs
from retrieval.documents.profile.labels import is_aside
from retrieval.documents.profile.wording import BULLET, COMPANY, OWN_PROJECT, SCHOOL, TITLE, is_imprint
from retrieval.documents.sections import heading_section

_WITHOUT_EXPERIENCE = frozenset(
    {"education", "projects", "awards", "publications", "certificates", "interests", "languages", "skills"}
)
_PROJECT_WORD = re.compile(r"项目|項目|專案|\bprojects?\b", re.IGNORECASE)
# `工程业绩`, `代表项目`: titles of lists that are no jobs, whatever section they stand in.
_LIST_OF_WORKS = re.compile(r"^\W*[\u4e00-\u9fff]{0,4}(?:业绩|案例|成果|项目|项目经历|项目经验|项目一览|作品)\W*$")
_LATEST_END = 10  # years from now: a fixed term may be that long, an end further off is a misprint


@dataclass(frozen=True, slots=True)
class _Job:
    line: int
    heading: Heading
    period: Period

    @property
    def names(self) -> Names:
        """Title and employer."""
        return self.heading.names

    def covers(self, other: _Job) -> bool:
        return _starts(self.period) <= _starts(other.period) and _ends(other.period) <= _ends(self.period)


def positions_of(lines: Sequence[Line], today: date) -> tuple[Position, ...]:
    """The jobs in the resume's order, internships included; projects, studies and what has not begun left out."""
    listed = [line for line in _experience(lines) if not is_imprint(line.text)]
    labelled = labelled_jobs(listed)
    taken = {number for job in labelled for number in job.lines}
    free = [line for line in listed if line.n not in taken and not is_aside(line.text)]
    jobs = [_Job(job.line, Heading(Names(job.title, job.company, True, True)), job.period) for job in labelled]
    jobs += _grouped(_unlabelled(free))
    return tuple(_position(job) for job in sorted(jobs, key=lambda job: job.line) if _possible(job.period, today))


def _experience(lines: Sequence[Line]) -> list[Line]:
    """The lines that can speak of jobs: the experience section; without one, all that belong to no other section."""
    listed = _without_works([line for line in lines if line.section == "experience"])
    if not dated_lines(listed) and not labelled_jobs(listed):
        listed = [line for line in _without_running(lines) if line.section not in _WITHOUT_EXPERIENCE]
    return listed


def _without_running(lines: Sequence[Line]) -> list[Line]:
    """Without running heads and feet, which stand last, in a section `other` that no title opens."""
    kept: list[Line] = []
    for line in lines:
        opened = kept and kept[-1].section == "other"
        if line.section != "other" or opened or heading_section(line.text) is not None:
            kept.append(line)
    return kept


def _without_works(lines: Sequence[Line]) -> list[Line]:
    kept: list[Line] = []
    works = False
    for line in lines:
        if heading_section(line.text) is not None or _LIST_OF_WORKS.match(line.text):
            works = heading_section(line.text) is None
        if not works:
            kept.append(line)
    return kept


def _unlabelled(lines: Sequence[Line]) -> list[_Job]:
    mixed = _under_mixed_titles(lines)
    dated = [each for each in dated_lines(lines) if not _own_project(lines, each.at) and not _studies(lines, each)]
    return [
        _Job(lines[each.at].n, heading, each.period)
        for each, heading in zip(dated, headings_of(lines, dated), strict=True)
        if lines[each.at].n not in mixed or _employed(heading.names)
    ]


def _grouped(jobs: Sequence[_Job]) -> list[_Job]:
    """Several jobs with one employer: the employer's own line with the whole time is no job, its name goes to each."""
    grouped: list[_Job] = []
    employer: _Job | None = None
    for at, job in enumerate(jobs):
        following = jobs[at + 1] if at + 1 < len(jobs) else None
        if not job.names.title and job.names.company and following is not None and _belongs(following, job):
            employer = job
            continue
        if employer is not None and _inherits(job, employer):
            grouped.append(_Job(job.line, Heading(_with_company(job.names, employer.names), True), job.period))
            continue
        if job.names.sure_company:
            employer = job if job.heading.below_employer else None
        grouped.append(job)
    return grouped


def _belongs(job: _Job, employer: _Job) -> bool:
    return bool(job.names.title) and not job.names.sure_company and employer.covers(job)


def _inherits(job: _Job, employer: _Job) -> bool:
    """A job that names no employer of its own; the employer's dates, where they stand alone, must hold it."""
    if not job.names.title or job.names.sure_company or job.names.self_employed or job.heading.unread_above:
        return False
    return employer.covers(job) if not employer.names.title else not job.names.company


def _with_company(names: Names, employer: Names) -> Names:
    return Names(names.title, employer.company, names.sure_title, employer.sure_company)


def _under_mixed_titles(lines: Sequence[Line]) -> set[int]:
    """Numbers of the lines under a title such as `实习/项目经历`, where an entry may be a job or a project."""
    numbers: set[int] = set()
    mixed = False
    for line in lines:
        if heading_section(line.text) is not None:
            mixed = _PROJECT_WORD.search(line.text) is not None
        if mixed:
            numbers.add(line.n)
    return numbers


def _employed(names: Names) -> bool:
    return names.sure_company and not _PROJECT_WORD.search(names.company + names.title)


def _own_project(lines: Sequence[Line], at: int) -> bool:
    return any(OWN_PROJECT.search(line.text) for line in lines[at : at + 2] if not BULLET.match(line.text))


def _studies(lines: Sequence[Line], dated: DatedLine) -> bool:
    """A line of education that stands among the jobs: a school and a degree, and no title."""
    text = " ".join(line.text for line in lines[dated.at : dated.at + dated.rows])
    if degree_in(text, short_forms=True) is None or TITLE.search(text):
        return False
    return SCHOOL.search(text) is not None or not COMPANY.search(text)


def _possible(period: Period, today: date) -> bool:
    if (period.start.year, period.start.month or 1) > (today.year, today.month):
        return False
    return period.end is None or period.end.year <= today.year + _LATEST_END


def _position(job: _Job) -> Position:
    end = None if job.period.end is None else str(job.period.end)
    return Position(job.line, job.names.title, job.names.company, str(job.period.start), end, job.period.current)


def _starts(period: Period) -> tuple[int, int]:
    return period.start.year, period.start.month or 1


def _ends(period: Period) -> tuple[int, int]:
    end = period.end or Moment(9999)
    return end.year, end.month or 12
