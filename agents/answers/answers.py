"""Answers to questions about the candidates of a conversation: what goes in, what comes out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from records.assessment import AssessedBy, Assessment
from records.errors import NoResumeYet
from records.language import Language
from records.posting import Posting
from records.redacted import RedactedText
from records.resume import Resume


@dataclass(frozen=True)
class Dossier:
    """What the conversation holds on one candidate: `redacted[i]` masks `resume.lines[i]`, assessments oldest first."""

    resume: Resume
    redacted: tuple[RedactedText, ...]
    assessments: tuple[Assessment, ...] = ()


@dataclass(frozen=True)
class Turn:
    """An earlier question and its answer as the model knows them: by labels, without names."""

    question: RedactedText
    answer: RedactedText


@dataclass(frozen=True)
class Inquiry:
    """A question about the candidates, to be answered in `language`; everything keeps its order over a conversation."""

    question: str
    dossiers: tuple[Dossier, ...]
    language: Language
    postings: tuple[Posting, ...] = ()
    turns: tuple[Turn, ...] = ()

    def title(self, posting: str) -> str:
        """A posting's title, or its id where the posting is not at hand."""
        return next((known.title for known in self.postings if known.id == posting), posting)


@dataclass(frozen=True)
class Source:
    """Lines of a resume that an answer rests on, in the resume's own words."""

    resume_sha: str
    candidate: str
    first_line: int
    last_line: int
    page: int
    quote: str


EntryVerdict = Literal["yes", "partly", "no", "not_stated"]


@dataclass(frozen=True)
class Row:
    """What a question to everyone found for one candidate; no `verdict` where there was no usable answer."""

    candidate: str
    resume_sha: str
    verdict: EntryVerdict | None
    sentence: str
    sources: tuple[Source, ...]
    unproven: bool = False
    """A yes, or partly, that points at no line."""
    unheld: tuple[str, ...] = ()
    """Numbers of the sentence that the lines do not hold."""


@dataclass(frozen=True)
class Answer:
    """An answer in Markdown; `[3]` in its text stands for `sources[2]`."""

    text: str
    sources: tuple[Source, ...]
    by: AssessedBy
    removed_references: int = 0
    """References of the model to lines that do not exist; they are not in the text."""
    left_out: tuple[str, ...] = ()
    """Candidates whose resumes did not fit into the model's context, by name; the text says so."""
    unsupported: int = 0
    """Statements with a number that the lines beside them do not hold; the text says which."""
    rows: tuple[Row, ...] = ()
    """One for each candidate of a question to everyone: with them the answer is a table below its text."""
    turn: Turn | None = None
    """What a model may be told of this answer in a later question."""


@dataclass(frozen=True)
class Progress:
    """How many candidates a question that is asked in groups has come through."""

    done: int
    total: int


class Answerer(Protocol):
    """Answers inquiries, by search or by a language model."""

    def answer(self, inquiry: Inquiry) -> AsyncIterator[str | Progress | Answer]:
        """Pieces of text or progress while it works, at last the answer; raises `NoResumeYet`, `ModelError`."""
        ...


def source_of(resume: Resume, first_line: int, last_line: int) -> Source:
    """Lines of a resume as a source."""
    return Source(
        resume_sha=resume.sha256,
        candidate=resume.candidate,
        first_line=first_line,
        last_line=last_line,
        page=resume.lines[first_line - 1].page,
        quote=resume.quote(first_line, last_line),
    )


class Sources:
    """The places an answer points at, numbered from 1 in the order in which they first appear."""

    def __init__(self) -> None:
        self._numbers: dict[Source, int] = {}

    def cite(self, resume: Resume, first_line: int, last_line: int) -> str:
        """The reference to lines of a resume, as `[3]`."""
        source = source_of(resume, first_line, last_line)
        return f"[{self._numbers.setdefault(source, len(self._numbers) + 1)}]"

    def listed(self) -> tuple[Source, ...]:
        """Every place cited so far."""
        return tuple(self._numbers)


def asked_about(inquiry: Inquiry, numbers: Sequence[int]) -> list[tuple[int, Dossier]]:
    """The dossiers in question with their numbers: those named, else all; raises `NoResumeYet` for none."""
    if not inquiry.dossiers:
        raise NoResumeYet
    return [(n, dossier) for n, dossier in enumerate(inquiry.dossiers, 1) if not numbers or n in numbers]
