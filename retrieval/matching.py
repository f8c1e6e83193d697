"""Matches a resume with the postings of the library, with the reasons by requirement."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from records.posting import Posting
from records.redacted import joined
from records.resume import Resume
from retrieval.embedding import Vectors
from retrieval.fusion import fused
from retrieval.posting_index import PostingIndex, pairs, standing
from retrieval.redaction import redact
from retrieval.talent_pool import ResumeVectors, TalentPool


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


class Matching:
    """Ranks postings for a resume by meaning and words together."""

    def __init__(self, postings: PostingIndex, pool: TalentPool) -> None:
        self._postings = postings
        self._pool = pool

    def match(self, resume: Resume, top: int, strong_line: float) -> tuple[Match, ...]:
        """The best `top` postings of the library, best first; the same resume and library give the same order."""
        by_id = {posting.id: posting for posting in self._postings.sync()}
        vectors = self._pool.vectors(resume)
        text = joined(redact(resume))
        lexical, skills = self._postings.lexical_scores(text), self._postings.skill_scores(text)
        dense = self._postings.similarities(vectors.passages)
        ids = sorted(by_id)
        similarities = standing(ids, dense)
        scores = fused(standing(ids, lexical), standing(ids, skills), similarities)
        # Rounded first, so that what people see and what is called strong agree.
        similar = {posting: round(cosine, 4) for posting, cosine in zip(ids, similarities.tolist(), strict=True)}
        return tuple(
            Match(
                rank=rank,
                posting=posting,
                title=by_id[posting].title,
                similarity=similar[posting],
                score=round(score, 4),
                strong=similar[posting] >= strong_line,
                reasons=self._reasons(by_id[posting], vectors),
            )
            for rank, (posting, score) in enumerate(list(pairs(ids, scores.tolist()))[:top], start=1)
        )

    def similarity_by_line(self, resume: Resume, posting: Posting) -> Vectors:
        """Cosines of shape (requirements, lines)."""
        return self._cosines(posting, self._pool.vectors(resume))

    def _cosines(self, posting: Posting, vectors: ResumeVectors) -> Vectors:
        return np.asarray(self._postings.requirement_vectors(posting) @ vectors.lines.T, dtype=np.float32)

    def _reasons(self, posting: Posting, vectors: ResumeVectors) -> tuple[Reason, ...]:
        if not posting.requirements or not len(vectors.lines):
            return ()
        cosines = self._cosines(posting, vectors)
        best = cosines.argmax(axis=1)
        return tuple(
            Reason(requirement.id, int(line) + 1, round(float(cosines[row, line]), 4))
            for row, (requirement, line) in enumerate(zip(posting.requirements, best, strict=True))
        )
