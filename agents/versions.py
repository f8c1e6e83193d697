"""Offers a resume as a new version of one that was read before; a person decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from agents.likeness import Likeness, compared, contact_marks, likeness, marks_of
from records.resume import Resume
from records.resumes import Resumes
from records.versions import BEARERS_READ, Bearer, Choice, Versions

_DIFFERENT_NAMES: Final = 3
"""A contact under so many different names is an agency's or a hotline; two names may be a family's one telephone."""
_LOOKED_AT: Final = 8
"""Readings that are compared in full; those that share the most marks come first."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A resume that may be a newer version of another, read earlier; lines added and removed between them."""

    newer: Resume
    older: Resume
    read_at: datetime
    likeness: Likeness
    added: int
    removed: int


class Versioning:
    """Finds the version before and keeps what people decide; nothing is ever joined without them."""

    def __init__(self, resumes: Resumes, versions: Versions) -> None:
        self._resumes = resumes
        self._versions = versions

    def offer(self, resume: Resume) -> Offer | None:
        """The likeliest earlier version of a resume on record, unless people have decided about it already."""
        if self._versions.replaced_by(resume.sha256) is not None:
            return None
        bearers = self._versions.bearers(marks_of(resume), besides=resume.sha256)
        settled = self._versions.decided(resume.sha256)
        found = _earlier(resume, bearers, lambda sha256: None if sha256 in settled else self._resumes.get(sha256))
        return None if found is None else self._offer(resume, *found)

    def decide(self, newer: str, older: str, choice: Choice) -> None:
        """Record that a resume is a newer version of another, or another person's; raises `ResumeNotFound`."""
        self._versions.decide(newer, older, choice)

    def undo(self, newer: str, older: str) -> None:
        """Take a decision back; raises `ResumeNotFound`."""
        self._versions.undo(newer, older)

    def replaced_by(self, sha256: str) -> str | None:
        """The newer version of a resume, None where there is none."""
        return self._versions.replaced_by(sha256)

    def read_at(self, sha256: str) -> datetime | None:
        """When a resume was first read, None where it was not."""
        return self._versions.read_at(sha256)

    def _offer(self, newer: Resume, older: Resume, found: Likeness) -> Offer | None:
        read_at = self._versions.read_at(older.sha256)
        return None if read_at is None else Offer(newer, older, read_at, found, *changed(older, newer))


def changed(older: Resume, newer: Resume) -> tuple[int, int]:
    """How many lines the newer resume has that the older has not, and the other way round; blanks do not count."""
    before, after = (Counter("".join(line.text.split()) for line in one.lines) for one in (older, newer))
    return (after - before).total(), (before - after).total()


class Gathered:
    """Resumes read one after the other, each compared with those before it; kept in memory only."""

    def __init__(self) -> None:
        self._resumes: dict[str, Resume] = {}
        self._bearers: dict[str, list[Bearer]] = {}

    def same(self, sha256: str) -> Resume | None:
        """The resume of the very same content, if it was gathered before."""
        return self._resumes.get(sha256)

    def earlier(self, resume: Resume) -> tuple[Resume, Likeness] | None:
        """The likeliest earlier version of a resume among those gathered, and why."""
        marks = marks_of(resume)
        bearers = {mark: tuple(self._bearers[mark][:BEARERS_READ]) for mark in marks if mark in self._bearers}
        return _earlier(resume, bearers, self._resumes.get)

    def add(self, resume: Resume) -> None:
        """Compare what comes later with this resume too."""
        self._resumes[resume.sha256] = resume
        for mark in set(marks_of(resume)):
            self._bearers.setdefault(mark, []).append(Bearer(resume.sha256, resume.profile.name))


def _earlier(
    resume: Resume, bearers: Mapping[str, tuple[Bearer, ...]], reading: Callable[[str], Resume | None]
) -> tuple[Resume, Likeness] | None:
    of_many = _of_many(resume, bearers)
    for sha256 in _nearest(bearers, of_many):
        older = reading(sha256)
        if older is not None and (found := likeness(resume, older, of_many)):
            return older, found
    return None


def _of_many(resume: Resume, bearers: Mapping[str, tuple[Bearer, ...]]) -> frozenset[str]:
    """The contacts of a resume that belong to nobody in particular."""
    return frozenset(
        mark
        for mark in contact_marks(resume)
        if len(bearers.get(mark, ())) >= BEARERS_READ or _people(resume, bearers.get(mark, ())) >= _DIFFERENT_NAMES
    )


def _people(resume: Resume, bearers: Iterable[Bearer]) -> int:
    """How many different names stand beside a contact."""
    names: list[str] = []
    for name in filter(None, (resume.profile.name, *(bearer.name for bearer in bearers))):
        if all(compared(name, known) == "different" for known in names):
            names.append(name)
    return len(names)


def _nearest(bearers: Mapping[str, tuple[Bearer, ...]], of_many: frozenset[str]) -> list[str]:
    """Those that share a contact first, then by the number of marks in common."""
    common: Counter[str] = Counter()
    for mark, sharing in bearers.items():
        weight = 0 if mark in of_many else 1 if mark.startswith("t") else len(bearers) + 1
        common.update({bearer.sha256: weight for bearer in sharing})
    return [sha256 for sha256, count in common.most_common(_LOOKED_AT) if count]
