"""Reading in processes of their own: a file that hangs, crashes or eats memory harms only itself."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from records.errors import (
    OversizedFile,
    ReadingCrashed,
    ReadingStopped,
    ReadingTimedOut,
    RecruitingError,
    ResumeNotFound,
)
from records.resume import Resume
from retrieval.documents.formats.containers import Member
from retrieval.documents.found import RecognitionNeeded
from retrieval.documents.frames import Job, MemberJob, MembersJob, PictureJob, ReadJob
from retrieval.documents.limits import MOST_RECOGNISED, Limits, megabytes
from retrieval.documents.recognising import RecognisingWorker
from retrieval.documents.worker_process import WorkerEndedError, WorkerProcess, WorkerStoppedError

__all__ = ["Limits", "ReadingPool"]


class ReadingPool:
    """A few workers, shared by any number of threads; each waits its turn.

    Workers start when first needed (or by `warm`) and end with the pool or with the application, however it ends.
    One more worker recognises text on pictures (OCR): only files that need it wait for it, it ends after two minutes
    without work, and where it fails on a file or takes too long, that file is read without it and says so in its
    warnings.
    """

    def __init__(self, workers: int = 2, limits: Limits = Limits()) -> None:  # noqa: B008  (frozen)
        self._limits = limits
        self._workers = [WorkerProcess(limits.memory_mb) for _ in range(workers)]
        self._recognising = RecognisingWorker(limits.memory_mb)
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

    def read(self, path: Path, name: str | None = None, recognising: Callable[[], object] | None = None) -> Resume:
        """The resume in a file, shown under `name`; raises a ReadingError or ResumeNotFound that names it.

        `recognising` is called where the file needs recognition (OCR), before it begins: it takes seconds a page.
        """
        file = name or path.name
        self.check(path, file)
        job = ReadJob(path.resolve(), file, self._limits)
        answer = self._answer(job, file)
        if isinstance(answer, RecognitionNeeded):
            if recognising is not None:
                recognising()
            answer = self._recognised(job, len(answer.pages))
        if not isinstance(answer, Resume):
            raise ReadingCrashed(file=file)
        return answer

    def page_picture(self, path: Path, page: int, width: int = 1000) -> bytes:
        """A page of a PDF or picture, counted from 1, as a PNG so many pixels wide."""
        self.check(path, path.name)
        answer = self._answer(PictureJob(path.resolve(), page, width, self._limits), path.name)
        if not isinstance(answer, bytes):
            raise ReadingCrashed(file=path.name)
        return answer

    def members(self, path: Path, name: str | None = None) -> tuple[Member, ...]:
        """The files inside a container (a ZIP, an e-mail); none where the file is no container."""
        file = name or path.name
        self.check(path, file)
        answer = self._answer(MembersJob(path.resolve(), file, self._limits), file)
        if not isinstance(answer, tuple):
            raise ReadingCrashed(file=file)
        return answer

    def member(self, path: Path, place: tuple[int, ...], name: str | None = None) -> bytes:
        """The bytes of one file inside a container; `place` as `members` tells it."""
        file = name or path.name
        self.check(path, file)
        answer = self._answer(MemberJob(path.resolve(), place, file, self._limits), file)
        if not isinstance(answer, bytes):
            raise ReadingCrashed(file=file)
        return answer

    def close(self) -> None:
        """End all workers; whoever waits for a file is told that reading was stopped (`ReadingStopped`)."""
        self._closed = True
        for worker in self._workers:
            worker.stop()
        self._recognising.close()

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
            raise OversizedFile(file=file, size_mb=megabytes(size), limit_mb=megabytes(limit))

    def _answer(self, job: Job, file: str) -> object:
        with self._worker() as worker:
            if self._closed:
                raise ReadingStopped(file=file)
            try:
                answer = worker.ask(job, self._limits.longest_seconds)
            except WorkerStoppedError as stopped:
                raise ReadingTimedOut(file=file, seconds=f"{self._limits.seconds:g}") from stopped
            except WorkerEndedError as gone:
                raise (ReadingStopped if self._closed else ReadingCrashed)(file=file) from gone
        if isinstance(answer, RecruitingError):
            raise answer
        return answer

    def _recognised(self, job: ReadJob, pages: int) -> object:
        """The answer of the worker that recognises, given time by the page; else that of one that does without."""
        seconds = job.limits.seconds + job.limits.seconds_recognised * min(pages, MOST_RECOGNISED)
        try:
            limits = replace(job.limits, seconds=seconds, longest_seconds=seconds)
            answer = self._recognising.ask(replace(job, limits=limits))
        except (WorkerEndedError, WorkerStoppedError):
            answer = None
        if answer is None or isinstance(answer, ReadingCrashed):
            return self._answer(replace(job, give_up_recognition=True), job.name)
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
