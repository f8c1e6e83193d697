"""How long one resume takes, from the file to the assessment: `python -m benchmarks.latency`."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from agents.bootstrap import open_office
from agents.office import Office
from agents.settings import Settings, read_settings
from benchmarks import chat_page
from benchmarks.invented_resumes import write_resumes
from benchmarks.tables import seconds, show
from records.assessment import Assessment

TITLE: Final = "One resume, warm: file received to assessment ready (rules)"
COMMAND: Final = "python -m benchmarks.latency"
RESUMES: Final = 12
TARGET: Final = "≤ 2 s"


@dataclass(frozen=True)
class Timing:
    """Seconds for each step of one resume."""

    read: float
    matched: float
    assessed: float

    @property
    def whole(self) -> float:
        """From the file to the assessment."""
        return self.read + self.matched + self.assessed


def run() -> None:
    """The steps without the page, then the page as a person sees it."""
    with tempfile.TemporaryDirectory(prefix="bole-latency-") as folder:
        files = write_resumes(Path(folder), RESUMES + 1)
        first, again = asyncio.run(_measured(Path(folder), files))
    show(TITLE, COMMAND, ["step", "median", "worst", "target"], [*_steps(first), *_repeated(again)])
    chat_page.run()


async def _measured(folder: Path, files: Sequence[Path]) -> tuple[list[Timing], list[Timing]]:
    """Each file for the first time, then each once more; the very first file only warms everything up."""
    office = open_office(settings_in(folder / "data"))
    try:
        office.warm()
        await _timing(office, files[0])
        return [await _timing(office, file) for file in files[1:]], [await _timing(office, file) for file in files[1:]]
    finally:
        office.close()


async def _timing(office: Office, file: Path) -> Timing:
    received = time.perf_counter()
    resume = office.intake.receive(file, file.name)
    read = time.perf_counter()
    best = office.match(resume)[0]
    matched = time.perf_counter()
    posting = office.library.find(best.posting)
    parts = [part async for part in office.assessing.assess(resume, posting, posting.language, "rules")]
    if not isinstance(parts[-1], Assessment):
        raise TypeError("the assessor ended without an assessment")
    return Timing(read - received, matched - read, time.perf_counter() - matched)


def settings_in(folder: Path) -> Settings:
    """The settings as they are, with everything kept in a folder of the benchmark's own."""
    return read_settings().model_copy(update={"data_dir": folder, "database_url": "", "chroma_url": ""})


def _steps(timings: Sequence[Timing]) -> list[list[str]]:
    steps = {
        "read (in its own process)": [timing.read for timing in timings],
        "match with the library": [timing.matched for timing in timings],
        "assess by rules": [timing.assessed for timing in timings],
    }
    whole = ["**file to assessment**", *_cells([timing.whole for timing in timings]), TARGET]
    return [*([name, *_cells(values), ""] for name, values in steps.items()), whole]


def _repeated(timings: Sequence[Timing]) -> list[list[str]]:
    return [["the same files once more", *_cells([timing.whole for timing in timings]), "no parsing, no embedding"]]


def _cells(values: Sequence[float]) -> list[str]:
    return [seconds(median(values)), seconds(max(values))]


if __name__ == "__main__":
    run()
