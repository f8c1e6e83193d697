"""A file on its way through a fleet run, as a row of plain columns: the same ones before and after every stage."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from pydantic import TypeAdapter

from agents.intake import INSIDE
from records.assessment import Assessment
from records.errors import RecruitingError
from records.errors.kept import error_kept, kept_error
from records.resume import Resume

Row = Mapping[str, Any]
"""Texts, bytes and whole numbers; what is not there yet is empty, so that all blocks have the same types."""

_READING: Final = TypeAdapter(Resume)


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was found: one of the source, or one at a `place` inside a container of it.

    `ordinal` is the place of the source's file in the order of paths, from 1; `sha256` None where it could not be
    opened, and `error` then says why.
    """

    ordinal: int
    file: str
    path: str
    place: tuple[int, ...] = ()
    sha256: str | None = None
    error: RecruitingError | None = None

    @property
    def name(self) -> str:
        """The file's name by itself, without that of its container."""
        return self.file.rpartition(INSIDE)[2]

    def row(self) -> dict[str, Any]:
        """As a row."""
        return {
            "ordinal": self.ordinal,
            "file": _writable(self.file),
            "path": self.path,
            "place": json.dumps(self.place),
            "sha256": self.sha256 or "",
            "error": _error_written(self.error),
        }


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a content: its resume, vectors and assessment, or the error.

    `vectors` are those of the resume as `retrieval.index_store.packed` writes them. All of it is personal data.
    """

    sha256: str
    resume: Resume | None = None
    vectors: bytes = b""
    assessment: Assessment | None = None
    error: RecruitingError | None = None

    def row(self) -> dict[str, Any]:
        """As a row."""
        return {
            "sha256": self.sha256,
            "reading": _READING.dump_json(self.resume).decode() if self.resume else "",
            "vectors": self.vectors,
            "assessment": self.assessment.model_dump_json() if self.assessment else "",
            "error": _error_written(self.error),
        }

    def failed(self, error: RecruitingError) -> Outcome:
        """The same content, of which nothing more can be made."""
        return replace(self, error=error, assessment=None)


def taken(row: Row) -> Taken:
    """The file that a row tells of."""
    return Taken(
        ordinal=row["ordinal"],
        file=row["file"],
        path=row["path"],
        place=tuple(json.loads(row["place"])),
        sha256=row["sha256"] or None,
        error=error_in(row),
    )


def outcome(row: Row) -> Outcome:
    """What a row tells became of a content."""
    return Outcome(
        sha256=row["sha256"],
        resume=_READING.validate_json(row["reading"]) if row["reading"] else None,
        vectors=row["vectors"],
        assessment=Assessment.model_validate_json(row["assessment"]) if row["assessment"] else None,
        error=error_in(row),
    )


def error_in(row: Row) -> RecruitingError | None:
    """The error that a row tells of."""
    return kept_error(json.loads(row["error"])) if row["error"] else None


def _error_written(error: RecruitingError | None) -> str:
    return json.dumps(error_kept(error)) if error else ""


def _writable(name: str) -> str:
    """A file's name without halves of characters, which no column takes."""
    return name.encode(errors="replace").decode()
