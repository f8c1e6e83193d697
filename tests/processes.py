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
import time
from pathlib import Path
from types import SimpleNamespace

from agents import bootstrap
from agents.screening.screening import Order, SentFile
from agents.settings import Settings
from fakes import BagOfWords
from records.database import open_database
from records.errors import StorageError
from records.posting import Posting, Requirement
from records.postings import Postings
from records.resume import Resume
from records.resumes import Resumes
from retrieval.embedding import Fingerprint
from retrieval.index_rows import Rows
from retrieval.index_source import IndexPlace
from retrieval.posting_index import posting_index
from retrieval.vector_index import VectorIndex

MOST_AT_ONCE = 8
"""Requests that the killed screening has under way at most."""

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


def index_until_killed(folder: Path, number: int, begun: threading.Event) -> None:
    """Add postings to the library and the index, a few at a time, and change and remove some, until killed."""
    database = open_database(f"sqlite:///{folder}/bole.db")
    postings = Postings(database)
    index = posting_index(IndexPlace(folder, folder), BagOfWords(), postings)
    begun.set()
    held = len(postings.versions())
    for n in range(held, held + number):
        postings.add(numbered_posting(n))
        if n % 3 == 0:
            postings.update(numbered_posting(n // 2, edition=n))
        if n % 5 == 0:
            postings.close(f"p{n // 3}")
        index.sync()


def numbered_posting(number: int, edition: int = 0) -> Posting:
    """A posting that no other shares its rare words with."""
    text = f"Trade{number} edition{edition}\nskill{number}a skill{number}b skill{number}c for everybody"
    requirement = Requirement(id="R1", text=f"skill{number}a", kind="skill", necessity="must", weight=3)
    return Posting(id=f"p{number}", title=f"Trade{number}", text=text, language="en", requirements=(requirement,))


def screen_until_killed(folder: Path, resumes: Path, address: str, begun: threading.Event, early: bool) -> None:
    """Screen a folder by the language model at an address, from wherever the last process was killed; ends when done.

    `begun` is set before anything is opened where that is wanted, else when the work begins.
    """
    if early:
        begun.set()
    bootstrap.LocalEmbedding = lambda *_: BagOfWords()  # type: ignore[assignment, misc]  # a real one loads for seconds
    settings = Settings(data_dir=folder, llm_url=address, llm_concurrency=MOST_AT_ONCE, language="en")
    office = bootstrap.open_office(settings, owner="command")
    office.reader.warm()
    screening = office.screening
    batch = screening.begin("killed", resumes.name, Order(office.library.find("data-analyst"), "en", "model"))
    screening.launch(folder)
    begun.set()
    sent = [SentFile(file, file.name) for file in sorted(resumes.iterdir())]
    if missing := screening.missing(batch.id, sent):
        screening.receive(batch.id, missing)
    while screening.batches.open_files(batch.id):
        time.sleep(0.05)
    office.close()
