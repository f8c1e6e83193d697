"""The nearest of many vectors, found by Chroma, by FAISS and by comparing all of them."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import faiss
import numpy as np

from benchmarks.word_directions import WordDirections
from retrieval.embedding import Vectors
from retrieval.index_rows import Rows
from retrieval.text_index import NEIGHBOURS
from retrieval.vector_index import VectorIndex

NEIGHBOURS_PER_NODE: Final = 16
BUILD_WIDTH: Final = 100
SEARCH_WIDTH: Final = max(200, NEIGHBOURS)
"""What Bole's Chroma collections use (the first two are Chroma's own): FAISS gets the same. Both are asked for as many
neighbours as a match asks for, and judged by the first of them."""
_AT_ONCE: Final = 5_000

Search = Callable[[Vectors], list[int]]
"""Numbers of the nearest rows of one query."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One way to find: what making it took, the times of its answers, and how many of the right ones they hold."""

    name: str
    made: float
    times: list[float]
    recall: float


def dense_stages(rows: Vectors, queries: Vectors, nearest: int) -> Iterator[Stage]:
    """Every stage on the same rows and queries, the exact one first."""
    right, times = _asked(queries, lambda query: _compared(rows, query, nearest))
    yield Stage("numpy, every row compared", 0.0, times, 1.0)
    started = time.perf_counter()
    graph = _faiss(rows)
    made = time.perf_counter() - started
    found, times = _asked(queries, lambda query: graph.search(query[None], NEIGHBOURS)[1][0][:nearest].tolist())
    yield Stage("FAISS, HNSW", made, times, _recall(found, right))
    with tempfile.TemporaryDirectory(prefix="bole-dense-") as folder:
        started = time.perf_counter()
        index = VectorIndex(Path(folder), "postings", WordDirections(rows.shape[1]), lambda: _parts(rows))
        with closing(index):
            index.count()  # builds it
            made = time.perf_counter() - started
            found, times = _asked(
                queries, lambda query: [int(n.id) for n in index.query(query[None], NEIGHBOURS)[0][:nearest]]
            )
        yield Stage("Chroma, HNSW, as Bole uses it", made, times, _recall(found, right))


def _faiss(rows: Vectors) -> faiss.IndexHNSWFlat:
    graph = faiss.IndexHNSWFlat(rows.shape[1], NEIGHBOURS_PER_NODE, faiss.METRIC_INNER_PRODUCT)
    graph.hnsw.efConstruction, graph.hnsw.efSearch = BUILD_WIDTH, SEARCH_WIDTH
    graph.add(rows)
    return graph


def _compared(rows: Vectors, query: Vectors, nearest: int) -> list[int]:
    found: list[int] = np.argpartition(-(rows @ query), nearest)[:nearest].tolist()
    return found


def _asked(queries: Vectors, search: Search) -> tuple[list[set[int]], list[float]]:
    found, times = [], []
    for query in queries:
        started = time.perf_counter()
        answer = search(query)
        times.append(time.perf_counter() - started)
        found.append(set(answer))
    return found, times


def _recall(found: list[set[int]], right: list[set[int]]) -> float:
    return float(np.mean([len(ours & exact) / len(exact) for ours, exact in zip(found, right, strict=True)]))


def _parts(rows: Vectors) -> Iterator[Rows]:
    for start in range(0, len(rows), _AT_ONCE):
        part = rows[start : start + _AT_ONCE]
        ids = [str(n) for n in range(start, start + len(part))]
        yield Rows(ids, part, [{"key": name} for name in ids])
