"""Matches resumes with postings, both ways, with the reasons by requirement."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypedDict, TypeVar

import numpy as np

from records.posting import Posting
from records.redacted import RedactedText, joined
from records.resume import Resume
from retrieval.embedding import Task, Vectors
from retrieval.facts import EVERYTHING_OPEN, Conditions, Facts, tally
from retrieval.index_store import Entry, KeptVectors
from retrieval.meaning import nearest_parts
from retrieval.posting_index import Library, made_of_posting, posting_key, posting_text, requirement_weights
from retrieval.ranking import Query, Ranked, ranked
from retrieval.redaction import redact
from retrieval.reranking import Reranker, reranked
from retrieval.talent_pool import Readings, facts_of_resumes, made_of_resume, resume_key
from retrieval.term_counts import merged
from retrieval.text_index import TextIndex

RERANKED: Final = 20
"""Pairs that a reranker reads for one match: on a GPU it takes some seconds for so many, and people look at five."""
ASKED_HELD: Final = 16
"""Postings that are held as they were asked with: as many as a person has open at a time, a few hundred kilobytes."""
Held = TypeVar("Held", Posting, Resume)


@dataclass(frozen=True, slots=True)
class Reason:
    """The line of the resume nearest to a requirement, with their cosine to 4 decimals."""

    requirement: str
    line: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Match:
    """A posting for a resume: `similarity` is a cosine to 4 decimals, `score` ranks within this match only."""

    rank: int
    posting: str
    title: str
    similarity: float
    score: float
    strong: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class CandidateMatch:
    """A resume for a posting, or beside others; as `Match`."""

    rank: int
    resume: str
    candidate: str
    file: str
    similarity: float
    score: float
    strong: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """Of how many resumes those that fulfil conditions, and those that say too little to tell; by SHA-256.

    `facts` are those of all of them, in the order of the pool.
    """

    of: int
    fulfilling: tuple[str, ...]
    unknown: tuple[str, ...]
    facts: Mapping[str, Facts] = field(default_factory=dict)


class Matching:
    """Ranks by meaning and words together; what it compares is redacted on both sides."""

    def __init__(
        self,
        postings: TextIndex,
        pool: TextIndex,
        library: Library,
        readings: Readings,
        reranker: Reranker | None = None,
    ) -> None:
        self._postings = postings
        self._pool = pool
        self._library = library
        self._readings = readings
        self._reranker = reranker
        self._asked_last: dict[str, tuple[Entry, KeptVectors]] = {}

    @property
    def reranks(self) -> bool:
        """Whether a reranker orders the best; matching then raises `RerankerError` where it is away."""
        return self._reranker is not None

    def without_reranker(self) -> Matching:
        """The same matching without it."""
        return Matching(self._postings, self._pool, self._library, self._readings)

    def match(
        self, resume: Resume, top: int, strong_line: float, conditions: Conditions = EVERYTHING_OPEN
    ) -> tuple[Match, ...]:
        """The best `top` postings of the library, best first; the same resume and library give the same order."""
        entry, vectors = self._made(resume)
        with self._postings.lock:
            self._postings.sync()

            def covered(posting: str, kept: KeptVectors) -> float | None:
                return coverage(self._postings.weights(posting), kept.parts, vectors.parts)

            found = ranked(self._postings, Query(entry, vectors.asking), covered, conditions, self._wide(top))
        postings = {posting.id: posting for posting in self._library.some([one.id for one in found])}
        there = [(one, postings[one.id]) for one in found if one.id in postings]  # it may just have been removed
        there = self._reordered(there, lambda held: (held, [resume]), "resume_to_postings")[:top]
        return tuple(
            Match(
                rank,
                one.id,
                posting.title,
                **_figures(one, strong_line),
                reasons=_reasons(posting, one.vectors, vectors),
            )
            for rank, (one, posting) in enumerate(there, start=1)
        )

    def find(
        self, posting: Posting, top: int, strong_line: float, conditions: Conditions = EVERYTHING_OPEN
    ) -> tuple[CandidateMatch, ...]:
        """The best `top` candidates of the talent pool for a posting, of the library or not, best first."""
        weights = requirement_weights(posting)
        entry, vectors = self._asked(posting)
        with self._pool.lock:
            self._pool.sync()

            def covered(_: str, kept: KeptVectors) -> float | None:
                return coverage(weights, vectors.parts, kept.parts)

            found = ranked(self._pool, Query(entry, vectors.asking), covered, conditions, self._wide(top))
        there = self._reordered(self._held(found), lambda held: ([posting], held), "posting_to_resumes")[:top]
        return _candidates(there, strong_line, lambda one: _reasons(posting, vectors, one.vectors))

    def similar(
        self, resumes: Sequence[Resume], top: int, strong_line: float, conditions: Conditions = EVERYTHING_OPEN
    ) -> tuple[CandidateMatch, ...]:
        """More like these: the best `top` other candidates for all of the chosen resumes taken as one."""
        made = [self._made(resume) for resume in resumes]
        if not made:
            return ()
        chosen = {resume.sha256 for resume in resumes}
        query = Query(
            Entry(merged(entry.words for entry, _ in made), merged(entry.skills for entry, _ in made), Facts()),
            np.concatenate([vectors.passages for _, vectors in made]),
        )
        with self._pool.lock:
            self._pool.sync()
            found = ranked(self._pool, query, lambda *_: None, conditions, top + len(chosen))
        others = [one for one in found if one.id not in chosen][:top]
        return _candidates(self._held(others), strong_line, lambda _: ())

    def count(self, conditions: Conditions) -> Counted:
        """All of the pool that fulfil the conditions: every resume is looked at, none is ranked or left out."""
        with self._pool.lock:
            self._pool.sync()
            facts = self._pool.facts()
        fulfilling, unknown = tally(conditions, facts)
        return Counted(len(facts), tuple(fulfilling), tuple(unknown), facts)

    def facts(self, hashes: Sequence[str]) -> Mapping[str, Facts]:
        """What resumes state, by SHA-256; without asking the index, which need not hold them yet."""
        return facts_of_resumes(self._pool, self._readings, hashes)

    def similarity_by_line(self, resume: Resume, posting: Posting) -> Vectors:
        """Cosines of shape (requirements, lines); 0 for lines in a language that the embedding does not read.

        The resume need not be in the pool, and nothing of it is kept.
        """
        _, asked = self._asked(posting)
        return cosines_by_line(asked.parts, self.line_vectors(resume, redact(resume)))

    def line_vectors(self, resume: Resume, redacted: Sequence[RedactedText]) -> Vectors:
        """One vector for each redacted line, in the pool or not; zero where the embedding cannot read it."""
        return self._pool.part_vectors(resume_key(resume.sha256, self._readings.reader_version), redacted)

    def _made(self, resume: Resume) -> tuple[Entry, KeptVectors]:
        return made_of_resume(self._pool, resume, self._readings.reader_version)

    def _asked(self, posting: Posting) -> tuple[Entry, KeptVectors]:
        """Of the postings asked for last it is held: a batch asks with one posting hundreds of times."""
        key = posting_key(posting)
        if (held := self._asked_last.get(key)) is None:
            held = made_of_posting(self._postings, posting)
            self._asked_last = dict([*self._asked_last.items(), (key, held)][-ASKED_HELD:])
        return held

    def _wide(self, top: int) -> int:
        return max(top, RERANKED) if self._reranker else top

    def _held(self, found: Sequence[Ranked]) -> list[tuple[Ranked, Resume]]:
        """What was found with its resume; one that was removed meanwhile is left out."""
        resumes = {resume.sha256: resume for resume in self._readings.some([one.id for one in found])}
        return [(one, resumes[one.id]) for one in found if one.id in resumes]

    def _reordered(
        self,
        found: list[tuple[Ranked, Held]],
        sides: Callable[[Sequence[Held]], tuple[Sequence[Posting], Sequence[Resume]]],
        task: Task,
    ) -> list[tuple[Ranked, Held]]:
        """The best by the reranker's likelihoods, which become their scores; without one as they were found."""
        if self._reranker is None or not found:
            return found
        best, rest = found[:RERANKED], found[RERANKED:]
        postings, resumes = sides([held for _, held in best])
        asking = [joined(posting_text(posting).lines) for posting in postings]
        answering = [joined(redact(resume)) for resume in resumes]
        likelihoods = self._reranker.scores(asking, answering, task)
        ordered = [(replace(one, score=score), held) for (one, held), score in reranked(best, likelihoods)]
        return ordered + rest


