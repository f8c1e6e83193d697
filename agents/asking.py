"""Asks a language model for something in an agreed form: streamed, and once more at another seed where it fails."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
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
from retrieval.chat_request import INTERACTIVE, ChatRequest, Sampling, drawn

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
class Form(Generic[Written]):
    """What is asked for: the schema, how long it may get, and how it is read (raises `ModelAnswerInvalid`)."""

    schema: Mapping[str, Any]
    max_tokens: int
    read: Callable[[str], Written]


class Asking:
    """A language model that a person waits for."""

    def __init__(self, server: ChatModel, model: str) -> None:
        self._server = server
        self._model = model

    async def ask(self, said: Prompt, form: Form[Written]) -> AsyncIterator[Progress | Written]:
        """Progress while it writes, at last what it wrote; raises `ModelError` where both attempts fail."""
        for attempt, sampling in enumerate(ATTEMPTS, 1):
            written = ""
            try:
                async with aclosing(watched(self._server, self._request(said, form, sampling))) as pieces:
                    async for piece in pieces:
                        written += piece
                        yield Progress(len(written), attempt)
                read = form.read(written)
            except ModelAnswerInvalid as error:
                invalid = error
            else:
                yield read
                return
        raise invalid

    def _request(self, said: Prompt, form: Form[Written], sampling: Sampling) -> ChatRequest:
        return ChatRequest(
            messages=({"role": "system", "content": said.system}, {"role": "user", "content": said.user}),
            model=self._model,
            schema=form.schema,
            max_tokens=form.max_tokens,
            sampling=sampling,
            priority=INTERACTIVE,
        )


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
