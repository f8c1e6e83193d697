"""The resumes read so far, so that a file seen before is not parsed again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError
from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.orm import Session

from records.database import Database
from records.errors import StorageError
from records.parts import in_parts
from records.resume import Resume
from records.revisions import changed, revision
from records.tables import MarkRow, ResumeRow

_READING = TypeAdapter(Resume)
# As with git: fewer digits than these are more likely a word than the start of a hash.
_LEAST_DIGITS = 7


class Resumes:
    """Readings made by one version of the reader; what an older one read counts as never read."""

    def __init__(self, database: Database, reader_version: int) -> None:
        self._database = database
        self._reader_version = reader_version

    @property
    def reader_version(self) -> int:
        """The version of the reader whose readings count."""
        return self._reader_version

    def add(self, resume: Resume, marks: Iterable[str] = ()) -> None:
        """Keep a reading with the marks it bears; they replace what another reading of the same file left."""
        with self._database.writing() as session:
            row = session.get(ResumeRow, resume.sha256) or ResumeRow(sha256=resume.sha256)
            _fill(row, resume)
            row.reader_version = self._reader_version
            session.add(row)
            session.flush()
            session.execute(delete(MarkRow).where(MarkRow.resume_sha256 == resume.sha256))
            session.add_all(MarkRow(mark=mark, resume_sha256=resume.sha256) for mark in sorted(set(marks)))
            changed(session, "resumes")

    def get(self, sha256: str) -> Resume | None:
        """The resume of a file's SHA-256, if this version of the reader has read it."""
        with self._database.reading() as session:
            return next(iter(self._readings(session, ResumeRow.sha256 == sha256)), None)

    def find(self, name: str) -> tuple[Resume, ...]:
        """Every resume of that file name or candidate, or whose SHA-256 starts so; newest first."""
        wanted = name.strip()
        # SQLite's lower() knows ASCII only: the name as it stands is compared too.
        named = [column == wanted for column in (ResumeRow.file, ResumeRow.candidate)]
        named.append(func.lower(ResumeRow.candidate) == wanted.lower())
        if len(wanted) >= _LEAST_DIGITS:
            named.append(ResumeRow.sha256.startswith(wanted.lower(), autoescape=True))
        with self._database.reading() as session:
            return self._readings(session, or_(*named))

    def all(self) -> tuple[Resume, ...]:
        """The newest version of every resume that this version of the reader has read, newest first."""
        with self._database.reading() as session:
            return self._readings(session, ResumeRow.replaced_by.is_(None))

    def revision(self) -> int:
        """A number that is another one after every change of what `all` gives."""
        with self._database.reading() as session:
            return revision(session, "resumes")

    def hashes(self) -> tuple[str, ...]:
        """The SHA-256 of each of `all`, newest first."""
        wanted = select(ResumeRow.sha256).where(self._current(), ResumeRow.replaced_by.is_(None))
        with self._database.reading() as session:
            return tuple(session.scalars(wanted.order_by(ResumeRow.created_at.desc(), ResumeRow.sha256)))

    def some(self, hashes: Sequence[str]) -> tuple[Resume, ...]:
        """The resumes of these hashes, in their order; those that are not there are left out."""
        found: dict[str, Resume] = {}
        with self._database.reading() as session:
            for part in in_parts(hashes):
                found.update((one.sha256, one) for one in self._readings(session, ResumeRow.sha256.in_(part)))
        return tuple(found[sha256] for sha256 in hashes if sha256 in found)

    def candidates(self, hashes: Sequence[str]) -> dict[str, str]:
        """What the candidates of these resumes are called, by SHA-256; without reading the resumes."""
        found: dict[str, str] = {}
        with self._database.reading() as session:
            for part in in_parts(hashes):
                rows = session.execute(select(ResumeRow.sha256, ResumeRow.candidate).where(ResumeRow.sha256.in_(part)))
                found.update((row.sha256, row.candidate) for row in rows)
        return found

    def _readings(self, session: Session, *conditions: ColumnElement[bool]) -> tuple[Resume, ...]:
        wanted = select(ResumeRow.reading).where(self._current(), *conditions)
        rows = session.scalars(wanted.order_by(ResumeRow.created_at.desc(), ResumeRow.sha256))
        return tuple(_READING.validate_json(reading) for reading in rows)

    def _current(self) -> ColumnElement[bool]:
        return ResumeRow.reader_version == self._reader_version


def _fill(row: ResumeRow, resume: Resume) -> None:
    row.file = resume.file
    row.kind = resume.kind
    row.candidate = resume.candidate
    row.language = resume.language
    row.reading = _json(resume)


def _json(resume: Resume) -> str:
    try:
        return _READING.dump_json(resume).decode()
    except PydanticSerializationError as error:  # a file name or text with halves of characters in it
        readable = resume.file.encode(errors="replace").decode()
        raise StorageError(place=readable, reason="it holds text that is not valid Unicode (surrogates)") from error
