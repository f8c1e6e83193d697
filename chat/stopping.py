"""The stop button: what is under way for a person ends at once, and so do the requests it waits for."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import TypeVar

import chainlit as cl
from chainlit.context import init_ws_context
from chainlit.server import sio
from chainlit.session import WebsocketSession

from chat.session import spoken
from chat.under_way import running, see_through
from chat.words import say

Given = TypeVar("Given")


def answer_stop_button() -> None:
    """Take the place of Chainlit's own handler, which speaks English only."""
    sio.on("stop", stop)


async def stop(sid: str) -> None:
    """Cancel all that runs for the session; closing the connections ends the work on the servers too."""
    session = WebsocketSession.get(sid)
    if session is None or not (works := running(session)):
        return
    init_ws_context(session)
    for work in works:
        work.cancel()
    await cl.Message(say("stopped", spoken())).send()


async def offer_stop_button() -> None:
    """Have the page show the button although a conversation began without words, by files alone.

    Chainlit's page waits for the first words of a conversation, and takes those of a mere drop, none, for no beginning.
    """
    context = cl.context
    begun = {"interaction": say("command_screen", spoken()), "thread_id": context.session.thread_id}
    await context.emitter.emit("first_interaction", begun)


async def stoppable(work: Coroutine[object, object, Given]) -> Given | None:
    """Do the work of a button as if a message had asked for it: the page shows the stop button until all is done.

    Gives what the work gives, None where a person stopped it; raises what the work raises.
    """
    task = asyncio.create_task(work)
    await offer_stop_button()
    page = cl.context.emitter
    await see_through(task, cl.context.session, page.task_start, page.task_end)
    return None if task.cancelled() else task.result()
