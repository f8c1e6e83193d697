"""The vectors of a document: one for each passage, and one that stands for the whole of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from records.redacted import RedactedText
from records.resume import Resume
from retrieval.document_passages import CutDocument, redacted_lines
from retrieval.embedding import Embedding, Vectors, normalised
from retrieval.index_rows import Fact, Rows
from retrieval.passages import passages

PASSAGE: Final = {"kind": "passage"}
WHOLE: Final = {"kind": "document"}
LONG_MODEL: Final = 8_192
"""Tokens from which a model is given whole documents: most papers have 6,000 to 15,000."""
OPENING_SHARE: Final = 0.75
"""Weight of title and first lines in the vector of a document that is read only piece by piece: an abstract says what a
document is about, the mean of many pages says less (measured in docs/decisions/016-library-of-documents.md)."""
_AT_ONCE: Final = 32
"""Passages embedded between two reports of progress: about a second of work for the bundled model on two cores."""

Telling = Callable[[int, int], object]
"""Told how many of how many passages are embedded."""


def document_rows(
    cut: CutDocument, title: str, reading: Resume, embedding: Embedding, telling: Telling | None = None
) -> Rows:
    """Everything the index keeps of a document; seconds for a long one, so `telling` hears how far it is."""
    of_passages = _embedded([passage.text for passage in cut.passages], embedding, telling)
    whole = document_vector(title, reading, of_passages, embedding)
    facts: list[dict[str, Fact]] = [{"key": cut.key, **PASSAGE} for _ in cut.passages]
    return Rows([*cut.names, whole_name(cut.key)], np.vstack([of_passages, whole]), [*facts, {"key": cut.key, **WHOLE}])


def document_vector(title: str, reading: Resume, of_passages: Vectors, embedding: Embedding) -> Vectors:
    """One row of length 1 for the whole document.

    A long model reads all of it at once, or in as few windows as it needs, whose mean counts. For a short one it is
    the mean of the passages' vectors and the vector of title and first lines, weighted by `OPENING_SHARE`.
    """
    windows = [window.text for window in passages(redacted_lines(title, reading), embedding.max_tokens)]
    if embedding.max_tokens >= LONG_MODEL:
        return _mean(embedding.embed_passages(windows))
    opening = embedding.embed_passages(windows[:1])
    return normalised(OPENING_SHARE * opening + (1 - OPENING_SHARE) * _mean(of_passages), embedding.dimensions)


def whole_name(key: str) -> str:
    """The name of the row that stands for a whole document."""
    return f"{key}#d"


def _embedded(texts: Sequence[RedactedText], embedding: Embedding, telling: Telling | None) -> Vectors:
    parts = [embedding.embed_passages(())]
    for start in range(0, len(texts), _AT_ONCE):
        parts.append(embedding.embed_passages(texts[start : start + _AT_ONCE]))
        if telling is not None:
            telling(min(start + _AT_ONCE, len(texts)), len(texts))
    return np.vstack(parts)


def _mean(vectors: Vectors) -> Vectors:
    return normalised(np.mean(vectors, axis=0, keepdims=True), vectors.shape[1])
