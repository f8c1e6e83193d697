"""Measures matching on a test set, through the very matching that serves the product."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal

import numpy as np

from agents.postings.library import read_posting
from agents.postings.statements import statements
from records.errors import NoRequirements
from records.language import language_of
from records.posting import Posting
from records.resume import Resume
from retrieval.documents.reading import ReadingPool
from retrieval.embedding import Embedding
from retrieval.evaluation import TestSet, first_rank, measures
from retrieval.held_texts import HeldPostings, HeldResumes
from retrieval.index_source import IndexPlace
from retrieval.index_store import Entry, KeptVectors
from retrieval.matching import Matching
from retrieval.posting_index import made_of_posting, posting_index
from retrieval.talent_pool import made_of_resume, talent_pool
from retrieval.text_index import TextIndex

Retriever = Literal["hybrid", "dense", "lexical"]
Corpus = Literal["postings", "resumes"]

LOOKED_AT: Final = 50
"""A right answer below this rank counts as not found."""
_SAMPLED: Final = 50


def evaluate_matching(
    test_set: TestSet, embedding: Embedding, retriever: Retriever = "hybrid", corpus: Corpus | None = None
) -> dict[str, float]:
    """`R@1, R@5, R@10, MRR, nDCG@10, queries, seconds`.

    `corpus` says what is searched: postings for resumes, or resumes for postings; told by the texts where it is None.
    """
    started = time.perf_counter()
    ranker = _postings_ranked if (corpus or corpus_of(test_set)) == "postings" else _resumes_ranked
    queries = {query: test_set.queries[query] for query in test_set.relevant}
    with tempfile.TemporaryDirectory(prefix="bole-evaluation-") as folder, ReadingPool(workers=1) as reader:
        found = ranker(_Bench(Path(folder), embedding, reader), test_set.corpus, queries, retriever)
    ranks = [first_rank(found[query], right) for query, right in test_set.relevant.items()]
    return {**measures(ranks), "queries": len(ranks), "seconds": round(time.perf_counter() - started, 1)}


def corpus_of(test_set: TestSet) -> Corpus:
    """Resumes where the queries read more like postings than the corpus does, else postings."""
    of_queries, of_corpus = (_like_postings(texts) for texts in (test_set.queries, test_set.corpus))
    return "resumes" if of_queries > of_corpus else "postings"


class _Bench:
    """What a measurement is made with, and how texts of the set become postings and resumes."""

    def __init__(self, folder: Path, embedding: Embedding, reader: ReadingPool) -> None:
        self.folder = folder
        self.embedding = embedding
        self._reader = reader

    def posting(self, name: str, text: str) -> Posting:
        """A text as a posting; one in which nothing can be checked is found by its words all the same."""
        try:
            return read_posting(text, name)
        except NoRequirements:
            return Posting(id=name, title="", text=text, language=language_of(text))

    def resume(self, name: str, text: str) -> Resume:
        """A text as a resume, known by its name in the set."""
        file = self.folder / "resume.txt"
        file.write_text(text, encoding="utf-8")
        return replace(self._reader.read(file), sha256=name)

    def matching(self, postings: Sequence[Posting], resumes: Sequence[Resume]) -> tuple[Matching, TextIndex, TextIndex]:
        """Matching over these, with its two indexes."""
        place = IndexPlace(self.folder, self.folder)
        library, readings = HeldPostings(lambda: postings), HeldResumes(lambda: resumes)
        indexes = posting_index(place, self.embedding, library), talent_pool(place, self.embedding, readings)
        return Matching(*indexes, library, readings), *indexes


Found = dict[str, list[str]]


def _postings_ranked(bench: _Bench, corpus: Mapping[str, str], queries: Mapping[str, str], by: Retriever) -> Found:
    postings = [bench.posting(name, text) for name, text in corpus.items()]
    resumes = [bench.resume(name, text) for name, text in queries.items()]
    matching, index, pool = bench.matching(postings, ())
    with closing(index), closing(pool):
        index.sync()
        if by == "hybrid":
            return {r.sha256: [m.posting for m in matching.match(r, LOOKED_AT, 0.0)] for r in resumes}
        return {r.sha256: _one_way(index, made_of_resume(pool, r, reader_version=1), by) for r in resumes}


def _resumes_ranked(bench: _Bench, corpus: Mapping[str, str], queries: Mapping[str, str], by: Retriever) -> Found:
    resumes = [bench.resume(name, text) for name, text in corpus.items()]
    postings = [bench.posting(name, text) for name, text in queries.items()]
    matching, index, pool = bench.matching((), resumes)
    with closing(index), closing(pool):
        pool.sync()
        if by == "hybrid":
            return {p.id: [m.resume for m in matching.find(p, LOOKED_AT, 0.0)] for p in postings}
        return {p.id: _one_way(pool, made_of_posting(index, p), by) for p in postings}


def _one_way(index: TextIndex, asked: tuple[Entry, KeptVectors], by: Retriever) -> list[str]:
    """Everything in the order of one score alone."""
    entry, vectors = asked
    if by == "dense":
        scores = index.meaning(vectors.asking, np.ones(len(index.ids), dtype=bool)).scores
    else:
        scores = index.words_scores(entry)
    return [index.ids[place] for place in np.argsort(-scores, kind="stable")]


def _like_postings(texts: Mapping[str, str]) -> int:
    """How many of the first texts have a part for requirements."""
    first = list(texts.values())[:_SAMPLED]
    return sum(any(statement.part == "required" for statement in statements(text)) for text in first)
