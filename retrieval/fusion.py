"""Brings scores of different kinds on one scale and adds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from retrieval.meaning import Scores, Spread

DENSE_SHARE: Final = 0.5
"""Weight of the dense score beside the lexical one. On postings and resumes the lexical score is the stronger of the
two with a small embedding; between a quarter and three quarters of its weight the results hardly change
(docs/benchmarks.md). Adding scores instead of ranks keeps how clearly a text leads: fusing ranks loses 20 points of
recall at 1 on the English sets."""
SKILL_SHARE: Final = 0.5
"""Weight of the skills in common, which the lexicon knows under all their names in both languages."""
COVERAGE_SHARE: Final = 0.25
"""Weight of how well requirements are covered, in the second stage."""

Spreads = tuple[Spread, Spread, Spread]
"""Of lexical, skill and dense scores over the whole library."""


def fused(lexical: Scores, skills: Scores, dense: Scores, spreads: Spreads | None = None) -> Scores:
    """The scores as distances from their mean in standard deviations, added; shapes (n,) each -> (n,).

    Without `spreads` the scores given are taken for the whole library.
    """
    by_words, by_skills, by_meaning = spreads or (Spread.of(lexical), Spread.of(skills), Spread.of(dense))
    return (
        _standard(lexical, by_words)
        + SKILL_SHARE * _standard(skills, by_skills)
        + DENSE_SHARE * _standard(dense, by_meaning)
    )


def with_coverage(scores: Scores, covered: Sequence[float | None]) -> Scores:
    """Scores of the second stage: a text that has no requirements stands at the mean of the others."""
    known = np.array([one for one in covered if one is not None])
    spread = Spread.of(known)
    shares = np.array([spread.mean if one is None else one for one in covered])
    return scores + COVERAGE_SHARE * _standard(shares, spread)


def _standard(scores: Scores, spread: Spread) -> Scores:
    return (scores - spread.mean) / spread.deviation if spread.deviation > 1e-12 else np.zeros_like(scores)
