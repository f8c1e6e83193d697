from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from made_files import pdf, zipped
from records.errors import ReadingCrashed, ReadingStopped, ReadingTimedOut, ResumeNotFound, UnsupportedFile
from retrieval.documents.frames import Job
from retrieval.documents.limits import Limits
from retrieval.documents.reading import ReadingPool
from retrieval.documents.worker_process import WorkerProcess


@pytest.fixture
def pool() -> Iterator[ReadingPool]:
    with ReadingPool(workers=2) as pool:
        yield pool


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    return pdf(tmp_path / "a.pdf", ["Avery Samplewood", "EXPERIENCE", "Fictional Freight"])


def workers() -> list[psutil.Process]:
    """The reading workers of this process that live."""
    children = psutil.Process().children(recursive=True)
    return [child for child in children if "retrieval.documents.worker" in " ".join(child.cmdline())]


def test_many_threads_share_the_pool(pool: ReadingPool, resume: Path) -> None:
    names: list[str] = []
    threads = [threading.Thread(target=lambda: names.append(pool.read(resume, "shown.pdf").file)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert names == ["shown.pdf"] * 8
    assert len(workers()) <= 2


def test_errors_cross_the_border_with_their_facts(pool: ReadingPool, tmp_path: Path) -> None:
    path = tmp_path / "0f3a"
    path.write_bytes(zipped({"notes.txt": b"hello"}))

    with pytest.raises(UnsupportedFile) as refused:
        pool.read(path, "notes.zip")
    assert refused.value.facts == {"file": "notes.zip", "kind": "ZIP"}
    with pytest.raises(ResumeNotFound):
        pool.read(tmp_path / "nowhere.pdf")


def test_pages_are_drawn_in_the_worker(pool: ReadingPool, resume: Path) -> None:
    assert pool.page_picture(resume, 1, width=300).startswith(b"\x89PNG")


def test_files_inside_a_container_are_named_and_fetched_in_the_worker(pool: ReadingPool, tmp_path: Path) -> None:
    path = tmp_path / "resumes.zip"
    path.write_bytes(zipped({"one.txt": b"Avery Samplewood", "two.txt": b"Robin Example"}))

    members = pool.members(path)

    assert [member.name for member in members] == ["one.txt", "two.txt"]
    assert pool.member(path, members[1].place) == b"Robin Example"


Exchange = Callable[[Job | None, float], object]


def dying(worker: WorkerProcess, then: Callable[[], object] = lambda: None) -> Exchange:
    """The exchange of a worker that is killed when it is given a job; `then` happens before it is known."""
    exchange = worker._exchange

    def dies(job: Job | None, seconds: float) -> object:
        if job is not None and worker.pid is not None:
            os.kill(worker.pid, signal.SIGKILL)
            then()
        return exchange(job, seconds)

    return dies


def test_a_file_that_takes_too_long_is_stopped_and_the_next_is_read(
    tmp_path: Path, resume: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = tmp_path / "stuck.pdf"
    stuck.write_bytes(b"x")
    with ReadingPool(workers=1, limits=Limits(seconds=1.0, longest_seconds=3.0)) as pool:
        pool.warm()
        (worker,) = workers()
        worker.send_signal(signal.SIGSTOP)
        started = time.monotonic()
        with pytest.raises(ReadingTimedOut) as stopped:
            pool.read(stuck)

        assert time.monotonic() - started < 30
        assert stopped.value.facts == {"file": "stuck.pdf", "seconds": "1"}
        monkeypatch.setattr(pool, "_limits", Limits())  # the next one has all the time that it needs
        assert pool.read(resume).lines[0].text == "Avery Samplewood"


def test_a_file_that_computes_for_too_long_is_stopped(tmp_path: Path, resume: Path) -> None:
    endless = tmp_path / "endless.txt"
    endless.write_text("工作经历 " * 3_000_000, encoding="utf-8")
    with ReadingPool(workers=1, limits=Limits(max_bytes=100_000_000, seconds=1.0, memory_mb=4_000)) as pool:
        with pytest.raises(ReadingTimedOut) as stopped:
            pool.read(endless)

        assert stopped.value.facts == {"file": "endless.txt", "seconds": "1"}
        assert pool.read(resume).file == "a.pdf"


def test_a_worker_that_waits_for_its_core_is_given_the_time(resume: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ReadingPool(workers=1, limits=Limits(seconds=1.0)) as pool:
        pool.warm()
        (worker,) = workers()

        def starved(job: Job | None, seconds: float, exchange: Exchange = pool._workers[0]._exchange) -> object:
            worker.suspend()
            threading.Timer(2.0, worker.resume).start()
            return exchange(job, seconds)

        monkeypatch.setattr(pool._workers[0], "_exchange", starved)

        assert pool.read(resume).file == "a.pdf"


def test_a_worker_that_dies_is_replaced(resume: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ReadingPool(workers=1) as pool:
        pool.warm()
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(pool._workers[0], "_exchange", dying(pool._workers[0]))
            with pytest.raises(ReadingCrashed):
                pool.read(resume)

        assert pool.read(resume).file == "a.pdf"


def test_a_file_that_eats_memory_fails_alone(tmp_path: Path, resume: Path) -> None:
    greedy = tmp_path / "greedy.txt"
    greedy.write_text("工作经历 " * 3_000_000, encoding="utf-8")
    with ReadingPool(workers=1, limits=Limits(max_bytes=100_000_000, seconds=30, memory_mb=40)) as pool:
        with pytest.raises(ReadingCrashed):
            pool.read(greedy)

        assert pool.read(resume).file == "a.pdf"


def test_a_closed_pool_reads_no_more(resume: Path) -> None:
    pool = ReadingPool(workers=1)
    pool.close()

    with pytest.raises(ReadingStopped):
        pool.read(resume)
    assert workers() == []


def test_a_file_that_is_being_read_when_the_pool_closes_is_not_blamed(
    resume: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pool = ReadingPool(workers=1)
    pool.warm()
    monkeypatch.setattr(pool._workers[0], "_exchange", dying(pool._workers[0], then=pool.close))

    with pytest.raises(ReadingStopped):
        pool.read(resume)
    assert workers() == []


def test_a_key_that_ends_the_application_does_not_reach_its_workers(pool: ReadingPool) -> None:
    pool.warm()

    assert workers()
    assert os.getpgid(0) not in {os.getpgid(worker.pid) for worker in workers()}


def test_nothing_is_left_behind_when_the_pool_closes(resume: Path) -> None:
    with ReadingPool(workers=2) as pool:
        pool.warm()
        assert len(workers()) == 2

    assert workers() == []
