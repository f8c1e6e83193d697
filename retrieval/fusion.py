"""Brings scores of different kinds on one scale and adds them."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

DENSE_SHARE: Final = 0.5
"""Weight of the dense score beside the lexical one. On postings and resumes the lexical score is the stronger of the
two with a small embedding; between a quarter and three quarters of its weight the results hardly change
(docs/benchmarks.md). Adding scores instead of ranks keeps how clearly a text leads: fusing ranks loses 20 points of
recall at 1 on the English sets."""
SKILL_SHARE: Final = 0.5
"""Weight of the skills in common, which the lexicon knows under all their names in both languages."""


def fused(lexical: NDArray[np.float64], skills: NDArray[np.float64], dense: NDArray[np.float64]) -> NDArray[np.float64]:
    """The scores as distances from their mean in standard deviations, added; shapes (n,) each -> (n,)."""
    return _standard(lexical) + SKILL_SHARE * _standard(skills) + DENSE_SHARE * _standard(dense)


def _standard(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    spread = scores.std() if scores.size else 0.0
    return (scores - scores.mean()) / spread if spread > 1e-12 else np.zeros_like(scores)
