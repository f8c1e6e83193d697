"""A server of OpenAI's protocol (vLLM and others), for language, embedding and reranking models; its only user."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlsplit

import httpx
import numpy as np
import openai
from numpy.typing import NDArray
from openai.types.chat import ChatCompletion, ChatCompletionChunk

from records.errors import ModelAnswerInvalid, ModelError, ModelUnavailable
from records.language import Language
from retrieval.chat_request import BATCH, ChatRequest, Message
from retrieval.embedding import Vectors
from retrieval.retries import RETRIES, wait_before_retry
from retrieval.turns import Turns

Wording = dict[Language, str]
_Stream = openai.AsyncStream[ChatCompletionChunk]

CONNECT_SECONDS = 3.0
# A waiting person is told within 3 seconds that the server is away: half of it to connect, half to answer.
ANSWER_SECONDS = 1.5
# A prompt that fills 256K tokens is counted in a second or two.
COUNT_SECONDS = 20.0
# Between two pieces of an answer; the first comes after the prompt was read, and many long ones may wait in a queue.
READ_SECONDS = 600.0
# Until an answer that is taken whole has come: with full-size models on two cores without a GPU, four at once take some
# twelve minutes each (docs/benchmarks.md).
WHOLE_SECONDS = 1_800.0
# As many as vLLM runs at once with 8K tokens each on a GPU of 80 GB; what is beyond that waits here, by priority.
AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class ServedModel:
    """A model a server offers; `max_tokens` where the server says it."""

    name: str
    max_tokens: int | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """One number per pair; `tokens` is how many the server read for all of them together, where it says so."""

    values: NDArray[np.float64]
    tokens: int | None = None


class ModelServer:
    """A server at an address; nothing is connected before it is asked, and every failure is a ModelError.

    An asynchronous call opens a connection of its own, so it may run in any event loop.
    """

    def __init__(self, url: str, key: str = "", at_once: int = AT_ONCE) -> None:
        """`url` is the address with or without the `/v1` at its end; `at_once` bounds the requests for answers."""
        self.url = url.rstrip("/") if urlsplit(url).path.strip("/") else f"{url.rstrip('/')}/v1"
        self._root = self.url.removesuffix("/v1")
        self._tls = ssl.create_default_context()  # made once: it takes longer than a request
        self._options: dict[str, Any] = {
            "base_url": self.url,
            "api_key": key or "none",  # without one the client would take OPENAI_API_KEY and send it here
            "timeout": openai.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
            "max_retries": RETRIES,
        }
        self._turns = Turns(at_once)
        self.knows_priority = True

    def answers(self) -> tuple[ServedModel, ...]:
        """The models served, within 3 seconds; ModelUnavailable if there is no answer by then, or none is served."""
        try:
            with self._told_errors(), self._client() as client:
                page = client.with_options(max_retries=0, timeout=openai.Timeout(ANSWER_SECONDS)).models.list()
                served = tuple(ServedModel(model.id, getattr(model, "max_model_len", None)) for model in page.data)
        except ModelAnswerInvalid as error:
            raise ModelUnavailable(
                url=self.url, reason=_both("那里应答的不是模型服务器", "what answers there serves no model")
            ) from error
        if not served:
            raise ModelUnavailable(url=self.url, reason=_both("它没有提供模型", "it serves no model"))
        return served

    async def stream_chat(self, request: ChatRequest) -> AsyncGenerator[str]:
        """The answer's text, piece by piece as it is written.

        ModelUnavailable where the server cannot be reached or is lost on the way; ModelAnswerInvalid where it refuses
        the request, or the answer ends before it is finished: what came until then must not be used. Closing the
        iterator closes the connection, and the server stops writing. At a batch's priority the text comes in one piece:
        nobody looks on, and a piece for each token would keep this process busier than the server.
        """
        if request.priority >= BATCH:
            yield await self._whole(request)
            return
        finish: str | None = None
        with self._told_errors():
            async with (
                self._turns.turn(request.priority),
                self._async_client() as client,
                cast(_Stream, await self._asked(client, request, stream=True)) as chunks,
            ):
                async for chunk in chunks:
                    for choice in chunk.choices:
                        finish = choice.finish_reason or finish
                        if choice.delta.content:
                            yield choice.delta.content
        _check_finished(finish)

    async def _whole(self, request: ChatRequest) -> str:
        """The answer's text when all of it is written; as `stream_chat`."""
        with self._told_errors():
            async with self._turns.turn(request.priority), self._async_client() as client:
                answer = cast(ChatCompletion, await self._asked(client, request, stream=False))
                finish, text = answer.choices[0].finish_reason, answer.choices[0].message.content
        _check_finished(finish)
        return text or ""

    async def _asked(self, client: openai.AsyncOpenAI, request: ChatRequest, *, stream: bool) -> object:
        """The answer once the server has agreed to write it; before that, and only then, it is asked again."""
        seconds = READ_SECONDS if stream else WHOLE_SECONDS
        once = client.with_options(max_retries=0, timeout=openai.Timeout(seconds, connect=CONNECT_SECONDS))
        tried = 0
        while True:
            body = self._body(request)
            try:
                answer: object = await once.chat.completions.create(stream=stream, **body)
            except openai.APIError as error:
                if "priority" in body["extra_body"] and _refuses_priority(error):
                    self.knows_priority = False  # from now on nothing is said of it
                    continue
                tried += 1
                await self._waited(error, tried, patient=request.priority >= BATCH)
            else:
                return answer

    def _body(self, request: ChatRequest) -> dict[str, Any]:
        body = request.body()
        if not self.knows_priority:
            del body["extra_body"]["priority"]
        return body

    async def _waited(self, error: openai.APIError, tried: int, patient: bool) -> None:
        """Returns when it is time to ask again; raises the error where that makes no sense.

        A connection that takes longer than people are made to wait is tried again for a batch: many of its requests
        begin in the same moment, on a machine that may be busy with the rest of it.
        """
        wait = None
        if isinstance(error, openai.APIStatusError):
            wait = wait_before_retry(tried, error.status_code, error.response.headers)
        elif isinstance(error, openai.APIConnectionError) and (
            not isinstance(error, openai.APITimeoutError) or (patient and _while_connecting(error))
        ):
            wait = wait_before_retry(tried, None, {})
        if wait is None:
            raise error
        await asyncio.sleep(wait)

    async def count_tokens(self, messages: Sequence[Message], model: str) -> int | None:
        """How many tokens these messages are, the answer's beginning included; None where the server cannot say.

        Not of OpenAI's protocol but vLLM's, at the root of the server. It is asked once and waited for briefly.
        """
        body = {"model": model, "messages": list(messages), "add_generation_prompt": True}
        with self._told_errors():
            async with self._async_client() as client:
                once = client.with_options(
                    max_retries=0, timeout=openai.Timeout(COUNT_SECONDS, connect=CONNECT_SECONDS)
                )
                try:
                    answer = await once.post(f"{self._root}/tokenize", body=body, cast_to=httpx.Response)
                except openai.APIStatusError as error:
                    if error.status_code in _NO_SUCH_THING:
                        return None
                    raise
                return int(answer.json()["count"])

    def embed(self, texts: Sequence[str], model: str) -> Vectors:
        """One vector per text in their order, as the server gives them; no prompt is added."""
        with self._told_errors(), self._client() as client:
            answer = client.embeddings.create(input=list(texts), model=model, encoding_format="float")
            vectors = [entry.embedding for entry in sorted(answer.data, key=lambda entry: entry.index)]
            widths = {len(vector) for vector in vectors}
        if len(vectors) != len(texts) or len(widths) != 1:
            raise ModelAnswerInvalid(reason=f"{len(vectors)} vectors of widths {sorted(widths)} for {len(texts)} texts")
        return np.asarray(vectors, dtype=np.float32)

    def score(self, queries: Sequence[str], texts: Sequence[str], model: str, seconds: float) -> Scored:
        """One number per pair of query and text, in their order, as the server gives them; no prompt is added.

        Not of OpenAI's protocol but vLLM's, under the same address. It is asked once and waited for `seconds`.
        """
        body = {"model": model, "queries": list(queries), "documents": list(texts)}
        with self._told_errors(), self._client() as client:
            once = client.with_options(max_retries=0, timeout=openai.Timeout(seconds, connect=CONNECT_SECONDS))
            answer = once.post("/score", body=body, cast_to=httpx.Response).json()
            entries = sorted(answer["data"], key=lambda entry: entry["index"])
            places = [entry["index"] for entry in entries]
            values = np.asarray([float(entry["score"]) for entry in entries], dtype=np.float64)
            tokens = (answer.get("usage") or {}).get("prompt_tokens")
        if places != list(range(len(texts))):
            raise ModelAnswerInvalid(reason=f"{len(places)} scores, not one for each of {len(texts)} pairs")
        return Scored(values, tokens)

    def _client(self) -> openai.OpenAI:
        return openai.OpenAI(http_client=openai.DefaultHttpxClient(verify=self._tls), **self._options)

    def _async_client(self) -> openai.AsyncOpenAI:
        return openai.AsyncOpenAI(http_client=openai.DefaultAsyncHttpxClient(verify=self._tls), **self._options)

    @contextmanager
    def _told_errors(self) -> Iterator[None]:
        """Raise the client's errors in the product's words."""
        try:
            yield
        except openai.OpenAIError as error:
            raise self._told(error) from error
        except _MALFORMED as error:
            raise ModelAnswerInvalid(
                reason=_both("它不符合协议：{}", "it does not follow the protocol: {}", error)
            ) from error

    def _told(self, error: openai.OpenAIError) -> ModelError:
        """The error in the product's words."""
        if isinstance(error, openai.APIStatusError) and error.status_code in _REFUSALS:
            return ModelAnswerInvalid(
                reason=_both("服务器拒绝了请求：{}", "the request was refused: {}", _server_words(error))
            )
        if isinstance(error, openai.APIStatusError):
            return ModelUnavailable(url=self.url, reason=f"{error.status_code}: {_server_words(error)}")
        if isinstance(error, openai.APITimeoutError):
            return ModelUnavailable(url=self.url, reason=_both("等待太久", "it took too long"))
        if isinstance(error, openai.APIConnectionError):
            return ModelUnavailable(url=self.url, reason=_lost(error))
        return ModelAnswerInvalid(reason=str(error))


