"""The one worker that recognises text on pictures: it holds its models in memory only while there is work."""

from __future__ import annotations

import threading

from retrieval.documents.frames import ReadJob
from retrieval.documents.worker_process import WorkerEndedError, WorkerProcess

# Loading takes 1 to 5 s and half a gigabyte: worth keeping between the files of one upload, not over the day.
_IDLE_SECONDS = 120.0


class RecognisingWorker:
    """Shared by any number of threads, which wait for each other; those that need no recognition never wait here."""

    def __init__(self, memory_mb: int, idle_seconds: float = _IDLE_SECONDS) -> None:
        self._worker = WorkerProcess(memory_mb, recognises=True)
        self._idle_seconds = idle_seconds
        self._one_at_a_time = threading.Lock()
        self._rest: threading.Timer | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The process's number while it runs."""
        return self._worker.pid

    def ask(self, job: ReadJob) -> object:
        """The answer to a job within its own limits; raises WorkerStoppedError, WorkerEndedError."""
        with self._one_at_a_time:
            if self._rest is not None:
                self._rest.cancel()
            try:
                if self._closed:
                    raise WorkerEndedError
                return self._worker.ask(job, job.limits.longest_seconds)
            finally:
                if self._closed:
                    self._worker.stop()
                else:
                    self._rest = threading.Timer(self._idle_seconds, self._end_unless_asked)
                    self._rest.daemon = True
                    self._rest.start()

    def close(self) -> None:
        """End the worker; a file being recognised is then read without."""
        self._closed = True
        if self._rest is not None:
            self._rest.cancel()
        self._worker.stop()

    def _end_unless_asked(self) -> None:
        if self._one_at_a_time.acquire(blocking=False):
            try:
                self._worker.stop()
            finally:
                self._one_at_a_time.release()
