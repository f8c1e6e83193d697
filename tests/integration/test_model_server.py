"""The client of model servers, against a real server on loopback that behaves and misbehaves as told."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace

import numpy as np
import openai
import pytest

from local_server import Asked, Reply, as_json, as_models, as_stream, serving
from records.errors import ModelAnswerInvalid, ModelUnavailable
from retrieval import model_server
from retrieval.chat_request import ChatRequest, Sampling
from retrieval.model_server import ModelServer

NOWHERE = "http://127.0.0.1:9"
SCHEMA = {"type": "object", "properties": {"line": {"type": "integer", "enum": [1, 2]}}, "required": ["line"]}


@contextmanager
def scripted(*replies: Reply) -> Iterator[tuple[ModelServer, list[Asked]]]:
    """A server that gives one reply after the other, the last again and again, and what it was asked."""
    asked: list[Asked] = []

    def answer(request: Asked) -> Reply:
        asked.append(request)
        return replies[min(len(asked), len(replies)) - 1]

    with serving(answer) as url:
        yield ModelServer(url, key="secret"), asked


async def collected(server: ModelServer, came: list[str]) -> None:
    async for piece in server.stream_chat(request()):
        came.append(piece)


def request(**changes: object) -> ChatRequest:
    wanted = {
        "messages": [{"role": "user", "content": "第 1 行写了什么？"}],
        "model": "qwen3",
        "max_tokens": 50,
        **changes,
    }
    return ChatRequest(**wanted)  # type: ignore[arg-type]


async def answer_of(server: ModelServer, asked: ChatRequest | None = None) -> list[str]:
    return [piece async for piece in server.stream_chat(asked or request())]


def refusal(status: int, message: str = "no", **headers: str) -> Reply:
    # The client waits half a second and more before it tries again; this header lets a test go on sooner.
    return as_json({"error": {"message": message}}, status, retry_after_ms="10", **headers)


def test_the_models_served_are_named_with_their_limits() -> None:
    with scripted(as_models("qwen3", "other", max_tokens=4096)) as (server, asked):
        served = server.answers()

    assert [(model.name, model.max_tokens) for model in served] == [("qwen3", 4096), ("other", 4096)]
    assert asked[0].path == "/v1/models"


def test_the_key_is_sent() -> None:
    with scripted(as_models("qwen3")) as (server, asked):
        server.answers()

    assert asked[0].headers["authorization"] == "Bearer secret"


def test_no_other_services_key_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "private")
    with scripted(as_models("qwen3")) as (server, asked):
        ModelServer(server.url).answers()

    assert "private" not in str(asked[0].headers)


@pytest.mark.parametrize("ending", ["", "/", "/v1", "/v1/"])
def test_an_address_is_taken_with_and_without_its_version(ending: str) -> None:
    with scripted(as_models("qwen3")) as (server, asked):
        ModelServer(server.url.removesuffix("/v1") + ending).answers()

    assert asked[0].path == "/v1/models"


def test_an_address_where_nothing_listens_is_told() -> None:
    with pytest.raises(ModelUnavailable, match=NOWHERE):
        ModelServer(NOWHERE).answers()


def test_a_server_that_hangs_is_told_within_three_seconds(shipped_patience: None) -> None:
    slow = as_models("qwen3")
    took = []
    with scripted(Reply(slow.pieces, wait=60)) as (server, _):
        for _ in range(3):  # the machine may be busy with other things at one time, and not at all three
            began = time.monotonic()
            with pytest.raises(ModelUnavailable, match="too long"):
                server.answers()
            took.append(time.monotonic() - began)

    assert min(took) < 3


@pytest.mark.parametrize(
    "reply", [as_models(), as_json([]), as_json("hello"), Reply([b"<html>Welcome</html>"], kind="text/html")]
)
def test_a_server_that_is_no_model_server_is_told(reply: Reply) -> None:
    with scripted(reply) as (server, _), pytest.raises(ModelUnavailable, match="serves no model"):
        server.answers()


@pytest.mark.parametrize("status", [401, 403, 404, 500, 503])
def test_a_server_that_turns_the_question_away_is_told_with_its_own_words(status: int) -> None:
    with scripted(refusal(status, "not you")) as (server, _), pytest.raises(ModelUnavailable, match="not you"):
        server.answers()


async def test_an_answer_comes_piece_by_piece() -> None:
    with scripted(as_stream("第 1 行", "写了", " Python")) as (server, _):
        assert await answer_of(server) == ["第 1 行", "写了", " Python"]


async def test_everything_about_sampling_is_said() -> None:
    sampling = Sampling(temperature=0.7, top_p=0.8, top_k=20, min_p=0.1, seed=3)
    with scripted(as_stream("a")) as (server, asked):
        await answer_of(server, request(sampling=sampling, extra={"priority": 5}))

    sent = asked[0].body
    assert {name: sent[name] for name in ("temperature", "top_p", "top_k", "min_p", "seed", "priority")} == {
        "temperature": 0.7,
        "top_p": 0.8,
        "top_k": 20,
        "min_p": 0.1,
        "seed": 3,
        "priority": 5,
    }
    assert (sent["model"], sent["max_tokens"], sent["stream"]) == ("qwen3", 50, True)


async def test_a_schema_is_passed_on_for_the_server_to_enforce() -> None:
    with scripted(as_stream('{"line": 1}')) as (server, asked):
        await answer_of(server, request(schema=SCHEMA))

    form = asked[0].body["response_format"]
    assert (form["type"], form["json_schema"]["schema"]) == ("json_schema", SCHEMA)


async def test_without_a_schema_the_answer_is_free() -> None:
    with scripted(as_stream("a")) as (server, asked):
        await answer_of(server)

    assert "response_format" not in asked[0].body


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_a_server_that_is_busy_for_a_moment_is_asked_again(status: int) -> None:
    with scripted(refusal(status), as_stream("a")) as (server, asked):
        assert await answer_of(server) == ["a"]

    assert len(asked) == 2


@pytest.mark.parametrize("status", [429, 500])
async def test_a_server_that_stays_busy_is_not_asked_for_ever(status: int) -> None:
    with (
        scripted(refusal(status, "overloaded")) as (server, asked),
        pytest.raises(ModelUnavailable, match="overloaded"),
    ):
        await answer_of(server)

    assert len(asked) == 3


async def test_a_request_the_server_refuses_is_not_sent_again() -> None:
    with (
        scripted(refusal(400, "prompt too long")) as (server, asked),
        pytest.raises(ModelAnswerInvalid, match="prompt too long"),
    ):
        await answer_of(server)

    assert len(asked) == 1


async def test_a_lost_server_is_told() -> None:
    with pytest.raises(ModelUnavailable, match=NOWHERE):
        await answer_of(ModelServer(NOWHERE))


async def test_an_answer_that_ran_out_of_tokens_is_no_answer() -> None:
    with scripted(as_stream('{"line": ', finish="length")) as (server, _), pytest.raises(ModelAnswerInvalid):
        await answer_of(server)


async def test_a_connection_lost_in_the_middle_is_told_after_what_came() -> None:
    came: list[str] = []
    broken = as_stream("half", finish=None, done=False, cut=True)
    with scripted(broken) as (server, asked), pytest.raises(ModelUnavailable):
        await collected(server, came)

    assert came == ["half"]
    assert len(asked) == 1  # what was shown is not begun again behind the reader's back


async def test_an_answer_that_just_stops_is_no_answer() -> None:
    with (
        scripted(as_stream("half", finish=None, done=False)) as (server, _),
        pytest.raises(ModelAnswerInvalid, match="broke off"),
    ):
        await answer_of(server)


async def test_an_error_inside_the_stream_is_told() -> None:
    broken = b'data: {"error": {"message": "engine died", "code": 500}}\n\n'
    with (
        scripted(Reply([broken], kind="text/event-stream")) as (server, _),
        pytest.raises(ModelAnswerInvalid, match="engine died"),
    ):
        await answer_of(server)


@pytest.mark.parametrize(
    "body", [b"data: not json\n\n", b"data: {}\n\n", b'data: {"choices": null}\n\n', b"data: []\n\n"]
)
async def test_a_stream_that_does_not_follow_the_protocol_is_no_answer(body: bytes) -> None:
    with scripted(Reply([body], kind="text/event-stream")) as (server, _), pytest.raises(ModelAnswerInvalid):
        await answer_of(server)


async def test_a_reader_that_loses_interest_ends_the_connection() -> None:
    with scripted(as_stream("a", "b", "c")) as (server, _):
        stream = server.stream_chat(request())
        assert await anext(stream) == "a"
        await stream.aclose()  # type: ignore[attr-defined]


def vectors_reply(*vectors: list[float]) -> Reply:
    return as_json({"data": [{"index": n, "embedding": vector} for n, vector in enumerate(vectors)]})


def test_vectors_come_in_the_order_of_the_texts() -> None:
    swapped = as_json({"data": [{"index": 1, "embedding": [0, 1]}, {"index": 0, "embedding": [1, 0]}]})
    with scripted(swapped) as (server, asked):
        vectors = server.embed(["a", "b"], "qwen3")

    assert np.array_equal(vectors, np.eye(2, dtype=np.float32))
    assert asked[0].body["input"] == ["a", "b"]


@pytest.mark.parametrize("reply", [vectors_reply([1, 0]), vectors_reply([1, 0], [1]), vectors_reply(), as_json({})])
def test_vectors_of_the_wrong_number_or_shape_are_refused(reply: Reply) -> None:
    with scripted(reply) as (server, _), pytest.raises(ModelAnswerInvalid):
        server.embed(["a", "b"], "qwen3")


def test_a_connection_that_nobody_takes_is_told_from_an_answer_that_takes_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(model_server, "ANSWER_SECONDS", 0.3)
    with closing(socket.create_server(("127.0.0.1", 0), backlog=0)) as listener, ExitStack() as waiting:
        for _ in range(4):  # the queue is full: no more connections come about
            one = waiting.enter_context(closing(socket.socket()))
            one.setblocking(False)
            one.connect_ex(listener.getsockname())
        with pytest.raises(ModelUnavailable) as never_connected:
            ModelServer("http://{}:{}/v1".format(*listener.getsockname())).answers()
    with (
        serving(lambda _: replace(as_models("qwen"), wait=60)) as address,
        pytest.raises(ModelUnavailable) as never_answered,
    ):
        ModelServer(f"{address}/v1").answers()

    causes = [never_connected.value.__cause__, never_answered.value.__cause__]
    assert [isinstance(cause, openai.APITimeoutError) for cause in causes] == [True, True]
    assert [model_server._while_connecting(cause) for cause in causes] == [True, False]  # type: ignore[arg-type]
