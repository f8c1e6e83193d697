"""What goes into a vector index and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from retrieval.embedding import Vectors

CollectionName = Literal["postings", "passages", "documents"]
Fact = str | int | float | bool
Where = Mapping[str, Any]
"""Chroma's filter over facts, such as `{"posting": "cook"}` or `{"line": {"$gt": 3}}`."""

MOST_ROWS_AT_ONCE = 5_461  # Chroma's own limit, from SQLite's number of variables


@dataclass(frozen=True, slots=True)
class Rows:
    """Vectors (one row each) with their ids and the facts they can be filtered by, in the same order."""

    ids: Sequence[str]
    vectors: Vectors
    facts: Sequence[Mapping[str, Fact]]

    def parts(self) -> Iterator[Rows]:
        """The same rows in parts that Chroma takes at once."""
        for start in range(0, len(self.ids), MOST_ROWS_AT_ONCE):
            part = slice(start, start + MOST_ROWS_AT_ONCE)
            yield Rows(self.ids[part], self.vectors[part], self.facts[part])


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A row found, with its cosine to the query."""

    id: str
    similarity: float


Source = Callable[[], Iterable[Rows]]
"""All rows an index must hold, from the database."""
