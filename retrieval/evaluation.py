"""Test sets for retrieval in BEIR's form (`corpus.jsonl`, `queries.jsonl`, `qrels.tsv`), and its measures."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from records.errors import CorruptFile, ResumeNotFound


@dataclass(frozen=True, slots=True)
class TestSet:
    """Texts to find and texts to search with, by id, and what is right: query id to corpus ids."""

    __test__ = False  # not a test, whatever its name suggests to pytest

    corpus: Mapping[str, str]
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
        corpus, queries = (_texts(folder / name) for name in ("corpus.jsonl", "queries.jsonl"))
        return TestSet(corpus, queries, _relevant(folder / "qrels.tsv", queries))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CorruptFile(file=str(folder)) from error


def first_rank(found: Sequence[str], right: frozenset[str]) -> float:
    """Rank from 1 of the best right answer, infinite where none was found."""
    return next((rank for rank, name in enumerate(found, start=1) if name in right), math.inf)


def measures(ranks: Sequence[float]) -> dict[str, float]:
    """`R@1, R@5, R@10, MRR, nDCG@10` of the first ranks of all queries.

    With one right answer a query, which is what these sets have, nDCG@10 is 1 / log2(rank + 1) within ten.
    """
    recalls = {f"R@{k}": sum(rank <= k for rank in ranks) / len(ranks) for k in (1, 5, 10)}
    gains = [1 / math.log2(rank + 1) if rank <= 10 else 0.0 for rank in ranks]
    more = {"MRR": sum(1 / rank for rank in ranks) / len(ranks), "nDCG@10": sum(gains) / len(ranks)}
    return {name: round(value, 4) for name, value in {**recalls, **more}.items()}


def _relevant(file: Path, queries: Mapping[str, str]) -> dict[str, frozenset[str]]:
    relevant: dict[str, set[str]] = {}
    with file.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            if float(row["score"]) > 0:
                relevant.setdefault(row["query-id"], set()).add(row["corpus-id"])
    if not relevant or relevant.keys() - queries.keys():
        raise ValueError("no answers, or answers to unknown queries")
    return {query: frozenset(found) for query, found in relevant.items()}


def _texts(file: Path) -> dict[str, str]:
    # Not splitlines(): it also splits at U+2028, which JSON allows inside a string.
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip())
    return {row["_id"]: f"{row.get('title', '')}\n{row['text']}".strip("\n") for row in rows}
