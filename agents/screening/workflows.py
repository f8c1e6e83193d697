"""Batches as DBOS workflows, one for each file: killed at any moment, they go on where they were.

DBOS keeps of a file no more than the ids of batch and file; what was found is in the records. Only this module knows
DBOS, of which there is one in a process.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Connection
from typing import Final

from dbos import DBOS, DBOSConfig, Queue, SetWorkflowID, WorkflowStatus

from agents.screening.steps import Steps
from records.assessment import AssessedBy
from records.batch import Batch, BatchFile, Owner
from records.batches import Batches
from records.errors import ScreeningElsewhere
from records.ownership import claimed

VERSION: Final = "1"
"""Of the workflow below. Raised when its steps change: workflows of another version are left to those who know them,
and files without a workflow of this version get one."""
POLL_SECONDS: Final = 0.1
"""Between two looks into a queue; its work takes a fifth of a second a file with rules."""
CLOSE_SECONDS: Final = 5.0
"""So long what is under way may take to come to its next step when the process ends in order."""
_ALIVE: Final = ("ENQUEUED", "PENDING", "DELAYED")

logging.getLogger("dbos").setLevel(logging.WARNING)


@dataclass
class _Work:
    """What the workflows of this process work with; one at a time, as there is one DBOS."""

    steps: Steps
    batches: Batches
    assessing: dict[str, set[asyncio.Task[bool]]] = field(default_factory=dict)
    under_way: int = 0
    """Workflows that have begun and not ended; counted in the one event loop that DBOS runs them in."""
    closing: bool = False


_AT_WORK: list[_Work] = []


class Workflows:
    """Runs the batches of one owner; several files at once, as many by rules as there are cores."""

    def __init__(self, steps: Steps, batches: Batches, owner: Owner, at_once: dict[AssessedBy, int]) -> None:
        self._work = _Work(steps, batches)
        self._batches = batches
        self._owner: Owner = owner
        self._at_once = at_once
        self._queues: dict[AssessedBy, Queue] = {}
        self._claim: Connection | None = None

    def launch(self, folder: Path, database_url: str = "") -> None:
        """Go on with every batch that was not finished; raises `ScreeningElsewhere`.

        The state of the workflows is kept in `folder`, or in a PostgreSQL database in a schema of its own.
        """
        self._claim = claimed(folder / f"screening-{self._owner}.owner")
        if self._claim is None:
            raise ScreeningElsewhere(place=str(folder))
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
        for by, most in self._at_once.items():
            self._queues[by] = DBOS.register_queue(
                f"screening-{self._owner}-{by}",
                worker_concurrency=most,
                polling_interval_sec=POLL_SECONDS,
                on_conflict="always_update",
            )
        for batch in self._batches.unfinished(self._owner):
            self.run(batch)

    def run(self, batch: Batch) -> None:
        """Have every file with which something is still to be done, done; those under way already go on."""
        files = [file for file in self._batches.receipt(batch.id).files if file.state in ("waiting", "read")]
        known = {status.workflow_id: status.status for status in _statuses(batch)}
        if any(known.get(_name(batch, file), "ENQUEUED") not in _ALIVE for file in files):
            # A workflow that ended without finishing its file, where the disk was full: only another one can.
            batch = self._batches.next_round(batch.id)
        for file in files:
            with SetWorkflowID(_name(batch, file)):
                self._queues[batch.assessed_by].enqueue(screen_file, batch.id, file.ordinal, batch.round)

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
        DBOS.destroy()
        _AT_WORK.clear()
        self._claim.close()
        self._claim = None


def _name(batch: Batch, file: BatchFile) -> str:
    """A workflow is named after what it does: asked for twice, it runs once."""
    return f"{batch.id}/{file.ordinal}/{(file.sha256 or '')[:16]}/{batch.round}"


def _statuses(batch: Batch) -> Sequence[WorkflowStatus]:
    return DBOS.list_workflows(workflow_id_prefix=f"{batch.id}/", load_input=False, load_output=False)


@DBOS.workflow(name="screen_file", max_recovery_attempts=None)
async def screen_file(batch_id: str, ordinal: int, round_: int) -> None:
    """One file of a batch, from its bytes to its assessment."""
    work = _AT_WORK[0]
    work.under_way += 1
    try:
        if not work.closing and await is_wanted(batch_id, round_):
            if await read_file(batch_id, ordinal) and await embed_file(batch_id, ordinal):
                await assess_file(batch_id, ordinal)
            await conclude(batch_id)
    finally:
        work.under_way -= 1


@DBOS.step(name="is_wanted")
async def is_wanted(batch_id: str, round_: int) -> bool:
    """Whether the batch runs, in this round: not where it was paused, cancelled, or began again."""
    batch = await asyncio.to_thread(_AT_WORK[0].batches.get, batch_id)
    return batch.state == "running" and batch.round == round_


@DBOS.step(name="read_file")
async def read_file(batch_id: str, ordinal: int) -> bool:
    """Whether the file could be read."""
    return await asyncio.to_thread(_AT_WORK[0].steps.read, batch_id, ordinal)


@DBOS.step(name="embed_file")
async def embed_file(batch_id: str, ordinal: int) -> bool:
    """Whether the resume could be embedded."""
    return await asyncio.to_thread(_AT_WORK[0].steps.embed, batch_id, ordinal)


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


@DBOS.step(name="conclude")
async def conclude(batch_id: str) -> None:
    """With the last file of a batch its resumes can be found in the talent pool."""
    await asyncio.to_thread(_AT_WORK[0].steps.conclude, batch_id)
