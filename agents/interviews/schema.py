"""The form in which a language model writes an interview kit: lines, why, question, good answer.

Points that must be asked about are properties of their own, which the server's grammar makes the model fill; what it
leaves out all the same is filled by rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pydantic import BaseModel, Field

from agents.json_schema import Lines, Schema, list_of, object_of, place, text_of

MOST_PLACES: Final = 2
BEHAVIOURAL: Final = (2, 3)
LONGEST: Final = {"why": 160, "question": 240, "good_answer": 240}
"""In characters; a question that is longer is none that can be asked aloud."""


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
    least, most = BEHAVIOURAL
    return object_of(
        verify=object_of(**dict.fromkeys(verify, question)),
        technical=object_of(**dict.fromkeys(technical, question)),
        behavioural=list_of(question, least, most=most),
    )


def kit_tokens(questions: int) -> int:
    """The most tokens a kit in the agreed form needs: about one for each character it may hold at most."""
    return 500 + (sum(LONGEST.values()) + 100) * (questions + BEHAVIOURAL[1])


def _question(line_count: int) -> Schema:
    texts = {name: text_of(most) for name, most in LONGEST.items()}
    return object_of(lines=list_of(place(line_count), most=MOST_PLACES), **texts)
