"""What turns texts into vectors once a model's files are here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from retrieval.embedding import Vectors


class Encoder(Protocol):
    """A loaded model; used by one thread at a time."""

    @property
    def query_prompt(self) -> str:
        """The model's own words before what is searched with; empty where it has none."""

    @property
    def passage_prompt(self) -> str:
        """The model's own words before what is searched in; empty where it has none."""

    @property
    def dimensions(self) -> int:
        """Numbers in a vector."""

    @property
    def max_tokens(self) -> int:
        """Tokens that are read of a text, prompt and marks of begin and end included; the rest is cut off."""

    def token_counts(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text, marks of begin and end included and nothing cut off."""

    def encode(self, texts: Sequence[str], prompt: str, batch_size: int) -> Vectors:
        """One vector per text after `prompt`, shape (len(texts), dimensions); at most `batch_size` texts at once."""
