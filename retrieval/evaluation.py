"""Measures retrieval on a BEIR folder: `corpus.jsonl`, `queries.jsonl`, `qrels.tsv`."""

from __future__ import annotations

import csv
import json
import math
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from records.errors import CorruptFile, ResumeNotFound
from records.posting import Posting
from records.redacted import joined
from retrieval.embedding import Embedding
from retrieval.fusion import fused
from retrieval.passages import passages
from retrieval.posting_index import PostingIndex, standing
from retrieval.redaction import redact_text

Retriever = Literal["hybrid", "dense", "lexical"]


@dataclass(frozen=True, slots=True)
class TestSet:
    """Texts to find, texts to search with, and what is right: query id to corpus ids."""

    __test__ = False  # not a test, whatever its name suggests to pytest

    corpus: tuple[Posting, ...]
    queries: Mapping[str, str]
    relevant: Mapping[str, frozenset[str]]


def read_test_set(folder: Path) -> TestSet:
    """A BEIR folder; raises `ResumeNotFound` where a file of it is missing, `CorruptFile` where one is not of the form.

    At least one query must have an answer.
    """
    for name in ("corpus.jsonl", "queries.jsonl", "qrels.tsv"):
        if not (folder / name).is_file():
            raise ResumeNotFound(file=str(folder / name))
    try:
        corpus = tuple(
            Posting(id=row["_id"], title=row.get("title", ""), text=row["text"], language="en")
            for row in _rows(folder / "corpus.jsonl")
        )
        queries = {row["_id"]: f"{row.get('title', '')}\n{row['text']}" for row in _rows(folder / "queries.jsonl")}
        relevant = _relevant(folder / "qrels.tsv", queries)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CorruptFile(file=str(folder)) from error
    return TestSet(corpus, queries, relevant)


def _relevant(file: Path, queries: Mapping[str, str]) -> dict[str, frozenset[str]]:
    relevant: dict[str, set[str]] = {}
    with file.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            if float(row["score"]) > 0:
                relevant.setdefault(row["query-id"], set()).add(row["corpus-id"])
    if not relevant or relevant.keys() - queries.keys():
        raise ValueError("no answers, or answers to unknown queries")
    return {query: frozenset(found) for query, found in relevant.items()}


def evaluate(test_set: TestSet, embedding: Embedding, retriever: Retriever = "hybrid") -> dict[str, float]:
    """`R@1, R@5, R@10, MRR, nDCG@10, queries, seconds`, through the index that serves the product."""
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="bole-evaluation-") as folder:
        index = PostingIndex(Path(folder), embedding, lambda: test_set.corpus)
        index.sync()
        ids = [posting.id for posting in test_set.corpus]
        ranks = [
            _first_rank(ids, _scores(index, embedding, test_set.queries[query], ids, retriever), right)
            for query, right in test_set.relevant.items()
        ]
        index.close()
    return {**_measures(ranks), "queries": len(ranks), "seconds": round(time.perf_counter() - started, 1)}


def _scores(
    index: PostingIndex, embedding: Embedding, query: str, ids: Sequence[str], retriever: Retriever
) -> NDArray[np.float64]:
    lines = [redact_text(line) for line in query.splitlines()]
    text = joined(lines)
    lexical = standing(ids, index.lexical_scores(text))
    if retriever == "lexical":
        return lexical
    found = [passage.text for passage in passages(lines, embedding.max_tokens)]
    dense = standing(ids, index.similarities(embedding.embed_queries(found, "resume_to_postings")))
    return dense if retriever == "dense" else fused(lexical, standing(ids, index.skill_scores(text)), dense)


def _first_rank(ids: Sequence[str], scores: NDArray[np.float64], right: frozenset[str]) -> float:
    """Rank from 1 of the best right answer, infinite where the corpus has none; equals stand in its order."""
    order = np.argsort(-scores, kind="stable")
    return next((rank for rank, at in enumerate(order, start=1) if ids[at] in right), math.inf)


def _measures(ranks: Sequence[float]) -> dict[str, float]:
    """With one right answer a query, which is what these sets have, nDCG@10 is 1 / log2(rank + 1) within ten."""
    recalls = {f"R@{k}": sum(rank <= k for rank in ranks) / len(ranks) for k in (1, 5, 10)}
    gains = [1 / math.log2(rank + 1) if rank <= 10 else 0.0 for rank in ranks]
    more = {"MRR": sum(1 / rank for rank in ranks) / len(ranks), "nDCG@10": sum(gains) / len(ranks)}
    return {name: round(value, 4) for name, value in {**recalls, **more}.items()}


def _rows(file: Path) -> list[dict[str, str]]:
    # Not splitlines(): it also splits at U+2028, which JSON allows inside a string.
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]
