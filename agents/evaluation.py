"""Measures the rule assessor on pairs of resumes of which one is known to fit a posting better."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from agents.assessors.assessor import Case
from agents.assessors.rule_assessor import RuleAssessor, SimilarityByLine
from agents.postings.library import read_posting
from agents.scorecard import exact_score
from records.errors import CorruptFile, NoRequirements, ResumeNotFound
from records.posting import Posting
from records.resume import Resume
from retrieval.documents.reading import ReadingPool
from retrieval.embedding import Embedding, Vectors
from retrieval.redaction import redact, redact_text


@dataclass(frozen=True, slots=True)
class Twin:
    """A posting and two resumes; `better` fits it better."""

    posting: str
    better: str
    worse: str


def read_twins(file: Path) -> tuple[Twin, ...]:
    """Lines of JSON with `posting`, `better`, `worse`; raises `ResumeNotFound`, `CorruptFile`."""
    if not file.is_file():
        raise ResumeNotFound(file=str(file))
    try:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]
        twins = tuple(Twin(row["posting"], row["better"], row["worse"]) for row in rows)
    except (ValueError, KeyError, TypeError) as error:
        raise CorruptFile(file=str(file)) from error
    if not twins:
        raise CorruptFile(file=str(file))
    return twins


def evaluate_twins(twins: Sequence[Twin], embedding: Embedding) -> dict[str, float]:
    """`pairs`, `accuracy` (the better resume has the higher score), and how the rest fell: `ties`, `wrong`.

    A pair with the same score, to the one decimal that people see, is not counted as right.
    """
    assessor = RuleAssessor(similarities_by_line(embedding), embedding)
    with ReadingPool(workers=1) as reader:
        results = [_order(assessor, reader, twin) for twin in twins]
    right, ties = sum(order > 0 for order in results), sum(order == 0 for order in results)
    wrong = len(results) - right - ties
    return {"pairs": len(results), "accuracy": round(right / len(results), 4), "ties": ties, "wrong": wrong}


def _order(assessor: RuleAssessor, reader: ReadingPool, twin: Twin) -> float:
    """Above 0 where the better resume scores higher; 0 where both score the same or nothing can be checked."""
    try:
        posting = read_posting(twin.posting, "twin")
    except NoRequirements:
        return 0.0
    better, worse = (_score(assessor, posting, _resume(reader, text)) for text in (twin.better, twin.worse))
    return round(better, 1) - round(worse, 1)


def _score(assessor: RuleAssessor, posting: Posting, resume: Resume) -> float:
    return exact_score(assessor.assessed(Case(resume, redact(resume), posting, "en")).ratings)


def _resume(reader: ReadingPool, text: str) -> Resume:
    with tempfile.TemporaryDirectory(prefix="bole-twin-") as folder:
        file = Path(folder) / "resume.txt"
        file.write_text(text, encoding="utf-8")
        return reader.read(file)


def similarities_by_line(embedding: Embedding) -> SimilarityByLine:
    """Cosines of each requirement with each line of a resume, without an index."""

    def by_line(resume: Resume, posting: Posting) -> Vectors:
        asked = embedding.embed_queries([redact_text(r.text) for r in posting.requirements], "posting_to_resumes")
        return np.asarray(asked @ embedding.embed_passages(redact(resume)).T, dtype=np.float32)

    return by_line
