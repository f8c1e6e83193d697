"""Embeddings from an OpenAI-compatible address, such as Qwen3-Embedding on vLLM."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from records.errors import EmbeddingError, ModelError
from records.redacted import RedactedText
from retrieval.embedding import (
    FEWEST_DIMENSIONS,
    QWEN3_QUERY_PROMPT,
    STRONG_LINE,
    Embedding,
    Fingerprint,
    Task,
    Vectors,
    finite,
    normalised,
    query_prompt,
    wording_digest,
)
from retrieval.model_server import ModelServer, ServedModel

TEXTS_AT_ONCE = 64
_TOKENS_OF_QWEN3 = 32_768


class ServedEmbedding(Embedding):
    """The embedding model at an address; the first it serves if none is named.

    The server is asked once when this is made, so make it in a `LoadedLater`. It knows no prompts, so the query's
    instruction is put in front here; models that take none are told by their names. Fewer dimensions are cut here too,
    which every server allows and is, for a model trained to be cut, what the server would do. A text too long is the
    server's to refuse: EmbeddingError.
    """

    def __init__(self, server: ModelServer, model: str | None = None, dimensions: int | None = None) -> None:
        self._server = server
        self._served = self._offered(model)
        self._prompt = QWEN3_QUERY_PROMPT if takes_instructions(self._served.name) else ""
        full = self._asked(["dimensions"]).shape[1]
        least = min(FEWEST_DIMENSIONS, full)
        if dimensions is not None and not least <= dimensions <= full:
            reason = f"it gives {least} to {full} dimensions, not {dimensions}"
            raise EmbeddingError(model=self._served.name, reason=reason)
        wording = wording_digest(self._prompt)
        self._fingerprint = Fingerprint(self._served.name, dimensions or full, instructions=wording)

    @property
    def fingerprint(self) -> Fingerprint:
        """What an index of these vectors must have been made with; equal to that of the same model in this process."""
        return self._fingerprint

    @property
    def max_tokens(self) -> int:
        """The longest text the server says it reads, prompt included."""
        return self._served.max_tokens or _TOKENS_OF_QWEN3

    @property
    def strong_line(self) -> float:
        """The cosine from which a match is called strong."""
        return STRONG_LINE

    def embed_passages(self, texts: Sequence[RedactedText]) -> Vectors:
        """One vector per text, as what is searched in."""
        return self._embedded(texts)

    def embed_queries(self, texts: Sequence[RedactedText], task: Task) -> Vectors:
        """One vector per text, as what is searched with."""
        prompt = query_prompt(self._prompt, task)
        return self._embedded([prompt + text for text in texts])

    def _embedded(self, texts: Sequence[str]) -> Vectors:
        parts = [texts[start : start + TEXTS_AT_ONCE] for start in range(0, len(texts), TEXTS_AT_ONCE)]
        vectors = [normalised(self._asked(part), self.dimensions) for part in parts]
        if any(part.shape[1] != self.dimensions for part in vectors):
            raise EmbeddingError(model=self.model, reason="the server's vectors became shorter than they were")
        return np.concatenate([np.zeros((0, self.dimensions), dtype=np.float32), *vectors])

    def _asked(self, texts: Sequence[str]) -> Vectors:
        try:
            vectors = self._server.embed(texts, self._served.name)
        except ModelError as error:
            raise EmbeddingError(model=self._served.name, reason=str(error)) from error
        return finite(vectors, self._served.name)

    def _offered(self, model: str | None) -> ServedModel:
        try:
            served = self._server.answers()
        except ModelError as error:
            raise EmbeddingError(model=model or self._server.url, reason=str(error)) from error
        for candidate in served:
            if model in (None, candidate.name):
                return candidate
        names = ", ".join(candidate.name for candidate in served)
        raise EmbeddingError(model=model, reason=f"{self._server.url} serves {names}")


def takes_instructions(model: str) -> bool:
    """Whether a model of this name was trained with instructions: Qwen3-Embedding under any of its names."""
    return "qwen3" in model.lower()
