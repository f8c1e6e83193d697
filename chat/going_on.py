"""A conversation outlives its session: a page that comes back to a chat that was started anew, or that had given it up
over night, goes on with what it shows.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Final
from weakref import WeakKeyDictionary

import chainlit as cl
from chainlit.session import BaseSession

from chat.conversation import held_in, taken_up
from chat.office import office
from chat.session import conversation, take_up
from records.errors import StorageError

logger = logging.getLogger(__name__)

_TAKING_UP: Final[WeakKeyDictionary[BaseSession, asyncio.Task[None]]] = WeakKeyDictionary()
"""What the first that a page asked for began; whatever else it asks waits for it."""


async def go_on() -> None:
    """Take up the conversation of this page, where it had one; done once a session, before all else."""
    session = cl.context.session
    if session not in _TAKING_UP:
        _TAKING_UP[session] = asyncio.create_task(_take_up(session.id))
    await asyncio.shield(_TAKING_UP[session])


async def keep() -> None:
    """Keep the conversation as it stands, where anything has changed.

    What was done is done whether or not it can be kept: a failure is logged, and it is tried again next time.
    """
    now = conversation()
    held = held_in(now)
    if held == now.kept:
        return
    async with now.keeping:  # buttons of one page may be at work at once
        try:
            await asyncio.to_thread(office().conversations.keep, cl.context.session.id, held)
        except StorageError as error:
            logger.warning("The conversation could not be kept. %s", error.message("en"))
        else:
            now.kept = held


async def _take_up(session_id: str) -> None:
    try:
        held = await asyncio.to_thread(office().conversations.find, session_id)
        if held is not None:
            take_up(await asyncio.to_thread(taken_up, held, office().resumes))
    except StorageError as error:
        logger.warning("The conversation could not be taken up. %s", error.message("en"))
