"""Screening as people know it: a batch is begun, gets more files, is paused, goes on, and is looked at meanwhile."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from agents.intake import INSIDE, Intake
from agents.screening.workflows import Workflows
from records.assessment import AssessedBy
from records.batch import Arrived, Batch, BatchFile, BatchState, Owner, Receipt
from records.batches import Batches
from records.errors import NothingToScreen, OversizedFile, ReadingStopped, RecruitingError, StorageError
from records.language import Language
from records.posting import Posting
from records.tables import now

Told = Callable[[int, int], object]
"""Called with how many of how many files that were sent have been received."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as a person sent it: a resume, or a container of some."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be screened for: `posting` None is the best posting for each resume."""

    posting: Posting | None
    language: Language
    by: AssessedBy


class Screening:
    """The batches of one owner, at work since `launch`."""

    def __init__(self, intake: Intake, batches: Batches, workflows: Workflows, owner: Owner) -> None:
        self._intake = intake
        self._workflows = workflows
        self._owner: Owner = owner
        self.batches = batches

    def begin(self, batch_id: str, name: str, order: Order, state: BatchState = "running") -> Batch:
        """A batch without files yet; one of this id that was begun before is given back."""
        asked = Batch(batch_id, name, self._owner, order.posting, order.language, order.by, state, 1, now())
        return self.batches.begin(asked)

    def receive(self, batch_id: str, sent: Sequence[SentFile], told: Told | None = None) -> Receipt:
        """Files join a batch and are worked on if it runs; the receipt names every one, whatever it is.

        Their bytes are kept first: what is on the receipt survives a kill. Raises `NothingToScreen`, `StorageError`.
        """
        if not sent:
            raise NothingToScreen
        added: list[BatchFile] = []
        for n, file in enumerate(sent, start=1):
            added += self.batches.add_files(batch_id, self._arrived(file))
            if told is not None:
                told(n, len(sent))
        batch = self.batches.get(batch_id)
        if batch.state == "running":  # begun only now: readers at work would hold the receipt up
            self._workflows.enqueue(batch, added)
        return self.batches.receipt(batch_id)

    def go_on(self, batch_id: str) -> Batch:
        """Let a batch run, again where it was paused or cancelled."""
        return self._workflows.go_on(self.batches.set_state(batch_id, "running"))

    def choose(self, batch_id: str, posting: Posting | None) -> Batch:
        """Screen a batch for this posting, None the best for each; it runs from now on."""
        self._workflows.stop(batch_id)
        self.batches.choose(batch_id, posting)
        return self.go_on(batch_id)

    def pause(self, batch_id: str) -> Batch:
        """What is being read ends, what is being assessed stops, and nothing else begins."""
        batch = self.batches.set_state(batch_id, "paused")
        self._workflows.stop(batch_id)
        return batch

    def cancel(self, batch_id: str) -> Batch:
        """As `pause`, for good as far as the person is concerned; what was assessed stays."""
        batch = self.batches.set_state(batch_id, "cancelled")
        self._workflows.stop(batch_id)
        return batch

    def retry_failed(self, batch_id: str) -> Batch:
        """Try the files again that failed although their content is here."""
        return self._workflows.go_on(self.batches.retry_failed(batch_id))

    def launch(self, folder: Path, database_url: str = "") -> None:
        """Begin to work; every batch of this owner that was not finished goes on."""
        self._workflows.launch(folder, database_url)

    def close(self) -> None:
        """End; whoever launches next goes on."""
        self._workflows.close()

    def missing(self, batch_id: str, sent: Sequence[SentFile]) -> list[SentFile]:
        """Those of the files that a batch does not hold yet, under the same name and with the same content."""
        held: dict[str, set[str | None]] = {}
        for file in self.batches.receipt(batch_id).files:
            held.setdefault(file.file.partition(INSIDE)[0], set()).add(None if INSIDE in file.file else file.sha256)
        return [file for file in sent if not self._holds(held.get(file.name, set()), file)]

    def _holds(self, contents: Collection[str | None], file: SentFile) -> bool:
        """A container is known by its name; it joined with everything in it or not at all."""
        return None in contents or (bool(contents) and self._intake.sha256(file.path) in contents)

    def _arrived(self, file: SentFile) -> list[Arrived]:
        """What a file brings; one that cannot be opened is itself on the receipt, with the reason."""
        try:
            arrivals = self._intake.unpack(file.path, file.name)
        except (StorageError, ReadingStopped):
            raise
        except OversizedFile as error:
            return [Arrived(file.name, error=error)]  # not kept either: the limit is there to save room
        except RecruitingError as error:
            return [Arrived(file.name, self._intake.sha256(file.path, keep=True), error)]
        arrived = []
        for arrival in arrivals:
            try:
                arrived.append(Arrived(arrival.shown, self._intake.keep(arrival)))
            except (StorageError, ReadingStopped):
                raise
            except RecruitingError as error:
                arrived.append(Arrived(arrival.shown, error=error))
        return arrived


def batch_key(*parts: str) -> str:
    """An id that is the same for the same parts, so that what is asked for again is the batch there is."""
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]
