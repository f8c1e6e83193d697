"""Where true and foreign support fall by meaning and by words: `python -m benchmarks.claim_meaning`.

Behind `FAR_BELOW`, `NEAR_BELOW` and `SHARED` (docs/decisions/020-claims.md). True claims stand with the line that they
were written for, foreign ones with a line of another wording; requirements stand with the line of a bilingual probe
that answers them, or with another probe's line of the same languages.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Final

import numpy as np

from agents.bootstrap import make_embedding
from agents.claims.meaning import FAR_BELOW, NEAR_BELOW
from agents.claims.support import SHARED
from agents.line_evidence import LineEvidence
from agents.settings import read_settings
from benchmarks.claims import names, pairs
from benchmarks.probes import FILE, HELD_OUT, read_probes
from benchmarks.remembered import Remembered
from benchmarks.tables import show
from records.redacted import RedactedText
from retrieval.embedding import Embedding
from retrieval.redaction import redact_text

COMMAND: Final = "python -m benchmarks.claim_meaning"
FAR: Final = (0.1, 0.2, 0.3, 0.35, FAR_BELOW, 0.45)
NEAR: Final = (-0.1, 0.0, 0.05, NEAR_BELOW, 0.15, 0.2)
WORDS: Final = (0.05, 0.1, SHARED, 0.2, 0.3, 0.5)
ROUNDS: Final = 5
"""How often each wording is filled with other names and numbers."""

Pair = tuple[RedactedText, RedactedText]


def run() -> None:
    """One table for each threshold: what it does to true and to foreign pairs, at the value chosen and beside it."""
    embedding, rng = Remembered(make_embedding(read_settings())), random.Random(20261128)
    sets = [_filled(name, rng) for name in names() if name.endswith("_en") and "across" not in name]
    own = [pair for pairs_of_set in sets for pair in pairs_of_set]
    # From another set, since wordings of one set may be made for the same line.
    foreign = [
        (claim, rng.choice([line for n, other in enumerate(sets) if n != own_set for _, line in other]))
        for own_set, pairs_of_set in enumerate(sets)
        for claim, _ in pairs_of_set
    ]
    near = [_cosines(embedding, group) for group in (own, foreign)]
    show(
        "Claims marked by meaning alone (English)",
        COMMAND,
        ["below the strong line by", f"true, {len(own)}", f"foreign, {len(own)}"],
        [[_value(by, FAR_BELOW), *(f"{np.mean(c < embedding.strong_line - by):.1%}" for c in near)] for by in FAR],
    )
    asked = _probes("en-en")
    near = [_cosines(embedding, group) for group in (asked, _crossed(asked, rng))]
    show(
        "Requirements supported by meaning alone (English)",
        COMMAND,
        ["below the strong line by at most", f"own line, {len(asked)}", f"another line, {len(asked)}"],
        [[_value(by, NEAR_BELOW), *(f"{np.mean(c >= embedding.strong_line - by):.1%}" for c in near)] for by in NEAR],
    )
    groups = [group for kind in ("en-en", "zh-zh") for group in (_probes(kind), _crossed(_probes(kind), rng))]
    shares = [np.asarray([LineEvidence([line]).support(text).share for text, line in group]) for group in groups]
    show(
        "Requirements supported by shared words alone",
        COMMAND,
        ["share of at least", "English, own line", "another line", "Chinese, own line", "another line"],
        [[_value(least, SHARED), *(f"{np.mean(share >= least):.1%}" for share in shares)] for least in WORDS],
    )


def _filled(name: str, rng: random.Random) -> list[Pair]:
    return [(redact_text(claim), redact_text(line)) for _ in range(ROUNDS) for claim, line in pairs(name, rng)]


def _probes(kind: str) -> list[Pair]:
    """Requirements with the lines that answer them."""
    return [
        (redact_text(probe.target), redact_text(probe.query))
        for file in (FILE, HELD_OUT)
        for probe in read_probes(file)
        if probe.kind == kind
    ]


def _crossed(own: Sequence[Pair], rng: random.Random) -> list[Pair]:
    """Each text with the line of another pair that was not written for the same text."""
    return [(text, rng.choice([line for other, line in own if other != text])) for text, _ in own]


def _cosines(embedding: Embedding, group: Sequence[Pair]) -> np.ndarray:
    first, second = (embedding.embed_passages([pair[side] for pair in group]) for side in (0, 1))
    return np.asarray((first * second).sum(axis=1))


def _value(threshold: float, chosen: float) -> str:
    return f"**{threshold:g}**" if threshold == chosen else f"{threshold:g}"


if __name__ == "__main__":
    run()
