"""The tables of the recruiting file, the same on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Double, ForeignKey, Index, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A point in time, always in UTC and always saying so; SQLite itself would forget the time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Refuse a time without a time zone: nobody could tell later which one was meant."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a time zone: {value}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give UTC back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


class Table(DeclarativeBase):
    """What all tables share: named constraints, so that migrations can change them on any database."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class ResumeRow(Table):
    """A resume as some version of the reader read it."""

    __tablename__ = "resumes"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    file: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(16))
    candidate: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(8))
    reading: Mapped[str] = mapped_column(Text)
    """`records.resume.Resume` as JSON."""
    reader_version: Mapped[int]
    replaced_by: Mapped[str | None] = mapped_column(ForeignKey("resumes.sha256", ondelete="SET NULL"), index=True)
    """The resume that a person called a newer version of this one."""
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)


class MarkRow(Table):
    """A mark that a resume bears: an address, a number or a piece of its text, hashed; equal marks, likely one person.

    Kept by mark first, so that finding who else bears one reads an index and nothing more.
    """

    __tablename__ = "resume_marks"
    __table_args__ = ({"sqlite_with_rowid": False},)

    mark: Mapped[str] = mapped_column(String(20), primary_key=True)
    resume_sha256: Mapped[str] = mapped_column(
        ForeignKey("resumes.sha256", ondelete="CASCADE"), primary_key=True, index=True
    )


class VersionChoiceRow(Table):
    """What a person decided about two resumes that looked like versions of one."""

    __tablename__ = "version_choices"

    newer_sha256: Mapped[str] = mapped_column(ForeignKey("resumes.sha256", ondelete="CASCADE"), primary_key=True)
    older_sha256: Mapped[str] = mapped_column(
        ForeignKey("resumes.sha256", ondelete="CASCADE"), primary_key=True, index=True
    )
    choice: Mapped[str] = mapped_column(String(16))
    """`version` or `another` (person)."""
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)


class PostingRow(Table):
    """A job posting of the library."""

    __tablename__ = "postings"

    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    text_sha256: Mapped[str] = mapped_column(String(64), index=True)
    """Hash of the words alone: the same posting pasted twice has the same."""
    language: Mapped[str] = mapped_column(String(8))
    state: Mapped[str] = mapped_column(String(16), index=True)
    version: Mapped[str] = mapped_column(String(64))
    """Hash of everything an assessment depends on: text and requirements."""
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    updated_at: Mapped[datetime] = mapped_column(Moment, default=now)
    requirements: Mapped[list[RequirementRow]] = relationship(
        order_by="RequirementRow.ordinal", cascade="all, delete-orphan", passive_deletes=True, lazy="selectin"
    )


class RequirementRow(Table):
    """One requirement of a posting."""

    __tablename__ = "requirements"

    posting_id: Mapped[str] = mapped_column(ForeignKey("postings.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(16))
    necessity: Mapped[str] = mapped_column(String(8))
    weight: Mapped[float] = mapped_column(Double)
    years: Mapped[float | None] = mapped_column(Double)
    degree: Mapped[str | None] = mapped_column(String(16))
    skills: Mapped[list[str]] = mapped_column(JSON)


class AssessmentRow(Table):
    """An assessment as it was given; it outlives its posting, which may be closed, changed or removed."""

    __tablename__ = "assessments"
    __table_args__ = (
        # Named by hand: PostgreSQL allows 63 letters.
        Index("ix_assessments_case", "resume_sha256", "posting_id", "posting_version", "configuration"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    resume_sha256: Mapped[str] = mapped_column(ForeignKey("resumes.sha256", ondelete="CASCADE"))
    posting_id: Mapped[str] = mapped_column(Text)
    posting_version: Mapped[str] = mapped_column(String(64))
    assessed_by: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(8))
    configuration: Mapped[str] = mapped_column(Text)
    wording: Mapped[str | None] = mapped_column(String(64), index=True)
    """SHA-256 of the prompt a language model was asked with; none where rules assessed, or before it was kept."""
    score: Mapped[float] = mapped_column(Double)
    assessment: Mapped[str] = mapped_column(Text)
    """`records.assessment.Assessment` as JSON."""
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)


class DocumentRow(Table):
    """A document of the library (a paper, an OKR, a white paper): no resume and no posting."""

    __tablename__ = "documents"

    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    file: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64), unique=True, index=True)
    """Of the file: the same file twice is one document."""
    language: Mapped[str] = mapped_column(String(8))
    kind: Mapped[str] = mapped_column(String(16))
    pages: Mapped[int]
    version: Mapped[str] = mapped_column(String(64))
    """Hash of title and lines: all that is searched."""
    reading: Mapped[str] = mapped_column(Text)
    """`records.resume.Resume` as JSON, without a profile; a long document has megabytes, so lists leave it out."""
    added_at: Mapped[datetime] = mapped_column(Moment, default=now)


