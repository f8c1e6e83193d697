"""How close lines are to a question: by meaning, words, skills in either language, and topics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from records.language import language_of
from records.redacted import RedactedText
from retrieval.closeness import closeness
from retrieval.documents.sections import heading_section
from retrieval.embedding import Embedding, Vectors
from retrieval.question_topics import answers_topic

NEAR: Final = 0.25
"""Cosine below which a line that shares no word with the question is not shown: small embeddings give unrelated
sentences up to about 0.2."""
TOPIC_WEIGHT: Final = 0.5
"""A line that speaks of what is asked about stands beside one of a middling cosine."""
_MOST_KEPT: Final = 20_000


class LineRanking:
    """Ranks lines for questions; vectors of lines are kept, since a conversation asks about the same lines again."""

    def __init__(self, embedding: Embedding) -> None:
        self._embedding = embedding
        self._kept: dict[RedactedText, Vectors] = {}

    def know(self, lines: Sequence[RedactedText], vectors: Vectors) -> None:
        """Lines whose vectors, of shape (lines, dimensions), were made before as those of passages."""
        self._kept = {**self._kept_beside(lines), **dict(zip(lines, vectors, strict=True))}

    def rank(self, question: RedactedText, lines: Sequence[RedactedText]) -> list[float]:
        """One score a line, higher is closer; 0 where a line has nothing to do with the question, and for headings."""
        if not lines:
            return []
        cosines = self._cosines(question, lines)
        close = closeness(question, lines, np.where(cosines >= NEAR, cosines, 0.0))
        topics = np.array([TOPIC_WEIGHT * answers_topic(question, line) for line in lines])
        scores = np.array([0.0 if heading_section(line) else 1.0 for line in lines]) * (close.scores + topics)
        return [float(score) for score in scores]

    def _cosines(self, question: RedactedText, lines: Sequence[RedactedText]) -> NDArray[np.float64]:
        """Shape (lines,); 0 for lines in a language that the model does not read, and for questions in one."""
        if not self._embedding.reads(language_of(question)):
            return np.zeros(len(lines))
        cosines = self._line_vectors(lines) @ self._embedding.embed_queries([question], "question_to_lines")[0]
        readable = [self._embedding.reads(language_of(line)) for line in lines]
        return np.where(readable, cosines, 0.0)

    def _line_vectors(self, lines: Sequence[RedactedText]) -> Vectors:
        kept = self._kept_beside(lines)
        new = [line for line in dict.fromkeys(lines) if line not in kept]
        if new:
            kept.update(zip(new, self._embedding.embed_passages(new), strict=True))
        self._kept = kept  # replaced, never emptied: another thread may be reading the old one
        return np.asarray([kept[line] for line in lines], dtype=np.float32)

    def _kept_beside(self, lines: Sequence[RedactedText]) -> dict[RedactedText, Vectors]:
        """What is kept, or nothing where it would become too much with these lines."""
        return self._kept if len(self._kept) + len(lines) <= _MOST_KEPT else {}
