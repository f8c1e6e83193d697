"""How near texts are to a query in meaning: a score for each, and how scores of the whole library are spread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.embedding import Vectors

Scores = NDArray[np.float64]
"""One score a text, in the order of the index, shape (texts,)."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Mean and standard deviation of a score over the library."""

    mean: float
    deviation: float

    @classmethod
    def of(cls, scores: Scores) -> Spread:
        """The spread of scores that are all there."""
        return cls(float(scores.mean()), float(scores.std())) if scores.size else cls(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Meaning:
    """For each text the mean, over the rows of a query, of the cosine to its nearest passage.

    In a large library only the nearest are known; the others stand at the farthest that was found, and the spread is
    estimated from a sample of the library: the nearest alone would seem to lie close together.
    """

    scores: Scores
    spread: Spread


class PassageBlock:
    """The passages of several texts in one array, to be compared with many queries."""

    def __init__(self, texts: Sequence[Vectors]) -> None:
        counts = np.array([len(passages) for passages in texts], dtype=np.int64)
        self._size = len(texts)
        self._held = np.flatnonzero(counts)
        self._starts = np.cumsum(counts[self._held]) - counts[self._held]
        self._rows = np.concatenate([p for p in texts if len(p)]) if len(self._held) else None

    def nearest(self, queries: Vectors) -> Scores:
        """The mean over the query's rows of the cosine to the nearest passage of each text; 0 for one without any."""
        scores = np.zeros(self._size)
        if self._rows is not None and len(queries):
            best = np.maximum.reduceat(queries @ self._rows.T, self._starts, axis=1)
            scores[self._held] = best.mean(axis=0, dtype=np.float64)
        return scores


def nearest_passages(queries: Vectors, texts: Sequence[Vectors]) -> Scores:
    """As `PassageBlock.nearest`, for texts that are compared once."""
    return PassageBlock(texts).nearest(queries)


def from_neighbours(rows: Sequence[Mapping[int, float]], size: int) -> Scores:
    """As `nearest_passages`, of what a search gave: for each row of the query the best cosine of each text found.

    A text that is not among a row's neighbours stands at the farthest of them; one that no row found at the farthest
    of all that were.
    """
    known = np.zeros(size, dtype=bool)
    scores = np.zeros(size)
    for row in rows:
        places = np.fromiter(row.keys(), dtype=np.int64, count=len(row))
        cosines = np.fromiter(row.values(), dtype=np.float64, count=len(row))
        floor = float(cosines.min()) if len(cosines) else 0.0
        scores += floor / len(rows)
        scores[places] += (cosines - floor) / len(rows)
        known[places] = True
    if known.any() and not known.all():
        scores[~known] = scores[known].min()
    return scores


def nearest_parts(asked: Vectors, lines: Vectors) -> tuple[NDArray[np.int64], Vectors]:
    """For each row of `asked` the number of the nearest row of `lines`, and their cosine; none where there is none."""
    if not len(asked) or not len(lines):
        return np.zeros(0, np.int64), np.zeros(0, np.float32)
    cosines = asked @ lines.T
    best = cosines.argmax(axis=1)
    return best, cosines[np.arange(len(asked)), best]
