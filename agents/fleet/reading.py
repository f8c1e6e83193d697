"""The first stages of a fleet run: a file becomes what it brings, and each content a resume.

Each stage takes a row and gives one or some; a worker makes one of each stage and keeps it. They know nothing of Ray.
What goes wrong with a file becomes its row's error, and the stages after it pass it on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from agents.fleet.places import Place
from agents.fleet.rows import Outcome, Row, Taken, taken
from agents.intake import Arrival, unpacked
from records.errors import NotScreened, OversizedFile, RecruitingError
from records.files import file_sha256
from retrieval.documents.limits import megabytes
from retrieval.documents.reading import Limits, ReadingPool


class Desk:
    """A worker's own reader, and a folder for copies of what lies elsewhere."""

    def __init__(self, source: str, limits: Limits) -> None:
        self.source = Place(source)
        self.reader = ReadingPool(1, limits)
        self.max_bytes = limits.max_bytes
        self._copies = TemporaryDirectory(prefix="bole-")  # mkdtemp's folders are their owner's only
        self.copies = Path(self._copies.name)

    @contextmanager
    def opened(self, file: Taken) -> Iterator[Path]:
        """A file that was found, or a member of a container that was, as a file of this machine."""
        with self.source.local(file.path, self.copies) as path:
            if not file.place:
                yield path
                return
            member = self.copies / (file.sha256 or "member")
            member.write_bytes(self.reader.member(path, file.place, file.file))
            try:
                yield member
            finally:
                member.unlink(missing_ok=True)

    def close(self) -> None:
        """End the reader and remove the copies."""
        self.reader.close()
        self._copies.cleanup()


class _AtDesk:
    """A stage that needs one."""

    def __init__(self, source: str, limits: Limits) -> None:
        self._desk = Desk(source, limits)

    def close(self) -> None:
        """Clear the desk; a worker of a fleet keeps it until it ends."""
        self._desk.close()


class Taking(_AtDesk):
    """First stage of all: a file becomes what it brings, itself or the members of a container, each with its hash."""

    def __call__(self, row: Row) -> list[dict[str, Any]]:
        """A row for each; one that cannot be opened is a row itself, with the reason."""
        file = Taken(row["ordinal"], row["file"], row["path"])
        return [one.row() for one in self._taken(file, row["size"])]

    def _taken(self, file: Taken, size: int) -> list[Taken]:
        if size > self._desk.max_bytes:  # not fetched: the limit is there to save room
            sizes = {"size_mb": megabytes(size), "limit_mb": megabytes(self._desk.max_bytes)}
            return [replace(file, error=OversizedFile(file=file.file, **sizes))]
        sha256 = None
        try:
            with self._desk.opened(file) as path:
                sha256 = file_sha256(path)
                arrivals = unpacked(self._desk.reader, path, file.file)
                return [self._one(file, path, arrival, sha256) for arrival in arrivals]
        except RecruitingError as error:
            return [replace(file, sha256=sha256, error=error)]

    def _one(self, file: Taken, path: Path, arrival: Arrival, sha256: str) -> Taken:
        if not arrival.place:
            return replace(file, sha256=sha256)
        inside = replace(file, file=arrival.shown, place=arrival.place)
        try:
            content = self._desk.reader.member(path, arrival.place, arrival.shown)
        except RecruitingError as error:
            return replace(inside, error=error)
        return replace(inside, sha256=hashlib.sha256(content).hexdigest())


class Reading(_AtDesk):
    """A content becomes a resume."""

    def __call__(self, row: Row) -> dict[str, Any]:
        """The outcome so far."""
        file = taken(row)
        try:
            with self._desk.opened(file) as path:
                resume = self._desk.reader.read(path, file.file)
        except RecruitingError as error:
            return Outcome(file.sha256 or "", error=error).row()
        if resume.sha256 != file.sha256:  # another file lies there by now: the next run finds it
            return Outcome(file.sha256 or "", error=NotScreened(file=file.file)).row()
        return Outcome(resume.sha256, replace(resume, file=file.name)).row()
