"""An embedding that remembers: what is measured twice on one set is embedded once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from records.language import Language
from records.redacted import RedactedText
from retrieval.embedding import Embedding, Fingerprint, Task, Vectors


class Remembered(Embedding):
    """Another embedding with its vectors kept by text, and by task where its model is told the task."""

    def __init__(self, embedding: Embedding) -> None:
        self._embedding = embedding
        self._kept: dict[tuple[str, RedactedText], np.ndarray] = {}

    @property
    def fingerprint(self) -> Fingerprint:
        """The other's."""
        return self._embedding.fingerprint

    @property
    def max_tokens(self) -> int:
        """The other's."""
        return self._embedding.max_tokens

    @property
    def strong_line(self) -> float:
        """The other's."""
        return self._embedding.strong_line

    def reads(self, language: Language) -> bool:
        """As the other does."""
        return self._embedding.reads(language)

    def embed_passages(self, texts: Sequence[RedactedText]) -> Vectors:
        """One vector per text, computed the first time only."""
        return self._remembered("passage", texts, self._embedding.embed_passages)

    def embed_queries(self, texts: Sequence[RedactedText], task: Task) -> Vectors:
        """One vector per text and task, computed the first time only."""
        return self._remembered(task, texts, lambda new: self._embedding.embed_queries(new, task))

    def _remembered(
        self, role: str, texts: Sequence[RedactedText], embed: Callable[[Sequence[RedactedText]], Vectors]
    ) -> Vectors:
        role = role if self.fingerprint.instructions else ""
        new = [text for text in dict.fromkeys(texts) if (role, text) not in self._kept]
        if new:
            self._kept.update(zip([(role, text) for text in new], embed(new), strict=True))
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return np.asarray([self._kept[role, text] for text in texts], dtype=np.float32)
