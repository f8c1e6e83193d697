"""What the agents need of a language model server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Protocol

from retrieval.model_server import ChatRequest


class ChatModel(Protocol):
    """Streams the answer to a request; `retrieval.model_server.ModelServer` and the tests' scripted one do."""

    def stream_chat(self, request: ChatRequest) -> AsyncIterator[str]:
        """Pieces of the answer as they are written; raises `ModelUnavailable`, `ModelAnswerInvalid`."""
        ...
