"""The form in which a language model answers an assessment: its JSON schema for one case, and the types it fills.

The grammar of the server (xgrammar in vLLM) follows the schema's order, so lines come before the verdict and the
verdict before the comment: judgement follows evidence. Line numbers are limited to lines that exist. The score is a
whole number, since vLLM refuses `multipleOf`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from pydantic import BaseModel, Field

from agents.json_schema import Lines, Schema, list_of, number_to, object_of, one_of, place, text_of
from records.assessment import Decision, Verdict

MOST_PLACES: Final = 3
MOST_STRENGTHS: Final = 5
MOST_GAPS: Final = 6
MOST_FOCUS: Final = 5


class ModelRating(BaseModel, frozen=True):
    """The model's view of one requirement."""

    lines: tuple[Lines, ...]
    verdict: Verdict
    comment: str


class ModelStrength(BaseModel, frozen=True):
    """A claim in the candidate's favour."""

    lines: tuple[Lines, ...]
    claim: str


class ModelGap(BaseModel, frozen=True):
    """What the model finds missing for one requirement."""

    requirement: str
    claim: str


class ModelRecommendation(BaseModel, frozen=True):
    """The model's advice, the reason first."""

    reason: str
    decision: Decision


class ModelAnswer(BaseModel, frozen=True):
    """The whole answer, in the order it is written."""

    ratings: dict[str, ModelRating]
    strengths: tuple[ModelStrength, ...]
    gaps: tuple[ModelGap, ...]
    fit: str
    score: float = Field(ge=1, le=10, allow_inf_nan=False)
    recommendation: ModelRecommendation
    interview_focus: tuple[str, ...]


def answer_schema(requirements: Sequence[str], line_count: int) -> Schema:
    """The JSON schema of `ModelAnswer` for these requirement ids and a resume of so many lines."""
    lines = place(line_count)
    rating = object_of(lines=list_of(lines, most=MOST_PLACES), verdict=one_of(*get_args(Verdict)), comment=text_of(240))
    strength = object_of(lines=list_of(lines, 1, most=MOST_PLACES), claim=text_of(240))
    gap = object_of(requirement=one_of(*requirements), claim=text_of(240))
    return object_of(
        ratings=object_of(**dict.fromkeys(requirements, rating)),
        strengths=list_of(strength, most=MOST_STRENGTHS),
        gaps=list_of(gap, most=MOST_GAPS),
        fit=text_of(600),
        score=number_to(10),
        recommendation=object_of(reason=text_of(400), decision=one_of(*get_args(Decision))),
        interview_focus=list_of(text_of(200), 1, most=MOST_FOCUS),
    )


def answer_tokens(requirements: int) -> int:
    """The most tokens an answer in the agreed form needs: about one for each character it may hold at most."""
    return 4000 + 300 * requirements
