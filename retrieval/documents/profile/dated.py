"""Lines that date a job: a period at the edge of a short line, or two dates stacked above each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from records.resume import Line
from retrieval.documents.profile.dates import Period, periods_in, stacked_period
from retrieval.documents.profile.degrees import degree_in
from retrieval.documents.profile.job_names import names_in
from retrieval.documents.profile.labels import is_column_title, labelled
from retrieval.documents.profile.wording import BULLET, CREDIT, DEED, SCHOOL, is_note
from retrieval.documents.sections import heading_section

_LEADING_DATE = re.compile(r"^[\d./年月-]+")
_LONGEST_REST = {"edge": 120, "middle": 90, "bullet": 80}
"""Characters beside the dates: a line with more is a sentence about something else."""


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A line, by its place in the list, with a job's period; `own` is what else it says, `rows` the lines it takes."""

    at: int
    period: Period
    own: str
    rows: int = 1


def dated_lines(lines: Sequence[Line]) -> list[DatedLine]:
    """The lines that may date a job, in order."""
    found: list[DatedLine] = []
    for at, line in enumerate(lines):
        taken = found and found[-1].at + found[-1].rows > at
        if not taken and heading_section(line.text) is None and not CREDIT.search(line.text):
            found += _dated(lines, at)
    return found


@lru_cache(maxsize=4096)
def names_a_job(text: str) -> bool:
    """Whether a line can be part of a job's heading.

    No sentence, no deed, no section's title, no dates, no studies, no label of another kind.
    """
    if not is_note(text) or periods_in(text) or heading_section(text) is not None or DEED.match(text):
        return False
    if CREDIT.search(text) or is_column_title(text) or (SCHOOL.search(text) and degree_in(text, short_forms=True)):
        return False
    labels = {label for label, _ in labelled(text)}
    return not labels or bool({"title", "company"} & labels)


def _dated(lines: Sequence[Line], at: int) -> list[DatedLine]:
    text = lines[at].text
    period = next(iter(periods_in(text)), None)
    if period is not None:
        own = text[: period.first] + "  " + text[period.last :]
        return [DatedLine(at, period, own)] if _fits(text, own, period) else []
    if at + 1 == len(lines):
        return []
    lower = lines[at + 1].text
    stacked = stacked_period(text, lower)
    if stacked is None:
        return []
    return [DatedLine(at, stacked, f"{text[stacked.last :]}  {_LEADING_DATE.sub('', lower)}", 2)]


def _fits(text: str, own: str, period: Period) -> bool:
    at_edge = period.first <= 3 or len(text) - period.last <= 3
    if BULLET.match(text) is not None:
        return (
            len(own) <= _LONGEST_REST["bullet"] and at_edge and names_in([own]).certainty >= 1 and not DEED.match(own)
        )
    return len(own) <= _LONGEST_REST["edge" if at_edge else "middle"] and not DEED.match(own)
