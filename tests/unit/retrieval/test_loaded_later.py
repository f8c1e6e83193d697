from __future__ import annotations

import logging
import threading
from collections.abc import Sequence

import numpy as np
import pytest

from records.errors import EmbeddingError
from records.redacted import RedactedText
from retrieval.embedding import Embedding, Fingerprint, Task, Vectors
from retrieval.loaded_later import LoadedLater

LINE = RedactedText("Led a team")


class Ready(Embedding):
    """An embedding of two dimensions that is there."""

    fingerprint = Fingerprint("ready", 2)  # type: ignore[assignment]
    max_tokens = 256
    strong_line = 0.5

    def embed_passages(self, texts: Sequence[RedactedText]) -> Vectors:
        return np.tile(np.array([[1, 0]], dtype=np.float32), (len(texts), 1))

    def embed_queries(self, texts: Sequence[RedactedText], task: Task) -> Vectors:
        return np.tile(np.array([[0, 1]], dtype=np.float32), (len(texts), 1))


def failing() -> Embedding:
    raise EmbeddingError(model="broken", reason="its file is gone")


def test_warming_returns_at_once_and_calls_wait_for_the_model() -> None:
    may_load = threading.Event()

    def slowly() -> Embedding:
        assert may_load.wait(60)
        return Ready()

    later = LoadedLater(slowly)
    later.warm()
    assert not later.loaded

    may_load.set()
    assert later.embed_passages([LINE]).tolist() == [[1, 0]]
    assert later.loaded


def test_it_answers_as_the_embedding_it_loads() -> None:
    later = LoadedLater(Ready)

    assert later.embed_queries([LINE], "free_search").tolist() == [[0, 1]]
    assert (later.model, later.dimensions, later.max_tokens, later.strong_line) == ("ready", 2, 256, 0.5)
    assert later.fingerprint == Fingerprint("ready", 2)


def test_the_model_is_loaded_once_however_many_ask() -> None:
    loads: list[int] = []

    def counted() -> Embedding:
        loads.append(1)
        return Ready()

    later = LoadedLater(counted)
    threads = [threading.Thread(target=later.embed_passages, args=([LINE],)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert loads == [1]


def test_a_model_that_cannot_be_loaded_is_told_at_every_call() -> None:
    later = LoadedLater(failing)

    for _ in range(2):
        with pytest.raises(EmbeddingError, match="its file is gone"):
            later.embed_passages([LINE])


def test_a_failure_while_warming_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        LoadedLater(failing).warm()
        for thread in threading.enumerate():
            if thread.name == "embedding":
                thread.join()

    assert "its file is gone" in caplog.text


def test_a_model_that_could_not_be_loaded_is_tried_again() -> None:
    outcomes = [Ready, failing]

    def next_outcome() -> Embedding:
        return outcomes.pop()()

    later = LoadedLater(next_outcome)
    with pytest.raises(EmbeddingError):
        later.embed_passages([LINE])

    assert later.embed_passages([LINE]).shape == (1, 2)
