"""What an address that serves embeddings badly leads to; what it does when all is well is in the contract test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from local_server import Asked, Reply, as_json, as_models, serving
from records.errors import EmbeddingError
from records.redacted import RedactedText
from retrieval.model_server import ModelServer
from retrieval.served_embedding import TEXTS_AT_ONCE, ServedEmbedding

LINES = [RedactedText("Led a team"), RedactedText("负责设计")]


def vectors_of(*vectors: list[float]) -> Reply:
    return as_json({"data": [{"index": n, "embedding": vector} for n, vector in enumerate(vectors)]})


@contextmanager
def scripted(model: str, *replies: Reply) -> Iterator[tuple[ModelServer, list[Asked]]]:
    """A server of one model that gives one set of vectors after the other, and what it was asked to embed."""
    asked: list[Asked] = []

    def answer(request: Asked) -> Reply:
        if request.path.endswith("/models"):
            return as_models(model)
        asked.append(request)
        return replies[min(len(asked), len(replies)) - 1]

    with serving(answer) as url:
        yield ModelServer(url), asked


def test_a_model_that_takes_no_instruction_is_sent_plain_queries() -> None:
    with scripted("BAAI/bge-m3", vectors_of([3, 4])) as (server, asked):
        vectors = ServedEmbedding(server).embed_queries(LINES[:1], "free_search")

    assert asked[-1].body["input"] == ["Led a team"]
    assert vectors.tolist() == [[pytest.approx(0.6), pytest.approx(0.8)]]


def test_many_texts_are_sent_in_several_requests() -> None:
    full = vectors_of(*[[1.0, 0.0]] * TEXTS_AT_ONCE)
    with scripted("bge", vectors_of([1, 0]), full, vectors_of([0, 1])) as (server, asked):
        vectors = ServedEmbedding(server).embed_passages([RedactedText(str(n)) for n in range(TEXTS_AT_ONCE + 1)])

    assert [len(request.body["input"]) for request in asked[1:]] == [TEXTS_AT_ONCE, 1]
    assert vectors[-1].tolist() == [0, 1]


def test_a_model_that_is_not_served_is_told_with_those_that_are() -> None:
    with scripted("bge", vectors_of([1, 0])) as (server, _), pytest.raises(EmbeddingError, match="serves bge"):
        ServedEmbedding(server, model="qwen3")


def test_an_address_that_does_not_answer_is_told() -> None:
    with pytest.raises(EmbeddingError, match="does not answer"):
        ServedEmbedding(ModelServer("http://127.0.0.1:9"))


@pytest.mark.parametrize(
    "reply",
    [
        vectors_of([1, 0]),
        vectors_of([1, 0], [1]),
        vectors_of([1], [1]),
        vectors_of([1, 0], [float("nan"), 0]),
        as_json({"error": "no"}, 400),
    ],
)
def test_vectors_that_do_not_fit_are_never_used(reply: Reply) -> None:
    with scripted("bge", vectors_of([1, 0]), reply) as (server, _):
        embedding = ServedEmbedding(server)
        with pytest.raises(EmbeddingError):
            embedding.embed_passages(LINES)
