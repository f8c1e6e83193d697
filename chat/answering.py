"""Answers to questions about the candidates: streamed, with their steps and sources, or why there is none."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import Any

import chainlit as cl

from agents.answers import Answer, Answerer, Inquiry, Progress
from chat.elements import sources
from chat.office import office
from chat.session import Conversation, conversation
from chat.words import say
from records.assessment import AssessedBy
from records.errors import ModelError
from records.language import Language


async def answer(question: str, language: Language, by: AssessedBy | None = None) -> None:
    """Answer from the resumes of the conversation; where the model fails, say so and offer what can be done."""
    held = conversation()
    inquiry = Inquiry(question, held.dossiers(), language, tuple(held.postings.values()), tuple(held.turns))
    answerer = office().answerers[by] if by else office().answerer
    told = cl.Message("")  # sent with its first words: where there is no answer, no empty message may stay behind
    try:
        await _tell(answerer, inquiry, told, held)
    except ModelError as error:
        await told.remove()  # half an answer, with references that lead nowhere yet, is none
        await _failed(question, language, error)
    except asyncio.CancelledError:
        await _stopped(told, language)
        raise


async def again(payload: dict[str, Any], by: AssessedBy | None = None) -> None:
    """Ask the question of a button once more, of the language model or by search."""
    await answer(str(payload["question"]), "zh" if payload.get("language") == "zh" else "en", by)


async def _tell(answerer: Answerer, inquiry: Inquiry, told: cl.Message, held: Conversation) -> None:
    language = inquiry.language
    progress: cl.Step | None = None
    async with aclosing(answerer.answer(inquiry)) as parts:  # type: ignore[type-var]
        async for part in parts:
            if isinstance(part, Progress):
                progress = await _looked_at(part, progress, language)
            elif isinstance(part, Answer):
                told.content = part.text
                if part.sources:
                    told.elements = [*told.elements, sources(part.sources, language)]  # type: ignore[list-item]
                await told.send()
                held.turns += [part.turn] if part.turn else []
            else:
                await told.stream_token(part)


async def _looked_at(part: Progress, step: cl.Step | None, language: Language) -> cl.Step:
    """A step whose name says how many candidates have been looked at."""
    name = say("looked_at", language, done=part.done, total=part.total)
    if step is None:
        step = cl.Step(name=name, type="llm")
        await step.send()
    else:
        step.name = name
        await step.update()
    return step


async def _failed(question: str, language: Language, error: ModelError) -> None:
    actions = [
        cl.Action(name="ask_again", payload=_asked(question, language), label=say("ask_again", language)),
        cl.Action(name="search_instead", payload=_asked(question, language), label=say("search_instead", language)),
    ]
    await cl.Message(f"{error.message(language)}\n\n{say('answer_failed', language)}", actions=actions).send()


async def _stopped(told: cl.Message, language: Language) -> None:
    """What was written until a person stopped it stays, and says that it is not finished."""
    if told.content:
        told.content += f"\n\n{say('answer_stopped', language)}"
        await told.update()


def _asked(question: str, language: Language) -> dict[str, Any]:
    return {"question": question, "language": language}
