"""Changes of what a shortlist is scored by: a requirement becomes a must-have, weighs more, less or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from agents.postings.requirements import requirements as read_requirements
from records.errors import WeighingUnclear
from records.posting import Necessity, Requirement

Kind = Literal["must", "nice", "more", "less", "ignore"]

MOST_WEIGHT: Final = 10.0
"""The end of the sliders; a requirement of the rules weighs 0.25 to 3."""
TWICE: Final = 2.0
"""What "more important" multiplies a weight with, and "less important" divides it by: enough to be seen in the order,
and said twice it is four times."""
_TITLE: Final = "Posting"


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one requirement, by id."""

    requirement: str
    kind: Kind


def changed(requirements: Sequence[Requirement], changes: Sequence[Change]) -> tuple[Requirement, ...]:
    """The requirements after the changes, in their order."""
    by_id = {requirement.id: requirement for requirement in requirements}
    for change in changes:
        by_id[change.requirement] = _changed(by_id[change.requirement], change.kind)
    return tuple(by_id.values())


def set_by_hand(
    requirements: Sequence[Requirement], weights: Mapping[str, float], musts: Mapping[str, bool]
) -> tuple[Requirement, ...]:
    """The requirements with weights, 0 to `MOST_WEIGHT`, and necessities as set on the sliders, by id."""
    return tuple(
        r.model_copy(
            update={
                "weight": min(max(float(weights.get(r.id, r.weight)), 0.0), MOST_WEIGHT),
                "necessity": _necessity(musts.get(r.id, r.necessity == "must")),
            }
        )
        for r in requirements
    )


def added(requirements: Sequence[Requirement], words: str) -> tuple[Requirement, ...]:
    """The requirements with those that the words ask for behind them, under ids of their own.

    Raises `WeighingUnclear` where the words ask nothing that can be checked.
    """
    asked = read_requirements(f"{_TITLE}\nRequirements:\n- {words.strip()}")
    known = {requirement.text for requirement in requirements}
    new = [requirement for requirement in asked if requirement.text not in {*known, _TITLE}]
    if not new:
        raise WeighingUnclear(words=words.strip())
    last = max((int(r.id[1:]) for r in requirements if r.id[1:].isdigit()), default=0)
    named = (r.model_copy(update={"id": f"R{last + n}"}) for n, r in enumerate(new, start=1))
    return (*requirements, *named)


def _changed(requirement: Requirement, kind: Kind) -> Requirement:
    weight = requirement.weight
    updates: dict[Kind, dict[str, object]] = {
        "must": {"necessity": "must", "weight": weight or 1.0},
        "nice": {"necessity": "nice", "weight": weight or 1.0},
        "more": {"weight": min((weight or 0.5) * TWICE, MOST_WEIGHT)},
        "less": {"weight": weight / TWICE},
        "ignore": {"necessity": "nice", "weight": 0.0},
    }
    return requirement.model_copy(update=updates[kind])


def _necessity(must: bool) -> Necessity:
    return "must" if must else "nice"
