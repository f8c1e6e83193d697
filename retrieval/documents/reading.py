"""Reading in processes of their own: a file that hangs, crashes or eats memory harms only itself."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from records.errors import OversizedFile, ReadingCrashed, ReadingTimedOut, RecruitingError, ResumeNotFound
from records.resume import Resume
from retrieval.documents.frames import Job, PictureJob, ReadJob
from retrieval.documents.limits import MIB, Limits
from retrieval.documents.worker_process import WorkerEndedError, WorkerProcess, WorkerStoppedError

__all__ = ["Limits", "ReadingPool"]


class ReadingPool:
    """A few workers, shared by any number of threads; each waits its turn.

    Workers start when first needed (or by `warm`) and end with the pool or with the application, however it ends.
    """

    def __init__(self, workers: int = 2, limits: Limits = Limits()) -> None:  # noqa: B008  (frozen)
        self._limits = limits
        self._workers = [WorkerProcess(limits.memory_mb) for _ in range(workers)]
        self._idle: queue.LifoQueue[WorkerProcess] = queue.LifoQueue()
        self._closed = False
        for worker in reversed(self._workers):
            self._idle.put(worker)

    def warm(self) -> None:
        """Start the workers ahead of the first file."""
        waiting = [self._idle.get() for _ in self._workers]
        try:
            for worker in waiting:
                worker.start()
        finally:
            for worker in waiting:
                self._idle.put(worker)

    def read(self, path: Path, name: str | None = None) -> Resume:
        """The resume in a file, shown under `name`; raises a ReadingError or ResumeNotFound that names it."""
        file = name or path.name
        self.check(path, file)
        answer = self._answer(ReadJob(path.resolve(), file, self._limits), file)
        if not isinstance(answer, Resume):
            raise ReadingCrashed(file=file)
        return answer

    def page_picture(self, path: Path, page: int, width: int = 1000) -> bytes:
        """A page of a PDF, counted from 1, as a PNG so many pixels wide."""
        self.check(path, path.name)
        answer = self._answer(PictureJob(path.resolve(), page, width, self._limits), path.name)
        if not isinstance(answer, bytes):
            raise ReadingCrashed(file=path.name)
        return answer

    def close(self) -> None:
        """End all workers; a file being read then fails as crashed."""
        self._closed = True
        for worker in self._workers:
            worker.stop()

    def __enter__(self) -> ReadingPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def check(self, path: Path, file: str) -> None:
        """What needs no worker to be said: raises `ResumeNotFound`, `OversizedFile`."""
        if not path.is_file():
            raise ResumeNotFound(file=file)
        size, limit = path.stat().st_size, self._limits.max_bytes
        if size > limit:
            raise OversizedFile(file=file, size_mb=round(size / MIB, 1), limit_mb=round(limit / MIB, 1))

    def _answer(self, job: Job, file: str) -> object:
        with self._worker() as worker:
            if self._closed:
                raise ReadingCrashed(file=file)
            try:
                answer = worker.ask(job, self._limits.seconds)
            except WorkerStoppedError as stopped:
                raise ReadingTimedOut(file=file, seconds=f"{self._limits.seconds:g}") from stopped
            except WorkerEndedError as gone:
                raise ReadingCrashed(file=file) from gone
        if isinstance(answer, RecruitingError):
            raise answer
        return answer

    @contextmanager
    def _worker(self) -> Iterator[WorkerProcess]:
        worker = self._idle.get()
        try:
            yield worker
        finally:
            self._idle.put(worker)
