"""Prompts as they are written down in tests/unit/prompts, to be compared whole."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from fakes import ScriptedChatModel

PROMPTS: Final = Path(__file__).parents[1] / "prompts"


def written_down(name: str) -> str:
    """The prompt of that name, system and user message with `---` between them."""
    return (PROMPTS / f"{name}.txt").read_text("utf-8").rstrip("\n")


def said_to(server: ScriptedChatModel) -> str:
    """What the model was told first, in the same form."""
    return "\n---\n".join(message["content"] for message in server.requests[0].messages)
