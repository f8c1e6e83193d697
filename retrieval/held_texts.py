"""Postings and resumes that are held in memory instead of in a database: test sets, measurements, tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from zlib import crc32

from records.posting import Posting, PostingState
from records.postings import posting_version
from records.resume import Resume


class HeldPostings:
    """A library of whatever `held` gives now."""

    def __init__(self, held: Callable[[], Sequence[Posting]]) -> None:
        self._held = held

    def revision(self) -> int:
        """Another number whenever anything differs."""
        return crc32(repr(self.versions()).encode())

    def versions(self) -> dict[str, tuple[str, PostingState]]:
        """As the database would tell them."""
        return {posting.id: (posting_version(posting), posting.state) for posting in self._held()}

    def some(self, ids: Sequence[str]) -> list[Posting]:
        """The postings of these ids."""
        held = {posting.id: posting for posting in self._held()}
        return [held[name] for name in ids if name in held]


class HeldResumes:
    """A pool of whatever `held` gives now, read by one version of the reader."""

    def __init__(self, held: Callable[[], Sequence[Resume]], reader_version: int = 1) -> None:
        self._held = held
        self.reader_version = reader_version

    def revision(self) -> int:
        """Another number whenever one is added or gone."""
        return crc32(repr(self.hashes()).encode())

    def hashes(self) -> list[str]:
        """In the order in which they are held."""
        return [resume.sha256 for resume in self._held()]

    def some(self, hashes: Sequence[str]) -> list[Resume]:
        """The resumes of these hashes."""
        held = {resume.sha256: resume for resume in self._held()}
        return [held[sha256] for sha256 in hashes if sha256 in held]
