"""How close lines are to a question: by words, by the skills named in either language, and by meaning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from records.redacted import RedactedText
from retrieval.embedding import Embedding, Vectors
from retrieval.lexical_index import LexicalIndex
from retrieval.skills import kinds_of, skills_in

NEAR: Final = 0.25
"""Cosine below which a line that shares no word with the question is not shown: small embeddings give unrelated
sentences up to about 0.2."""
_MOST_KEPT: Final = 20_000


class LineRanking:
    """Ranks lines for questions; vectors of lines are kept, since a conversation asks about the same lines again."""

    def __init__(self, embedding: Embedding) -> None:
        self._embedding = embedding
        self._kept: dict[RedactedText, Vectors] = {}

    def rank(self, question: RedactedText, lines: Sequence[RedactedText]) -> list[float]:
        """One score a line, higher is closer; 0 where a line has nothing to do with the question."""
        if not lines:
            return []
        cosines = self._line_vectors(lines) @ self._embedding.embed_queries([question], "question_to_lines")[0]
        lexical = LexicalIndex({str(n): line for n, line in enumerate(lines)}).scores(question)
        shared = np.array([_shares_skill(question, line) for line in lines], dtype=float)
        share = lexical / lexical.max() if lexical.max() > 0 else lexical
        scores = np.maximum(cosines, 0) + 0.5 * share + 0.5 * shared
        return [
            float(s) if near else 0.0
            for s, near in zip(scores, (cosines >= NEAR) | (share > 0) | (shared > 0), strict=True)
        ]

    def _line_vectors(self, lines: Sequence[RedactedText]) -> Vectors:
        new = [line for line in dict.fromkeys(lines) if line not in self._kept]
        if len(self._kept) + len(new) > _MOST_KEPT:
            self._kept.clear()
            new = list(dict.fromkeys(lines))
        if new:
            self._kept.update(zip(new, self._embedding.embed_passages(new), strict=True))
        return np.asarray([self._kept[line] for line in lines], dtype=np.float32)


def _shares_skill(question: str, line: str) -> bool:
    named = skills_in(line)
    shown = set(named).union(*(kinds_of(skill) for skill in named))
    return bool(shown & set(skills_in(question)))
