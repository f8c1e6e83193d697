"""The library's documents as vectors and words; the index follows the database (docs/decisions/007)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Final

from records.document import Document
from records.documents import Documents
from records.resume import Resume
from retrieval.document_passages import CutDocument, DocumentPassage, cut, document_key
from retrieval.document_vectors import PASSAGE, WHOLE, Telling, document_rows
from retrieval.embedding import Embedding, Vectors
from retrieval.index_rows import Rows
from retrieval.index_terms import index_terms
from retrieval.lexical_index import LexicalIndex
from retrieval.skills import skills_in
from retrieval.vector_index import VectorIndex

MOST_NEIGHBOURS: Final = 1_000
"""A passage beyond the thousandth nearest cannot come among the first by its meaning."""


@dataclass(frozen=True)
class Held:
    """The library as of one revision, by key and by name, with what finds passages by words and by skills."""

    revision: int
    documents: Mapping[str, Document]
    cuts: Mapping[str, CutDocument]
    passages: Mapping[str, DocumentPassage]
    lexical: LexicalIndex
    skills: LexicalIndex


class DocumentIndex:
    """A document is kept as its passages and as one vector of the whole.

    Row ids carry the document's version (`id@version#part`), so an index that missed a change, was killed in the
    middle, damaged or made with another model is brought in line with the database before it answers.
    """

    def __init__(self, place: Path | str, embedding: Embedding, documents: Documents) -> None:
        self.embedding = embedding
        self._documents = documents
        self._vectors = VectorIndex(place, "documents", embedding, self._all_rows)
        self._held: Held | None = None
        self._indexed: set[str] | None = None
        self._lock = RLock()

    def add(self, reading: Resume, title: str, telling: Telling | None = None) -> Document:
        """Keep a document in database and index; others search meanwhile, and see it once it is complete."""
        made = cut(title, reading, self.embedding)
        rows = document_rows(made, title, reading, self.embedding, telling)
        with self._lock:
            self._vectors.count()  # an index that must be made is made without this document, which has its rows
            document = self._documents.add(reading, title)
            self._vectors.upsert(rows)
            if self._indexed is not None:
                self._indexed.add(made.key)
            return document

    def sync(self) -> Held:
        """The library as it is now, with both indexes brought in line with it: only what differs is embedded."""
        with self._lock:
            revision = self._documents.revision()
            if self._held is None or self._held.revision != revision:
                documents = {document_key(one.sha256, one.version): one for one in self._documents.list()}
                self._align(documents)
                self._held = self._opened(revision, documents)
            return self._held

    def passages_near(self, query: Vectors) -> dict[str, float]:
        """The passages nearest to one row, by name, with their cosines."""
        return self._near(query, PASSAGE)

    def documents_near(self, query: Vectors) -> dict[str, float]:
        """The documents nearest to one row, by key, with the cosines of their whole."""
        return {name.rpartition("#")[0]: cosine for name, cosine in self._near(query, WHOLE).items()}

    def vectors(self, names: Iterable[str]) -> Vectors | None:
        """Stored rows by name; None unless all are there."""
        return self._vectors.stored(list(names))

    def close(self) -> None:
        """Let another process have the index."""
        self._vectors.close()

    def _near(self, query: Vectors, kind: Mapping[str, str]) -> dict[str, float]:
        count = self._vectors.count()
        if not count:
            return {}
        (found,) = self._vectors.query(query, min(count, MOST_NEIGHBOURS), kind)
        return {neighbour.id: neighbour.similarity for neighbour in found}

    def _align(self, documents: Mapping[str, Document]) -> None:
        indexed = self._indexed
        if indexed is None:
            indexed = {name.rpartition("#")[0] for name in self._vectors.ids()}
        for gone in sorted(indexed - documents.keys()):
            self._vectors.delete_where({"key": gone})
        for new in sorted(documents.keys() - indexed):
            self._vectors.upsert(self._rows(documents[new]))
        self._indexed = set(documents)

    def _opened(self, revision: int, documents: Mapping[str, Document]) -> Held:
        known = self._held.cuts if self._held else {}
        cuts = {key: known.get(key) or self._cut(document) for key, document in documents.items()}
        passages = {name: one for made in cuts.values() for name, one in zip(made.names, made.passages, strict=True)}
        texts = {name: passage.text for name, passage in passages.items()}
        skills = LexicalIndex(texts, skills_in, even=False)
        return Held(revision, documents, cuts, passages, LexicalIndex(texts, _terms), skills)

    def _cut(self, document: Document) -> CutDocument:
        return cut(document.title, self._documents.reading(document.id), self.embedding)

    def _rows(self, document: Document) -> Rows:
        reading = self._documents.reading(document.id)
        made = cut(document.title, reading, self.embedding)
        return document_rows(made, document.title, reading, self.embedding)

    def _all_rows(self) -> Iterator[Rows]:
        return (self._rows(document) for document in self._documents.list())


def _terms(text: str) -> list[str]:
    """The words of a text, and the skills it names by their one name in both languages.

    A question shares few words with any passage, and none with one in the other language. By words alone,
    "哪些论文讲推荐系统" finds every Chinese passage with a 系统 in it before the English paper on recommender systems.
    """
    return [*index_terms(text), *(f"={skill}" for skill in skills_in(text))]
