"""Searches the library's documents: ranked passages, ranked documents, and documents like another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from records.document import Document
from records.redacted import RedactedText
from retrieval.document_index import DocumentIndex, Held
from retrieval.document_passages import can_read, document_key
from retrieval.document_ranking import Found, FoundDocument, Ranking, Scores
from retrieval.document_vectors import whole_name
from retrieval.embedding import Vectors


@dataclass(frozen=True)
class _Query:
    """What is asked: words, their one vector, whether a cosine with it means anything, and the strong line."""

    text: RedactedText
    vector: Vectors
    readable: bool
    strong_line: float


class DocumentSearch:
    """Ranks passages and documents by meaning, words and skills together, as matching does (`fusion.fused`)."""

    def __init__(self, index: DocumentIndex) -> None:
        self._index = index

    def search(self, words: RedactedText, top: int, strong_line: float) -> Found:
        """The best `top` passages and the best `top` documents, best first."""
        held = self._index.sync()
        if not held.passages:
            return Found()
        embedding = self._index.embedding
        vector = embedding.embed_queries([words], "free_text_to_library")
        ranking = self._ranking(held, _Query(words, vector, can_read(embedding, words), strong_line))
        return Found(ranking.passages(top), ranking.documents(top))

    def like(self, document: Document, top: int, strong_line: float) -> tuple[FoundDocument, ...]:
        """The `top` documents most like one of the library, best first, without it."""
        held = self._index.sync()
        key = document_key(document.sha256, document.version)
        vector = self._index.vectors([whole_name(key)])
        if key not in held.cuts or vector is None:
            return ()
        readable = any(passage.readable for passage in held.cuts[key].passages)
        ranking = self._ranking(held, _Query(held.cuts[key].subject, vector, readable, strong_line))
        return ranking.documents(top, but=key)

    def _ranking(self, held: Held, query: _Query) -> Ranking:
        passages = self._index.passages_near(query.vector) if query.readable else {}
        wholes = self._index.documents_near(query.vector) if query.readable else {}
        scores = Scores(
            lexical=held.lexical.scores(query.text),
            skills=held.skills.scores(query.text),
            passages={name: cosine for name, cosine in passages.items() if _readable(held, name)},
            wholes={key: cosine for key, cosine in wholes.items() if _whole_readable(held, key)},
        )
        return Ranking(held, scores, self._exactly(held, query), query.strong_line)

    def _exactly(self, held: Held, query: _Query) -> Callable[[Sequence[str]], Sequence[float]]:
        """The cosines of passages by name, also of those that are not among the nearest; 0 where nothing is read."""

        def cosines(names: Sequence[str]) -> Sequence[float]:
            vectors = self._index.vectors(names) if query.readable else None
            if vectors is None:
                return [0.0] * len(names)
            exact = (vectors @ query.vector[0]).tolist()
            return [cosine if _readable(held, name) else 0.0 for name, cosine in zip(names, exact, strict=True)]

        return cosines


def _readable(held: Held, name: str) -> bool:
    return name in held.passages and held.passages[name].readable


def _whole_readable(held: Held, key: str) -> bool:
    return key in held.cuts and any(passage.readable for passage in held.cuts[key].passages)
