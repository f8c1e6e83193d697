"""The shortlist: everyone of a batch who was assessed, ranked by the scorecard, from what is on record alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agents.scorecard import decision, exact_score, missing_must_haves
from agents.screening.ratings import Assessed, weighed
from records.assessment import Assessment, Decision, Rating
from records.posting import Requirement


@dataclass(frozen=True, slots=True)
class Place:
    """One candidate of a shortlist; `ratings` are those that the score was computed from, in the posting's order.

    `ordinal` is that of the file in its batch; it names the candidate whatever the rank becomes.
    """

    rank: int
    ordinal: int
    file: str
    candidate: str
    resume: str
    posting: str
    score: float
    exact: float
    decision: Decision
    ratings: tuple[Rating, ...]
    assessment: Assessment

    @property
    def must_haves(self) -> tuple[int, int]:
        """How many must-haves are held at least in part, of how many."""
        must = [rating for rating in self.ratings if rating.necessity == "must"]
        return len(must) - len(missing_must_haves(self.ratings)), len(must)

    @property
    def flags(self) -> tuple[str, ...]:
        """What a person should look at."""
        return self.assessment.flags


def shortlist(assessed: Iterable[Assessed], requirements: Sequence[Requirement] | None = None) -> tuple[Place, ...]:
    """Everyone, best first; equal scores share a rank and stand in the order in which their files came.

    `requirements` are those of a weighing; None scores each by the weights it was assessed with. A candidate for whom
    one of them is not rated yet is scored by the others.
    """
    placed = [_scored(one, requirements) for one in assessed]
    ordered = sorted(placed, key=lambda place: (-place.score, -place.exact, place.ordinal))
    ranks: dict[float, int] = {}
    return tuple(_ranked(place, ranks.setdefault(place.score, n)) for n, place in enumerate(ordered, start=1))


def _scored(one: Assessed, requirements: Sequence[Requirement] | None) -> Place:
    ratings = one.assessment.ratings if requirements is None else weighed(one, requirements)
    exact = exact_score(ratings)
    return Place(
        rank=0,
        ordinal=one.ordinal,
        file=one.file,
        candidate=one.candidate,
        resume=one.assessment.resume,
        posting=one.assessment.posting,
        score=round(exact, 1),
        exact=exact,
        decision=decision(ratings),
        ratings=ratings,
        assessment=one.assessment,
    )


def _ranked(place: Place, rank: int) -> Place:
    return Place(rank, *(getattr(place, name) for name in Place.__slots__[1:]))
