"""A candidate's assessment as the weights in force make it, so that the card says what the shortlist says."""

from __future__ import annotations

from typing import Final

from agents.assessors.rule_assessor import summary
from agents.assessors.rule_wording import fit, reason
from agents.scorecard import missing_must_haves, severity
from agents.screening.shortlist import Place
from records.assessment import Assessment, Gap, Recommendation, Severity

_GRAVEST_FIRST: Final[tuple[Severity, ...]] = ("blocking", "major", "minor")


def as_weighed(place: Place) -> Assessment:
    """The stored assessment itself where its own weights are in force.

    Under others, score, decision and gaps are those of the ratings in force, and the reason is that of the rules:
    whoever assessed gave theirs for other weights. Nothing is judged anew.
    """
    held = place.assessment
    if place.ratings == held.ratings:
        return held
    missing = [rating.text for rating in missing_must_haves(place.ratings)]
    return held.model_copy(
        update={
            "ratings": place.ratings,
            "score": place.score,
            "fit": fit(summary(place.ratings), held.language) if held.assessed_by == "rules" else held.fit,
            "recommendation": Recommendation(
                decision=place.decision, reason=reason(place.decision, missing, held.language)
            ),
            "gaps": _gaps(place),
        }
    )


def _gaps(place: Place) -> tuple[Gap, ...]:
    """What was named a gap before and still counts, and every must-have that is not met now; the gravest first."""
    named = {gap.requirement: gap.claim for gap in place.assessment.gaps}
    gaps = (
        Gap(claim=named.get(r.requirement) or r.comment or r.text, requirement=r.requirement, severity=grade)
        for r in place.ratings
        if r.weight and (grade := severity(r)) is not None and (r.requirement in named or r.necessity == "must")
    )
    return tuple(sorted(gaps, key=lambda gap: _GRAVEST_FIRST.index(gap.severity)))
