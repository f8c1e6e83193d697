"""The ratings of a candidate under other weights, without asking anybody anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from records.assessment import Assessment, Rating
from records.posting import Requirement


@dataclass(frozen=True, slots=True)
class Assessed:
    """An assessed file of a batch; `further` are its ratings of requirements that were added since."""

    ordinal: int
    file: str
    candidate: str
    assessment: Assessment
    further: Mapping[str, Rating]
    """By `requirement_key`."""


def requirement_key(requirement: Requirement) -> str:
    """What a rating of it depends on: its words, not its weight or necessity."""
    return f"{requirement.id}|{requirement.text}"


def rating_key(rating: Rating) -> str:
    """The `requirement_key` of the requirement that it rates."""
    return f"{rating.requirement}|{rating.text}"


def weighed(one: Assessed, requirements: Sequence[Requirement]) -> tuple[Rating, ...]:
    """The candidate's ratings of these requirements, with their necessities and weights; unrated ones are missing."""
    rated = {rating_key(rating): rating for rating in one.assessment.ratings}
    found = ((r, rated.get(requirement_key(r)) or one.further.get(requirement_key(r))) for r in requirements)
    return tuple(_weighed(rating, r) for r, rating in found if rating is not None)


def _weighed(rating: Rating, requirement: Requirement) -> Rating:
    """The rating with the weight and necessity of the requirement; itself where they are the same, as most are."""
    weight, necessity = requirement.weight, requirement.necessity
    if (rating.weight, rating.necessity) == (weight, necessity):
        return rating
    return rating.model_copy(update={"weight": weight, "necessity": necessity})


def unrated(one: Assessed, requirements: Sequence[Requirement]) -> tuple[Requirement, ...]:
    """The requirements that nobody rated for this candidate yet."""
    rated = {rating_key(rating) for rating in one.assessment.ratings} | one.further.keys()
    return tuple(requirement for requirement in requirements if requirement_key(requirement) not in rated)
