"""The application's end of one reading worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from retrieval.documents.frames import RECOGNISE, Job, receive, send

_ROOT = Path(__file__).resolve().parents[2]
_START_SECONDS = 30.0
# Each thread takes address space, which the memory limit counts; recognition asks for its threads by itself.
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}
_GONE = (EOFError, OSError, ValueError)
_TIME_UP = (-signal.SIGXCPU, -signal.SIGALRM)


class WorkerEndedError(Exception):
    """The worker's process ended before it answered."""


class WorkerStoppedError(Exception):
    """The worker was stopped because its time was up, by the clock or of its core."""


class WorkerProcess:
    """A worker started on demand, asked one job at a time, started anew after it ended.

    A process of its own rather than multiprocessing, which would import the parent's main module once more: that
    may be a web server.
    """

    def __init__(self, memory_mb: int, recognises: bool = False) -> None:
        """The memory counts from what the worker takes once it is ready, models for recognition included."""
        self._command = [sys.executable, "-m", "retrieval.documents.worker", str(memory_mb)]
        if recognises:
            self._command.append(RECOGNISE)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The process's number while it runs."""
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def start(self) -> None:
        """Start the process, unless it runs, and wait until it takes jobs."""
        if self.pid is not None:
            return
        self.stop()
        # The command is this interpreter and a module of this package; nothing of a user's goes into it.
        self._process = subprocess.Popen(  # noqa: S603
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=_ROOT,
            env={**os.environ, **_ONE_THREAD},
            process_group=0,  # out of reach of Ctrl-C: it ends with the application, when its input does
        )
        self._exchange(None, _START_SECONDS)

    def ask(self, job: Job, seconds: float) -> object:
        """The answer to a job; raises WorkerStoppedError after so many seconds by the clock, or where the job's own
        seconds of a core are used up; WorkerEndedError on the worker's death."""
        self.start()
        return self._exchange(job, seconds)

    def stop(self) -> None:
        """End the process, whatever it is doing, and leave nothing of it behind."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                _close(stream)

    def _exchange(self, job: Job | None, seconds: float) -> object:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise WorkerEndedError
        timer = _Alarm(seconds, process)
        try:
            if job is not None:
                send(process.stdin, job)
            return receive(process.stdout)
        except _GONE as gone:
            self.stop()
            timed_out = timer.rang or process.returncode in _TIME_UP
            raise (WorkerStoppedError if timed_out else WorkerEndedError) from gone
        finally:
            timer.cancel()


class _Alarm(threading.Timer):
    """Kills a process when its time is up; whoever waits for its answer then finds the stream at its end."""

    def __init__(self, seconds: float, process: subprocess.Popen[bytes]) -> None:
        super().__init__(seconds, self._ring)
        self.daemon = True
        self.rang = False
        self._process = process
        self.start()

    def _ring(self) -> None:
        self.rang = True
        self._process.kill()


def _close(stream: object) -> None:
    """Close a pipe whose other end may be gone with bytes still unsent."""
    try:
        stream.close()  # type: ignore[attr-defined]
    except OSError:
        return
