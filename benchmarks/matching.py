"""How well postings and resumes find each other, beside plain baselines: `python -m benchmarks.matching`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import bm25s
import numpy as np

from agents.bootstrap import make_embedding
from agents.matching_evaluation import Retriever, evaluate_matching
from agents.settings import read_settings
from benchmarks.remembered import Remembered
from benchmarks.shared_sets import ABSENT, MATCHING
from benchmarks.tables import show, skipped
from records.redacted import RedactedText
from retrieval.embedding import Task
from retrieval.evaluation import TestSet, first_rank, measures, read_test_set
from retrieval.meaning import Scores, nearest_passages
from retrieval.passages import passages
from retrieval.redaction import redact_text
from retrieval.words import words

TITLE: Final = "Matching, R@1 / R@10 / nDCG@10"
COMMAND: Final = "python -m benchmarks.matching"
SETS: Final = ("en-posting-to-resume", "en-resume-to-posting", "zh-requirements-to-duties")
RETRIEVERS: Final[tuple[Retriever, ...]] = ("hybrid", "dense", "lexical")
RRF_K: Final = 60  # Cormack, Clarke and Büttcher 2009

TASK: Final[Task] = "resume_to_postings"


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
    ours = [evaluate_matching(test_set, embedding, retriever) for retriever in RETRIEVERS]
    plain, dense = _plain_bm25(test_set), _dense(test_set, embedding)
    baselines = [_measured(test_set, plain), _measured(test_set, {q: _rrf(plain[q], dense[q]) for q in plain})]
    return [folder.name, *(_cell(measured) for measured in (*ours, *baselines))]


def _plain_bm25(test_set: TestSet) -> dict[str, Scores]:
    """bm25s as it comes, over the same words: lower-cased, Chinese in pairs of characters."""
    engine = bm25s.BM25()
    engine.index([words(text) for text in test_set.corpus.values()], show_progress=False)
    return {query: engine.get_scores(words(test_set.queries[query])) for query in test_set.relevant}


def _dense(test_set: TestSet, embedding: Remembered) -> dict[str, Scores]:
    """Best passage for each query passage, averaged."""
    texts = [embedding.embed_passages(_passages(text, embedding)) for text in test_set.corpus.values()]
    return {
        query: nearest_passages(embedding.embed_queries(_passages(test_set.queries[query], embedding), TASK), texts)
        for query in test_set.relevant
    }


def _passages(text: str, embedding: Remembered) -> list[RedactedText]:
    return [found.text for found in passages([redact_text(line) for line in text.splitlines()], embedding.max_tokens)]


def _rrf(*rankings: Scores) -> Scores:
    ranks = [np.argsort(np.argsort(-scores, kind="stable"), kind="stable") for scores in rankings]
    return np.asarray(np.sum([1 / (RRF_K + 1 + rank) for rank in ranks], axis=0), dtype=np.float64)


def _measured(test_set: TestSet, scores: Mapping[str, Scores]) -> dict[str, float]:
    """Counted as `bole evaluate matching` counts, for scores made elsewhere."""
    ids = list(test_set.corpus)
    orders = {query: np.argsort(-scores[query], kind="stable") for query in test_set.relevant}
    return measures([first_rank([ids[at] for at in orders[q]], right) for q, right in test_set.relevant.items()])


def _cell(measured: Mapping[str, float]) -> str:
    return " / ".join(f"{measured[name]:.3f}" for name in ("R@1", "R@10", "nDCG@10"))


if __name__ == "__main__":
    run()
