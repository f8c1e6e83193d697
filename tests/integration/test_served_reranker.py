"""What an address that reranks badly leads to; the real vLLM is asked in tests/serving."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from local_server import Asked, Reply, as_json, as_models, serving
from records.errors import RerankerError
from records.redacted import RedactedText
from retrieval.model_server import ModelServer
from retrieval.reranking import answering, asking
from retrieval.served_reranker import PAIRS_AT_ONCE, ServedReranker

MODEL = "Qwen/Qwen3-Reranker-4B"
POSTING = RedactedText("Search engineer")
RESUMES = [RedactedText("Led a team"), RedactedText("负责设计")]


def scores_of(*scores: object, tokens: int = 2) -> Reply:
    entries = [{"index": n, "object": "score", "score": score} for n, score in enumerate(scores)]
    return as_json({"object": "list", "data": entries[::-1], "usage": {"prompt_tokens": tokens}})


BARE = scores_of(0.5)


@contextmanager
def scripted(*replies: Reply, model: str = MODEL, seconds: float = 60) -> Iterator[tuple[ServedReranker, list[Asked]]]:
    """A reranker at a server that gives one reply after the other, and what it was asked to score."""
    asked: list[Asked] = []

    def answer(request: Asked) -> Reply:
        if request.path.endswith("/models"):
            return as_models(model)
        asked.append(request)
        return replies[min(len(asked), len(replies)) - 1]

    with serving(answer) as url:
        yield ServedReranker(ModelServer(url), MODEL, seconds), asked


def test_the_halves_of_the_prompt_are_sent_and_the_scores_keep_their_places() -> None:
    with scripted(BARE, scores_of(0.25, 0.75)) as (reranker, asked):
        scores = reranker.scores([POSTING], RESUMES, "posting_to_resumes")

    assert scores.tolist() == [0.25, 0.75]
    assert asked[-1].path == "/v1/score"
    assert asked[-1].body == {
        "model": MODEL,
        "queries": [asking(POSTING, "posting_to_resumes")] * 2,
        "documents": [answering(text) for text in RESUMES],
    }


def test_nothing_to_score_asks_nobody() -> None:
    reranker = ServedReranker(ModelServer("http://127.0.0.1:9"), MODEL)

    assert reranker.scores([POSTING], [], "posting_to_resumes").tolist() == []


def test_many_pairs_are_sent_in_several_requests() -> None:
    with scripted(BARE, scores_of(*[0.5] * PAIRS_AT_ONCE), scores_of(1.0)) as (reranker, asked):
        scores = reranker.scores([POSTING], RESUMES[:1] * (PAIRS_AT_ONCE + 1), "posting_to_resumes")

    assert [len(request.body["documents"]) for request in asked] == [1, PAIRS_AT_ONCE, 1]
    assert scores[-1] == 1


def test_a_server_away_is_told_within_three_seconds_with_what_to_do() -> None:
    took = []
    for _ in range(3):  # the machine may be busy with other things at one time, and not at all three
        began = time.monotonic()
        with pytest.raises(RerankerError) as raised:
            ServedReranker(ModelServer("http://127.0.0.1:9"), MODEL).scores([POSTING], RESUMES, "posting_to_resumes")
        took.append(time.monotonic() - began)

    assert min(took) < 3
    assert "BOLE_RERANKER_URL" in raised.value.advice("en")


def test_a_server_that_takes_too_long_is_told() -> None:
    slow = Reply(scores_of(0.1, 0.2).pieces, wait=60)
    with scripted(BARE, slow, seconds=0.3) as (reranker, _), pytest.raises(RerankerError, match="too long"):
        reranker.scores([POSTING], RESUMES, "posting_to_resumes")


def test_a_model_that_is_not_served_is_told_with_those_that_are() -> None:
    with scripted(BARE, model="bge") as (reranker, _), pytest.raises(RerankerError, match="it serves bge"):
        reranker.scores([POSTING], RESUMES, "posting_to_resumes")


def test_a_server_that_adds_a_prompt_of_its_own_is_refused() -> None:
    with scripted(scores_of(0.5, tokens=70)) as (reranker, _), pytest.raises(RerankerError, match="--chat-template"):
        reranker.check()


@pytest.mark.parametrize(
    "reply",
    [
        as_json({"error": {"message": "no"}}, 500),
        as_json({"error": {"message": "too long"}}, 400),
        Reply([b"<html>"], kind="text/html"),
        as_json([]),
        as_json({"data": [{"index": 0}]}),
        scores_of(0.5),
        scores_of(0.5, None),
        scores_of(0.5, "high"),
        scores_of(0.5, float("nan")),
        scores_of(0.5, 1.5),
        scores_of(0.5, -0.5),
    ],
)
def test_scores_that_do_not_fit_are_never_used(reply: Reply) -> None:
    with scripted(BARE, reply) as (reranker, _), pytest.raises(RerankerError):
        reranker.scores([POSTING], RESUMES, "posting_to_resumes")
