"""A stand-in for an embedding model, a thousand times as fast: texts that share words point nearly the same way."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final
from zlib import crc32

import numpy as np

from records.redacted import RedactedText
from retrieval.content_words import content_words
from retrieval.embedding import Embedding, Fingerprint, Task, Vectors, normalised

_NOISE: Final = 0.5
"""Of what two texts of the same words differ by, as those of a model do; without it thousands would be equally near."""


class WordDirections(Embedding):
    """Each word has a direction of its own, drawn by its checksum; a text is their sum, a little off."""

    def __init__(self, dimensions: int = 384) -> None:
        self._fingerprint = Fingerprint("word directions", dimensions)
        self._direction = lru_cache(maxsize=200_000)(self._drawn)

    @property
    def fingerprint(self) -> Fingerprint:
        """No model's."""
        return self._fingerprint

    @property
    def max_tokens(self) -> int:
        """As the bundled model."""
        return 256

    @property
    def strong_line(self) -> float:
        """Any."""
        return 0.5

    def embed_passages(self, texts: Sequence[RedactedText]) -> Vectors:
        """One vector per text."""
        summed = [sum((self._direction(word) for word in content_words(text)), self._off(text)) for text in texts]
        return normalised(np.array(summed, dtype=np.float32).reshape(len(texts), self.dimensions), self.dimensions)

    def embed_queries(self, texts: Sequence[RedactedText], task: Task) -> Vectors:  # noqa: ARG002
        """The same, whatever the task."""
        return self.embed_passages(texts)

    def _drawn(self, word: str) -> Vectors:
        return np.random.default_rng(crc32(word.encode())).standard_normal(self.dimensions, dtype=np.float32)

    def _off(self, text: str) -> Vectors:
        return np.float32(_NOISE * len(text) ** 0.5) * self._drawn(text)
