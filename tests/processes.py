"""What tests run in processes of their own.

A new process imports what it runs by name. pytest puts this folder on its path, while `tests` itself may also be the
name of another package there.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from pathlib import Path
from types import SimpleNamespace

from records.database import open_database
from records.errors import StorageError
from records.posting import Posting
from records.postings import Postings
from records.resume import Resume
from records.resumes import Resumes
from retrieval.embedding import Fingerprint
from retrieval.index_rows import Rows
from retrieval.vector_index import VectorIndex

Start = tuple[threading.Barrier, "multiprocessing.Queue[str]"]
"""Where processes wait for each other, and where they tell what went wrong."""


def open_and_add(url: str, resume: Resume, posting: Posting, start: Start) -> None:
    """What one of several processes starting at once does."""
    barrier, failures = start
    barrier.wait()
    try:
        with contextlib.closing(open_database(url)) as database:
            Resumes(database, reader_version=1).add(resume)
            Postings(database).add(posting)
    except StorageError as error:
        failures.put(str(error))


def write_and_die(place: Path, fingerprint: Fingerprint, rows: Rows) -> None:
    """Add rows to a finished index, and get no chance to close anything."""
    VectorIndex(place, "postings", SimpleNamespace(fingerprint=fingerprint), lambda: ()).upsert(rows)
    os.kill(os.getpid(), signal.SIGKILL)
