"""What an embedding is: texts in, directions out, so that meaning can be compared by cosine."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from records.errors import EmbeddingError
from records.language import Language
from records.redacted import RedactedText

Vectors = NDArray[np.float32]
"""One row per text, `dimensions` wide, each of length 1, so a dot product is the cosine."""

Task = Literal["resume_to_postings", "posting_to_resumes", "question_to_lines", "free_search", "free_text_to_library"]

# In English whatever the language of the texts: Qwen3-Embedding was trained with English instructions,
# and its authors advise them for every language (model card, "Tips").
INSTRUCTIONS: dict[Task, str] = {
    "resume_to_postings": "Given a passage of a candidate's resume, retrieve job requirements that it answers",
    "posting_to_resumes": "Given a requirement of a job posting, retrieve resume passages that show it is met",
    "question_to_lines": "Given a recruiter's question about a candidate, retrieve resume lines that answer it",
    "free_search": "Given a search query, retrieve relevant passages that answer the query",
    "free_text_to_library": "Given a search query, retrieve documents of a company's library that answer it",
}

_INSTRUCTION_FORM = re.compile(r"Instruct: .*(\n\s*Query: ?)", re.DOTALL)
QWEN3_QUERY_PROMPT = f"Instruct: {INSTRUCTIONS['free_search']}\nQuery:"
"""The form Qwen3-Embedding was trained with: a line break, and no space after the last colon."""

FEWEST_DIMENSIONS = 32
"""The fewest that Qwen3-Embedding was trained to be cut to (model card)."""

# Drawn by the product's design for Qwen3-Embedding-4B; the line can be moved in the chat.
STRONG_LINE = 0.4


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What two vectors must have in common to be compared; kept with every index, which is rebuilt when it differs.

    `revision` tells two sets of weights of one name apart; `instructions` is empty for a model that takes none.
    """

    model: str
    dimensions: int
    revision: str = ""
    instructions: str = ""


class Embedding(Protocol):
    """A model that turns texts into vectors; every call may come from any thread and raises only EmbeddingError.

    A text beyond `max_tokens` is cut there, with a warning in the log: callers make passages that fit.
    """

    @property
    def fingerprint(self) -> Fingerprint:
        """What an index of these vectors must have been made with."""
        ...

    @property
    def max_tokens(self) -> int:
        """The longest text the model reads, prompt included."""
        ...

    @property
    def strong_line(self) -> float:
        """The cosine from which a match is called strong."""
        ...

    def reads(self, language: Language) -> bool:  # noqa: ARG002  most models read both
        """Whether the model was trained on a language: where not, its cosines say nothing about two short texts."""
        return True

    @property
    def model(self) -> str:
        """The model's name, or its folder."""
        return self.fingerprint.model

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return self.fingerprint.dimensions

    def embed_passages(self, texts: Sequence[RedactedText]) -> Vectors:
        """What is searched in; no texts give an array of no rows."""
        ...

    def embed_queries(self, texts: Sequence[RedactedText], task: Task) -> Vectors:
        """What is searched with; a model trained with instructions is told the task."""
        ...


def query_prompt(own_prompt: str, task: Task) -> str:
    """The model's own query prompt, with the task in the place of its instruction where it has that form."""
    form = _INSTRUCTION_FORM.fullmatch(own_prompt)
    return f"Instruct: {INSTRUCTIONS[task]}{form.group(1)}" if form else own_prompt


def wording_digest(*prompts: str) -> str:
    """A short name for the prompts a model is used with, all tasks together; empty where there are none."""
    wordings = [query_prompt(prompt, task) for prompt in prompts if prompt for task in INSTRUCTIONS]
    return hashlib.sha256("\0".join(wordings).encode()).hexdigest()[:12] if wordings else ""


def finite(vectors: Vectors, model: str) -> Vectors:
    """The vectors, or EmbeddingError where a number overflowed on the way: such a row has no direction."""
    if not np.isfinite(vectors).all():
        raise EmbeddingError(model=model, reason="it gave numbers that are not finite")
    return vectors


def normalised(vectors: Vectors, dimensions: int) -> Vectors:
    """The first `dimensions` of each row, brought to length 1; a row of nothing but zeros stays."""
    short = np.asarray(vectors, dtype=np.float64)[:, :dimensions]
    lengths = np.linalg.norm(short, axis=1, keepdims=True)
    return (short / np.where(lengths > 0, lengths, 1)).astype(np.float32)
