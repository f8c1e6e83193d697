"""How often the better of two resumes scores higher: `python -m benchmarks.twins`."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Final

import bm25s

from agents.bootstrap import make_embedding
from agents.evaluation import Twin, evaluate_twins, read_twins
from agents.settings import read_settings
from benchmarks.remembered import Remembered
from benchmarks.shared_sets import ABSENT, MATCHING
from benchmarks.tables import seconds, show, skipped
from retrieval.words import words

TITLE: Final = "Twins: the better of two resumes has the higher score"
COMMAND: Final = "python -m benchmarks.twins"
FILE: Final = MATCHING / "en-twins.jsonl"


def run() -> None:
    """The rule assessor on pairs of which one resume was written to fit better, and plain BM25 on the same."""
    if not FILE.is_file():
        skipped(TITLE, ABSENT)
        return
    twins = read_twins(FILE)
    started = time.perf_counter()
    rules = evaluate_twins(twins, Remembered(make_embedding(read_settings())))
    between = time.perf_counter()
    plain = _plain_bm25(twins)
    rows = [
        ["rule assessor", *_cells(rules), seconds((between - started) / len(twins))],
        ["plain BM25, posting as the query", *_cells(plain), seconds((time.perf_counter() - between) / len(twins))],
    ]
    show(TITLE, COMMAND, ["who", "right", "ties", "wrong", "pairs", "time a pair"], rows)


def _plain_bm25(twins: Sequence[Twin]) -> dict[str, float]:
    engine = bm25s.BM25()
    engine.index([words(text) for twin in twins for text in (twin.better, twin.worse)], show_progress=False)
    orders = []
    for n, twin in enumerate(twins):
        scores = engine.get_scores(words(twin.posting))
        orders.append(scores[2 * n] - scores[2 * n + 1])
    right, ties = sum(order > 0 for order in orders), sum(order == 0 for order in orders)
    pairs = len(twins)
    return {"pairs": pairs, "accuracy": right / pairs, "ties": ties, "wrong": pairs - right - ties}


def _cells(measured: dict[str, float]) -> list[str]:
    return [f"{measured['accuracy']:.1%}", *(f"{measured[name]:g}" for name in ("ties", "wrong", "pairs"))]


if __name__ == "__main__":
    run()
