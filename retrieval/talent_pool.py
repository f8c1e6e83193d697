"""All resumes of the records, found by meaning, words and skills of their redacted text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from records.resume import Resume
from retrieval.cities import cities_of_person
from retrieval.embedding import Embedding
from retrieval.facts import Facts
from retrieval.index_source import IndexedText, IndexPlace, Standing
from retrieval.index_store import Entry, KeptVectors
from retrieval.made_texts import Roles, vectors_of
from retrieval.redaction import redact
from retrieval.skills import skills_in
from retrieval.text_index import TextIndex

_ROLES: Final = Roles("passages", "resume_to_postings", parts_ask=False)
_WRITTEN_IN: Final = {"zh": ("Mandarin",), "en": ("English",), "mixed": ("Mandarin", "English")}


class Readings(Protocol):
    """The resumes of the database, each in its newest version."""

    @property
    def reader_version(self) -> int:
        """Another one reads the same file otherwise."""
        ...

    def revision(self) -> int:
        """Another number after every change."""
        ...

    def hashes(self) -> Sequence[str]:
        """The SHA-256 of every resume."""
        ...

    def some(self, hashes: Sequence[str]) -> Sequence[Resume]:
        """The resumes of these hashes; those that are gone are left out."""
        ...


def talent_pool(place: IndexPlace, embedding: Embedding, readings: Readings) -> TextIndex:
    """A resume is indexed by passages, to be found, and by line, to give reasons."""
    return TextIndex(place, _ROLES, embedding, _Resumes(readings))


class _Resumes:
    """The resumes as a source of texts."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings

    def revision(self) -> int:
        return self._readings.revision()

    def standings(self) -> dict[str, Standing]:
        version = self._readings.reader_version
        return {sha256: Standing(resume_key(sha256, version), "open") for sha256 in self._readings.hashes()}

    def texts(self, ids: Sequence[str]) -> Iterable[IndexedText]:
        return (resume_text(resume, self._readings.reader_version) for resume in self._readings.some(ids))


def resume_text(resume: Resume, reader_version: int) -> IndexedText:
    """A resume as it is indexed; whatever of it is embedded or searched is redacted."""
    redacted = redact(resume)
    return IndexedText(resume_key(resume.sha256, reader_version), lines=redacted, parts=redacted, facts=_facts(resume))


def made_of_resume(pool: TextIndex, resume: Resume, reader_version: int) -> tuple[Entry, KeptVectors]:
    """What a resume is searched with, in the pool or not; kept from now on."""
    key = resume_key(resume.sha256, reader_version)
    return pool.made_of(key, lambda: resume_text(resume, reader_version))


def facts_of_resumes(pool: TextIndex, readings: Readings, hashes: Sequence[str]) -> dict[str, Facts]:
    """What these resumes state, by SHA-256, in the pool or not; those that are nowhere are left out.

    It is known of whatever was embedded before; other resumes are read for it.
    """
    keys = {resume_key(sha256, readings.reader_version): sha256 for sha256 in hashes}
    found = {keys[key]: facts for key, facts in pool.facts_made(list(keys)).items()}
    missing = [sha256 for sha256 in keys.values() if sha256 not in found]
    return found | {resume.sha256: _facts(resume) for resume in (readings.some(missing) if missing else ())}


def vectors_of_resume(resume: Resume, reader_version: int, embedding: Embedding) -> KeptVectors:
    """The same vectors where there is no pool, in a worker on another machine."""
    text = resume_text(resume, reader_version)
    return vectors_of([text], _ROLES, embedding)[text.key]


def resume_key(sha256: str, reader_version: int) -> str:
    """Names a resume and the reading of it."""
    return f"{sha256}@{reader_version}"


def _facts(resume: Resume) -> Facts:
    head = [line.text for line in resume.lines if line.section == "header"]
    text = "\n".join(line.text for line in resume.lines)
    spoken = [language.partition(" (")[0] for language in resume.profile.languages]
    return Facts(
        cities=cities_of_person(head, (line.text for line in resume.lines)),
        years=resume.profile.years_experience,
        degree=resume.profile.highest_degree,
        languages=frozenset([*spoken, *_WRITTEN_IN[resume.language]]),
        skills=frozenset(skills_in(text)),
    )
