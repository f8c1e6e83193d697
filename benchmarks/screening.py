"""A batch screened by rules: how fast, in how much memory, and whether the cost grows with the batch.

`python -m benchmarks.screening` screens 200 resumes and then 2,000, each in a process of its own, and re-weighs 500
stored candidates. One more process is killed in the middle of a batch and started again.
"""

from __future__ import annotations

import json
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import psutil

from agents.bootstrap import open_office
from agents.office import Office
from agents.screening.screening import Order, SentFile
from agents.screening.weighing import Change, changed
from agents.settings import Settings
from benchmarks.invented_resumes import write_resumes
from benchmarks.tables import seconds, show
from records.batches import Batches
from records.database import open_database
from records.redacted import RedactedText

COMMAND: Final = "python -m benchmarks.screening"
BATCH: Final = "bench"
POSTING: Final = "data-analyst"
SMALL: Final = 200
LARGE: Final = 2_000
BLOCK: Final = 200
REWEIGHED: Final = 500
REPEATS: Final = 9
LOOK_SECONDS: Final = 0.25
KILLED_AFTER: Final = 25
"""Finished files after which the killed process is killed: it has loaded everything by then."""


def run() -> None:
    """Print the tables."""
    for count in (SMALL, LARGE):
        _show_batch(_measured(count))
    _show_reweighing()
    _show_resumption()


def _show_batch(found: dict[str, Any]) -> None:
    count, times, memory = found["count"], found["finished"], found["memory_mb"]
    blocks = [times[n + BLOCK - 1] - (times[n - 1] if n else 0.0) for n in range(0, count, BLOCK)]
    rows = [
        ["received and on the receipt", f"{found['received']:.1f} s"],
        ["all assessed, from the drop on", f"{times[-1]:.1f} s"],
        ["assessed a second", f"{count / times[-1]:.2f}"],
        ["and embedded for the talent pool", f"{found['embedded']:.1f} s"],
        ["memory of all processes at the 50th", f"{memory['50']:.0f} MB"],
        [f"at the {SMALL}th", f"{memory[str(SMALL)]:.0f} MB ({memory[str(SMALL)] / memory['50'] - 1:+.1%})"],
    ]
    if count > SMALL:
        last = memory[str(count)]
        rows.append([f"at the {count}th", f"{last:.0f} MB ({last / memory['50'] - 1:+.1%})"])
        rows.append(["seconds for each 200 in turn", " ".join(f"{block:.0f}" for block in blocks)])
    show(f"{count} invented resumes by rules", COMMAND, ["what", "measured"], rows)


def _measured(count: int) -> dict[str, Any]:
    """What a process of its own measured of a batch of so many."""
    with tempfile.TemporaryDirectory() as folder:
        written = subprocess.run(
            [sys.executable, "-m", "benchmarks.screening", "batch", folder, str(count)],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
    found: dict[str, Any] = json.loads(written.splitlines()[-1])
    return found


def _batch(folder: Path, count: int) -> None:
    """Screen so many resumes; writes what was measured as one line of JSON."""
    resumes = _resumes(folder, count)
    with _office(folder) as office:
        office.embedding.embed_passages([RedactedText("loads the model")])
        office.reader.warm()
        sizes: dict[str, float] = {}
        finished: list[float] = []
        begun = time.monotonic()
        _begin(office)
        receiver = threading.Thread(target=office.screening.receive, args=(BATCH, resumes))
        receiver.start()
        received = 0.0
        while len(finished) < count:
            time.sleep(LOOK_SECONDS)
            if not received and not receiver.is_alive():
                received = time.monotonic() - begun
            done = len(office.screening.batches.assessed(BATCH))
            finished += [time.monotonic() - begun] * (done - len(finished))
            for mark in (50, SMALL, count):
                if done >= mark:
                    sizes.setdefault(str(mark), _memory_mb())
        office.pool.sync()
        embedded = time.monotonic() - begun
    measured = {"count": count, "received": received, "finished": finished, "embedded": embedded, "memory_mb": sizes}
    print(json.dumps(measured))


def _show_reweighing() -> None:
    """Stored candidates scored by other weights, with everything read from the records, and again from memory."""
    with tempfile.TemporaryDirectory() as folder, _office(Path(folder)) as office:
        _begin(office)
        office.screening.receive(BATCH, _resumes(Path(folder), REWEIGHED))
        while office.screening.batches.open_files(BATCH):
            time.sleep(LOOK_SECONDS)
        own = office.standings.requirements(BATCH) or ()
        kinds = [Change(requirement.id, "must") for requirement in own]
        started = time.perf_counter()
        office.standings.weigh(BATCH, "first", changed(own, kinds[:1]))
        first = time.perf_counter() - started
        taken = []
        for n in range(REPEATS):
            started = time.perf_counter()
            office.standings.weigh(BATCH, "again", changed(own, kinds[n % len(kinds) :][:1]))
            taken.append(time.perf_counter() - started)
    rows = [
        ["the first time, read from the records", seconds(first)],
        [f"after that, median of {REPEATS}", seconds(statistics.median(taken))],
    ]
    show(f"{REWEIGHED} stored candidates scored by other weights", COMMAND, ["what", "measured"], rows)


def _show_resumption() -> None:
    """From the start of `bole screen` after a kill to the next finished file, its imports and models included."""
    with tempfile.TemporaryDirectory() as folder:
        _resumes(Path(folder), SMALL)
        for after in (KILLED_AFTER, None):
            process = _screen(Path(folder))
            begun, before = time.monotonic(), _finished(Path(folder))
            wanted = KILLED_AFTER if after else before + 1
            while _finished(Path(folder)) < wanted:
                time.sleep(LOOK_SECONDS)
            resumed = time.monotonic() - begun
            process.send_signal(signal.SIGKILL)
            process.wait()
    show(
        "A batch goes on after SIGKILL",
        COMMAND,
        ["what", "measured"],
        [["from `bole screen` to the next finished file", seconds(resumed)]],
    )


def _screen(folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "bole_cli", "screen", str(folder / "resumes"), "--posting", POSTING]
    environment = {"BOLE_DATA_DIR": str(folder / "data"), "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _finished(folder: Path) -> int:
    if not (folder / "data" / "bole.db").exists():
        return 0
    database = open_database(f"sqlite:///{folder}/data/bole.db")
    try:
        batches = Batches(database)
        return sum(len(batches.assessed(batch.id)) for batch in batches.list())
    finally:
        database.close()


@contextmanager
def _office(folder: Path) -> Iterator[Office]:
    office = open_office(Settings(data_dir=folder / "data", language="en"), owner="command")
    try:
        office.screening.launch(folder / "data")
        yield office
    finally:
        office.close()


def _begin(office: Office) -> None:
    office.screening.begin(BATCH, "bench", Order(office.library.find(POSTING), "en", "rules"))


def _resumes(folder: Path, count: int) -> list[SentFile]:
    (folder / "resumes").mkdir()
    return [SentFile(path, path.name) for path in write_resumes(folder / "resumes", count)]


def _memory_mb() -> float:
    """Resident memory of this process and its readers."""
    own = psutil.Process()
    return float(sum(process.memory_info().rss for process in (own, *own.children(recursive=True)))) / 1e6


if __name__ == "__main__":
    if sys.argv[1:2] == ["batch"]:
        _batch(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        run()
