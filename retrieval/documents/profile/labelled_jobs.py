"""Jobs written as labelled particulars: `工作单位：…` and `职务：…` and `时间：…`, on one line or on several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from records.resume import Line
from retrieval.documents.profile.dates import Period, periods_in
from retrieval.documents.profile.labels import Label, labelled
from retrieval.documents.sections import heading_section


@dataclass(frozen=True, slots=True)
class LabelledJob:
    """One record of labelled particulars; `line` is where its period stands, `lines` all that it takes."""

    line: int
    title: str
    company: str
    period: Period
    lines: frozenset[int]


@dataclass(slots=True)
class _Record:
    values: dict[Label, str] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)
    dated: int = 0

    def job(self) -> LabelledJob | None:
        period = next(iter(periods_in(self.values.get("period", ""))), None)
        title, company = self.values.get("title", ""), self.values.get("company", "")
        if period is None or "project" in self.values or not (title or company):
            return None
        return LabelledJob(self.dated, title, company, period, frozenset(self.lines))


def labelled_jobs(lines: Sequence[Line]) -> list[LabelledJob]:
    """The complete records among some lines; one without a period or a name is left to the other ways of reading."""
    return [job for record in _records(lines) if (job := record.job()) is not None]


def _records(lines: Sequence[Line]) -> Iterator[_Record]:
    """A record ends where a label comes again or a section begins."""
    record = _Record()
    for line in lines:
        if heading_section(line.text) is not None:
            yield record
            record = _Record()
        for label, value in labelled(line.text):
            if label in {"aside", "other"}:
                continue
            if label in record.values:
                yield record
                record = _Record()
            record.values[label] = value
            record.lines.add(line.n)
            record.dated = line.n if label == "period" else record.dated
    yield record
