"""Answers to questions about the candidates: streamed, with their steps and sources, or why there is none."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

import chainlit as cl

from agents.answers.answers import Answer, Answerer, Inquiry, Progress
from chat.conversation import Conversation
from chat.elements import everyone_table, sources
from chat.office import office
from chat.session import conversation
from chat.stopping import stoppable
from chat.words import say
from records.assessment import AssessedBy
from records.errors import ModelError
from records.language import Language


@dataclass
class _Told:
    """What people see of an answer so far; nothing is sent before there is something to show."""

    message: cl.Message | None = None
    step: cl.Step | None = None

    def written(self) -> cl.Message:
        """The message, made with its first words: made earlier, it would stand before the steps that led to it."""
        self.message = self.message or cl.Message("")
        return self.message


async def answer(question: str, language: Language, by: AssessedBy | None = None) -> None:
    """Answer from the resumes of the conversation; where the model fails, say so and offer what can be done."""
    held, told = conversation(), _Told()
    dossiers = await asyncio.to_thread(held.dossiers)  # masks new resumes: 4 ms each
    inquiry = Inquiry(question, dossiers, language, tuple(held.postings.values()), tuple(held.turns))
    answerer = office().answerers[by] if by else office().answerer
    try:
        await _tell(answerer, inquiry, told, held)
    except ModelError as error:
        if told.message:
            await told.message.remove()  # half an answer, with references that lead nowhere yet, is none
        await _failed(question, language, error)
    except asyncio.CancelledError:
        await _stopped(told, language)
        raise


async def again(payload: dict[str, Any], by: AssessedBy | None = None) -> None:
    """Ask the question of a button once more, of the language model or by search."""
    language: Language = "zh" if payload.get("language") == "zh" else "en"
    await stoppable(answer(str(payload["question"]), language, by))


async def _tell(answerer: Answerer, inquiry: Inquiry, told: _Told, held: Conversation) -> None:
    async with aclosing(answerer.answer(inquiry)) as parts:  # type: ignore[type-var]
        async for part in parts:
            if isinstance(part, Progress):
                await _looked_at(part, told, inquiry.language)
            elif isinstance(part, Answer):
                await _whole(part, told.written(), inquiry.language)
                held.turns += [part.turn] if part.turn else []
            else:
                await told.written().stream_token(part)


async def _whole(answer: Answer, message: cl.Message, language: Language) -> None:
    message.content = answer.text
    shown = [sources(answer.sources, language)] if answer.sources else []
    shown += [everyone_table(answer.rows, language)] if answer.rows else []
    message.elements = [*message.elements, *shown]  # type: ignore[list-item]
    await message.send()


async def _looked_at(part: Progress, told: _Told, language: Language) -> None:
    """A step whose name says how many candidates have been looked at."""
    name = say("looked_at", language, done=part.done, total=part.total)
    if told.step is None:
        beside = cl.context.current_step  # what a message belongs to by itself; elsewhere the page puts it last
        told.step = cl.Step(name=name, type="llm", parent_id=beside.id if beside else None)
        await told.step.send()
    else:
        told.step.name = name
        await told.step.update()


async def _failed(question: str, language: Language, error: ModelError) -> None:
    actions = [
        cl.Action(name="ask_again", payload=_asked(question, language), label=say("ask_again", language)),
        cl.Action(name="search_instead", payload=_asked(question, language), label=say("search_instead", language)),
    ]
    await cl.Message(f"{error.message(language)}\n\n{say('answer_failed', language)}", actions=actions).send()


async def _stopped(told: _Told, language: Language) -> None:
    """What was written until a person stopped it stays, and says that it is not finished."""
    if told.message:
        told.message.content += f"\n\n{say('answer_stopped', language)}"
        await told.message.update()


def _asked(question: str, language: Language) -> dict[str, Any]:
    return {"question": question, "language": language}
