"""Who moved from one shortlist to another, and which requirements did it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from agents.scorecard import credit, missing_must_haves
from agents.screening.shortlist import Place
from records.assessment import Rating

_TELLING: Final = 0.005
"""A change of the share met that moves the score by less than 0.05 is not seen."""
_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Move:
    """How a candidate's place changed from one shortlist to another, and the requirements that did it."""

    ordinal: int
    candidate: str
    rank_before: int
    rank: int
    score_before: float
    score: float
    because: tuple[str, ...]
    """Ids of the requirements whose share of the score changed most, the strongest first."""
    missing: tuple[str, ...]
    """Ids of must-haves missing now that were none before, or were held."""


def moves(before: Sequence[Place], after: Sequence[Place]) -> tuple[Move, ...]:
    """Whoever has another rank or score now, by the new rank."""
    was = {place.ordinal: place for place in before}
    return tuple(
        _move(was[place.ordinal], place)
        for place in after
        if place.ordinal in was and (was[place.ordinal].rank, was[place.ordinal].score) != (place.rank, place.score)
    )


def _move(before: Place, after: Place) -> Move:
    had, has = _shares(before.ratings), _shares(after.ratings)
    changes = {name: has.get(name, 0.0) - had.get(name, 0.0) for name in {**had, **has}}
    telling = sorted((name for name in changes if abs(changes[name]) > _TELLING), key=lambda name: -abs(changes[name]))
    lacked = {rating.requirement for rating in missing_must_haves(before.ratings)}
    lacks = [rating.requirement for rating in missing_must_haves(after.ratings)]
    return Move(
        ordinal=after.ordinal,
        candidate=after.candidate,
        rank_before=before.rank,
        rank=after.rank,
        score_before=before.score,
        score=after.score,
        because=tuple(telling[:_NAMED]),
        missing=tuple(name for name in lacks if name not in lacked),
    )


def _shares(ratings: Sequence[Rating]) -> dict[str, float]:
    """What each requirement adds to the share met."""
    whole = sum(rating.weight for rating in ratings)
    return {rating.requirement: rating.weight * credit(rating) / whole for rating in ratings}
