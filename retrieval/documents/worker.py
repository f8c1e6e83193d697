"""A reading worker: `python -m retrieval.documents.worker MB`, one job after the other until its input ends."""

from __future__ import annotations

import os
import resource
import signal
import sys
from pathlib import Path
from typing import IO

from records.errors import ReadingCrashed, RecruitingError
from retrieval.documents.file import page_picture, read_file
from retrieval.documents.frames import PictureJob, ReadJob, receive, send
from retrieval.documents.limits import MIB

# Beyond the time at which the application stops a worker, for when the application is gone by then.
_GRACE_SECONDS = 2.0


def main() -> None:
    """Serve jobs from standard input; the answers leave on what was standard output."""
    answers = _private_output()
    _limit_memory(int(sys.argv[1]))
    send(answers, "ready")
    while True:
        try:
            job = receive(sys.stdin.buffer)
        except EOFError:
            return
        if isinstance(job, (ReadJob, PictureJob)):
            # The default action of this signal ends the process even from within PDFium.
            signal.setitimer(signal.ITIMER_REAL, job.limits.seconds + _GRACE_SECONDS)
            send(answers, _answer(job))
            signal.setitimer(signal.ITIMER_REAL, 0)


def _private_output() -> IO[bytes]:
    """The answers' own stream; whatever a library prints goes to standard error instead."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _limit_memory(growth_mb: int) -> None:
    """Let the process grow by so much beyond what its imports take; only Linux tells and keeps this limit."""
    usage = Path("/proc/self/statm")
    if not usage.exists():
        return
    now = int(usage.read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + growth_mb * MIB, resource.RLIM_INFINITY))


def _answer(job: ReadJob | PictureJob) -> object:
    try:
        if isinstance(job, ReadJob):
            return read_file(job.path, job.name, job.limits)
        return page_picture(job.path, job.page, job.width, job.limits)
    except RecruitingError as error:
        return error
    except (MemoryError, RecursionError):
        return ReadingCrashed(file=job.name)


if __name__ == "__main__":
    main()
