"""What the agents need of a language model server."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from typing import Protocol

from retrieval.chat_request import ChatRequest, Message


class ChatModel(Protocol):
    """Streams the answer to a request; `retrieval.model_server.ModelServer` and the tests' scripted one do."""

    def stream_chat(self, request: ChatRequest) -> AsyncGenerator[str]:
        """Pieces of the answer as they are written; raises `ModelUnavailable`, `ModelAnswerInvalid`."""
        ...

    async def count_tokens(self, messages: Sequence[Message], model: str) -> int | None:
        """How many tokens the messages are; None where the server cannot say. Raises `ModelUnavailable`."""
        ...
