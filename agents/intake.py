"""Takes files in: kept by content, read once, remembered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from records.files import FileStore
from records.resume import Resume
from records.resumes import Resumes
from retrieval.documents.reading import ReadingPool

READER_VERSION: Final = 1
"""Raised when reading changes what it gives, so that resumes read before are read anew."""


class Intake:
    """Files become resumes; a file seen before is neither read nor embedded again, under whatever name it comes."""

    def __init__(self, files: FileStore, resumes: Resumes, reader: ReadingPool) -> None:
        self._files = files
        self._resumes = resumes
        self._reader = reader

    def receive(self, path: Path, name: str) -> Resume:
        """The resume in a file, under the name it comes with now; raises a `ReadingError` that names the file."""
        self._reader.check(path, name)
        kept = self._files.keep(path)
        known = self._resumes.get(kept.sha256)
        if known is not None:
            return replace(known, file=name)
        resume = self._reader.read(kept.path, name)
        self._resumes.add(resume)
        return resume

    def resume(self, sha256: str) -> Resume | None:
        """A resume received before."""
        return self._resumes.get(sha256)

    def page_picture(self, resume: Resume, page: int) -> bytes:
        """A page of a resume as PNG; raises a `ReadingError` where its kind has no pages."""
        return self._reader.page_picture(self._files.path_of(resume.sha256), page)
