"""The first screen: what this is in two sentences, and six ways to begin."""

from __future__ import annotations

from typing import Final

import chainlit as cl

from chat.words import say
from records.language import Language

# Label and message, icon, command.
_STARTERS: Final = (
    ("screen", "resume", "screen"),
    ("batch", "batch", "screen"),
    ("postings", "posting", "postings"),
    ("find", "candidates", "find"),
    ("ask", "question", "ask"),
    ("sample", "sample", "sample"),
)
_COMMAND_ICONS: Final = {
    "screen": "file-text",
    "postings": "briefcase",
    "write": "file-pen-line",
    "match": "list-checks",
    "find": "user-search",
    "vectors": "grid-3x3",
    "library": "library",
    "interview": "messages-square",
    "export": "download",
    "sample": "sparkles",
}


def profile(language: Language) -> cl.ChatProfile:
    """The description on the first screen; Chainlit shows it for its one profile, icon included."""
    return cl.ChatProfile(
        name="bole",
        display_name="伯乐 Bole",
        icon="/public/mark.svg",
        default=True,
        markdown_description=say("welcome", language),
    )


def starters(language: Language) -> list[cl.Starter]:
    """Five starters and the sample."""
    return [
        cl.Starter(
            label=say(f"starter_{name}", language),
            message=say(f"say_{name}", language),
            icon=f"/public/icons/{icon}.svg",
            command=command,
        )
        for name, icon, command in _STARTERS
    ]


async def offer_commands(language: Language) -> None:
    """The commands behind `/`."""
    commands = [
        {"id": name, "description": say(f"command_{name}", language), "icon": icon}
        for name, icon in _COMMAND_ICONS.items()
    ]
    await cl.context.emitter.set_commands(commands)  # type: ignore[arg-type]
