"""The second stage of a search: a model reads query and text together and says how likely the text answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from records.redacted import RedactedText
from retrieval.embedding import Task

Likelihoods = NDArray[np.float64]
"""One number from 0 to 1 per pair: the probability of “yes”. Pairs are judged one by one, so any two compare."""

# The posting asks and the resume answers in both directions: one question, so a pair has one number however it was
# found. In English whatever the language of the texts, as the model was trained.
_MEETS_POSTING = "Given a job posting, retrieve the resumes of candidates who meet its requirements"
RERANKING_INSTRUCTIONS: Final[dict[Task, str]] = {
    "resume_to_postings": _MEETS_POSTING,
    "posting_to_resumes": _MEETS_POSTING,
    "question_to_lines": "Given a recruiter's question about a candidate, retrieve resume lines that answer it",
    "free_search": "Given a search query, retrieve relevant passages that answer the query",
    "free_text_to_library": "Given a search query, retrieve documents of a company's library that answer it",
}

# Qwen3-Reranker's own wording, byte for byte (model card; also vLLM's template for it): the empty thoughts make the
# very next token the answer.
_BEFORE: Final = (
    "<|im_start|>system\nJudge whether the Document meets the requirements based on the Query and the Instruct "
    'provided. Note that the answer can only be "yes" or "no".<|im_end|>\n<|im_start|>user\n'
)
_AFTER: Final = "<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n"
# Tokens with a sense of their own in Qwen3's vocabulary: in a text, one of them could end it and answer for the model.
_MARK: Final = re.compile(r"<(?=\|\w+\|>|/?think>|/?tool_\w+>)")

Found = TypeVar("Found")


class Reranker(Protocol):
    """A model that judges pairs; every call may come from any thread and raises only RerankerError."""

    def scores(self, queries: Sequence[RedactedText], texts: Sequence[RedactedText], task: Task) -> Likelihoods:
        """How likely each text answers its query, from 0 to 1, pair by pair.

        One query is paired with every text, one text with every query; otherwise there are as many of both, or it is
        a ValueError. For postings and resumes the posting is the query, in either direction.
        """
        ...


def asking(query: str, task: Task) -> str:
    """The prompt's first half: what is looked for."""
    return f"{_BEFORE}<Instruct>: {RERANKING_INSTRUCTIONS[task]}\n<Query>: {_unmarked(query)}\n"


def answering(text: str) -> str:
    """The prompt's second half, put straight after the first: what is judged."""
    return f"<Document>: {_unmarked(text)}{_AFTER}"


def paired(
    queries: Sequence[RedactedText], texts: Sequence[RedactedText]
) -> tuple[Sequence[RedactedText], Sequence[RedactedText]]:
    """Both sides equally long: a single one is repeated for each of the other side."""
    if len(queries) == 1:
        queries = [queries[0]] * len(texts)
    if len(texts) == 1:
        texts = [texts[0]] * len(queries)
    if len(queries) != len(texts):
        raise ValueError(f"{len(queries)} queries cannot be paired with {len(texts)} texts")
    return queries, texts


def reranked(found: Sequence[Found], likelihoods: Likelihoods) -> tuple[tuple[Found, float], ...]:
    """What the first stage found, the likeliest first; equals keep the first stage's order."""
    if len(found) != len(likelihoods):
        raise ValueError(f"{len(likelihoods)} scores for {len(found)} found")
    order = np.argsort(-likelihoods, kind="stable")
    return tuple((found[place], float(likelihoods[place])) for place in order)


def _unmarked(text: str) -> str:
    return _MARK.sub("< ", text)
