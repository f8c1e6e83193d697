"""Any model that sentence-transformers reads, loaded in this process."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from records.errors import EmbeddingError
from retrieval.embedding import Vectors


class SentenceEncoder:
    """A sentence-transformers model: Qwen3-Embedding, a folder, or a name on the hub."""

    def __init__(self, model: str, location: str, *, on_hub: bool) -> None:
        """Load `location`; EmbeddingError about `model` where that fails."""
        try:
            # Importing it takes ten seconds and hundreds of megabytes: only whoever embeds in this process pays for it.
            from safetensors import SafetensorError  # noqa: PLC0415
            from sentence_transformers import SentenceTransformer  # noqa: PLC0415
            from transformers.utils.logging import disable_progress_bar  # noqa: PLC0415
        except ImportError as error:
            raise EmbeddingError(model=model, reason=str(error)) from error
        if not on_hub:
            disable_progress_bar()  # type: ignore[no-untyped-call]  # reading files takes a moment; a download's progress is worth showing
        try:
            self._model: Any = SentenceTransformer(location, local_files_only=not on_hub)
        except (OSError, ValueError, KeyError, RuntimeError, TypeError, SafetensorError) as error:
            raise EmbeddingError(model=model, reason=_first_line(error)) from error

    @property
    def query_prompt(self) -> str:
        """The model's own words before what is searched with; empty where it has none."""
        return str(self._model.prompts.get("query") or "")

    @property
    def passage_prompt(self) -> str:
        """The model's own words before what is searched in; empty where it has none."""
        return str(self._model.prompts.get("document") or "")

    @property
    def dimensions(self) -> int:
        """Numbers in a vector."""
        return int(self._model.get_embedding_dimension())

    @property
    def max_tokens(self) -> int:
        """Tokens that are read of a text."""
        return int(self._model.max_seq_length)

    def token_counts(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text, marks of begin and end included."""
        return [len(ids) for ids in self._model.tokenizer(list(texts), truncation=False, verbose=False)["input_ids"]]

    def encode(self, texts: Sequence[str], prompt: str, batch_size: int) -> Vectors:
        """One vector per text after `prompt`."""
        return np.asarray(
            self._model.encode(list(texts), prompt=prompt, batch_size=batch_size, show_progress_bar=False)
        )


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
