"""Qwen3-Reranker at an address: vLLM's `/v1/score`, which reads the two halves of a prompt as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from records.errors import ModelError, RerankerError
from records.redacted import RedactedText
from retrieval.embedding import Task
from retrieval.model_server import ModelServer
from retrieval.reranking import Likelihoods, Reranker, answering, asking, paired

PAIRS_AT_ONCE = 32
# Twenty pairs of 4,000 tokens take a GPU some ten seconds, and others may be in the queue before them.
SCORE_SECONDS = 120.0
# What is sent to find out whether the server has a template of its own, and more tokens than it can have without one.
_SHORTEST = "a"
_FEW_TOKENS = 8


class ServedReranker(Reranker):
    """The reranker at an address, which must serve `model` without a chat template of its own.

    A server that is away is told within 3 seconds, before anything is scored; a pair too long is the server's to
    refuse. Whatever goes wrong is a RerankerError: some pairs scored and some not are never returned.
    """

    def __init__(self, server: ModelServer, model: str, seconds: float = SCORE_SECONDS) -> None:
        self._server, self._model, self._seconds = server, model, seconds
        self._known_bare = False

    def scores(self, queries: Sequence[RedactedText], texts: Sequence[RedactedText], task: Task) -> Likelihoods:
        """How likely each text answers its query, from 0 to 1, pair by pair."""
        queries, texts = paired(queries, texts)
        if not texts:
            return np.zeros(0)
        asked = [asking(query, task) for query in queries]
        answers = [answering(text) for text in texts]
        self.check()
        with self._told_errors():
            parts = [slice(start, start + PAIRS_AT_ONCE) for start in range(0, len(texts), PAIRS_AT_ONCE)]
            found = [self._server.score(asked[part], answers[part], self._model, self._seconds) for part in parts]
        return self._likely(np.concatenate([scored.values for scored in found]))

    def check(self) -> None:
        """RerankerError, within 3 seconds where nothing answers, unless the model is served and asked as it should."""
        with self._told_errors():
            names = [served.name for served in self._server.answers()]
            if self._model not in names:
                raise self._error(f"it serves {', '.join(names)}, not {self._model}")
            if not self._known_bare:
                self._check_bare()
                self._known_bare = True

    def _check_bare(self) -> None:
        # A server started with a template would wrap the prompt made here in a second one, and score quietly worse.
        scored = self._server.score([_SHORTEST], [_SHORTEST], self._model, self._seconds)
        if scored.tokens is not None and scored.tokens > _FEW_TOKENS:
            raise self._error("it adds a prompt of its own; start it without --chat-template")

    def _likely(self, values: Likelihoods) -> Likelihoods:
        if not (np.isfinite(values) & (values >= 0) & (values <= 1)).all():
            raise self._error("it gave numbers that are not between 0 and 1")
        return values

    @contextmanager
    def _told_errors(self) -> Iterator[None]:
        try:
            yield
        except ModelError as error:
            raise self._error(str(error.facts["reason"])) from error

    def _error(self, reason: str) -> RerankerError:
        return RerankerError(url=self._server.url, reason=reason)
