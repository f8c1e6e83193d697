"""The two stages in which texts are ranked for a query: all of them roughly, the best of them by their parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from retrieval.embedding import Vectors
from retrieval.facts import Conditions
from retrieval.fusion import fused, with_coverage
from retrieval.index_store import Entry, KeptVectors
from retrieval.meaning import Scores, Spread, nearest_passages
from retrieval.text_index import TextIndex

LOOKED_AT: Final = 50
"""Texts that the second stage looks at: five to ten times what people see, so that what it lifts can be among it."""

Coverage = Callable[[str, KeptVectors], float | None]
"""How well requirements and lines cover each other, for the text of an id; None where nothing is required."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched with: words, skills, and vectors of its passages."""

    entry: Entry
    vectors: Vectors


@dataclass(frozen=True, slots=True)
class Ranked:
    """A text found: `similarity` is a cosine, `score` orders within one ranking."""

    id: str
    similarity: float
    score: float
    vectors: KeptVectors


def ranked(index: TextIndex, query: Query, coverage: Coverage, conditions: Conditions, top: int) -> list[Ranked]:
    """The best `top` texts that fulfil the conditions, best first, equals by id; the index must be locked."""
    allowed = index.passing(conditions)
    words, skills = index.words_scores(query.entry), index.skills_scores(query.entry)
    meaning = index.meaning(query.vectors, allowed)
    spreads = Spread.of(words), Spread.of(skills), meaning.spread
    rough = np.where(allowed, fused(words, skills, meaning.scores, spreads), -np.inf)
    places = _best(rough, min(max(top, LOOKED_AT), int(allowed.sum())))
    names = [index.ids[place] for place in places]
    kept = index.kept(names)
    # The first stage knows only the nearest passages of a large library; of the best every one is compared.
    similar = nearest_passages(query.vectors, [one.passages for one in kept])
    scores = fused(words[places], skills[places], similar, spreads)
    final = with_coverage(scores, [coverage(name, one) for name, one in zip(names, kept, strict=True)])
    found = [Ranked(*row) for row in zip(names, similar.tolist(), final.tolist(), kept, strict=True)]
    return sorted(found, key=lambda one: (-round(one.score, 9), one.id))[:top]


def _best(scores: Scores, n: int) -> NDArray[np.int64]:
    """The places of the `n` highest scores, in no order; nothing for n = 0."""
    return np.argpartition(-scores, n - 1)[:n] if 0 < n < len(scores) else np.arange(len(scores))[: max(n, 0)]
