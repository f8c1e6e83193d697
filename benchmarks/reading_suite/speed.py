"""How fast files are read and what it costs in memory: `python -m benchmarks.reading`."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Final

import psutil

from benchmarks.invented_resumes import write_resumes
from benchmarks.tables import seconds, show
from records.resume import Resume
from retrieval.documents.reading import ReadingPool

TITLE: Final = "Reading resumes, two workers"
COMMAND: Final = "python -m benchmarks.reading"
WORKERS: Final = 2
SETS: Final = ((60, 1), (20, 5))
"""How many resumes of how many pages; a DOCX counts as one page, since Word files keep no pages."""


def run() -> None:
    """Short and long resumes, PDF and DOCX, in both languages."""
    rows = [_measured(count, pages) for count, pages in SETS]
    header = ["resumes", "pages a second", "resumes a second", "one alone, median", "memory of a worker"]
    show(TITLE, COMMAND, header, rows)


def _measured(count: int, pages: int) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="bole-reading-") as folder, ReadingPool(WORKERS) as pool:
        files = write_resumes(Path(folder), count, pages)
        pool.warm()
        alone = [_timed(pool, file) for file in files[:10]]
        read, taken = _all(pool, files)
        memory = max(child.memory_info().rss for child in psutil.Process().children())
    page_count = sum(resume.pages for resume in read)
    return [
        f"{count} with {page_count} pages",
        f"{page_count / taken:.0f}",
        f"{count / taken:.0f}",
        seconds(median(alone)),
        f"{memory / 2**20:.0f} MiB",
    ]


def _timed(pool: ReadingPool, file: Path) -> float:
    started = time.perf_counter()
    pool.read(file)
    return time.perf_counter() - started


def _all(pool: ReadingPool, files: Sequence[Path]) -> tuple[list[Resume], float]:
    started = time.perf_counter()
    with ThreadPoolExecutor(WORKERS) as threads:
        read = list(threads.map(pool.read, files))
    return read, time.perf_counter() - started


if __name__ == "__main__":
    run()
