"""The results of a fleet run become a batch of the records, like any other from then on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from agents.fleet.accounting import first_of_each
from agents.fleet.cluster import Told
from agents.fleet.job import Job
from agents.fleet.places import without_keys
from agents.fleet.reading import Desk
from agents.fleet.results import Results
from agents.fleet.rows import Outcome, Taken
from agents.intake import READER_VERSION, Intake
from records.assessments import Assessments
from records.batch import Arrived, Batch
from records.batches import Batches
from records.errors import FleetOutdated, NoFleetResults, NotScreened, RecruitingError, StorageError
from records.tables import now
from retrieval.documents.reading import Limits
from retrieval.embedding import Embedding
from retrieval.index_store import unpacked
from retrieval.talent_pool import resume_key
from retrieval.text_index import TextIndex


@dataclass(frozen=True, slots=True)
class Imported:
    """The batch, and of how many resumes the file itself could not be fetched: their pages cannot be shown."""

    batch: Batch
    without_original: int


@dataclass(frozen=True)
class Importing:
    """Takes results into the records; done again, after a run that went on or a kill, it adds what is missing.

    The vectors are kept for the talent pool, which takes them in when it is next asked.
    """

    intake: Intake
    batches: Batches
    record: Assessments
    pool: TextIndex
    embedding: Embedding
    limits: Limits

    def take(self, address: str, told: Told = lambda *_: None) -> Imported:
        """Raises `NoFleetResults`, `FleetOutdated`, `PlaceUnusable`, `StorageError`."""
        results = Results(address)
        job, files = results.job(), results.files()
        if not files:
            raise NoFleetResults(place=address)
        if job.reader_version != READER_VERSION:
            raise FleetOutdated(place=address)
        batch = self._begun(job, files)
        open_ones = self._open(batch.id)
        desk, originals = Desk(job.source, self.limits), first_of_each(files)
        done = without = 0
        try:
            for one in results.outcomes():
                if one.sha256 in open_ones and one.sha256 in originals:
                    without += not self._keep_original(desk, originals[one.sha256])
                    self._take(batch, job, one, open_ones[one.sha256])
                    told(done := done + 1, len(open_ones))
        finally:
            desk.close()
        self._state_the_rest(batch.id, files)
        return Imported(self.batches.set_state(batch.id, "running"), without)

    def _begun(self, job: Job, files: Sequence[Taken]) -> Batch:
        """The batch with all files; paused meanwhile, for nobody else is to go on with it."""
        name = PurePosixPath(without_keys(job.source)).name or job.source
        begun = Batch(job.key, name, "command", job.posting, job.language, job.by, "paused", 1, now())
        batch = self.batches.begin(begun)
        self.batches.retry_failed(batch.id)  # those that an earlier import stated and a later run has done
        self.batches.set_state(batch.id, "paused")
        held = Counter((file.file, file.sha256) for file in self.batches.receipt(batch.id).files)
        new: list[Arrived] = []
        for file in files:
            if held[file.file, file.sha256]:
                held[file.file, file.sha256] -= 1
            else:
                new.append(Arrived(file.file, file.sha256, file.error))
        self.batches.add_files(batch.id, new)
        return batch

    def _open(self, batch_id: str) -> dict[str, int]:
        """The contents that are to be taken in: the ordinals of their files by SHA-256."""
        files = self.batches.receipt(batch_id).files
        return {file.sha256: file.ordinal for file in files if file.sha256 and file.state == "waiting"}

    def _take(self, batch: Batch, job: Job, one: Outcome, ordinal: int) -> None:
        if one.resume is not None:
            self.intake.remember(one.resume)
            if one.vectors and job.fingerprint == self.embedding.fingerprint and (kept := unpacked(one.vectors)):
                self.pool.keep({resume_key(one.sha256, job.reader_version): kept})
        if one.assessment is None:
            self.batches.has_failed(batch.id, ordinal, one.error or NotScreened(file=one.sha256))
            return
        number = self.record.add(one.assessment, job.posting_version, job.configuration)
        self.batches.was_assessed(batch.id, ordinal, number)

    def _keep_original(self, desk: Desk, file: Taken) -> bool:
        """Whether the file itself is kept now, as it was when it was read."""
        try:
            with desk.opened(file) as path:
                return self.intake.sha256(path, keep=True) == file.sha256
        except StorageError:
            raise
        except RecruitingError:
            return False

    def _state_the_rest(self, batch_id: str, files: Sequence[Taken]) -> None:
        """What could not be opened says why, and what no worker finished is stated as such."""
        errors = {(file.file, file.sha256): file.error for file in files}
        for file in self.batches.receipt(batch_id).files:
            if file.state == "waiting":
                error = errors.get((file.file, file.sha256)) or NotScreened(file=file.file)
                self.batches.has_failed(batch_id, file.ordinal, error)
