"""The vectors of resumes: embedded once, kept, and found again by the resume's SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from records.redacted import RedactedText, joined
from records.resume import Resume
from retrieval.embedding import Embedding, Vectors
from retrieval.index_rows import Fact, Rows
from retrieval.passages import passages
from retrieval.redaction import redact
from retrieval.vector_index import VectorIndex


@dataclass(frozen=True, slots=True)
class ResumeVectors:
    """Rows of `passages` search postings; row i of `lines` is line i + 1 of the resume."""

    passages: Vectors
    lines: Vectors


class TalentPool:
    """All resumes of the records, as vectors of their redacted passages and lines.

    `resumes` gives them from the database: the pool can always be made again from it.
    """

    def __init__(self, place: Path | str, embedding: Embedding, resumes: Callable[[], Iterable[Resume]]) -> None:
        self._embedding = embedding
        self._index = VectorIndex(place, "passages", embedding, lambda: (self._rows(one) for one in resumes()))

    def vectors(self, resume: Resume) -> ResumeVectors:
        """A resume's vectors; embedded only where they are not kept yet."""
        redacted = redact(resume)
        names = self._names(resume, redacted)
        kept = self._index.stored(names)
        if kept is None:
            rows = self._rows(resume)
            self._index.upsert(rows)
            kept = rows.vectors
        split = len(names) - len(redacted)
        return ResumeVectors(kept[:split], kept[split:])

    def close(self) -> None:
        """Let another process have the pool."""
        self._index.close()

    def _names(self, resume: Resume, redacted: Sequence[RedactedText]) -> list[str]:
        """Row ids carry a digest of what is embedded: another reading or redaction of the file has other rows."""
        key = f"{resume.sha256}@{hashlib.sha256(joined(redacted).encode()).hexdigest()[:12]}"
        found = passages(redacted, self._embedding.max_tokens)
        return [f"{key}#p{n}" for n in range(len(found))] + [f"{key}#l{line.n}" for line in resume.lines]

    def _rows(self, resume: Resume) -> Rows:
        redacted = redact(resume)
        found = passages(redacted, self._embedding.max_tokens)
        searching = self._embedding.embed_queries([passage.text for passage in found], "resume_to_postings")
        vectors = np.vstack([searching, self._embedding.embed_passages(redacted)])
        places = [("passage", passage.first_line) for passage in found] + [("line", line.n) for line in resume.lines]
        facts: list[dict[str, Fact]] = [
            {"resume": resume.sha256, "kind": kind, "first_line": first} for kind, first in places
        ]
        return Rows(self._names(resume, redacted), vectors, facts)
