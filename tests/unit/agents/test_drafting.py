"""Who stops listening to what is written ends the model's request at once."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from typing import Any

import pytest

from agents.asking import Asking
from agents.candidate_message import Wish
from agents.drafting import Drafting
from fakes import ScriptedChatModel
from invented import assessment, case
from retrieval.chat_request import ChatRequest


class ListenedTo(ScriptedChatModel):
    """Knows whether anybody still listens."""

    def __init__(self) -> None:
        super().__init__(['{"title": "a long answer"}'])
        self.open = False

    async def stream_chat(self, request: ChatRequest) -> AsyncGenerator[str]:
        """The script's entry."""
        self.open = True
        try:
            async for piece in super().stream_chat(request):
                yield piece
        finally:
            self.open = False


@pytest.mark.parametrize(
    "begun",
    [
        lambda drafting: drafting.kit((assessment(), case().resume, case().posting), "en"),
        lambda drafting: drafting.message(Wish("invite", "Avery", "Cook", (), "en")),
        lambda drafting: drafting.posting("Backend engineer, Berlin", "en"),
        lambda drafting: drafting.check("Cook\nCompetitive salary", "en", "model"),
    ],
    ids=["kit", "message", "posting", "check"],
)
async def test_the_request_ends_with_the_listening(begun: Callable[[Drafting], AsyncGenerator[Any]]) -> None:
    model = ListenedTo()
    parts = begun(Drafting(Asking(model, "qwen")))
    await anext(parts)
    assert model.open

    await parts.aclose()

    assert not model.open
