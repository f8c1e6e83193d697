"""A batch of resumes screened together: its files and what became of each, none of them ever lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Final, Literal

from records.assessment import AssessedBy
from records.errors import RecruitingError
from records.language import Language
from records.posting import Posting, Requirement

Owner = Literal["chat", "command"]
"""Who screens: the process of the chat, or `bole screen`; each goes on with its own batches only."""
BatchState = Literal["choosing", "running", "paused", "cancelled"]
"""`choosing` is received, and waits until a person says for which posting."""
FileState = Literal["waiting", "read", "assessed", "failed", "copy"]
"""`waiting` to be read, `read` and waiting for its assessment; the others are final. `copy` is the same content as an
earlier file of the batch."""

OPEN: Final[tuple[FileState, ...]] = ("waiting", "read")
"""The states of files with which something is still to be done."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is screened for which posting, by whom and in which language; `posting` None is the best one for each.

    `posting` is the posting as it stood when the batch began: what happens to it later changes no batch.
    """

    id: str
    name: str
    owner: Owner
    posting: Posting | None
    language: Language
    assessed_by: AssessedBy
    state: BatchState
    round: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class BatchFile:
    """A file of a batch; `ordinal` counts from 1 in the order in which the files came."""

    ordinal: int
    file: str
    sha256: str | None
    state: FileState
    error: RecruitingError | None = None
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that is to join a batch: its content is kept under `sha256`, or `error` says why it is not."""

    file: str
    sha256: str | None = None
    error: RecruitingError | None = None


@dataclass(frozen=True)
class Receipt:
    """What became of every file of a batch; `received` is the sum of all others."""

    files: tuple[BatchFile, ...]

    @cached_property
    def counts(self) -> Counter[FileState]:
        """How many files are in each state."""
        return Counter(file.state for file in self.files)

    @property
    def received(self) -> int:
        """All files, whatever became of them."""
        return len(self.files)

    @property
    def open(self) -> int:
        """Files with which something is still to be done."""
        return sum(self.counts[state] for state in OPEN)

    @property
    def read(self) -> int:
        """Files whose resume was read and is, or will be, assessed."""
        return self.counts["read"] + self.counts["assessed"]

    @property
    def failed(self) -> tuple[BatchFile, ...]:
        """The files that failed, with their errors."""
        return tuple(file for file in self.files if file.state == "failed")


@dataclass(frozen=True, slots=True)
class Weighing:
    """A version of what a shortlist is scored by: requirements with the necessities and weights of this version."""

    version: int
    words: str
    requirements: tuple[Requirement, ...]
    created_at: datetime
