"""What is done with the files of a batch: read, assessed and embedded, each once, whoever asks how often."""

from __future__ import annotations

from dataclasses import dataclass

from agents.assessing import Assessing
from agents.intake import INSIDE, Intake
from agents.postings.library import Library
from records.assessment import Assessment
from records.batch import Batch, BatchFile
from records.batches import Batches
from records.errors import NoPostings, ReadingStopped, RecruitingError, StorageError
from records.posting import Posting
from records.resume import Resume
from retrieval.matching import Matching
from retrieval.text_index import TextIndex


@dataclass(frozen=True)
class Steps:
    """The steps; what they find is on record when they return, so that a killed one may simply be done again.

    A step returns whether the file goes on. What is wrong with a file is kept beside it. `StorageError` is raised:
    while nothing can be kept, nothing goes on; `ReadingStopped` too, for the end of the program is no fault of a file.
    """

    intake: Intake
    library: Library
    matching: Matching
    pool: TextIndex
    assessing: Assessing
    batches: Batches

    def read(self, batch_id: str, ordinal: int) -> bool:
        """The file's resume is on record."""
        file = self.batches.file(batch_id, ordinal)
        if file.state != "waiting":
            return file.state == "read"
        try:
            self._resume(file)
        except (StorageError, ReadingStopped):
            raise
        except RecruitingError as error:
            self.batches.has_failed(batch_id, ordinal, error)
            return False
        self.batches.was_read(batch_id, ordinal)
        return True

    async def assess(self, batch_id: str, ordinal: int) -> bool:
        """The resume's assessment is on record, for the batch's posting or the best of the library."""
        batch, file = self.batches.get(batch_id), self.batches.file(batch_id, ordinal)
        try:
            resume = self._resume(file)
            posting = batch.posting or self._best(resume)
            await self._assessed(resume, posting, batch)
        except (StorageError, ReadingStopped):
            raise
        except RecruitingError as error:
            self.batches.has_failed(batch_id, ordinal, error)
            return False
        number = self.assessing.number(resume.sha256, posting, batch.language, batch.assessed_by)
        if number is None:
            raise StorageError(place=batch_id, reason="an assessment that was kept is gone")
        self.batches.was_assessed(batch_id, ordinal, number)
        return True

    def embed(self, batch_id: str) -> bool:
        """With the last file of a batch, the talent pool takes in all that it brought, many at once.

        A model is a third quicker with many texts at once, and nobody who waits for the shortlist waits for it.
        """
        if self.batches.open_files(batch_id):
            return False
        self.pool.sync()
        return True

    async def _assessed(self, resume: Resume, posting: Posting, batch: Batch) -> None:
        async for part in self.assessing.assess(resume, posting, batch.language, batch.assessed_by):
            if isinstance(part, Assessment):
                return
        raise RecruitingError(reason="the assessor ended without an assessment")

    def _resume(self, file: BatchFile) -> Resume:
        """Of a file whose content is kept; the others never come here."""
        return self.intake.read_kept(file.sha256 or "", file.file, file.file.rpartition(INSIDE)[2])

    def _best(self, resume: Resume) -> Posting:
        found = self.matching.match(resume, top=1, strong_line=1.0)
        if not found:
            raise NoPostings
        return self.library.find(found[0].posting)
