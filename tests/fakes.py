"""Stand-ins for what a test cannot have, written by hand."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

from records.errors import RecruitingError
from retrieval.model_server import ChatRequest

Script = str | RecruitingError


class ScriptedChatModel:
    """A language model that says what the script says: one entry a request, text in small pieces or an error."""

    def __init__(self, script: Sequence[Script], piece: int = 7) -> None:
        self._script = list(script)
        self._piece = piece
        self.requests: list[ChatRequest] = []

    async def stream_chat(self, request: ChatRequest) -> AsyncIterator[str]:
        """The next entry of the script."""
        self.requests.append(request)
        entry = self._script[len(self.requests) - 1]
        if isinstance(entry, RecruitingError):
            raise entry
        for start in range(0, len(entry), self._piece):
            yield entry[start : start + self._piece]
