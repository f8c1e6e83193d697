"""The batches: what each was begun with, and what became of its files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from records.assessment import AssessedBy
from records.batch import OPEN, Arrived, Batch, BatchFile, BatchState, FileState, Owner, Receipt, Weighing
from records.database import Database
from records.errors import BatchNotFound, RecruitingError
from records.errors.kept import error_kept, kept_error, said_of
from records.language import Language
from records.parts import in_parts
from records.posting import Posting, Requirement
from records.tables import BatchFileRow, BatchRow, WeighingRow, now

_WITH_OPEN_FILES = select(BatchFileRow.batch_id).where(BatchFileRow.state.in_(OPEN))
_REQUIREMENTS = TypeAdapter(tuple[Requirement, ...])


class Batches:
    """Keeps batches; every change is one transaction, so that a kill leaves a file in one state or the next."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, batch: Batch) -> Batch:
        """Keep a batch; one of the same id is given back as it stands."""
        with self._database.writing() as session:
            if (row := session.get(BatchRow, batch.id)) is None:
                row = BatchRow(id=batch.id, name=batch.name, owner=batch.owner)
                row.language, row.assessed_by = batch.language, batch.assessed_by
                row.posting = batch.posting.model_dump_json() if batch.posting else None
                row.state, row.round, row.created_at = batch.state, batch.round, batch.created_at
                session.add(row)
            return _batch(row)

    def get(self, batch_id: str) -> Batch:
        """Raises `BatchNotFound`."""
        with self._database.reading() as session:
            return _batch(_row(session, batch_id))

    def list(self, state: BatchState | None = None) -> tuple[Batch, ...]:
        """All batches, or those of one state, newest first."""
        wanted = select(BatchRow).order_by(BatchRow.created_at.desc(), BatchRow.id)
        if state is not None:
            wanted = wanted.where(BatchRow.state == state)
        with self._database.reading() as session:
            return tuple(_batch(row) for row in session.scalars(wanted))

    def unfinished(self, owner: Owner, *states: BatchState) -> tuple[Batch, ...]:
        """An owner's batches in these states, else those that run, with files that are not done yet; newest first."""
        wanted = select(BatchRow).where(
            BatchRow.owner == owner, BatchRow.state.in_(states or ("running",)), BatchRow.id.in_(_WITH_OPEN_FILES)
        )
        return self._newest_first(wanted)

    def unseen(self, owner: Owner) -> tuple[Batch, ...]:
        """An owner's batches that are done and that no page has shown since they were; newest first."""
        not_since = BatchRow.seen_at.is_(None) | (BatchRow.seen_at < func.max(BatchFileRow.finished_at))
        wanted = (
            select(BatchRow)
            .join(BatchFileRow)
            .where(BatchRow.owner == owner, BatchRow.state == "running", BatchRow.id.not_in(_WITH_OPEN_FILES))
            .group_by(BatchRow.id)
            .having(not_since)
        )
        return self._newest_first(wanted)

    def _newest_first(self, wanted: Select[BatchRow]) -> tuple[Batch, ...]:
        with self._database.reading() as session:
            return tuple(_batch(row) for row in session.scalars(wanted.order_by(BatchRow.created_at.desc())))

    def see(self, batch_id: str) -> None:
        """A page shows the batch now. Raises `BatchNotFound`."""
        with self._database.writing() as session:
            _row(session, batch_id).seen_at = now()

    def add_files(self, batch_id: str, arrived: Sequence[Arrived]) -> tuple[BatchFile, ...]:
        """Files join a batch, all or none; content that it holds already joins as a copy. Raises `BatchNotFound`."""
        with self._database.writing() as session:
            _row(session, batch_id)
            hashes = [file.sha256 for file in arrived if file.sha256]
            rows = [row for part in in_parts(hashes) for row in session.execute(_kept_files(batch_id, part))]
            held = {row.sha256 for row in rows}
            broken = {row.sha256: row.error for row in rows if row.state == "failed"}
            last = session.scalar(select(func.max(BatchFileRow.ordinal)).where(BatchFileRow.batch_id == batch_id)) or 0
            added = []
            for ordinal, file in enumerate(arrived, start=last + 1):
                row = BatchFileRow(batch_id=batch_id, ordinal=ordinal, file=_writable(file.file), sha256=file.sha256)
                row.state = "failed" if file.error else "copy" if file.sha256 in held else "waiting"
                row.error = error_kept(file.error) if file.error else None
                if file.sha256 in broken and not file.error:  # what cannot be read is no better under another name
                    row.state, row.error = "failed", _of(broken[file.sha256], row.file)
                row.finished_at = now() if row.state != "waiting" else None
                held.add(file.sha256)
                added.append(row)
            session.add_all(added)
            session.flush()
            return tuple(_file(row) for row in added)

    def file(self, batch_id: str, ordinal: int) -> BatchFile:
        """One file of a batch; raises `BatchNotFound`."""
        with self._database.reading() as session:
            return _file(_file_row(session, batch_id, ordinal))

    def receipt(self, batch_id: str) -> Receipt:
        """What became of every file, in the order in which they came."""
        with self._database.reading() as session:
            rows = session.scalars(
                select(BatchFileRow).where(BatchFileRow.batch_id == batch_id).order_by(BatchFileRow.ordinal)
            )
            return Receipt(tuple(_file(row) for row in rows))

    def open_files(self, batch_id: str) -> int:
        """With how many files something is still to be done."""
        open_ones = select(func.count()).where(BatchFileRow.batch_id == batch_id, BatchFileRow.state.in_(OPEN))
        with self._database.reading() as session:
            return session.scalar(open_ones) or 0

    def was_read(self, batch_id: str, ordinal: int) -> None:
        """A file's resume is on record now."""
        with self._database.writing() as session:
            row = _file_row(session, batch_id, ordinal)
            if row.state == "waiting":
                row.state = "read"

    def was_assessed(self, batch_id: str, ordinal: int, assessment_id: int) -> None:
        """A file's assessment is on record now; what was told of it before no longer holds."""
        with self._database.writing() as session:
            row = _file_row(session, batch_id, ordinal)
            row.state, row.error, row.assessment_id, row.finished_at = "assessed", None, assessment_id, now()

    def has_failed(self, batch_id: str, ordinal: int, error: RecruitingError) -> None:
        """A file could not be read or assessed, and so no copy of it; one that was assessed stays so."""
        with self._database.writing() as session:
            row = _file_row(session, batch_id, ordinal)
            if row.state == "assessed":
                return
            row.state, row.error, row.finished_at = "failed", error_kept(error), now()
            same = (BatchFileRow.batch_id == batch_id, BatchFileRow.sha256 == row.sha256, BatchFileRow.state == "copy")
            for copy in session.scalars(select(BatchFileRow).where(*same)):
                copy.state, copy.error = "failed", error_kept(said_of(error, copy.file))

    def set_state(self, batch_id: str, state: BatchState) -> Batch:
        """Pause, cancel or let a batch run; letting it run again begins a new round."""
        with self._database.writing() as session:
            row = _row(session, batch_id)
            if state == "running" and row.state != "running":
                row.round += 1
            row.state = state
            return _batch(row)

    def choose(self, batch_id: str, posting: Posting | None) -> Batch:
        """Screen a batch for another posting; what was assessed for the one before is to be assessed for this one."""
        with self._database.writing() as session:
            row = _row(session, batch_id)
            row.posting = posting.model_dump_json() if posting else None
            row.round += 1
            assessed = (BatchFileRow.batch_id == batch_id, BatchFileRow.assessment_id.is_not(None))
            for file in session.scalars(select(BatchFileRow).where(*assessed)):
                file.state, file.assessment_id, file.finished_at = "read", None, None
            session.execute(delete(WeighingRow).where(WeighingRow.batch_id == batch_id))
            return _batch(row)

    def next_round(self, batch_id: str) -> Batch:
        """A new round of a batch, whatever its state."""
        with self._database.writing() as session:
            row = _row(session, batch_id)
            row.round += 1
            return _batch(row)

    def retry_failed(self, batch_id: str) -> Batch:
        """Files that failed although their content is kept wait once more, in a new round of a running batch."""
        with self._database.writing() as session:
            row = _row(session, batch_id)
            failed = session.scalars(
                select(BatchFileRow)
                .where(
                    BatchFileRow.batch_id == batch_id,
                    BatchFileRow.state == "failed",
                    BatchFileRow.sha256.is_not(None),
                )
                .order_by(BatchFileRow.ordinal)
            ).all()
            first: dict[str | None, int] = {}
            for file in failed:
                again = first.setdefault(file.sha256, file.ordinal) == file.ordinal
                file.state, file.error = "waiting" if again else "copy", None
                file.finished_at = None if again else now()
            if failed:
                row.state, row.round = "running", row.round + 1
            return _batch(row)

    def assessed(self, batch_id: str) -> dict[int, int]:
        """The numbers of the assessments by the ordinals of their files, in the order in which the files came."""
        wanted = select(BatchFileRow.ordinal, BatchFileRow.assessment_id).where(
            BatchFileRow.batch_id == batch_id, BatchFileRow.assessment_id.is_not(None)
        )
        with self._database.reading() as session:
            rows = session.execute(wanted.order_by(BatchFileRow.ordinal)).all()
        return {row.ordinal: row.assessment_id for row in rows}

    def weigh(self, batch_id: str, words: str, requirements: Sequence[Requirement]) -> Weighing:
        """Keep a new version of what the shortlist is scored by; earlier ones stay."""
        with self._database.writing() as session:
            _row(session, batch_id)
            last = session.scalar(select(func.max(WeighingRow.version)).where(WeighingRow.batch_id == batch_id)) or 0
            row = WeighingRow(batch_id=batch_id, version=last + 1, words=words, created_at=now())
            row.requirements = _REQUIREMENTS.dump_json(tuple(requirements)).decode()
            session.add(row)
            return _weighing(row)

    def weighings(self, batch_id: str) -> tuple[Weighing, ...]:
        """All versions, the first one first; none where the posting's own weights were never changed."""
        wanted = select(WeighingRow).where(WeighingRow.batch_id == batch_id).order_by(WeighingRow.version)
        with self._database.reading() as session:
            return tuple(_weighing(row) for row in session.scalars(wanted))


