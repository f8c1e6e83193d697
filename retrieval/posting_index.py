"""The postings of the library, found by meaning and by words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from threading import RLock
from typing import Final

import numpy as np
from numpy.typing import NDArray

from records.posting import Posting
from records.postings import posting_version
from records.redacted import RedactedText
from retrieval.embedding import Embedding, Vectors
from retrieval.index_rows import Rows
from retrieval.lexical_index import LexicalIndex
from retrieval.passages import passages
from retrieval.redaction import redact_text
from retrieval.skills import skills_in
from retrieval.vector_index import VectorIndex

PASSAGE: Final = {"kind": "passage"}


class PostingIndex:
    """A posting is kept as its passages, to be found, and by requirement, to give reasons.

    `library` gives the open postings from the database. Row ids carry the posting's version, so an index that missed a
    change, was killed in the middle or damaged is seen to differ and is brought in line before it answers.
    """

    def __init__(self, place: Path | str, embedding: Embedding, library: Callable[[], Sequence[Posting]]) -> None:
        self._embedding = embedding
        self._library = library
        self._vectors = VectorIndex(place, "postings", embedding, self._all_rows)
        self._lexical, self._skills = _lexical_indexes({})
        self._held: set[str] | None = None
        self._lock = RLock()

    def sync(self) -> tuple[Posting, ...]:
        """The library as it is now, with both indexes brought in line with it: only what differs is embedded."""
        with self._lock:
            postings = {_key(posting): posting for posting in self._library()}
            held = self._held if self._held is not None else {row.rpartition("#")[0] for row in self._vectors.ids()}
            for gone in sorted(held - postings.keys()):
                self._vectors.delete_where({"key": gone})
            for new in sorted(postings.keys() - held):
                self._vectors.upsert(self._rows(postings[new]))
            if held != postings.keys() or self._held is None:
                self._lexical, self._skills = _lexical_indexes({p.id: _whole(p) for p in postings.values()})
            self._held = set(postings)
            return tuple(postings.values())

    def lexical_scores(self, text: RedactedText) -> dict[str, float]:
        """Every posting with its lexical score for a text."""
        return _scores(self._lexical, text)

    def skill_scores(self, text: RedactedText) -> dict[str, float]:
        """Every posting with the skills it shares with a text, the rarer the more."""
        return _scores(self._skills, text)

    def similarities(self, queries: Vectors) -> dict[str, float]:
        """Each posting near any query row, with the mean over the rows of the cosine to its nearest passage.

        A posting that is not among a row's neighbours counts there with the farthest neighbour's cosine.
        """
        count = self._vectors.count()
        if not count or not len(queries):
            return {}
        best: list[dict[str, float]] = []
        for neighbours in self._vectors.query(queries, min(count, _MOST_NEIGHBOURS), PASSAGE):
            row: dict[str, float] = {}
            for neighbour in neighbours:
                posting = neighbour.id.rpartition("@")[0]
                row[posting] = max(neighbour.similarity, row.get(posting, -1.0))
            best.append(row)
        floors = [min(row.values(), default=0.0) for row in best]
        found = set().union(*best)
        return {
            posting: float(np.mean([row.get(posting, floor) for row, floor in zip(best, floors, strict=True)]))
            for posting in found
        }

    def requirement_vectors(self, posting: Posting) -> Vectors:
        """One row per requirement of a posting; embedded now where the posting is not of the library."""
        kept = self._vectors.stored([f"{_key(posting)}#{r.id}" for r in posting.requirements])
        return kept if kept is not None else self._requirement_vectors(posting)

    def close(self) -> None:
        """Let another process have the index."""
        self._vectors.close()

    def _all_rows(self) -> Iterable[Rows]:
        return (self._rows(posting) for posting in self._library())

    def _rows(self, posting: Posting) -> Rows:
        whole = self._passages(posting)
        key = _key(posting)
        ids = [f"{key}#p{n}" for n in range(len(whole))] + [f"{key}#{r.id}" for r in posting.requirements]
        kinds = [PASSAGE["kind"]] * len(whole) + ["requirement"] * len(posting.requirements)
        vectors = np.vstack([self._embedding.embed_passages(whole), self._requirement_vectors(posting)])
        return Rows(ids, vectors, [{"key": key, "kind": kind} for kind in kinds])

    def _passages(self, posting: Posting) -> list[RedactedText]:
        lines = [redact_text(line) for line in f"{posting.title}\n{posting.text}".splitlines()]
        return [passage.text for passage in passages(lines, self._embedding.max_tokens)]

    def _requirement_vectors(self, posting: Posting) -> Vectors:
        asked = [redact_text(requirement.text) for requirement in posting.requirements]
        return self._embedding.embed_queries(asked, "posting_to_resumes")


_MOST_NEIGHBOURS: Final = 1_000
"""Postings beyond the thousandth nearest passage cannot reach the best five by their words alone."""


def _key(posting: Posting) -> str:
    return f"{posting.id}@{posting_version(posting)[:12]}"


def _whole(posting: Posting) -> RedactedText:
    return redact_text(f"{posting.title}\n{posting.text}")


def _lexical_indexes(texts: dict[str, RedactedText]) -> tuple[LexicalIndex, LexicalIndex]:
    """By words and by skills. Skills count as they are: a posting that names many and finds them asks for much."""
    return LexicalIndex(texts), LexicalIndex(texts, skills_in, even=False)


def _scores(index: LexicalIndex, text: RedactedText) -> dict[str, float]:
    return dict(zip(index.ids, index.scores(text).tolist(), strict=True))


def standing(ids: Iterable[str], scores: dict[str, float]) -> NDArray[np.float64]:
    """Scores in the order of `ids`; what was not found stands as low as the lowest found."""
    floor = min(scores.values(), default=0.0)
    return np.array([scores.get(posting, floor) for posting in ids], dtype=np.float64)


def pairs(names: Sequence[str], values: Sequence[float]) -> Iterator[tuple[str, float]]:
    """Names with values, the greatest first, equals by name."""
    return iter(sorted(zip(names, values, strict=True), key=lambda pair: (-pair[1], pair[0])))
