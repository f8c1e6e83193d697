"""Takes files in: unpacked, kept by content, read once, remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from agents.likeness import marks_of
from records.errors import ReadingError, ResumeNotFound, SeveralResumes
from records.files import FileStore, file_sha256
from records.resume import Resume
from records.resumes import Resumes
from retrieval.documents.reading import ReadingPool

READER_VERSION: Final = 2
"""Raised when reading changes what it gives, so that resumes read before are read anew."""
INSIDE: Final = " › "
"""Stands between a container's name and that of a file in it."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file to be received: one that was sent, or a member of a container that was, at a `place` inside it."""

    path: Path
    name: str
    container: str = ""
    place: tuple[int, ...] = ()

    @property
    def shown(self) -> str:
        """The name that people know it by: "简历.zip › 张三.pdf"."""
        return f"{self.container}{INSIDE}{self.name}" if self.container else self.name


class Intake:
    """Files become resumes; a file seen before is not read again, under whatever name it comes."""

    def __init__(self, files: FileStore, resumes: Resumes, reader: ReadingPool) -> None:
        self._files = files
        self._resumes = resumes
        self._reader = reader

    def unpack(self, path: Path, name: str) -> tuple[Arrival, ...]:
        """What a file brings: the members of a container, else itself; raises the `ReadingError` of a container."""
        return unpacked(self._reader, path, name)

    def take(self, arrival: Arrival, recognising: Callable[[], object] | None = None) -> Resume:
        """The resume in an arrival, kept by its content; raises a `ReadingError` that names it as people know it.

        `recognising` is called before text is recognised on pictures, which takes seconds a page.
        """
        return self.read_kept(self.keep(arrival), arrival.shown, arrival.name, recognising)

    def keep(self, arrival: Arrival) -> str:
        """Keep an arrival's bytes and give their SHA-256; raises `ReadingError`, `StorageError`."""
        path = self.local(arrival)
        self._reader.check(path, arrival.shown)
        return self._files.keep(path).sha256

    def sha256(self, path: Path, keep: bool = False) -> str | None:
        """The SHA-256 of a file as it is, kept if wanted; None where it cannot be opened. Raises `StorageError`."""
        try:
            return self._files.keep(path).sha256 if keep else file_sha256(path)
        except (ReadingError, ResumeNotFound):
            return None

    def read_kept(
        self, sha256: str, shown: str, name: str = "", recognising: Callable[[], object] | None = None
    ) -> Resume:
        """The resume in a file that is kept, read once; as `take`. `name` is that of the file by itself."""
        known = self._resumes.get(sha256)
        if known is not None:
            return replace(known, file=name or shown)
        read = self._reader.read(self._files.path_of(sha256), shown, recognising)
        resume = replace(read, file=name or shown)
        self._resumes.add(resume, marks_of(resume))
        return resume

    def remember(self, resume: Resume) -> None:
        """A resume that this version of the reader read elsewhere; one that is on record stays as it is."""
        if self._resumes.get(resume.sha256) is None:
            self._resumes.add(resume, marks_of(resume))

    def local(self, arrival: Arrival) -> Path:
        """Where an arrival's bytes lie; those of a member are kept first. Raises a `ReadingError`."""
        return local_copy(self._reader, self._files, arrival)

    def words(self, arrival: Arrival) -> str:
        """What a file says that is no resume, such as a posting; nothing is remembered of it. Raises `ReadingError`."""
        return "\n".join(line.text for line in self._reader.read(self.local(arrival), arrival.shown).lines)

    def receive_one(self, path: Path, name: str) -> Resume:
        """The one resume in a file or container; raises a `ReadingError`, `SeveralResumes` where it holds more."""
        arrivals = self.unpack(path, name)
        if len(arrivals) > 1:
            raise SeveralResumes(file=name, files=", ".join(arrival.name for arrival in arrivals))
        return self.take(arrivals[0])

    def receive(self, path: Path, name: str) -> Resume:
        """The resume in a file, under the name it comes with now; raises a `ReadingError` that names the file."""
        return self.take(Arrival(path, name))

    def resume(self, sha256: str) -> Resume | None:
        """A resume received before."""
        return self._resumes.get(sha256)

    def pool(self) -> tuple[Resume, ...]:
        """The talent pool: the newest version of every resume received, newest first."""
        return self._resumes.all()

    def pool_hashes(self) -> tuple[str, ...]:
        """The SHA-256 of each resume of the pool, newest first."""
        return self._resumes.hashes()

    def some(self, hashes: Sequence[str]) -> tuple[Resume, ...]:
        """Resumes received before, by SHA-256, in this order; those that are gone are left out."""
        return self._resumes.some(hashes)

    def named(self, name: str) -> Resume:
        """The newest resume of that file, candidate or SHA-256; raises `ResumeNotFound`."""
        found = self._resumes.find(name)
        if not found:
            raise ResumeNotFound(file=name)
        return found[0]

    def page_picture(self, resume: Resume, page: int) -> bytes:
        """A page of a resume as PNG; raises a `ReadingError` where its kind has no pages."""
        return self._reader.page_picture(self._files.path_of(resume.sha256), page)


def unpacked(reader: ReadingPool, path: Path, name: str) -> tuple[Arrival, ...]:
    """What a file brings: the members of a container, else itself; raises the `ReadingError` of a container."""
    members = reader.members(path, name)
    if not members:
        return (Arrival(path, name),)
    return tuple(Arrival(path, member.name, name, member.place) for member in members)


def local_copy(reader: ReadingPool, files: FileStore, arrival: Arrival) -> Path:
    """Where an arrival's bytes lie; those of a member are kept first. Raises a `ReadingError`."""
    if not arrival.place:
        return arrival.path
    return files.add_bytes(reader.member(arrival.path, arrival.place, arrival.shown)).path