def _kept_files(batch_id: str, hashes: Sequence[str]) -> Select[Any]:
    wanted = select(BatchFileRow.sha256, BatchFileRow.state, BatchFileRow.error)
    return wanted.where(BatchFileRow.batch_id == batch_id, BatchFileRow.sha256.in_(hashes))


def _of(kept: dict[str, Any], file: str) -> dict[str, Any]:
    """A kept error, said of another file."""
    return error_kept(said_of(kept_error(kept), file))


def _row(session: Session, batch_id: str) -> BatchRow:
    row = session.get(BatchRow, batch_id)
    if row is None:
        raise BatchNotFound(batch=batch_id)
    return row


def _file_row(session: Session, batch_id: str, ordinal: int) -> BatchFileRow:
    row = session.get(BatchFileRow, (batch_id, ordinal))
    if row is None:
        raise BatchNotFound(batch=f"{batch_id}/{ordinal}")
    return row


def _writable(name: str) -> str:
    """A file's name without halves of characters, which no database takes."""
    return name.encode(errors="replace").decode()


def _batch(row: BatchRow) -> Batch:
    return Batch(
        id=row.id,
        name=row.name,
        owner=_owner(row.owner),
        posting=Posting.model_validate_json(row.posting) if row.posting else None,
        language=_language(row.language),
        assessed_by=_assessor(row.assessed_by),
        state=_batch_state(row.state),
        round=row.round,
        created_at=row.created_at,
    )


def _file(row: BatchFileRow) -> BatchFile:
    error = kept_error(row.error) if row.error else None
    return BatchFile(row.ordinal, row.file, row.sha256, _file_state(row.state), error, row.finished_at)


def _weighing(row: WeighingRow) -> Weighing:
    return Weighing(row.version, row.words, _REQUIREMENTS.validate_json(row.requirements), row.created_at)


_language = TypeAdapter[Language](Language).validate_python
_assessor = TypeAdapter[AssessedBy](AssessedBy).validate_python
_owner = TypeAdapter[Owner](Owner).validate_python
_batch_state = TypeAdapter[BatchState](BatchState).validate_python
_file_state = TypeAdapter[FileState](FileState).validate_python
