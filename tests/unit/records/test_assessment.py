from __future__ import annotations

import pytest
from pydantic import ValidationError

from records.assessment import Assessment, Evidence, Recommendation, Strength

ASSESSMENT = {
    "posting": "nurse",
    "resume": "0" * 64,
    "assessed_by": "rules",
    "language": "en",
    "fit": "Close.",
    "score": 7.5,
    "ratings": (),
    "strengths": (),
    "gaps": (),
    "recommendation": {"decision": "yes", "reason": "Most is there."},
    "interview_focus": (),
}


@pytest.mark.parametrize("score", [1, 5.5, 10])
def test_scores_from_one_to_ten_are_accepted(score: float) -> None:
    assert Assessment.model_validate(ASSESSMENT | {"score": score}).score == score


@pytest.mark.parametrize("score", [0, 0.9, 10.1, float("nan")])
def test_a_score_outside_one_to_ten_is_refused(score: float) -> None:
    with pytest.raises(ValidationError, match="score"):
        Assessment.model_validate(ASSESSMENT | {"score": score})


@pytest.mark.parametrize("score", [0, 11])
def test_the_models_own_score_outside_one_to_ten_is_refused(score: float) -> None:
    with pytest.raises(ValidationError, match="model_score"):
        Assessment.model_validate(ASSESSMENT | {"model_score": score})


def test_an_assessment_by_rules_has_no_score_of_a_model() -> None:
    assert Assessment.model_validate(ASSESSMENT).model_score is None


def test_a_strength_without_evidence_is_refused() -> None:
    with pytest.raises(ValidationError, match="evidence"):
        Strength(claim="Led a team", evidence=())


@pytest.mark.parametrize("place", ["first_line", "last_line", "page"])
def test_evidence_points_at_lines_and_pages_counted_from_one(place: str) -> None:
    with pytest.raises(ValidationError, match=place):
        Evidence.model_validate({"first_line": 1, "last_line": 1, "page": 1, "quote": ""} | {place: 0})


def test_a_recommendation_is_one_of_four() -> None:
    with pytest.raises(ValidationError, match="decision"):
        Recommendation.model_validate({"decision": "hire", "reason": ""})
