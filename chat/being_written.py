"""What is being written for a person: a step that counts its letters, and where the model fails what can be done."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any, Final, TypeVar

import chainlit as cl

from agents.asking import Progress
from chat.office import office
from chat.words import say
from records.assessment import AssessedBy
from records.errors import ModelError, RecruitingError
from records.language import Language

Written = TypeVar("Written")

_UPDATE_SECONDS: Final = 0.5
"""Least time between two counts on the page: faster, nobody could read them."""


async def whole(
    parts: AsyncGenerator[Progress | Written], name: str, language: Language, by: AssessedBy | None
) -> Written:
    """What is written in the end, with a step of this name meanwhile; raises `ModelError`."""
    found: Written | None = None
    ended: BaseException | None = None
    async with cl.Step(name=name, type="llm") as step:
        try:
            await asyncio.to_thread(office().check_assessor, by)
            found = await _last(parts, step, language)
        except RecruitingError as error:
            ended, step.is_error, step.output = error, True, error.message(language)
        except asyncio.CancelledError as error:
            ended, step.output = error, say("writing_stopped", language)
        step.name = name
    if ended is not None:
        raise ended  # within the step it would be written over what the step says of it
    if found is None:
        raise RecruitingError(reason="nothing was written")
    return found


async def offer_other_ways(error: ModelError, action: str, payload: dict[str, Any], language: Language) -> None:
    """Say what went wrong and offer the button's work again, of the model or of the rules."""
    again = {key: value for key, value in payload.items() if key != "by"}
    actions = [
        cl.Action(name=action, payload=again, label=say("write_again", language)),
        cl.Action(name=action, payload={**again, "by": "rules"}, label=say("write_by_rules", language)),
    ]
    told = (error.message(language), error.advice(language), say("writing_failed", language))
    await cl.Message("\n\n".join(told), actions=actions).send()


async def _last(parts: AsyncGenerator[Progress | Written], step: cl.Step, language: Language) -> Written | None:
    name, shown, found = step.name, 0.0, None
    async with aclosing(parts) as running:
        async for part in running:
            if not isinstance(part, Progress):
                found = part
            elif (now := time.monotonic()) - shown >= _UPDATE_SECONDS:
                shown = now
                step.name = _counted(name, part, language)
                await step.update()
    return found


def _counted(name: str, part: Progress, language: Language) -> str:
    key = "letters" if part.attempt == 1 else "letters_again"
    return say(key, language, name=name, n=part.letters, attempt=part.attempt)
