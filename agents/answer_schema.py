"""The form in which a language model answers an assessment: its JSON schema for one case, and the types it fills.

The grammar of the server (xgrammar in vLLM) follows the schema's order, so lines come before the verdict and the
verdict before the comment: judgement follows evidence. Line numbers are limited to lines that exist, and everything
has a greatest length, because a small model otherwise loops. vLLM refuses `multipleOf`, `uniqueItems`, `contains`
and `pattern` with a length, so none of them is used and the score is a whole number.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from pydantic import BaseModel, Field

from records.assessment import Decision, Verdict

MOST_PLACES: Final = 3
MOST_STRENGTHS: Final = 5
MOST_GAPS: Final = 6
MOST_FOCUS: Final = 5

Schema = dict[str, Any]


class Lines(BaseModel, frozen=True):
    """A place in the resume, by line numbers; checked later against the lines that exist."""

    first_line: int
    last_line: int


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
    places = _places(line_count)
    rating = _object(
        lines=_list(places, most=MOST_PLACES),
        verdict={"type": "string", "enum": ["met", "partial", "not_met", "not_stated"]},
        comment=_text(240),
    )
    return _object(
        ratings=_object(**dict.fromkeys(requirements, rating)),
        strengths=_list(_object(lines=_list(places, 1, MOST_PLACES), claim=_text(240)), most=MOST_STRENGTHS),
        gaps=_list(_object(requirement={"type": "string", "enum": [*requirements]}, claim=_text(240)), most=MOST_GAPS),
        fit=_text(600),
        score={"type": "integer", "minimum": 1, "maximum": 10},
        recommendation=_object(
            reason=_text(400), decision={"type": "string", "enum": ["strong_yes", "yes", "maybe", "no"]}
        ),
        interview_focus=_list(_text(200), 1, MOST_FOCUS),
    )


def answer_tokens(requirements: int) -> int:
    """The most tokens an answer in the agreed form needs: about one for each character it may hold at most."""
    return 4000 + 300 * requirements


def _places(line_count: int) -> Schema:
    line: Schema = {"type": "integer", "minimum": 1, "maximum": line_count}
    return _object(first_line=line, last_line=line)


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Schema, least: int = 0, most: int = 1) -> Schema:
    return {"type": "array", "items": items, "minItems": least, "maxItems": most}


def _text(most: int) -> Schema:
    return {"type": "string", "minLength": 1, "maxLength": most}
