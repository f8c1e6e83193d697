"""A reading worker: `python -m retrieval.documents.worker MB [recognise]`, jobs one by one until its input ends."""

from __future__ import annotations

import math
import os
import resource
import signal
import sys
from pathlib import Path
from typing import IO

from records.errors import ReadingCrashed, RecruitingError
from retrieval.documents.file import member, members, page_picture, read_file
from retrieval.documents.found import Recogniser, RecognitionNeeded
from retrieval.documents.frames import RECOGNISE, Job, MemberJob, MembersJob, PictureJob, ReadJob, receive, send
from retrieval.documents.limits import MIB
from retrieval.documents.recognition.absent import AbsentRecogniser
from retrieval.documents.recognition.rapid import RapidRecogniser, cores

# Beyond the time at which the application stops a worker, for when the application is gone by then.
_GRACE_SECONDS = 2.0


def main() -> None:
    """Serve jobs from standard input; the answers leave on what was standard output."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a file over its time leaves no image of its content behind
    answers = _private_output()
    recogniser = _recogniser() if RECOGNISE in sys.argv[2:] else None
    _limit_memory(int(sys.argv[1]))
    send(answers, "ready")
    while True:
        try:
            job = receive(sys.stdin.buffer)
        except EOFError:
            return
        if isinstance(job, Job):
            # The default action of these signals ends the process even from within PDFium.
            _limit_cpu(job.limits.seconds * (cores() if recogniser else 1))
            signal.setitimer(signal.ITIMER_REAL, job.limits.longest_seconds + _GRACE_SECONDS)
            send(answers, _answer(job, recogniser))
            signal.setitimer(signal.ITIMER_REAL, 0)


def _recogniser() -> Recogniser:
    try:
        return RapidRecogniser()
    except ImportError:
        return AbsentRecogniser()


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


def _limit_cpu(seconds: float) -> None:
    """Let the process compute for so much longer than it has, over all its threads, from now on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = math.ceil(used.ru_utime + used.ru_stime + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))


def _answer(job: Job, recogniser: Recogniser | None) -> object:
    try:
        return _done(job, recogniser)
    except (RecruitingError, RecognitionNeeded) as told:
        return told
    except (MemoryError, RecursionError):
        return ReadingCrashed(file=job.name)


def _done(job: Job, recogniser: Recogniser | None) -> object:
    match job:
        case ReadJob():
            chosen = AbsentRecogniser() if job.give_up_recognition else recogniser
            return read_file(job.path, job.name, job.limits, recogniser=chosen)
        case PictureJob():
            return page_picture(job.path, job.page, job.width, job.limits)
        case MembersJob():
            return members(job.path, job.name, job.limits)
        case MemberJob():
            return member(job.path, job.place, job.name, job.limits)


if __name__ == "__main__":
    main()
