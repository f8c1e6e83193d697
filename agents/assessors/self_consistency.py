"""One answer out of several to the same case: each rating by majority, and what the samples' scores were.

After Wang et al. 2022, “Self-Consistency Improves Chain of Thought Reasoning in Language Models”: the vote of several
samples is steadier than any one of them. Where the samples differ, so does the score, and people are shown by how much.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Final

from agents.assessors.answer_schema import ModelAnswer, ModelRating
from records.assessment import Verdict
from retrieval.chat_request import Sampling, drawn

# From what claims least to what claims most; “not met” is already a statement about the candidate.
_CAUTION: Final[tuple[Verdict, ...]] = ("not_stated", "not_met", "partial", "met")


def attempts(sample: int) -> tuple[Sampling, Sampling]:
    """How a sample is asked for, and how once more where its answer cannot be used.

    The very first is greedy, so that the same case gives the same ratings. All others are drawn as Qwen3's authors
    advise, at fixed seeds of their own: asking greedily again would only repeat the answer.
    """
    return (Sampling() if sample == 0 else drawn(2 * sample)), drawn(2 * sample + 1)


def by_majority(answers: Sequence[ModelAnswer]) -> ModelAnswer:
    """The answer closest to the vote, with the ratings that were voted for and the middle of the own scores."""
    voted = {requirement: _voted([a.ratings[requirement] for a in answers]) for requirement in answers[0].ratings}
    closest = max(answers, key=lambda answer: sum(answer.ratings[r] == rating for r, rating in voted.items()))
    return closest.model_copy(update={"ratings": voted, "score": median(answer.score for answer in answers)})


def _voted(ratings: Sequence[ModelRating]) -> ModelRating:
    """The first rating with the most frequent verdict; of two as frequent, the more cautious one."""
    votes = Counter(rating.verdict for rating in ratings)
    verdict = min(votes, key=lambda verdict: (-votes[verdict], _CAUTION.index(verdict)))
    return next(rating for rating in ratings if rating.verdict == verdict)
