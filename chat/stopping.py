"""The stop button: ends what is under way, whatever began it, and says so in the user's language."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import chainlit as cl
from chainlit.context import init_ws_context
from chainlit.session import WebsocketSession

from chat.session import spoken
from chat.words import say


async def stop(connection: str) -> None:
    """Takes the place of Chainlit's own, which says in English that the task was stopped."""
    session = WebsocketSession.get(connection)
    if session is None:
        return
    init_ws_context(session)
    if session.current_task:
        session.current_task.cancel()
    await cl.Message(say("stopped", spoken())).send()


async def stoppable(work: Coroutine[Any, Any, None]) -> None:
    """Runs what a button began so that the stop button is there and ends it, as it does for a message."""
    emitter, session = cl.context.emitter, cl.context.session
    task = asyncio.create_task(work)
    session.current_task = task
    await emitter.task_start()
    try:
        await asyncio.wait({task})
    finally:
        await emitter.task_end()
    if not task.cancelled():
        task.result()
