"""A server of OpenAI's protocol (vLLM and others), for language, embedding and reranking models; its only user."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlsplit

import httpx
import numpy as np
import openai
from numpy.typing import NDArray
from openai.types.chat import ChatCompletionChunk

from records.errors import ModelAnswerInvalid, ModelError, ModelUnavailable
from retrieval.chat_request import ChatRequest, Message
from retrieval.embedding import Vectors

CONNECT_SECONDS = 3.0
# A waiting person is told within 3 seconds that the server is away: half of it to connect, half to answer.
ANSWER_SECONDS = 1.5
# A prompt that fills 256K tokens is counted in a second or two.
COUNT_SECONDS = 20.0
# Between two pieces of an answer; the first comes after the prompt was read, and many long ones may wait in a queue.
READ_SECONDS = 600.0
# Only before an answer has begun: refused or lost connections, 408, 409, 429 and 5xx, half a second or more apart.
RETRIES = 2


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

    def __init__(self, url: str, key: str = "") -> None:
        """`url` is the address with or without the `/v1` at its end."""
        self.url = url.rstrip("/") if urlsplit(url).path.strip("/") else f"{url.rstrip('/')}/v1"
        self._root = self.url.removesuffix("/v1")
        self._tls = ssl.create_default_context()  # made once: it takes longer than a request
        self._options: dict[str, Any] = {
            "base_url": self.url,
            "api_key": key or "none",  # without one the client would take OPENAI_API_KEY and send it here
            "timeout": openai.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
            "max_retries": RETRIES,
        }

    def answers(self) -> tuple[ServedModel, ...]:
        """The models served, within 3 seconds; ModelUnavailable if there is no answer by then, or none is served."""
        try:
            with self._told_errors(), self._client() as client:
                page = client.with_options(max_retries=0, timeout=openai.Timeout(ANSWER_SECONDS)).models.list()
                served = tuple(ServedModel(model.id, getattr(model, "max_model_len", None)) for model in page.data)
        except ModelAnswerInvalid as error:
            raise ModelUnavailable(url=self.url, reason="what answers there serves no model") from error
        if not served:
            raise ModelUnavailable(url=self.url, reason="it serves no model")
        return served

    async def stream_chat(self, request: ChatRequest) -> AsyncIterator[str]:
        """The answer's text, piece by piece as it is written.

        ModelUnavailable where the server cannot be reached or is lost on the way; ModelAnswerInvalid where it refuses
        the request, or the answer ends before it is finished: what came until then must not be used.
        """
        finish: str | None = None
        with self._told_errors():
            async with self._async_client() as client:
                stream = await client.chat.completions.create(stream=True, **request.body())
                async with cast("openai.AsyncStream[ChatCompletionChunk]", stream) as chunks:
                    async for choice in (choice async for chunk in chunks for choice in chunk.choices):
                        finish = choice.finish_reason or finish
                        if choice.delta.content:
                            yield choice.delta.content
        if finish != "stop":
            raise ModelAnswerInvalid(reason=_ENDINGS.get(finish or "", f"it ended with {finish}"))

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
            raise ModelAnswerInvalid(reason=f"it does not follow the protocol: {error}") from error

    def _told(self, error: openai.OpenAIError) -> ModelError:
        """The error in the product's words."""
        if isinstance(error, openai.APIStatusError) and error.status_code in _REFUSALS:
            return ModelAnswerInvalid(reason=f"the request was refused: {_server_words(error)}")
        if isinstance(error, openai.APIStatusError):
            return ModelUnavailable(url=self.url, reason=f"{error.status_code}: {_server_words(error)}")
        if isinstance(error, openai.APITimeoutError):
            return ModelUnavailable(url=self.url, reason="it took too long")
        if isinstance(error, openai.APIConnectionError):
            return ModelUnavailable(url=self.url, reason=str(error.__cause__ or error) or "the connection was lost")
        return ModelAnswerInvalid(reason=str(error))


# The client does not check the form of what a server sends: these are what comes of reading it.
_MALFORMED = (AttributeError, TypeError, KeyError, ValueError)
# The server is well, but not with this request: a prompt too long, a schema it cannot follow.
_REFUSALS = frozenset({400, 413, 422})
_NO_SUCH_THING = frozenset({404, 405, 501})
_ENDINGS = {
    "length": "it did not end within the number of tokens allowed",
    "content_filter": "the server withheld it",
    "": "it broke off",
}


def _server_words(error: openai.APIStatusError) -> str:
    body = error.body
    words = body.get("message") if isinstance(body, dict) else None
    return str(words or error.message)[:300]
