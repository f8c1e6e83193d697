"""Reading what a language model wrote: the whole answer, or the finished parts of one that is still being written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from agents.asking import read_as, without_controls
from agents.assessors.answer_schema import ModelAnswer, ModelGap, ModelRating, ModelStrength
from records.errors import ModelAnswerInvalid
from records.language import Language

Part = TypeVar("Part", bound=BaseModel)

_UNRATED: Final[dict[Language, str]] = {"zh": "没有逐条评估：缺少 {missing}", "en": "requirements not rated: {missing}"}


@dataclass(frozen=True)
class FinishedParts:
    """What an unfinished answer already says in full."""

    ratings: dict[str, ModelRating]
    strengths: tuple[ModelStrength, ...]
    gaps: tuple[ModelGap, ...]
    fit: str


def read_answer(written: str, requirements: Sequence[str], language: Language) -> ModelAnswer:
    """The answer; raises `ModelAnswerInvalid`, worded in the language, if it lacks the agreed form."""
    answer = read_as(ModelAnswer, written, language)
    if missing := [requirement for requirement in requirements if requirement not in answer.ratings]:
        raise ModelAnswerInvalid(reason=_UNRATED[language].format(missing=", ".join(missing)))
    return answer


def finished_parts(written: str) -> FinishedParts:
    """The parts whose last property is written; nothing where the text cannot be read so far."""
    try:
        partial = from_json(without_controls(written), allow_partial=True)
    except ValueError:
        partial = {}  # `read_answer` tells the user in the end; a draft only shows what there is
    answer: dict[str, Any] = partial if isinstance(partial, dict) else {}
    ratings = answer.get("ratings")
    fit = answer.get("fit")
    return FinishedParts(
        ratings=dict(_finished_ratings(ratings)) if isinstance(ratings, dict) else {},
        strengths=tuple(_finished(ModelStrength, answer.get("strengths"))),
        gaps=tuple(_finished(ModelGap, answer.get("gaps"))),
        fit=fit if isinstance(fit, str) else "",
    )


def _finished_ratings(ratings: dict[str, object]) -> Iterator[tuple[str, ModelRating]]:
    for requirement, written in ratings.items():
        for rating in _finished(ModelRating, [written]):
            yield requirement, rating


def _finished(part: type[Part], written: object) -> Iterator[Part]:
    """Those entries of a list that are complete."""
    entries: Iterable[object] = written if isinstance(written, list) else ()
    for entry in entries:
        try:
            yield part.model_validate(entry)
        except ValidationError:
            continue  # still being written