# The client does not check the form of what a server sends: these are what comes of reading it.
_MALFORMED = (AttributeError, TypeError, KeyError, ValueError)
# The server is well, but not with this request: a prompt too long, a schema it cannot follow.
_REFUSALS = frozenset({400, 413, 422})
_NO_SUCH_THING = frozenset({404, 405, 501})


def _check_finished(finish: str | None) -> None:
    if finish != "stop":
        raise ModelAnswerInvalid(reason=_ENDINGS.get(finish or "", _both("它以 {} 结束", "it ended with {}", finish)))


def _refuses_priority(error: openai.APIError) -> bool:
    refused = isinstance(error, openai.APIStatusError) and error.status_code in _REFUSALS
    return refused and "priority" in _server_words(error).lower()


def _while_connecting(error: openai.APITimeoutError) -> bool:
    # By name: the client has changed the library that it connects with, and with it the class.
    return type(error.__cause__).__name__ == "ConnectTimeout"


def _both(chinese: str, english: str, fact: object = "") -> Wording:
    return {"zh": chinese.format(fact), "en": english.format(fact)}


_ENDINGS = {
    "length": _both("它没有在允许的长度内写完", "it did not end within the number of tokens allowed"),
    "content_filter": _both("服务器拦下了它", "the server withheld it"),
    "": _both("它中途断了", "it broke off"),
}


def _lost(error: openai.APIConnectionError) -> Wording:
    cause = str(error.__cause__ or error) or "…"
    return _both("连接不上，或连接断了：{}", "it cannot be reached, or the connection was lost: {}", cause)


def _server_words(error: openai.APIError) -> str:
    body = error.body
    words = body.get("message") if isinstance(body, dict) else None
    return str(words or error.message)[:300]
