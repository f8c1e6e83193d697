"""Asks a language model for something in an agreed form: streamed, and once more at another seed where it fails.

The one loop of attempts: assessments, tables of everyone, interview kits, postings and messages are all asked for here.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from agents.chat_model import ChatModel
from agents.loops import LoopWatch
from prompts import Prompt
from records.errors import ModelAnswerInvalid
from records.language import Language
from retrieval.chat_request import INTERACTIVE, ChatRequest, Message, Sampling, drawn

Written = TypeVar("Written")
Model = TypeVar("Model", bound=BaseModel)

ATTEMPTS: Final = (drawn(0), drawn(1))

_CONTROL: Final = re.compile(r"[\x00-\x1f]")
_FORM: Final[dict[Language, str]] = {"zh": "“{place}”的内容不符合约定", "en": "“{place}” is not as agreed"}
_BROKEN: Final[dict[Language, str]] = {"zh": "回答不完整，不是有效的 JSON", "en": "it is not complete, valid JSON"}


@dataclass(frozen=True)
class Progress:
    """How far the model has come: letters written, in which attempt."""

    letters: int
    attempt: int = 1


@dataclass(frozen=True)
class Writing:
    """An answer as far as it is written: its last piece, all of it, and in which attempt."""

    piece: str
    text: str
    attempt: int


@dataclass(frozen=True)
class Answered(Generic[Written]):
    """A usable answer, and the seed that gave it."""

    read: Written
    seed: int | None


@dataclass(frozen=True)
class Form(Generic[Written]):
    """What is asked for: the schema, how long it may get, and how it is read (raises `ModelAnswerInvalid`)."""

    schema: Mapping[str, Any]
    max_tokens: int
    read: Callable[[str], Written]


class Asking:
    """A language model, and how urgently it is asked."""

    def __init__(self, server: ChatModel, model: str, priority: int = INTERACTIVE) -> None:
        self._server = server
        self._model = model
        self._priority = priority

    async def ask(self, said: Prompt, form: Form[Written]) -> AsyncGenerator[Progress | Written]:
        """Progress while it writes, at last what it wrote; raises `ModelError` where both attempts fail."""
        async with aclosing(self.stream(opening(said), form, ATTEMPTS)) as parts:
            async for part in parts:
                yield Progress(len(part.text), part.attempt) if isinstance(part, Writing) else part.read

    async def answer(
        self, messages: Sequence[Message], form: Form[Written], attempts: Sequence[Sampling]
    ) -> Answered[Written]:
        """As `stream`, for who does not look on while it writes."""
        async with aclosing(self.stream(messages, form, attempts)) as parts:
            return [part async for part in parts if isinstance(part, Answered)][-1]

    async def stream(
        self, messages: Sequence[Message], form: Form[Written], attempts: Sequence[Sampling]
    ) -> AsyncGenerator[Writing | Answered[Written]]:
        """What is written so far, at last the first answer that can be used; raises `ModelAnswerInvalid` where no
        attempt gives one, and any other `ModelError` at once. Who stops listening ends the request."""
        for attempt, sampling in enumerate(attempts, 1):
            written = ""
            try:
                request = self._request(messages, form, sampling)
                async with aclosing(watched(self._server, request)) as pieces:
                    async for piece in pieces:
                        written += piece
                        yield Writing(piece, written, attempt)
                read = form.read(written)
            except ModelAnswerInvalid:
                if attempt == len(attempts):
                    raise
            else:
                yield Answered(read, sampling.seed)
                return

    def _request(self, messages: Sequence[Message], form: Form[Written], sampling: Sampling) -> ChatRequest:
        return ChatRequest(
            messages=messages,
            model=self._model,
            schema=form.schema,
            max_tokens=form.max_tokens,
            sampling=sampling,
            priority=self._priority,
        )


def opening(said: Prompt) -> tuple[Message, Message]:
    """The first two messages of every conversation with the model."""
    return {"role": "system", "content": said.system}, {"role": "user", "content": said.user}


async def watched(server: ChatModel, request: ChatRequest) -> AsyncGenerator[str]:
    """The pieces of an answer; raises `ModelAnswerInvalid` once it loops. Who stops listening ends the request."""
    watch = LoopWatch()
    async with aclosing(server.stream_chat(request)) as pieces:
        async for piece in pieces:
            watch.take(piece)
            yield piece


def without_controls(written: str) -> str:
    """Models write raw line breaks and tabs inside strings, which JSON forbids; a blank says the same everywhere."""
    return _CONTROL.sub(" ", written)


def read_as(kind: type[Model], written: str, language: Language) -> Model:
    """An answer as the type it should fill; raises `ModelAnswerInvalid`, worded in the language."""
    try:
        return kind.model_validate(from_json(without_controls(written)))
    except ValidationError as error:
        place = ".".join(str(step) for step in error.errors()[0]["loc"]) or "JSON"
        raise ModelAnswerInvalid(reason=_FORM[language].format(place=place)) from error
    except ValueError as error:
        raise ModelAnswerInvalid(reason=_BROKEN[language]) from error


async def ended(tasks: Sequence[asyncio.Task[Any]]) -> None:
    """Stops those that still run and waits until they have: none asks a server any more."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
