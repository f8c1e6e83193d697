"""The form in which a language model writes an interview kit: lines, why, question, good answer.

Points that must be asked about are properties of their own, which the server's grammar makes the model fill; what it
leaves out all the same is filled by rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from pydantic import BaseModel, Field

from agents.answer_schema import Lines

MOST_PLACES: Final = 2
BEHAVIOURAL: Final = (2, 3)
LONGEST: Final = {"why": 160, "question": 240, "good_answer": 240}
"""In characters; a question that is longer is none that can be asked aloud."""

Schema = dict[str, Any]


class ModelQuestion(BaseModel, frozen=True):
    """One question, in the order it is written."""

    lines: tuple[Lines, ...]
    why: str = Field(min_length=1, max_length=LONGEST["why"])
    question: str = Field(min_length=1, max_length=LONGEST["question"])
    good_answer: str = Field(min_length=1, max_length=LONGEST["good_answer"])


class ModelKit(BaseModel, frozen=True):
    """The whole kit; `verify` and `technical` by the number of what they ask about."""

    verify: dict[str, ModelQuestion]
    technical: dict[str, ModelQuestion]
    behavioural: tuple[ModelQuestion, ...]


def kit_schema(verify: Sequence[str], technical: Sequence[str], line_count: int) -> Schema:
    """The JSON schema of `ModelKit` for these points and a resume of so many lines."""
    question = _question(line_count)
    return _object(
        verify=_object(**dict.fromkeys(verify, question)),
        technical=_object(**dict.fromkeys(technical, question)),
        behavioural={"type": "array", "items": question, "minItems": BEHAVIOURAL[0], "maxItems": BEHAVIOURAL[1]},
    )


def kit_tokens(questions: int) -> int:
    """The most tokens a kit in the agreed form needs: about one for each character it may hold at most."""
    return 500 + (sum(LONGEST.values()) + 100) * (questions + BEHAVIOURAL[1])


def _question(line_count: int) -> Schema:
    line: Schema = {"type": "integer", "minimum": 1, "maximum": line_count}
    places = {"type": "array", "items": _object(first_line=line, last_line=line), "minItems": 0}
    texts = {name: {"type": "string", "minLength": 1, "maxLength": most} for name, most in LONGEST.items()}
    return _object(lines={**places, "maxItems": MOST_PLACES}, **texts)


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
