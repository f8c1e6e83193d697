"""The files people sent, each kept once under the hash of its content, and the files they take away."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO

from records.errors import ReadingError, ResumeNotFound, StorageDamaged, StorageError, StorageFull

_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_PIECE = 1024 * 1024
_ABANDONED_AFTER = 3600.0  # seconds: no copy takes an hour
_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A kept file: `path` holds exactly the bytes of `sha256`."""

    sha256: str
    path: Path
    size: int


class FileStore:
    """A folder of files named by their SHA-256 alone, so that no content is kept twice under two names.

    A file appears under its name only when it is complete and on the disk; a process killed while copying leaves at
    most a nameless part in `.partial`, which `tidy` removes. Only the owner may read them: they are personal data.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, path: Path) -> StoredFile:
        """Copy a file in; raises `ResumeNotFound`, `ReadingError`, `StorageError`."""
        try:
            if not path.is_file():
                raise ResumeNotFound(file=path.name)
            source = path.open("rb")
        except OSError as error:
            raise ReadingError(file=path.name) from error
        with source:
            return self._add(source)

    def add_bytes(self, content: bytes) -> StoredFile:
        """Keep content that is in memory; raises `StorageError`."""
        return self._add(BytesIO(content))

    def path_of(self, sha256: str) -> Path:
        """Where a kept file lies; raises `ResumeNotFound`, also for anything that is not a hash."""
        if not _SHA256.fullmatch(sha256) or not (path := self._place(sha256)).is_file():
            raise ResumeNotFound(file=sha256)
        return path

    def read(self, sha256: str) -> bytes:
        """A kept file's content, checked against its hash; raises `ResumeNotFound`, `StorageDamaged`."""
        path = self.path_of(sha256)
        with _translated_errors(self._folder):
            content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != sha256:
            raise StorageDamaged(place=str(path))
        return content

    def tidy(self) -> None:
        """Remove what killed processes left half copied; a part younger than an hour may still be at work."""
        with _translated_errors(self._folder):
            for part in self._partial.glob("*"):
                with suppress(FileNotFoundError):  # another process tidies or finishes at the same time
                    if time.time() - part.stat().st_mtime > _ABANDONED_AFTER:
                        part.unlink()

    @property
    def _partial(self) -> Path:
        return self._folder / ".partial"

    def _place(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256

    def _add(self, source: BinaryIO) -> StoredFile:
        with _translated_errors(self._folder), self._part() as part:
            sha256, size = _copy(source, part)
            path = self._place(sha256)
            if not path.is_file() or path.stat().st_size != size:
                _make_folder(path.parent)
                part.replace(path)
                _flush_names(path.parent, self._folder)
            return StoredFile(sha256, path, size)

    @contextmanager
    def _part(self) -> Iterator[Path]:
        _make_folder(self._folder)
        _make_folder(self._partial)
        descriptor, name = mkstemp(dir=self._partial)
        os.close(descriptor)
        try:
            yield Path(name)
        finally:
            Path(name).unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file where a person wants it, whole or not at all, over one of that name; raises `StorageError`."""
    part = path.with_name(f".{path.name}.part")
    with _translated_errors(path):
        try:
            part.write_bytes(content)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file; raises `ReadingError`."""
    try:
        with path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        raise ReadingError(file=path.name) from error


@contextmanager
def _translated_errors(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _NO_SPACE:
            raise StorageFull(place=str(place)) from error
        raise StorageError(place=str(place), reason=error.strerror or str(error)) from error


def _copy(source: BinaryIO, part: Path) -> tuple[str, int]:
    """Copy to the disk itself, not only to the system's memory; gives the SHA-256 and the size of what was copied."""
    digest, size = hashlib.sha256(), 0
    with part.open("wb") as copy:
        while piece := source.read(_PIECE):
            copy.write(piece)
            digest.update(piece)
            size += len(piece)
        copy.flush()
        os.fsync(copy.fileno())
    return digest.hexdigest(), size


def _make_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _flush_names(*folders: Path) -> None:
    """A new name survives a power cut only once its folder is on the disk too."""
    for folder in folders:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
