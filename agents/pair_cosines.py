"""The cosines of labelled pairs, computed as matching computes those it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from agents.calibration import Judged
from agents.labelled_pairs import Pair
from records.redacted import RedactedText
from retrieval.embedding import Embedding, Vectors
from retrieval.passages import passages
from retrieval.redaction import redact_text

Role = Literal["resume_to_postings", "posting_to_resumes", "passage"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is searched with and what is searched in: each of the first counts with the nearest of the second."""

    task: Literal["resume_to_postings", "posting_to_resumes"]
    searching: tuple[RedactedText, ...]
    searched: tuple[RedactedText, ...]

    @property
    def whole(self) -> bool:
        """Whether a whole resume is compared with a whole posting, as in the list of matches."""
        return self.task == "resume_to_postings"


def comparison(pair: Pair, max_tokens: int) -> Comparison:
    """A requirement is compared with the lines of a text; a posting of several lines with a resume, by passages."""
    asked, lines = _lines(pair.query), _lines(pair.text)
    if len(asked) == 1:
        return Comparison("posting_to_resumes", asked, lines)
    resume, posting = (tuple(one.text for one in passages(text, max_tokens)) for text in (lines, asked))
    return Comparison("resume_to_postings", resume, posting)


def judged(pairs: Sequence[Pair], embedding: Embedding) -> tuple[Judged, ...]:
    """The cosine of each pair, contacts masked; a text that stands in several pairs is embedded once."""
    compared = [comparison(pair, embedding.max_tokens) for pair in pairs]
    searched = _embedded("passage", [text for one in compared for text in one.searched], embedding)
    searching = {
        task: _embedded(task, [text for one in compared if one.task == task for text in one.searching], embedding)
        for task in ("posting_to_resumes", "resume_to_postings")
    }
    return tuple(
        Judged(_cosine([searching[one.task][t] for t in one.searching], [searched[t] for t in one.searched]), p.belongs)
        for one, p in zip(compared, pairs, strict=True)
    )


def mean_of_nearest(searching: Vectors, searched: Vectors) -> float:
    """The mean, over the rows searched with, of the cosine to the nearest row, to 4 decimals."""
    return round(float((searching @ searched.T).max(axis=1).mean()), 4)


def _cosine(searching: Sequence[NDArray[np.float32]], searched: Sequence[NDArray[np.float32]]) -> float:
    return mean_of_nearest(np.vstack(searching), np.vstack(searched))


def _embedded(
    role: Role, texts: Sequence[RedactedText], embedding: Embedding
) -> dict[RedactedText, NDArray[np.float32]]:
    once = list(dict.fromkeys(texts))
    vectors = embedding.embed_passages(once) if role == "passage" else embedding.embed_queries(once, role)
    return dict(zip(once, vectors, strict=True))


def _lines(text: str) -> tuple[RedactedText, ...]:
    return tuple(redact_text(line.strip()) for line in text.splitlines() if line.strip())
