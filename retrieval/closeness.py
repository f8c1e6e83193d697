"""How close short texts are to a question: by meaning, by words, and by skills under any name in either language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from records.redacted import RedactedText
from retrieval.lexical_index import LexicalIndex
from retrieval.shared_skills import in_common, skill_shares

WORDS_WEIGHT: Final = 0.2
SKILLS_WEIGHT: Final = 0.7
"""Chosen on the first set of `python -m benchmarks.probes`; skills from 0.5 to 1.0 find the same within 1 point. Words
say little beside a cosine, but bring up what no lexicon and no small model knows: a name, a number, a form."""
SURE_SKILLS: Final = 0.3
"""Skills in common from which two short texts speak of the same thing, whatever the cosine: of the pairs of that set
58 % reach it, of all other pairings 0.1 % (the bundled model's strong line: 43 and 0.1 %)."""


@dataclass(frozen=True, slots=True)
class Closeness:
    """One number a text, in the order of the texts: `scores` to rank by, and the `skills` in common, 0 to 1."""

    scores: NDArray[np.float64]
    skills: NDArray[np.float64]


def closeness(
    question: RedactedText, texts: Sequence[RedactedText], cosines: NDArray[np.float64] | NDArray[np.float32]
) -> Closeness:
    """Cosines and what else brings a question and texts together; shape (texts,), at least one text."""
    asked = skill_shares(question)
    skills = np.array([in_common(asked, skill_shares(text)) if asked else 0.0 for text in texts])
    lexical = LexicalIndex({str(n): text for n, text in enumerate(texts)}).scores(question)
    words = lexical / (1 + lexical)  # never beyond 1, however rare a word is among many texts
    return Closeness(cosines + WORDS_WEIGHT * words + SKILLS_WEIGHT * skills, skills)
