"""The last stages of a fleet run: a resume gets its vectors and its assessment; as `agents.fleet.reading` otherwise."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from agents.assessors.assessor import Assessor, Case
from agents.assessors.rule_assessor import RuleAssessor
from agents.fleet.job import Job
from agents.fleet.rows import Outcome, Row, outcome
from records.assessment import Assessment
from records.errors import EmbeddingError, RecruitingError
from records.resume import Resume
from retrieval.documents.reading import Limits
from retrieval.embedding import Embedding
from retrieval.index_store import KeptVectors, packed
from retrieval.matching import cosines_by_line
from retrieval.posting_index import vectors_of_posting
from retrieval.redaction import redact
from retrieval.talent_pool import vectors_of_resume

FILES_A_PART: Final = 16
"""So many files go through the stages together and are kept as one part: what is under way when a worker is lost. A
worker that asks a language model waits for the answers of one part at a time, so it never asks for more at once."""
OTHER_EMBEDDING: Final = "it is not the one that the run was begun with: set BOLE_EMBEDDING alike on every machine"


@dataclass(frozen=True, slots=True)
class Means:
    """How a worker makes what it cannot be sent: an embedding, and an assessor by a language model with one.

    `limits` are those of its reader; a model server is asked `at_once` so many times by all workers together.
    """

    embedding: Callable[[], Embedding]
    assessor: Callable[[Embedding], Assessor]
    limits: Limits = Limits()  # noqa: RUF009  (frozen)
    at_once: int = 1


class Embedded:
    """A resume gets its vectors and, where rules assess, its assessment: rules need no more than these."""

    def __init__(self, job: Job, means: Means) -> None:
        self._job = job
        self._embedding = means.embedding()

    def __call__(self, row: Row) -> dict[str, Any]:
        """The outcome so far."""
        so_far = outcome(row)
        if so_far.error or so_far.resume is None:
            return dict(row)
        try:
            return self._further(so_far, so_far.resume).row()
        except RecruitingError as error:
            return so_far.failed(error).row()

    def part(self, rows: Sequence[Row]) -> list[dict[str, Any]]:
        """The same for several rows."""
        return [self(row) for row in rows]

    def _further(self, so_far: Outcome, resume: Resume) -> Outcome:
        if self._embedding.fingerprint != self._job.fingerprint:
            raise EmbeddingError(model=self._embedding.model, reason=OTHER_EMBEDDING)
        held = vectors_of_resume(resume, self._job.reader_version, self._embedding)
        so_far = replace(so_far, vectors=packed(held))
        if self._job.by != "rules":
            return so_far
        rules = RuleAssessor(lambda *_: cosines_by_line(self._asked.parts, held.parts), self._embedding)
        return replace(so_far, assessment=rules.assessed(_case(resume, self._job)))

    @cached_property
    def _asked(self) -> KeptVectors:
        return vectors_of_posting(self._job.posting, self._embedding)


class Asking:
    """A language model assesses, by the same assessor as anywhere else; all rows of a part wait for it at once."""

    def __init__(self, job: Job, means: Means) -> None:
        self._job = job
        self._assessor = means.assessor(means.embedding())

    def part(self, rows: Sequence[Row]) -> list[dict[str, Any]]:
        """The outcomes."""
        return asyncio.run(self._asked(rows))

    async def _asked(self, rows: Sequence[Row]) -> list[dict[str, Any]]:
        return await asyncio.gather(*map(self._outcome, rows))

    async def _outcome(self, row: Row) -> dict[str, Any]:
        so_far = outcome(row)
        if so_far.error or so_far.resume is None:
            return dict(row)
        try:
            async with aclosing(self._assessor.assess(_case(so_far.resume, self._job))) as parts:
                assessments = [part async for part in parts if isinstance(part, Assessment)]
        except RecruitingError as error:
            return so_far.failed(error).row()
        return replace(so_far, assessment=assessments[-1]).row()


def _case(resume: Resume, job: Job) -> Case:
    return Case(resume, redact(resume), job.posting, job.language)