def _candidates(
    found: Sequence[tuple[Ranked, Resume]], strong_line: float, reasons: Callable[[Ranked], tuple[Reason, ...]]
) -> tuple[CandidateMatch, ...]:
    return tuple(
        CandidateMatch(rank, one.id, resume.candidate, resume.file, **_figures(one, strong_line), reasons=reasons(one))
        for rank, (one, resume) in enumerate(found, start=1)
    )


class _Figures(TypedDict):
    similarity: float
    score: float
    strong: bool


def _figures(one: Ranked, strong_line: float) -> _Figures:
    """Rounded first, so that what people see and what is called strong agree."""
    similarity = round(one.similarity, 4)
    return {"similarity": similarity, "score": round(one.score, 4), "strong": similarity >= strong_line}


def _reasons(posting: Posting, asked: KeptVectors, held: KeptVectors) -> tuple[Reason, ...]:
    lines, cosines = nearest_parts(asked.parts, held.parts)
    nearest = zip(posting.requirements, lines.tolist(), cosines.tolist(), strict=False)
    return tuple(Reason(requirement.id, line + 1, round(cosine, 4)) for requirement, line, cosine in nearest)


def cosines_by_line(requirements: Vectors, lines: Vectors) -> Vectors:
    """Cosines of shape (requirements, lines)."""
    return np.asarray(requirements @ lines.T, dtype=np.float32)


def coverage(weights: Sequence[float], asked: Vectors, lines: Vectors) -> float | None:
    """The weighted mean, over the requirements, of the cosine to the nearest line; None where nothing is compared."""
    _, cosines = nearest_parts(asked, lines)
    return float(np.average(cosines, weights=weights)) if len(cosines) else None
