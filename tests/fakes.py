"""Stand-ins for what a test cannot have, written by hand."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from typing import Never
from zlib import crc32

import numpy as np

from records.errors import RecruitingError
from records.redacted import RedactedText
from retrieval.chat_request import ChatRequest, Message
from retrieval.embedding import Embedding, Fingerprint, Task, Vectors, normalised
from retrieval.model_server import ServedModel
from retrieval.words import words

Script = str | RecruitingError


class ScriptedChatModel:
    """A language model that says what the script says: one entry a request, text in small pieces or an error."""

    def __init__(self, script: Sequence[Script], piece: int = 7, context: int | None = None) -> None:
        self._script = list(script)
        self._piece = piece
        self._context = context
        self.requests: list[ChatRequest] = []
        self.sent: list[int] = []
        """How many characters of each answer were taken."""

    def answers(self) -> tuple[ServedModel, ...]:
        """It is there, and serves one model."""
        return (ServedModel("qwen", self._context),)

    async def stream_chat(self, request: ChatRequest) -> AsyncGenerator[str]:
        """The next entry of the script."""
        self.requests.append(request)
        entry = self._script[len(self.requests) - 1]
        if isinstance(entry, RecruitingError):
            raise entry
        self.sent.append(0)
        for start in range(0, len(entry), self._piece):
            self.sent[-1] += self._piece
            yield entry[start : start + self._piece]

    async def count_tokens(self, messages: Sequence[Message], model: str) -> int | None:
        """One token for two characters."""
        return sum(len(message["content"]) for message in messages) // 2


def no_assessor(embedding: Embedding) -> Never:
    """For where nobody may ask a language model."""
    raise AssertionError(f"asked with {embedding.model}")


class BagOfWords(Embedding):
    """An embedding without a model: texts that share words point the same way. It keeps what it was given."""

    def __init__(self, dimensions: int = 256, strong_line: float = 0.4) -> None:
        self._fingerprint = Fingerprint("bag-of-words", dimensions)
        self._strong_line = strong_line
        self.passages: list[RedactedText] = []
        self.queries: list[RedactedText] = []
        self.tasks: set[Task] = set()

    @property
    def fingerprint(self) -> Fingerprint:
        """One direction a word, by its checksum."""
        return self._fingerprint

    @property
    def max_tokens(self) -> int:
        """Short, so that texts fall into several passages."""
        return 40

    @property
    def strong_line(self) -> float:
        """As told."""
        return self._strong_line

    def embed_passages(self, texts: Sequence[RedactedText]) -> Vectors:
        """Counts of words."""
        self.passages.extend(texts)
        return self._counted(texts)

    def embed_queries(self, texts: Sequence[RedactedText], task: Task) -> Vectors:
        """The same counts, whatever the task."""
        self.queries.extend(texts)
        self.tasks.add(task)
        return self._counted(texts)

    def _counted(self, texts: Sequence[RedactedText]) -> Vectors:
        counts = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in words(text):
                counts[row, crc32(word.encode()) % self.dimensions] += 1
        return normalised(counts, self.dimensions)
