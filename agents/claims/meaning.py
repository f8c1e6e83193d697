"""How near claims and requirements are to lines in meaning, as far as the embedding reads their language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from records.language import language_of
from records.redacted import RedactedText
from retrieval.embedding import Embedding, Vectors

FAR_BELOW: Final = 0.3
"""How far below the strong line a claim must be from all of its lines to be marked by its meaning alone. With the
bundled embedding no true claim of 620 was .2 below, and three in four foreign ones are .3 below; the .1 between is for
claims worded more freely than those (`python -m benchmarks.claim_meaning`, docs/decisions/020-claims.md)."""
NEAR_BELOW: Final = 0.15
"""How far below the strong line a requirement may be from a line that supports it by its meaning: of 49 lines that
answer a requirement three in five are as near, of 49 others none; .2 below the first of the others is."""


class Meaning:
    """Texts as vectors, embedded once for a whole assessment; raises `EmbeddingError` when made."""

    def __init__(self, embedding: Embedding, texts: Iterable[RedactedText]) -> None:
        readable = list(dict.fromkeys(text for text in texts if text.strip() and embedding.reads(language_of(text))))
        self._line = embedding.strong_line
        self._vectors: dict[str, Vectors] = dict(zip(readable, embedding.embed_passages(readable), strict=True))

    def far(self, text: RedactedText, lines: Sequence[RedactedText]) -> bool:
        """Whether a text has nothing to do with its lines; never where either cannot be read."""
        near = self._nearest(text, lines, every=True)
        return near is not None and near < self._line - FAR_BELOW

    def near(self, text: RedactedText, lines: Sequence[RedactedText]) -> bool:
        """Whether one of the lines says something like the text."""
        near = self._nearest(text, lines, every=False)
        return near is not None and near >= self._line - NEAR_BELOW

    def _nearest(self, text: RedactedText, lines: Sequence[RedactedText], *, every: bool) -> float | None:
        known = [self._vectors[line] for line in lines if line in self._vectors]
        if text not in self._vectors or not known or (every and len(known) < len([x for x in lines if x.strip()])):
            return None
        return max(float(self._vectors[text] @ line) for line in known)
