"""The chat's front door: handlers of a few lines, nothing else."""

from __future__ import annotations

import asyncio
from typing import Any

import chainlit as cl
from chainlit.server import app, sio
from starlette.middleware import Middleware

from chat import office
from chat.actions import ACTIONS, perform
from chat.batches import welcome_back
from chat.first_screen import offer_commands, profile, starters
from chat.going_on import go_on, keep
from chat.missed import show_what_was_missed
from chat.own_page import OwnPage
from chat.replies import reply, reported_errors
from chat.session import spoken
from chat.stopping import answer_stop_button
from chat.uploads import accept_empty_files

app.user_middleware.append(Middleware(OwnPage))  # last is innermost: it must see the page before it is compressed
accept_empty_files()
answer_stop_button()
show_what_was_missed()
# Chainlit lets every origin open its socket; None is "the page's own origin only".
sio.eio.cors_allowed_origins = None


@cl.on_app_startup
async def on_app_startup() -> None:
    """Open the database and begin loading models; the page does not wait for them."""
    await asyncio.to_thread(office.start)


@cl.on_app_shutdown
async def on_app_shutdown() -> None:
    """End the reading workers and let go of the index."""
    await asyncio.to_thread(office.stop)


@cl.set_chat_profiles
async def on_chat_profiles(_user: cl.User | None, language: str | None) -> list[cl.ChatProfile]:
    """The first screen's words."""
    return [profile(spoken(language))]


@cl.set_starters
async def on_starters(_user: cl.User | None, language: str | None) -> list[cl.Starter]:
    """The first screen's buttons."""
    return starters(spoken(language))


@cl.on_chat_start
async def on_chat_start() -> None:
    """Offer the commands, and show what is under way."""
    await offer_commands(spoken())
    await go_on()
    async with reported_errors():
        await welcome_back(spoken())


@cl.on_message
async def on_message(message: cl.Message) -> None:
    """Answer, or say what went wrong and what to do about it."""
    await go_on()
    try:
        async with reported_errors():
            await reply(message)
    finally:
        await keep()


async def on_action(action: cl.Action) -> dict[str, Any] | None:
    """Every button of the page's elements."""
    return await perform(action)


for _name in ACTIONS:
    cl.action_callback(_name)(on_action)
