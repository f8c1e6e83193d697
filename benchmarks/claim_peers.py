"""Simpler checks of claims, to show what the rules are worth: numbers as they stand, similarity, and none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from agents.bootstrap import make_embedding
from agents.settings import read_settings
from benchmarks.remembered import Remembered
from records.language import language_of
from retrieval.embedding import Vectors
from retrieval.redaction import redact_text

Kind = Literal["digit", "year", "negation", "organisation"]
PEER_NAMES: Final = ("every digit string in the lines", "similarity of the embedding", "no check")
EACH: Final = 5
"""Of so many claims similarity checks one: embedding takes longer than all else here together."""
ABSENT: Final = "The lines do not mention"
ALLOWED: Final = 0.01
"""Share of true claims that similarity may mark; its line is drawn there on these very claims, the best it can do."""


@dataclass(frozen=True)
class Case:
    """A claim with the lines it points at; `kind` is what was changed in it, None for a true claim."""

    kind: Kind | None
    claim: str
    lines: str


class Peers:
    """The checks, with the embedding that is set."""

    def __init__(self) -> None:
        self._embedding = Remembered(make_embedding(read_settings()))

    def checked(self, altered: Sequence[Case], honest: Sequence[Case]) -> list[str]:
        """Per check the shares of changed and of true claims that it marks; a dash where texts cannot be read."""
        exact = [[_unwritten(case) for case in group] for group in (altered, honest)]
        return [_shares(*exact), self._similar(altered, honest), "0.0 % / 0.0 %"]

    def _similar(self, altered: Sequence[Case], honest: Sequence[Case]) -> str:
        # A claim of absence shares nothing with its lines, and similarity would be wasted on letting it through.
        honest = [case for case in honest if ABSENT not in case.claim][::EACH]
        altered = altered[::EACH]
        every = [text for case in (*altered, *honest) for text in (case.claim, case.lines)]
        if not all(self._embedding.reads(language_of(text)) for text in every):
            return "–"
        near = [np.asarray([self._nearest(case) for case in group]) for group in (altered, honest)]
        line = np.quantile(near[1], ALLOWED)
        return _shares(*((group < line).tolist() for group in near))

    def _nearest(self, case: Case) -> float:
        vectors = self._vectors([case.claim, *case.lines.splitlines()])
        return float((vectors[1:] @ vectors[0]).max())

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        return self._embedding.embed_passages([redact_text(text) for text in texts])


def _unwritten(case: Case) -> bool:
    """Whether a run of digits of the claim stands nowhere in its lines."""
    return not set(re.findall(r"\d+", case.claim)) <= set(re.findall(r"\d+", case.lines))


def _shares(altered: Sequence[bool], honest: Sequence[bool]) -> str:
    return " / ".join(f"{100 * sum(found) / len(found):.1f} %" for found in (altered, honest))
