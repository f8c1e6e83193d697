"""Batches as DBOS workflows, one for each file: killed at any moment, they go on where they were.

DBOS keeps of a file no more than the ids of batch and file; what was found is in the records. Only this module knows
DBOS, of which there is one in a process.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Connection
from typing import Final

from dbos import DBOS, DBOSConfig, Queue, SetWorkflowID, WorkflowStatus

from agents.screening.steps import Steps
from records.batch import OPEN, Batch, BatchFile, Owner
from records.batches import Batches
from records.errors import ScreeningElsewhere
from records.ownership import claimed

VERSION: Final = "1"
"""Of the workflow below. Raised when its steps change: workflows of another version are left to those who know them,
and files without a workflow of this version get one."""
BUSY_POLL_SECONDS: Final = 0.1
"""Between two looks into the queue while there is work, which takes a fifth of a second a file with rules."""
IDLE_POLL_SECONDS: Final = 1.0
"""Between two looks where there is none: each costs some milliseconds, all day."""
CLOSE_SECONDS: Final = 5.0
"""So long what is under way may take to come to its next step when the process ends in order."""
OUTCOME_SECONDS: Final = 0.2
"""Time for DBOS to note how the last of them ended; what is cut off is done anew, after a complaint in the log."""
_ALIVE: Final = ("ENQUEUED", "PENDING", "DELAYED")

logging.getLogger("dbos").setLevel(logging.WARNING)


@dataclass
class _Work:
    """What the workflows of this process work with; one at a time, as there is one DBOS."""

    steps: Steps
    batches: Batches
    cores: asyncio.Semaphore
    """Bounds what is read and embedded at once: more would only take turns, each holding its memory."""
    assessing: dict[str, set[asyncio.Task[bool]]] = field(default_factory=dict)
    owner: Owner = "chat"
    queue: Queue | None = None
    under_way: int = 0
    """Workflows that have begun and not ended; counted in the one event loop that DBOS runs them in."""
    closing: bool = False


_AT_WORK: list[_Work] = []


class Workflows:
    """Runs the batches of one owner, so many files at once."""

    def __init__(self, steps: Steps, batches: Batches, owner: Owner, at_once: int) -> None:
        self._work = _Work(steps, batches, asyncio.Semaphore((os.cpu_count() or 1) + 1), owner=owner)
        self._batches = batches
        self._owner: Owner = owner
        self._at_once = at_once
        self._queue: Queue | None = None
        self._place = ""
        self._claim: Connection | None = None

    def launch(self, folder: Path, database_url: str = "") -> None:
        """Go on with every batch that was not finished; raises `ScreeningElsewhere`.

        The state of the workflows is kept in `folder`, or in a PostgreSQL database in a schema of its own.
        """
        self._place = str(folder)
        self._claim = claimed(folder / f"screening-{self._owner}.owner")
        if self._claim is None:
            raise ScreeningElsewhere(place=self._place)
        kept = database_url or f"sqlite:///{(folder / f'screening-{self._owner}.db').resolve()}"
        _AT_WORK[:] = [self._work]
        DBOS(
            config=DBOSConfig(
                name="bole",
                system_database_url=kept,
                application_version=VERSION,
                executor_id=self._owner,
                enable_otlp=False,
                log_level="WARNING",
            )
        )
        DBOS.launch()
        self._queue = DBOS.register_queue(
            f"screening-{self._owner}",
            worker_concurrency=self._at_once,
            polling_interval_sec=IDLE_POLL_SECONDS,
            on_conflict="always_update",
        )
        self._work.queue = self._queue
        for batch in self._batches.unfinished(self._owner):
            self.go_on(batch)

    def go_on(self, batch: Batch) -> Batch:
        """Have every file with which something is still to be done, done; those under way already go on."""
        files = [file for file in self._batches.receipt(batch.id).files if file.state in OPEN]
        known = {status.workflow_id: status for status in _statuses(batch)} if files else {}
        if any((status := known.get(_name(batch, file))) and _is_spent(status) for file in files):
            batch = self._batches.next_round(batch.id)
        self.enqueue(batch, files)
        return batch

    def enqueue(self, batch: Batch, files: Sequence[BatchFile]) -> None:
        """Have files that joined a batch done; those that are copies or failed already are left alone."""
        if self._queue is None:
            raise ScreeningElsewhere(place=self._place)
        if any(file.state in OPEN for file in files):
            self._queue.set_polling_interval_sec(BUSY_POLL_SECONDS)
        for file in files:
            if file.state in OPEN:
                with SetWorkflowID(_name(batch, file)):
                    self._queue.enqueue(screen_file, batch.id, file.ordinal, batch.round)

    def stop(self, batch_id: str) -> None:
        """End the assessments of a batch that are under way, and the requests they wait for."""
        for task in list(self._work.assessing.get(batch_id, ())):
            task.get_loop().call_soon_threadsafe(task.cancel)

    def close(self) -> None:
        """Leave everything as it stands; whoever launches next goes on with it."""
        if self._claim is None:
            return
        self._work.closing = True
        for batch_id in list(self._work.assessing):
            self.stop(batch_id)
        until = time.monotonic() + CLOSE_SECONDS
        while self._work.under_way and time.monotonic() < until:
            time.sleep(0.02)
        time.sleep(OUTCOME_SECONDS)
        logging.getLogger("dbos").setLevel(logging.ERROR)  # what is cut off here is told of as if it were lost
        DBOS.destroy()
        _AT_WORK.clear()
        self._claim.close()
        self._claim = None


def _name(batch: Batch, file: BatchFile) -> str:
    """A workflow is named after what it does: asked for twice, it runs once."""
    return f"{batch.id}/{file.ordinal}/{(file.sha256 or '')[:16]}/{batch.round}"


def _statuses(batch: Batch) -> Sequence[WorkflowStatus]:
    return DBOS.list_workflows(workflow_id_prefix=f"{batch.id}/", load_input=False, load_output=False)


def _is_spent(status: WorkflowStatus) -> bool:
    """Whether a workflow does nothing more for its file: it has ended, or one of its steps is noted as given up, for a
    full disk or the end of the process, and is not done again. Only another workflow can finish that file."""
    return status.status not in _ALIVE or any(
        step["error"] or step["output"] is False for step in DBOS.list_workflow_steps(status.workflow_id)
    )


@DBOS.workflow(name="screen_file", max_recovery_attempts=None)
async def screen_file(batch_id: str, ordinal: int, round_: int) -> None:
    """One file of a batch, from its bytes to its assessment."""
    work = _AT_WORK[0]
    work.under_way += 1
    try:
        if work.closing or not await _is_wanted(batch_id, round_):
            return
        if await read_file(batch_id, ordinal):
            await assess_file(batch_id, ordinal)
        if work.owner == "chat" and not await asyncio.to_thread(work.batches.open_files, batch_id):
            await embed_batch(batch_id)  # a command ends with its shortlist; the pool is filled when it is next asked
    finally:
        work.under_way -= 1
        await _rest(work)


async def _rest(work: _Work) -> None:
    """Look into the queue at leisure once nothing is left to be done."""
    if work.queue is None or work.under_way or work.closing:
        return
    if not await asyncio.to_thread(work.batches.unfinished, work.owner):
        await work.queue.set_polling_interval_sec_async(IDLE_POLL_SECONDS)


async def _is_wanted(batch_id: str, round_: int) -> bool:
    """Whether the batch runs, in this round; no step, for it is to be asked anew after a kill."""
    batch = await asyncio.to_thread(_AT_WORK[0].batches.get, batch_id)
    return batch.state == "running" and batch.round == round_


@DBOS.step(name="read_file")
async def read_file(batch_id: str, ordinal: int) -> bool:
    """Whether the file could be read."""
    async with _AT_WORK[0].cores:
        return await asyncio.to_thread(_AT_WORK[0].steps.read, batch_id, ordinal)


@DBOS.step(name="assess_file")
async def assess_file(batch_id: str, ordinal: int) -> bool:
    """Whether the resume was assessed; not where a person stopped the batch meanwhile."""
    work = _AT_WORK[0]
    task = asyncio.create_task(work.steps.assess(batch_id, ordinal))
    running = work.assessing.setdefault(batch_id, set())
    running.add(task)
    try:
        await asyncio.wait({task})
        return not task.cancelled() and task.result()
    finally:
        running.discard(task)
        task.cancel()


@DBOS.step(name="embed_batch")
async def embed_batch(batch_id: str) -> bool:
    """Whether the talent pool holds the whole batch; not while a file of it is still open."""
    return await asyncio.to_thread(_AT_WORK[0].steps.embed, batch_id)
