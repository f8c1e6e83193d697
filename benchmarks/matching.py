"""How well postings and resumes find each other, beside plain baselines: `python -m benchmarks.matching`."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import bm25s
import numpy as np
from numpy.typing import NDArray

from agents.bootstrap import make_embedding
from agents.settings import read_settings
from benchmarks.remembered import Remembered
from benchmarks.shared_sets import ABSENT, MATCHING
from benchmarks.tables import show, skipped
from retrieval.embedding import Vectors
from retrieval.evaluation import Retriever, TestSet, evaluate, read_test_set
from retrieval.passages import passages
from retrieval.posting_index import PostingIndex, standing
from retrieval.redaction import redact_text
from retrieval.words import words

TITLE: Final = "Matching, R@1 / R@10 / nDCG@10"
COMMAND: Final = "python -m benchmarks.matching"
SETS: Final = ("en-posting-to-resume", "en-resume-to-posting", "zh-requirements-to-duties")
RETRIEVERS: Final[tuple[Retriever, ...]] = ("hybrid", "dense", "lexical")
RRF_K: Final = 60  # Cormack, Clarke and Büttcher 2009

Scores = NDArray[np.float64]
"""One score for each text of a corpus, in its order."""


def run() -> None:
    """Every set that is there: the product's retrievers through its own index, then the baselines."""
    found = [MATCHING / name for name in SETS if (MATCHING / name).is_dir()]
    if not found:
        skipped(TITLE, ABSENT)
        return
    embedding = Remembered(make_embedding(read_settings()))
    header = ["set", *RETRIEVERS, "plain BM25", "RRF of BM25 and dense"]
    show(TITLE, COMMAND, header, (_row(folder, embedding) for folder in found))


def _row(folder: Path, embedding: Remembered) -> list[str]:
    test_set = read_test_set(folder)
    ours = [evaluate(test_set, embedding, retriever) for retriever in RETRIEVERS]
    plain, dense = _plain_bm25(test_set), _dense(test_set, embedding)
    baselines = [_measured(test_set, plain), _measured(test_set, {q: _rrf(plain[q], dense[q]) for q in plain})]
    return [folder.name, *(_cell(measured) for measured in (*ours, *baselines))]


def _plain_bm25(test_set: TestSet) -> dict[str, Scores]:
    """bm25s as it comes, over the same words: lower-cased, Chinese in pairs of characters."""
    engine = bm25s.BM25()
    engine.index([words(f"{text.title}\n{text.text}") for text in test_set.corpus], show_progress=False)
    return {query: engine.get_scores(words(test_set.queries[query])) for query in test_set.relevant}


def _dense(test_set: TestSet, embedding: Remembered) -> dict[str, Scores]:
    """The product's own dense scores: best passage for each query passage, averaged."""
    ids = [text.id for text in test_set.corpus]
    with tempfile.TemporaryDirectory(prefix="bole-matching-") as folder:
        index = PostingIndex(Path(folder), embedding, lambda: test_set.corpus)
        index.sync()
        scores = {
            query: standing(ids, index.similarities(_asked(test_set.queries[query], embedding)))
            for query in test_set.relevant
        }
        index.close()
    return scores


def _asked(query: str, embedding: Remembered) -> Vectors:
    found = passages([redact_text(line) for line in query.splitlines()], embedding.max_tokens)
    return embedding.embed_queries([passage.text for passage in found], "resume_to_postings")


def _rrf(*rankings: Scores) -> Scores:
    ranks = [np.argsort(np.argsort(-scores, kind="stable"), kind="stable") for scores in rankings]
    return np.asarray(np.sum([1 / (RRF_K + 1 + rank) for rank in ranks], axis=0), dtype=np.float64)


def _measured(test_set: TestSet, scores: Mapping[str, Scores]) -> dict[str, float]:
    """Counted as `bole evaluate matching` counts, for scores made elsewhere."""
    ids = [text.id for text in test_set.corpus]
    ranks = [_first_rank(ids, scores[query], right) for query, right in test_set.relevant.items()]
    gains = [1 / math.log2(rank + 1) if rank <= 10 else 0.0 for rank in ranks]
    recall = {f"R@{k}": sum(rank <= k for rank in ranks) / len(ranks) for k in (1, 10)}
    return {**recall, "nDCG@10": sum(gains) / len(gains)}


def _first_rank(ids: Sequence[str], scores: Scores, right: frozenset[str]) -> float:
    order = np.argsort(-scores, kind="stable")
    return next((rank for rank, at in enumerate(order, start=1) if ids[at] in right), math.inf)


def _cell(measured: Mapping[str, float]) -> str:
    return " / ".join(f"{measured[name]:.3f}" for name in ("R@1", "R@10", "nDCG@10"))


if __name__ == "__main__":
    run()
