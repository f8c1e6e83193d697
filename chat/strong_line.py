"""The line between strong and weak matches in the chat: moved for a conversation, or kept for everybody."""

from __future__ import annotations

import asyncio
from typing import Any

from agents.strong_line import StrongLine, origin_told
from chat.office import office
from chat.session import conversation, spoken
from records.language import Language

Shown = dict[str, Any]
"""`value`, `origin`, `told` (where it came from, in words) and `can_keep`, for the list of matches."""


def line_shown(line: StrongLine, language: Language) -> Shown:
    """A line as the list of matches shows it; where the setting holds for everybody, nothing can be kept for them."""
    return {
        "value": line.value,
        "origin": line.origin,
        "told": origin_told(line, language),
        "can_keep": not office().line.is_set,
    }


async def move(value: float) -> Shown:
    """Move the line for this conversation."""
    conversation().strong_line = round(min(max(value, 0.0), 1.0), 2)
    return await _in_force()


async def keep() -> Shown:
    """Keep the line of this conversation for everybody."""
    held = conversation()
    if held.strong_line is not None and not office().line.is_set:
        await asyncio.to_thread(office().line.keep_moved, held.strong_line)
        held.strong_line = None
    return await _in_force()


async def reset() -> Shown:
    """Take back this conversation's move; where there is none, the line that somebody kept for everybody."""
    held = conversation()
    if held.strong_line is None:
        await asyncio.to_thread(office().line.forget_moved)
    held.strong_line = None
    return await _in_force()


async def _in_force() -> Shown:
    line = await asyncio.to_thread(office().line.in_force, conversation().strong_line)
    return line_shown(line, spoken())
