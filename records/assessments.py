"""The assessments given so far, so that the same case is not assessed twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from records.assessment import Assessment, Rating
from records.database import Database
from records.errors import ResumeNotFound
from records.parts import in_parts
from records.tables import AssessmentRow, ResumeRow


class Assessments:
    """Keeps every assessment; none is ever changed or overwritten.

    `posting_version` is what the posting said then (`records.postings.posting_version`). `configuration` is a hash
    of all else that shapes the answer: the assessor, its model and wording, the language it writes in.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, assessment: Assessment, posting_version: str, configuration: str) -> int:
        """Keep an assessment of a resume that is on record, and give its number; raises `ResumeNotFound`.

        A case that is on record already keeps the assessment it has: of two who assess it at once, one is heard.
        """
        row = _row(assessment, posting_version, configuration)
        with self._database.writing() as session:
            if session.get(ResumeRow, assessment.resume) is None:
                raise ResumeNotFound(file=assessment.resume)
            known: int | None = session.scalar(
                _number(row.resume_sha256, row.posting_id, posting_version, configuration)
            )
            if known is not None:
                return known
            session.add(row)
            session.flush()
            return row.id

    def number(self, resume: str, posting: str, posting_version: str, configuration: str) -> int | None:
        """The number of the assessment already made of exactly this case, if any."""
        with self._database.reading() as session:
            number: int | None = session.scalar(_number(resume, posting, posting_version, configuration))
            return number

    def find(self, resume: str, posting: str, posting_version: str, configuration: str) -> Assessment | None:
        """The assessment already made of exactly this case, if any; the newest where it was repeated."""
        made = self._newest_first(
            AssessmentRow.resume_sha256 == resume,
            AssessmentRow.posting_id == posting,
            AssessmentRow.posting_version == posting_version,
            AssessmentRow.configuration == configuration,
            limit=1,
        )
        return made[0] if made else None

    def latest(self, resume: str, posting: str) -> Assessment | None:
        """The newest assessment of a resume against a posting, whatever the posting said then and whoever judged."""
        made = self._newest_first(AssessmentRow.resume_sha256 == resume, AssessmentRow.posting_id == posting, limit=1)
        return made[0] if made else None

    def for_resume(self, resume: str) -> tuple[Assessment, ...]:
        """All assessments of a resume, newest first."""
        return self._newest_first(AssessmentRow.resume_sha256 == resume)

    def numbered(self, numbers: Sequence[int]) -> dict[int, Assessment]:
        """The assessments of these numbers; those that are gone are left out."""
        found: dict[int, Assessment] = {}
        with self._database.reading() as session:
            for part in in_parts(numbers):
                chosen = AssessmentRow.id.in_(part)
                for row in session.execute(select(AssessmentRow.id, AssessmentRow.assessment).where(chosen)):
                    found[row.id] = Assessment.model_validate_json(row.assessment)
        return found

    def ratings_of(self, posting: str, posting_version: str, configuration: str) -> dict[str, tuple[Rating, ...]]:
        """The ratings in every assessment for a posting as it was then, by resume."""
        wanted = select(AssessmentRow.assessment).where(
            AssessmentRow.posting_id == posting,
            AssessmentRow.posting_version == posting_version,
            AssessmentRow.configuration == configuration,
        )
        with self._database.reading() as session:
            kept = [Assessment.model_validate_json(one) for one in session.scalars(wanted)]
        return {one.resume: one.ratings for one in kept}

    def _newest_first(self, *conditions: ColumnElement[bool], limit: int | None = None) -> tuple[Assessment, ...]:
        wanted = select(AssessmentRow.assessment).where(*conditions).order_by(AssessmentRow.id.desc()).limit(limit)
        with self._database.reading() as session:
            return tuple(Assessment.model_validate_json(kept) for kept in session.scalars(wanted))


def _number(resume: str, posting: str, posting_version: str, configuration: str) -> Select[Any]:
    wanted = select(AssessmentRow.id).where(
        AssessmentRow.resume_sha256 == resume,
        AssessmentRow.posting_id == posting,
        AssessmentRow.posting_version == posting_version,
        AssessmentRow.configuration == configuration,
    )
    return wanted.order_by(AssessmentRow.id.desc()).limit(1)


def _row(assessment: Assessment, posting_version: str, configuration: str) -> AssessmentRow:
    return AssessmentRow(
        resume_sha256=assessment.resume,
        posting_id=assessment.posting,
        posting_version=posting_version,
        assessed_by=assessment.assessed_by,
        language=assessment.language,
        configuration=configuration,
        wording=assessment.provenance.wording if assessment.provenance else None,
        score=assessment.score,
        assessment=assessment.model_dump_json(),
    )
