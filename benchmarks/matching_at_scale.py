"""Matching against a large library: `python -m benchmarks.matching_at_scale [POSTINGS]`, 100,000 unless told."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
import psutil

from benchmarks.dense_stages import dense_stages
from benchmarks.invented_postings import invented_postings, invented_resumes
from benchmarks.tables import seconds, show
from benchmarks.word_directions import WordDirections
from records.database import open_database
from records.postings import Postings
from records.resume import Resume
from retrieval.embedding import Vectors
from retrieval.facts import EVERYTHING_OPEN, Conditions
from retrieval.held_texts import HeldResumes
from retrieval.index_source import IndexPlace
from retrieval.matching import Matching
from retrieval.posting_index import posting_index
from retrieval.talent_pool import made_of_resume, talent_pool
from retrieval.text_index import COMPARED_WHOLE, TextIndex

TITLE: Final = "Matching at scale: {n} postings, {q} resumes"
COMMAND: Final = "python -m benchmarks.matching_at_scale"
POSTINGS: Final = 100_000
RESUMES: Final = 200
TOP: Final = 10
NEAREST: Final = 10
COMPARED: Final = 50
"""Resumes whose match is compared with one that compares everything, which takes seconds each."""
_AT_ONCE: Final = 2_000

Seconds = list[float]
FILTER: Final = Conditions(cities=frozenset({"Shanghai"}), skills=frozenset({"Java"}))


def run(number: int = POSTINGS) -> None:
    """Index, match, compare, in one run."""
    with tempfile.TemporaryDirectory(prefix="bole-scale-") as name:
        folder = Path(name)
        with closing(open_database(f"sqlite:///{folder}/bole.db")) as database:
            _measure(folder, Postings(database), number)


def _measure(folder: Path, library: Postings, number: int) -> None:
    bench = _Bench(folder, library, WordDirections(), list(invented_resumes(RESUMES)))
    before = _memory()
    added = _timed(lambda: _add(library, number))
    with closing(bench.index()) as index:
        indexed = _timed(index.sync)
        bench.match(index, EVERYTHING_OPEN)  # embeds: what is timed begins after that
        found, took = bench.match(index, EVERYTHING_OPEN)
        grown = _memory() - before
        _, filtered = bench.match(index, FILTER)
        change = _timed(lambda: _changed(library, index))
    with closing(bench.index()) as index:
        opened = _timed(index.sync)
    rows = [
        ["postings into the database", f"{number / added:,.0f} a second"],
        ["postings indexed (words, skills, facts, vectors, Chroma)", f"{number / indexed:,.0f} a second"],
        ["memory it takes", f"{grown / 2**20:,.0f} MiB"],
        ["opening the index again", seconds(opened)],
        ["a posting added, until it is found", seconds(change)],
        ["two-stage match, p50 / p95", _spread(took)],
        ["the same among those in Shanghai that name Java, p50 / p95", _spread(filtered)],
    ]
    show(TITLE.format(n=f"{number:,}", q=RESUMES), COMMAND, ["what", "figure"], rows)
    _compare_matches(bench, found)
    _compare_dense_stages(bench)
    bench.pool.close()


class _Bench:
    """The library and the resumes that everything is measured on."""

    def __init__(self, folder: Path, library: Postings, embedding: WordDirections, resumes: list[Resume]) -> None:
        self.place = IndexPlace(folder, folder)
        self.library = library
        self.embedding = embedding
        self.resumes = resumes
        self.readings = HeldResumes(lambda: resumes)
        self.pool = talent_pool(self.place, embedding, self.readings)

    def index(self, compared_whole: int = COMPARED_WHOLE) -> TextIndex:
        """The index of the library, opened."""
        return posting_index(self.place, self.embedding, self.library, compared_whole)

    def match(self, index: TextIndex, conditions: Conditions, number: int = RESUMES) -> tuple[list[set[str]], Seconds]:
        """The ids matched with each resume, and the time of each match."""
        matching = Matching(index, self.pool, self.library, self.readings)
        found, took = [], []
        for resume in self.resumes[:number]:
            started = time.perf_counter()
            matches = matching.match(resume, TOP, 0.5, conditions)
            took.append(time.perf_counter() - started)
            found.append({match.posting for match in matches})
        return found, took

    def queries(self) -> list[Vectors]:
        """The vectors that each resume searches with."""
        version = self.readings.reader_version
        return [made_of_resume(self.pool, resume, version)[1].asking for resume in self.resumes]


def _compare_matches(bench: _Bench, found: Sequence[set[str]]) -> None:
    """The whole match against one whose dense stage compares every passage."""
    with closing(bench.index(compared_whole=sys.maxsize)) as index:
        exact, _ = bench.match(index, EVERYTHING_OPEN, COMPARED)
    shares = [len(ours & right) / len(right) for ours, right in zip(found, exact, strict=False)]
    row = [f"{COMPARED} resumes", f"{np.mean(shares):.4f}", f"{min(shares):.1f}"]
    show(f"Of the first {TOP} that comparing everything gives", COMMAND, ["", "recall, mean", "worst"], [row])


def _compare_dense_stages(bench: _Bench) -> None:
    """The first stage's search in meaning by itself: single rows that the resumes search with."""
    with closing(bench.index()) as index:
        index.sync()
        rows = np.concatenate([kept.passages for part in _parts(index.ids) for kept in index.kept(part)])
    queries = np.concatenate(bench.queries())[:RESUMES]
    header = ["dense stage alone", "made in", "p50 / p95", f"recall of the nearest {NEAREST}"]
    stages = dense_stages(rows, queries, NEAREST)
    table = ([one.name, seconds(one.made), _spread(one.times), f"{one.recall:.4f}"] for one in stages)
    show(f"Nearest of {len(rows):,} passages, {rows.shape[1]} dimensions", COMMAND, header, table)


def _add(library: Postings, number: int) -> None:
    postings = invented_postings(number)
    while part := list(islice(postings, _AT_ONCE)):
        library.add_all(part)


def _changed(library: Postings, index: TextIndex) -> None:
    """One posting more, found."""
    (new,) = invented_postings(1, seed=7)
    library.add(new.model_copy(update={"id": "new", "text": f"{new.text}\nnew"}))
    index.sync()


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]


def _timed(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def _spread(times: Sequence[float]) -> str:
    return f"{1000 * np.percentile(times, 50):.1f} / {1000 * np.percentile(times, 95):.1f} ms"


def _memory() -> int:
    """Bytes that this process holds."""
    return int(psutil.Process().memory_info().rss)


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else POSTINGS)
