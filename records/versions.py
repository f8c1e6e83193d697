"""Which resumes are versions of one: who bears the same marks, and what people decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from records.database import Database
from records.errors import ResumeNotFound
from records.revisions import changed
from records.tables import MarkRow, ResumeRow, VersionChoiceRow

Choice = Literal["version", "another"]

BEARERS_READ: Final = 21
"""Of one mark at most so many bearers are read: what more than 20 resumes share tells nobody apart, and looking a mark
up costs the same in a library of any size."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """A resume on record that bears a mark; the name is empty where none was read in it."""

    sha256: str
    name: str


class Versions:
    """Looks marks up and keeps decisions; resumes that were replaced by a newer version bear nothing any more."""

    def __init__(self, database: Database, reader_version: int) -> None:
        self._database = database
        self._reader_version = reader_version

    def bearers(self, marks: Iterable[str], besides: str) -> dict[str, tuple[Bearer, ...]]:
        """Who else bears each of the marks, at most `BEARERS_READ` of each; marks that nobody bears are left out."""
        with self._database.reading() as session:
            found = {mark: self._bearers(session, mark, besides) for mark in marks}
        return {mark: bearers for mark, bearers in found.items() if bearers}

    def read_at(self, sha256: str) -> datetime | None:
        """When a resume was first read, None where it was not."""
        with self._database.reading() as session:
            return session.scalar(select(ResumeRow.created_at).where(ResumeRow.sha256 == sha256))

    def replaced_by(self, sha256: str) -> str | None:
        """The newer version of a resume, None where there is none."""
        with self._database.reading() as session:
            return session.scalar(select(ResumeRow.replaced_by).where(ResumeRow.sha256 == sha256))

    def decided(self, sha256: str) -> frozenset[str]:
        """The resumes about which a person has decided whether they and this one are versions of one."""
        asked = select(VersionChoiceRow).where(
            or_(VersionChoiceRow.newer_sha256 == sha256, VersionChoiceRow.older_sha256 == sha256)
        )
        with self._database.reading() as session:
            rows = session.scalars(asked).all()
            return frozenset({row.newer_sha256 for row in rows} | {row.older_sha256 for row in rows}) - {sha256}

    def decide(self, newer: str, older: str, choice: Choice) -> None:
        """Record a decision; a resume called an older version is replaced by the newer. Raises `ResumeNotFound`.

        The newer one is replaced by nothing from then on, so that versions never go round in a circle.
        """
        with self._database.writing() as session:
            replacing, replaced = _rows(session, newer, older)
            session.merge(VersionChoiceRow(newer_sha256=newer, older_sha256=older, choice=choice))
            if choice == "version":
                replacing.replaced_by, replaced.replaced_by = None, newer
                changed(session, "resumes")

    def undo(self, newer: str, older: str) -> None:
        """Forget a decision: both resumes stand by themselves again. Raises `ResumeNotFound`."""
        with self._database.writing() as session:
            replaced = _rows(session, newer, older)[1]
            if replaced.replaced_by == newer:
                replaced.replaced_by = None
                changed(session, "resumes")
            if decision := session.get(VersionChoiceRow, (newer, older)):
                session.delete(decision)

    def _bearers(self, session: Session, mark: str, besides: str) -> tuple[Bearer, ...]:
        asked = (
            select(ResumeRow.sha256, ResumeRow.candidate, ResumeRow.file)
            .join(MarkRow, MarkRow.resume_sha256 == ResumeRow.sha256)
            .where(MarkRow.mark == mark, ResumeRow.sha256 != besides, *self._current())
            .order_by(MarkRow.resume_sha256)
            .limit(BEARERS_READ)
        )
        return tuple(
            Bearer(sha256, "" if candidate == file else candidate) for sha256, candidate, file in session.execute(asked)
        )

    def _current(self) -> tuple[ColumnElement[bool], ...]:
        return ResumeRow.reader_version == self._reader_version, ResumeRow.replaced_by.is_(None)


def _rows(session: Session, *hashes: str) -> tuple[ResumeRow, ...]:
    found = [session.get(ResumeRow, sha256) for sha256 in hashes]
    for row, sha256 in zip(found, hashes, strict=True):
        if row is None:
            raise ResumeNotFound(file=sha256)
    return tuple(row for row in found if row is not None)
