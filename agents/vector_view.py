"""What people see of vectors: the first numbers, how all are spread, and the best pairs of requirement and line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from retrieval.embedding import Vectors

VALUES_SHOWN: Final = 50
BINS: Final = 41
"""Odd, so that one bin has 0 in its middle, around which the numbers of an embedding lie."""
MOST_ROWS: Final = 12
MOST_COLUMNS: Final = 12
"""As many requirements and lines as a side panel shows legibly."""


@dataclass(frozen=True, slots=True)
class Histogram:
    """Counts of numbers between neighbouring edges, of which there is one more."""

    edges: tuple[float, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class VectorView:
    """One vector: all its numbers, how many, its length (1 but for a text of nothing), and how the numbers spread."""

    values: tuple[float, ...]
    dimensions: int
    length: float
    histogram: Histogram

    @property
    def first(self) -> tuple[float, ...]:
        """The numbers that people see."""
        return self.values[:VALUES_SHOWN]


@dataclass(frozen=True, slots=True)
class BestCells:
    """A part of a table of cosines: which rows, which columns, each ascending, and the cosines to 4 decimals."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    cosines: tuple[tuple[float, ...], ...]


def vector_view(vector: NDArray[np.float32]) -> VectorView:
    """What people see of one vector."""
    values = tuple(round(value, 6) for value in vector.tolist())
    return VectorView(values, len(values), round(float(np.linalg.norm(vector)), 4), histogram(vector))


def histogram(values: NDArray[np.float32], bins: int = BINS) -> Histogram:
    """How the numbers spread, between bounds as far below 0 as above."""
    bound = float(np.abs(values).max(initial=0.0)) or 1.0
    counts, edges = np.histogram(values.astype(np.float64), bins=bins, range=(-bound, bound))
    return Histogram(tuple(edges.tolist()), tuple(counts.tolist()))


def best_cells(cosines: Vectors, most_rows: int = MOST_ROWS, most_columns: int = MOST_COLUMNS) -> BestCells:
    """The rows that reach highest, and their best columns: first the best of each row, then whatever is highest.

    Of equals the first. A table without rows or columns has no cells.
    """
    if not cosines.size:
        return BestCells((), (), ())
    rows = sorted(_highest(cosines.max(axis=1), most_rows))
    chosen = cosines[rows]
    peaks = np.where(np.isin(np.arange(chosen.shape[1]), chosen.argmax(axis=1)), 2.0, 0.0)  # before any cosine
    columns = sorted(_highest(chosen.max(axis=0) + peaks, most_columns))
    shown = cosines[np.ix_(rows, columns)]
    return BestCells(tuple(rows), tuple(columns), tuple(tuple(round(c, 4) for c in row) for row in shown.tolist()))


def _highest(values: NDArray[np.floating], most: int) -> list[int]:
    found: list[int] = np.argsort(-values, kind="stable")[:most].tolist()
    return found
