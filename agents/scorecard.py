"""From ratings to a 1-10 score, a decision and gaps: by code, so that the same ratings always give the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from records.assessment import Decision, Rating, Severity, Verdict
from records.posting import RequirementKind

CREDIT: Final[dict[Verdict, float]] = {"met": 1.0, "partial": 0.5, "not_met": 0.0, "not_stated": 0.0}

SUPPORT: Final = (0.75, 0.75, 0.9, 1.0)
"""What a credit is worth by the number of places in the resume behind it: what is said once may be a word in a list,
what three places show was done. A degree, a certificate or a language needs to be said only once."""
SAID_ONCE: Final[frozenset[RequirementKind]] = frozenset({"education", "certificate", "language"})

MUST_HAVE_CAP: Final = 6.9
"""Where a must-have is missing the scale ends here instead of at 10: just below `yes`, so that no pile of
nice-to-haves can carry a candidate past a missing must-have, while candidates who lack one keep their order."""

DECISIONS: Final[tuple[tuple[float, Decision], ...]] = ((8.5, "strong_yes"), (7.0, "yes"), (5.0, "maybe"), (1.0, "no"))
"""Least score of each decision. 7.0 is two thirds of the weight met, 5.0 is 44 %."""


def missing_must_haves(ratings: Sequence[Rating]) -> tuple[Rating, ...]:
    """Must-haves that the resume does not meet, or does not mention."""
    return tuple(r for r in ratings if r.necessity == "must" and CREDIT[r.verdict] == 0)


def credit(rating: Rating) -> float:
    """What a rating counts, 0 to 1: by its verdict, and by how many places of the resume support it."""
    places = SUPPORT[min(len(rating.evidence), len(SUPPORT) - 1)]
    return CREDIT[rating.verdict] * (1.0 if rating.kind in SAID_ONCE else places)


def share_met(ratings: Sequence[Rating]) -> float:
    """The weighted share of the requirements met, 0 to 1."""
    return sum(r.weight * credit(r) for r in ratings) / sum(r.weight for r in ratings)


def exact_score(ratings: Sequence[Rating]) -> float:
    """1 + (end of scale - 1) × share met; the scale ends at `MUST_HAVE_CAP` where a must-have is missing, else at 10.

    Raises `ValueError` for no ratings: what was not rated has no score.
    """
    if not ratings:
        raise ValueError("no ratings, no score")
    end = MUST_HAVE_CAP if missing_must_haves(ratings) else 10.0
    return 1 + (end - 1) * share_met(ratings)


def score(ratings: Sequence[Rating]) -> float:
    """`exact_score` to one decimal: what people see."""
    return round(exact_score(ratings), 1)


def decision(ratings: Sequence[Rating]) -> Decision:
    """What the ratings recommend; a person decides.

    It follows from the share met on the whole scale. A missing must-have, which lowers the score, never lets it be
    better than `maybe`, but does not make it `no` by itself either: what a resume leaves out a person can ask.
    """
    points = round(1 + 9 * share_met(ratings), 1)
    decided = next(name for least, name in DECISIONS if points >= least)
    return "maybe" if decided in ("strong_yes", "yes") and missing_must_haves(ratings) else decided


def severity(rating: Rating) -> Severity | None:
    """How much a rating that is not met weighs; None where nothing is missing."""
    if rating.verdict == "met":
        return None
    if rating.necessity == "nice":
        return "minor"
    return {"not_met": "blocking", "not_stated": "major", "partial": "minor"}[rating.verdict]  # type: ignore[return-value]
