"""What is made of a text for searching, once: its words, its skills, its facts and its vectors."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass
from typing import Final

import numpy as np

from records.language import language_of
from records.redacted import RedactedText, joined
from retrieval.embedding import Embedding, Task, Vectors
from retrieval.facts import Facts
from retrieval.gloss import gloss_revision
from retrieval.index_rows import CollectionName
from retrieval.index_source import IndexedText, IndexPlace, Source
from retrieval.index_store import Entry, IndexStore, KeptVectors, Table
from retrieval.index_terms import index_terms
from retrieval.passages import passages
from retrieval.term_counts import counted

READING_VERSION: Final = 1
"""Raised when redaction, passages or the reading of words change what they give: texts are then indexed anew."""


@dataclass(frozen=True, slots=True)
class Roles:
    """How the vectors of a kind of text are used: the task of a search made with it, and whether its parts ask."""

    collection: CollectionName
    asking: Task
    parts_ask: bool


class MadeTexts:
    """Makes what is missing and keeps it; a text is embedded once, whatever happens to the index."""

    def __init__(self, place: IndexPlace, roles: Roles, embedding: Embedding, source: Source) -> None:
        self._store = IndexStore(place.store / f"{roles.collection}.db")
        self._roles = roles
        self._embedding = embedding
        self._source = source

    def ensured(self, ids: Mapping[str, str]) -> dict[str, KeptVectors]:
        """The vectors of texts, given as id by key; entries and vectors that are not kept yet are made and kept.

        A text that is gone from the source meanwhile is left out.
        """
        keys = list(ids)
        known, vectors = self._store.entry_keys(self._entries_with, keys), self.vectors(keys)
        missing = [ids[key] for key in keys if key not in known or key not in vectors]
        texts = {text.key: text for text in (self._source.texts(missing) if missing else ())}
        self._store.put_entries(self._entries_with, {k: entry_of(text) for k, text in texts.items() if k not in known})
        made = vectors_of([text for key, text in texts.items() if key not in vectors], self._roles, self._embedding)
        self._store.put_vectors(self._vectors_with, made)
        return vectors | made

    def entries(self, keys: Sequence[str]) -> dict[str, Entry]:
        """What is kept of these texts."""
        return self._store.entries(self._entries_with, keys)

    def facts(self, keys: Sequence[str]) -> dict[str, Facts]:
        """The facts that are kept of these texts."""
        return self._store.facts(self._entries_with, keys)

    def vectors(self, keys: Sequence[str]) -> dict[str, KeptVectors]:
        """The vectors that are kept of these texts."""
        return self._store.vectors(self._vectors_with, keys)

    def of(self, key: str, text: Callable[[], IndexedText], keep: bool = True) -> tuple[Entry, KeptVectors]:
        """What is made of any text, from before where it is kept; kept from now on unless told otherwise."""
        entry, vectors = self.entries([key]).get(key), self.vectors([key]).get(key)
        if entry is not None and vectors is not None:
            return entry, vectors
        new = text()
        entry, vectors = entry or entry_of(new), vectors or vectors_of([new], self._roles, self._embedding)[key]
        if keep:
            self._store.put_entries(self._entries_with, {key: entry})
            self._store.put_vectors(self._vectors_with, {key: vectors})
        return entry, vectors

    def part_vectors(self, key: str, parts: Sequence[RedactedText]) -> Vectors:
        """One vector for each part of a text, from before where it is kept; nothing is kept of it.

        Rows are zero for parts in a language that the embedding does not read.
        """
        if (kept := self.vectors([key]).get(key)) is not None:
            return kept.parts
        read = [n for n, part in enumerate(parts) if self._embedding.reads(language_of(part))]
        vectors = np.zeros((len(parts), self._embedding.dimensions), dtype=np.float32)
        if read:
            vectors[read] = _of_parts([parts[n] for n in read], self._roles, self._embedding)
        return vectors

    def keep(self, vectors: Mapping[str, KeptVectors]) -> None:
        """Keep vectors, by key, that were made elsewhere with the same embedding."""
        self._store.put_vectors(self._vectors_with, vectors)

    def keep_only(self, keys: AbstractSet[str]) -> None:
        """Forget every other text; what was made with another embedding stays, it may be wanted again."""
        for table, made_with in self._made_with().items():
            self._store.delete(self._store.keys(table, made_with) - keys)

    def forget(self, keys: Iterable[str]) -> None:
        """Forget texts."""
        self._store.delete(keys)

    def forget_all(self) -> None:
        """Forget everything, made with whatever."""
        self._store.empty()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    @property
    def _entries_with(self) -> str:
        return f"{READING_VERSION}-{gloss_revision()}"

    @property
    def _vectors_with(self) -> str:
        described = f"{READING_VERSION}|{self._roles}|{asdict(self._embedding.fingerprint)}"
        return hashlib.sha256(described.encode()).hexdigest()[:16]

    def _made_with(self) -> Mapping[Table, str]:
        return {"entries": self._entries_with, "vectors": self._vectors_with}


def vectors_of(texts: Sequence[IndexedText], roles: Roles, embedding: Embedding) -> dict[str, KeptVectors]:
    """The vectors of texts by key, all in three calls: a model is quicker with many at once."""
    if not texts:
        return {}
    cut = [[passage.text for passage in passages(text.lines, embedding.max_tokens)] for text in texts]
    every_passage = [passage for found in cut for passage in found]
    every_part = [part for text in texts for part in text.parts]
    found = _parted(embedding.embed_passages(every_passage), cut)
    asking = (
        _parted(embedding.embed_queries(every_passage, roles.asking), cut)
        if embedding.fingerprint.instructions
        else found  # a model that takes no instruction searches with the very vectors it is searched in
    )
    parts = _parted(_of_parts(every_part, roles, embedding), [text.parts for text in texts])
    made = (KeptVectors(*rows) for rows in zip(found, asking, parts, strict=True))
    return {text.key: kept for text, kept in zip(texts, made, strict=True)}


def _of_parts(parts: Sequence[RedactedText], roles: Roles, embedding: Embedding) -> Vectors:
    return embedding.embed_queries(parts, roles.asking) if roles.parts_ask else embedding.embed_passages(parts)


def entry_of(text: IndexedText) -> Entry:
    """What a text is found by beside its meaning."""
    return Entry(counted(index_terms(joined(text.lines))), counted(text.facts.skills), text.facts, text.weights)


def _parted(rows: Vectors, texts: Sequence[Sequence[object]]) -> list[Vectors]:
    ends = np.cumsum([len(text) for text in texts]).tolist()
    return [rows[end - len(text) : end] for text, end in zip(texts, ends, strict=True)]
