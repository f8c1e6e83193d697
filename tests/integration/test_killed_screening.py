"""A batch whose process is killed at any moment: every file ends once, as assessed or as failed, and nothing twice."""

from __future__ import annotations

import random
import re
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest
from sqlalchemy import func, select

from local_server import serving
from processes import MOST_AT_ONCE, screen_until_killed
from records.batch import OPEN
from records.batches import Batches
from records.database import Database, open_database
from records.tables import AssessmentRow, ResumeRow
from stand_in import StandIn, prompt_of

KILLS = 30
FILES = 100
BROKEN = {
    "007.pdf": b"%PDF-1.7\nbroken",
    "023.txt": b"",
    "041.docx": b"PK\x03\x04",
    "064.xyz": b"\x00\x01\x02\x03",
    "088.pdf": b"",
}
COPIES = {"095.txt": "003.txt", "096.txt": "003.txt"}
LONGEST_SECONDS = 2.0
"""A run of the batch without kills takes some ten seconds: kills fall on every step of its files."""
OPENING = 5
"""Every so manieth kill falls on the opening, which takes about a second."""
MOST_SECONDS_TO_RESUME = 10.0
RESUMES = 3
_MARK = re.compile(r"badge-(\d{3})")

_SPAWN = get_context("forkserver")
_SPAWN.set_forkserver_preload(["warmed"])


@pytest.fixture
def resumes(tmp_path: Path) -> Path:
    folder = tmp_path / "resumes"
    folder.mkdir()
    for n in range(FILES):
        lines = (f"Sample Person {n}", "EXPERIENCE", f"Data Analyst, Fictional Freight, badge-{n:03}", "SQL and Python")
        (folder / f"{n:03}.txt").write_text("\n".join(lines), encoding="utf-8")
    for name, content in BROKEN.items():
        (folder / f"{name[:3]}.txt").unlink()
        (folder / name).write_bytes(content)
    for copy, original in COPIES.items():
        (folder / copy).write_bytes((folder / original).read_bytes())
    return folder


@pytest.fixture
def model() -> Iterator[tuple[StandIn, str]]:
    stand_in = StandIn()
    with serving(stand_in) as address:
        yield stand_in, f"{address}/v1"


def started(folder: Path, resumes: Path, address: str, *, early: bool) -> ForkServerProcess:
    begun = _SPAWN.Event()
    process = _SPAWN.Process(target=screen_until_killed, args=(folder, resumes, address, begun, early))
    process.start()
    assert begun.wait(120)
    return process


def finished(batches: Batches) -> int:
    counts = batches.receipt("killed").counts
    return sum(number for state, number in counts.items() if state not in OPEN)


def seconds_until_it_goes_on(batches: Batches, process: ForkServerProcess) -> float:
    """From the process's beginning to the next finished file."""
    begun, before = time.monotonic(), finished(batches)
    while finished(batches) <= before and process.is_alive():
        time.sleep(0.05)
    return time.monotonic() - begun


@pytest.mark.usefixtures("forks_know_the_tests")
def test_a_batch_killed_thirty_times_loses_nothing_and_stores_nothing_twice(
    tmp_path: Path, resumes: Path, model: tuple[StandIn, str], record_property: pytest.RecordProperty
) -> None:
    stand_in, address = model
    chance, folder = random.Random(20261128), tmp_path / "data"
    folder.mkdir()
    for n in range(KILLS):
        process = started(folder, resumes, address, early=n % OPENING == 0)
        process.join(chance.uniform(0, LONGEST_SECONDS))
        process.kill()
        process.join()
        assert process.exitcode in (-signal.SIGKILL, 0)

    with closing(open_database(f"sqlite:///{folder}/bole.db")) as database:
        batches, seconds = Batches(database), []
        while batches.open_files("killed"):
            process = started(folder, resumes, address, early=True)
            seconds.append(seconds_until_it_goes_on(batches, process))
            if seconds[-1] <= MOST_SECONDS_TO_RESUME or len(seconds) == RESUMES:
                break
            process.kill()  # the machine may have been busy with other things: it is measured once more
            process.join()
        else:
            process = started(folder, resumes, address, early=True)
        process.join(300)
        assert process.exitcode == 0
        receipt = Batches(database).receipt("killed")
        failed = {file.file for file in receipt.failed}
        copies = {file.file for file in receipt.files if file.state == "copy"}
        kept = number_of(database, AssessmentRow), number_of(database, ResumeRow)
    assert sorted(file.file for file in receipt.files) == sorted(file.name for file in resumes.iterdir())
    assert failed | copies == set(BROKEN) | set(COPIES) | (failed & {"003.txt"})
    assert receipt.counts["assessed"] == FILES - len(BROKEN) - len(COPIES)
    assert kept == (receipt.counts["assessed"], receipt.counts["assessed"])
    asked = Counter(_MARK.findall("\n".join(prompt_of(one) for one in stand_in.chats)))
    repeated = sum(asked.values()) - len(asked)
    record_property("repeated_model_calls", repeated)
    record_property("seconds_to_resume", [round(one, 2) for one in seconds])
    kills = KILLS + max(0, len(seconds) - 1)
    assert repeated <= kills * MOST_AT_ONCE
    assert min(seconds, default=0.0) <= MOST_SECONDS_TO_RESUME


def number_of(database: Database, table: type[AssessmentRow | ResumeRow]) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0