class RevisionRow(Table):
    """How often the records of one kind were changed: an index that holds the same number holds the same records."""

    __tablename__ = "revisions"

    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    """`postings`, `resumes` or `documents`."""
    number: Mapped[int]


class StrongLineRow(Table):
    """A line between strong and weak matches for one embedding; at most one of each origin."""

    __tablename__ = "strong_lines"

    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    """Hash of everything that two vectors must have in common to be compared."""
    origin: Mapped[str] = mapped_column(String(16), primary_key=True)
    """`calibrated` on labelled pairs, or `moved` by a person and kept for everybody."""
    model: Mapped[str] = mapped_column(Text)
    dimensions: Mapped[int]
    line: Mapped[float] = mapped_column(Double)
    precision: Mapped[float | None] = mapped_column(Double)
    """The precision that was asked for; none for a line that a person moved."""
    pairs: Mapped[int | None]
    set_at: Mapped[datetime] = mapped_column(Moment, default=now)


class BatchRow(Table):
    """A batch of resumes that are screened together."""

    __tablename__ = "batches"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    owner: Mapped[str] = mapped_column(String(16))
    posting: Mapped[str | None] = mapped_column(Text)
    """`records.posting.Posting` as JSON, as it stood when the batch began; none is the best posting for each."""
    language: Mapped[str] = mapped_column(String(8))
    assessed_by: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    round: Mapped[int] = mapped_column(default=1)
    """Raised when it goes on after a pause, a stop or failures: each round asks for what is left once more."""
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    seen_at: Mapped[datetime | None] = mapped_column(Moment)
    """When a page last showed it done."""


class BatchFileRow(Table):
    """A file of a batch, with what became of it."""

    __tablename__ = "batch_files"
    __table_args__ = (Index("ix_batch_files_sha256", "batch_id", "sha256"),)

    batch_id: Mapped[str] = mapped_column(ForeignKey("batches.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    file: Mapped[str] = mapped_column(Text)
    """The name that people know it by."""
    sha256: Mapped[str | None] = mapped_column(String(64))
    """Of its content in the file store; none where it could not even be kept."""
    state: Mapped[str] = mapped_column(String(16))
    error: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    """Code and facts of what went wrong."""
    assessment_id: Mapped[int | None] = mapped_column(ForeignKey("assessments.id", ondelete="SET NULL"), index=True)
    finished_at: Mapped[datetime | None] = mapped_column(Moment)


class WeighingRow(Table):
    """One version of what a batch's shortlist is scored by."""

    __tablename__ = "weighings"

    batch_id: Mapped[str] = mapped_column(ForeignKey("batches.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str] = mapped_column(Text)
    """What a person asked for, in their words."""
    requirements: Mapped[str] = mapped_column(Text)
    """`records.posting.Requirement`s as JSON, with the necessities and weights of this version."""
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)


class ConversationRow(Table):
    """A conversation with the chat, as its page would go on with it."""

    __tablename__ = "conversations"

    session: Mapped[str] = mapped_column(String(64), primary_key=True)
    """The id that the page made up for itself."""
    held: Mapped[str] = mapped_column(Text)
    """`records.conversations.Held` as JSON."""
    kept_at: Mapped[datetime] = mapped_column(Moment, default=now, index=True)
