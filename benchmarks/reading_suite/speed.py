"""Speed with the pool warm, hidden-text check included, and the memory it costs."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.invented_resumes import write_resumes
from benchmarks.reading_suite.processes import MemoryWatch
from benchmarks.reading_suite.readers import Reader
from benchmarks.reading_suite.written import write_suite
from benchmarks.shared_sets import RESUMES
from benchmarks.tables import listed, seconds, show
from records.errors import ReadingError
from records.resume import Resume
from retrieval.documents.reading import ReadingPool

TITLE: Final = "Speed of reading, two workers, pool warm, hidden-text check included"
COMMAND: Final = "python -m benchmarks.reading speed"
WORKERS: Final = 2
ALONE: Final = 40
"""So many files are read one at a time, for the time of a page by itself."""


def run(_: Sequence[Reader]) -> None:
    """Plain pages, long ones, the laid-out PDFs of the suite, and real ones where they are present."""
    with tempfile.TemporaryDirectory(prefix="bole-reading-") as folder:
        measured = [_measured(name, files) for name, files in _sets(Path(folder)) if files]
    header = ["files", "pages", "pages a second", "a page alone, median", "slowest tenth", "growth of a worker"]
    show(TITLE, COMMAND, header, [row for row, _ in measured])
    listed("Not read", [failure for _, failures in measured for failure in failures])


def _sets(folder: Path) -> Iterator[tuple[str, list[Path]]]:
    """A DOCX counts as one page, since Word files keep no pages."""
    for name in ("short", "long", "suite"):
        (folder / name).mkdir()
    yield "60 plain, PDF and DOCX", write_resumes(folder / "short", 60, 1)
    yield "20 plain and long, PDF and DOCX", write_resumes(folder / "long", 20, 5)
    suite = [made.path for made in write_suite(folder / "suite") if made.path.suffix == ".pdf"]
    yield f"{len(suite)} PDFs of the suite of layouts", suite
    real = sorted(RESUMES.glob("*.pdf"))
    yield f"{len(real)} real PDFs", real


def _measured(name: str, files: Sequence[Path]) -> tuple[list[str], list[str]]:
    memory = MemoryWatch()
    with ReadingPool(WORKERS) as pool:
        pool.warm()
        with memory:
            _timed(pool, files[0])
            answers = [_timed(pool, file) for file in files[:ALONE]]
            started = time.perf_counter()
            with ThreadPoolExecutor(WORKERS) as threads:
                together = [answer for answer, _ in threads.map(lambda file: _timed(pool, file), files)]
            taken = time.perf_counter() - started
    pages = sum(resume.pages for resume in together if isinstance(resume, Resume))
    alone = sorted(spent / answer.pages for answer, spent in answers if isinstance(answer, Resume))
    times = (seconds(median(alone)), seconds(alone[-1 - len(alone) // 10]))
    row = [name, str(pages), f"{pages / taken:.0f}", *times, f"{memory.growth_mb:.0f} MiB"]
    return row, [str(answer) for answer in together if isinstance(answer, ReadingError)]


def _timed(pool: ReadingPool, file: Path) -> tuple[Resume | ReadingError, float]:
    started = time.perf_counter()
    try:
        answer: Resume | ReadingError = pool.read(file)
    except ReadingError as error:
        answer = error
    return answer, time.perf_counter() - started
