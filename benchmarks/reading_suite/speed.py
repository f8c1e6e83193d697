"""Speed with the pool warm, hidden-text check included, and the memory it costs."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.invented_resumes import write_resumes
from benchmarks.reading_suite.processes import MemoryWatch
from benchmarks.reading_suite.readers import Reader
from benchmarks.tables import listed, seconds, show
from records.errors import ReadingError
from records.resume import Resume
from retrieval.documents.reading import ReadingPool

TITLE: Final = "Reading resumes, two workers"
COMMAND: Final = "python -m benchmarks.reading speed"
WORKERS: Final = 2
SETS: Final = ((60, 1), (20, 5))
"""How many resumes of how many pages; a DOCX counts as one page, since Word files keep no pages."""


def run(_: Sequence[Reader]) -> None:
    """Short and long resumes, PDF and DOCX, in both languages."""
    measured = [_measured(count, pages) for count, pages in SETS]
    header = ["resumes", "pages a second", "resumes a second", "a page alone, median", "growth of a worker"]
    show(TITLE, COMMAND, header, [row for row, _ in measured])
    listed("Not read", [failure for _, failures in measured for failure in failures])


def _measured(count: int, pages: int) -> tuple[list[str], list[str]]:
    with tempfile.TemporaryDirectory(prefix="bole-reading-") as folder, ReadingPool(WORKERS) as pool:
        files = write_resumes(Path(folder), count, pages)
        pool.warm()
        memory = MemoryWatch()
        with memory:
            answers = [_timed(pool, file) for file in files[:10]]
            started = time.perf_counter()
            with ThreadPoolExecutor(WORKERS) as threads:
                together = [answer for answer, _ in threads.map(lambda file: _timed(pool, file), files)]
            taken = time.perf_counter() - started
    read = [answer for answer in together if isinstance(answer, Resume)]
    page_count = sum(resume.pages for resume in read)
    alone = [spent / answer.pages for answer, spent in answers if isinstance(answer, Resume)]
    row = [
        f"{len(read)} with {page_count} pages",
        f"{page_count / taken:.0f}",
        f"{len(read) / taken:.0f}",
        seconds(median(alone)) if alone else "–",
        f"{memory.growth_mb:.0f} MiB",
    ]
    return row, [str(answer) for answer in together if isinstance(answer, ReadingError)]


def _timed(pool: ReadingPool, file: Path) -> tuple[Resume | ReadingError, float]:
    started = time.perf_counter()
    try:
        answer: Resume | ReadingError = pool.read(file)
    except ReadingError as error:
        answer = error
    return answer, time.perf_counter() - started
