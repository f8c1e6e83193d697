"""How much two texts are about the same skills, whatever language either names them in."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from retrieval.skills import broader, skills_in

_BROADER: Final = 0.5
"""A skill shows the next broader one half, the one above that a quarter. Any share from .5 to .7 finds as much."""


def skill_shares(text: str) -> dict[str, float]:
    """The skills a text names, each 1, and the broader ones that they show, less with every step."""
    shares: dict[str, float] = {}
    step, share = set(skills_in(text)), 1.0
    while step:
        shares.update(dict.fromkeys(step, share))
        step = {kind for skill in step for kind in broader(skill)} - shares.keys()
        share *= _BROADER
    return shares


def in_common(some: Mapping[str, float], others: Mapping[str, float]) -> float:
    """The cosine of two texts' skills, 0 to 1: 1 where they name the same, 0 where they have none in common."""
    product = sum(share * others[skill] for skill, share in some.items() if skill in others)
    return product / (_length(some) * _length(others)) if product else 0.0


def _length(shares: Mapping[str, float]) -> float:
    return math.sqrt(sum(share * share for share in shares.values()))
