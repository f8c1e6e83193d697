"""Ranks the passages of a library for one query, and by them its documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.document_index import Held
from retrieval.fusion import fused
from retrieval.line_ranking import NEAR


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage for a query; `similarity` is a cosine to 4 decimals, 0 where the embedding cannot read the text.

    `document` is the document's id; lines are those of the document, both inclusive; contacts in `text` are masked.
    """

    rank: int
    document: str
    title: str
    page: int
    first_line: int
    last_line: int
    text: str
    similarity: float
    strong: bool


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document for a query, with its best passage; `similarity` is the higher cosine of the whole and of that."""

    rank: int
    document: str
    title: str
    similarity: float
    strong: bool
    best: FoundPassage


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found, in two views of the same ranking."""

    passages: tuple[FoundPassage, ...] = ()
    documents: tuple[FoundDocument, ...] = ()


@dataclass(frozen=True)
class Scores:
    """Lexical and skill scores of every passage, in the order of the index, and cosines by passage and by document."""

    lexical: NDArray[np.float64]
    skills: NDArray[np.float64]
    passages: Mapping[str, float]
    wholes: Mapping[str, float]


class Ranking:
    """One query over the library; `exactly` gives the cosines of the passages that are shown."""

    def __init__(
        self, held: Held, scores: Scores, exactly: Callable[[Sequence[str]], Sequence[float]], strong_line: float
    ) -> None:
        self._held = held
        self._scores = scores
        self._exactly = exactly
        self._strong_line = strong_line
        names = held.lexical.ids
        dense = standing(names, dict(scores.passages))
        near = np.array([scores.passages.get(name, 0.0) >= NEAR for name in names], dtype=bool)
        related = {name for name, any_of in zip(names, (scores.lexical > 0) | near, strict=True) if any_of}
        ranked = pairs(names, fused(scores.lexical, scores.skills, dense).tolist())
        self._ranked = [name for name, _ in ranked if name in related]

    def passages(self, top: int) -> tuple[FoundPassage, ...]:
        """The best passages, best first, equals by name; none that has neither a word nor a meaning in common."""
        return self._shown(self._ranked[:top])

    def documents(self, top: int, but: str = "") -> tuple[FoundDocument, ...]:
        """The best documents, best first: each by its best passage in every respect, and by its whole."""
        keys = sorted({_key(name) for name in self._ranked} - {but})
        scores = fused(self._best(self._scores.lexical, keys), self._best(self._scores.skills, keys), self._dense(keys))
        first = [key for key, _ in pairs(keys, scores.tolist())][:top]
        best = self._best_passages(first)
        return tuple(self._document(rank, key, one) for rank, (key, one) in enumerate(zip(first, best, strict=True), 1))

    def _document(self, rank: int, key: str, best: FoundPassage) -> FoundDocument:
        similarity = max(round(self._scores.wholes.get(key, 0.0), 4), best.similarity)
        strong = similarity >= self._strong_line
        return FoundDocument(rank, best.document, best.title, similarity, strong, best)

    def _best_passages(self, keys: Sequence[str]) -> tuple[FoundPassage, ...]:
        first: dict[str, str] = {}
        for name in self._ranked:
            first.setdefault(_key(name), name)
        return self._shown([first[key] for key in keys])

    def _best(self, scores: NDArray[np.float64], keys: Iterable[str]) -> NDArray[np.float64]:
        """The highest score of any passage, by document."""
        best: dict[str, float] = {}
        for name, score in zip(self._held.lexical.ids, scores.tolist(), strict=True):
            best[_key(name)] = max(score, best.get(_key(name), score))
        return np.array([best[key] for key in keys], dtype=np.float64)

    def _dense(self, keys: Sequence[str]) -> NDArray[np.float64]:
        """The cosine of the whole or of the nearest passage, the higher one: a long paper may have one right page."""
        nearest = dict(self._scores.wholes)
        for name, cosine in self._scores.passages.items():
            nearest[_key(name)] = max(cosine, nearest.get(_key(name), cosine))
        return standing(keys, nearest)

    def _shown(self, names: Sequence[str]) -> tuple[FoundPassage, ...]:
        similar = [round(cosine, 4) for cosine in self._exactly(names)]
        return tuple(
            self._passage(rank, name, cosine) for rank, (name, cosine) in enumerate(zip(names, similar, strict=True), 1)
        )

    def _passage(self, rank: int, name: str, similarity: float) -> FoundPassage:
        passage, document = self._held.passages[name], self._held.documents[_key(name)]
        return FoundPassage(
            rank=rank,
            document=document.id,
            title=document.title,
            page=passage.page,
            first_line=passage.first_line,
            last_line=passage.last_line,
            text=passage.text,
            similarity=similarity,
            strong=similarity >= self._strong_line,
        )


def _key(name: str) -> str:
    return name.rpartition("#")[0]


def standing(names: Iterable[str], scores: Mapping[str, float]) -> NDArray[np.float64]:
    """Scores in the order of `names`; what was not found stands as low as the lowest found."""
    floor = min(scores.values(), default=0.0)
    return np.array([scores.get(name, floor) for name in names], dtype=np.float64)


def pairs(names: Sequence[str], values: Sequence[float]) -> list[tuple[str, float]]:
    """Names with values, the greatest first, equals by name."""
    return sorted(zip(names, values, strict=True), key=lambda pair: (-pair[1], pair[0]))
