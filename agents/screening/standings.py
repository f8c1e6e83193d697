"""The shortlist of a batch as it stands, and as it stood before each change of its weights."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from agents.asking import ended
from agents.assessing import FURTHER, Assessing
from agents.screening.moves import Move, moves
from agents.screening.ratings import Assessed, requirement_key, unrated
from agents.screening.shortlist import Place, shortlist
from agents.screening.weighing import added, changed
from agents.screening.weighing_words import weighing_asked
from records.assessment import Rating
from records.assessments import Assessments
from records.batch import Batch, Weighing
from records.batches import Batches
from records.errors import NotOnePosting, WeighingUnclear
from records.posting import Posting, Requirement
from records.resumes import Resumes

UNDO: Final = "undo:"
"""Begins the words of a version that went back to another, whose number follows."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a change of weights did; `unrated` counts candidates for whom a new requirement is still to be rated."""

    weighing: Weighing
    before: tuple[Place, ...]
    after: tuple[Place, ...]
    moves: tuple[Move, ...]
    unrated: int = 0


class Standings:
    """Shortlists from what is on record; an assessment is read from there once, for it never changes."""

    def __init__(self, batches: Batches, record: Assessments, resumes: Resumes, assessing: Assessing) -> None:
        self._batches = batches
        self._record = record
        self._resumes = resumes
        self._assessing = assessing
        self._held: dict[str, dict[int, Assessed]] = {}

    def shortlist(self, batch_id: str, version: int | None = None) -> tuple[Place, ...]:
        """Everyone assessed so far, by a version of the weights: 0 is the posting's own, None the last one."""
        return shortlist(self.assessed(batch_id), self.requirements(batch_id, version))

    def requirements(self, batch_id: str, version: int | None = None) -> tuple[Requirement, ...] | None:
        """What a version scores by; None where each candidate has a posting of their own."""
        batch, kept = self._batches.get(batch_id), self._batches.weighings(batch_id)
        if version is None:
            version = kept[-1].version if kept else 0
        if version:
            return next(weighing.requirements for weighing in kept if weighing.version == version)
        return batch.posting.requirements if batch.posting else None

    def weigh_in_words(self, batch_id: str, words: str) -> Weighed:
        """As people say it; raises `WeighingUnclear`, `NotOnePosting`."""
        now = self._one_list(batch_id)
        asked = weighing_asked(words, now)
        if asked.whole == "undo":
            return self.undo(batch_id, words)
        if asked.whole == "reset":
            return self.weigh(batch_id, words, self.requirements(batch_id, 0) or ())
        then = changed(now, asked.changes)
        for new in asked.added:
            then = added(then, new)
        return self.weigh(batch_id, words, then)

    def weigh(self, batch_id: str, words: str, requirements: Sequence[Requirement]) -> Weighed:
        """Score everyone by these requirements from now on, and keep what was before."""
        now = self._one_list(batch_id)
        own = {requirement_key(r) for r in self.requirements(batch_id, 0) or ()}
        if not any(r.weight for r in requirements if requirement_key(r) in own):
            raise WeighingUnclear(words=words)  # nothing that is rated already would count: no score could be given
        weighing = self._batches.weigh(batch_id, words, requirements)
        everyone = self.assessed(batch_id)  # with what is rated already of a requirement that comes back
        before, after = shortlist(everyone, now), shortlist(everyone, requirements)
        missing = sum(bool(unrated(one, requirements)) for one in everyone)
        return Weighed(weighing, before, after, moves(before, after), missing)

    def undo(self, batch_id: str, words: str) -> Weighed:
        """Score by the version before the last change again, under a new version: what was tried stays on record."""
        undone = _undone(self._batches.weighings(batch_id))
        if undone is None:
            raise WeighingUnclear(words=words)
        return self.weigh(batch_id, f"{UNDO}{undone}", self.requirements(batch_id, undone) or ())

    def assessed(self, batch_id: str) -> tuple[Assessed, ...]:
        """Everyone assessed so far, in the order in which their files came."""
        numbers = self._batches.assessed(batch_id)
        held = self._held.setdefault(batch_id, {})
        if new := {ordinal: number for ordinal, number in numbers.items() if number not in held}:
            held.update(self._read(batch_id, new))
        further = self._further(batch_id)
        return tuple(_with(held[number], further) for number in numbers.values() if number in held)

    async def rate_further(self, batch_id: str) -> int:
        """Rate the added requirements for everyone who lacks them, and only those; gives how many were rated."""
        batch = await asyncio.to_thread(self._batches.get, batch_id)
        wanted = await asyncio.to_thread(self._unrated, batch_id)
        # All at once: a model is asked by turns, and rules take the threads there are.
        asked = [asyncio.create_task(self._rate(resume, _only(batch, r), batch)) for resume, r in wanted]
        try:
            for each in asked:
                await each
        finally:
            await ended(asked)  # one that failed or was stopped stops the others
        return len(asked)

    def _unrated(self, batch_id: str) -> list[tuple[str, Requirement]]:
        requirements = self._one_list(batch_id)
        return [(one.assessment.resume, r) for one in self.assessed(batch_id) for r in unrated(one, requirements)]

    async def _rate(self, resume: str, posting: Posting, batch: Batch) -> None:
        for read in await asyncio.to_thread(self._resumes.some, [resume]):
            async for _ in self._assessing.assess(read, posting, batch.language, batch.assessed_by):
                pass

    def _one_list(self, batch_id: str) -> tuple[Requirement, ...]:
        requirements = self.requirements(batch_id)
        if requirements is None:
            raise NotOnePosting
        return requirements

    def _read(self, batch_id: str, numbers: dict[int, int]) -> dict[int, Assessed]:
        """By the numbers of the assessments: a batch that is screened for another posting gets others."""
        found = self._record.numbered(list(numbers.values()))
        files = {file.ordinal: file.file for file in self._batches.receipt(batch_id).files}
        names = self._resumes.candidates([one.resume for one in found.values()])
        return {
            number: Assessed(ordinal, files[ordinal], names.get(one.resume, files[ordinal]), one, {})
            for ordinal, number in numbers.items()
            if (one := found.get(number)) is not None
        }

    def _further(self, batch_id: str) -> dict[str, dict[str, Rating]]:
        """The ratings of requirements that were added, by resume and `requirement_key`."""
        batch, found = self._batches.get(batch_id), dict[str, dict[str, Rating]]()
        if batch.posting is None:
            return found
        own = {requirement_key(requirement) for requirement in batch.posting.requirements}
        added_ones = {
            requirement_key(requirement): requirement
            for weighing in self._batches.weighings(batch_id)
            for requirement in weighing.requirements
            if requirement_key(requirement) not in own
        }
        for key, requirement in added_ones.items():
            posting = _only(batch, requirement)
            rated = self._record.ratings_of(
                posting.id, *self._assessing.key(posting, batch.language, batch.assessed_by)
            )
            for resume, ratings in rated.items():
                found.setdefault(resume, {})[key] = ratings[0]
        return found


def _undone(kept: Sequence[Weighing]) -> int | None:
    """The version to which one more undo goes back: the one before the version that is in force; None at the start."""
    version = kept[-1].version if kept else 0
    while version and (words := kept[version - 1].words).startswith(UNDO):
        version = int(words.removeprefix(UNDO))
    return version - 1 if version else None


def _only(batch: Batch, requirement: Requirement) -> Posting:
    """The posting with one requirement alone, weighing whatever: an assessment for it is a rating of it."""
    posting = batch.posting
    if posting is None:
        raise NotOnePosting
    alone = requirement.model_copy(update={"weight": 1.0, "necessity": "nice"})
    return posting.model_copy(update={"id": f"{posting.id}{FURTHER}{requirement.id}", "requirements": (alone,)})


def _with(one: Assessed, further: dict[str, dict[str, Rating]]) -> Assessed:
    own = further.get(one.assessment.resume)
    return Assessed(one.ordinal, one.file, one.candidate, one.assessment, own) if own else one
