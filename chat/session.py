"""Whose conversation it is, and in which language."""

from __future__ import annotations

import chainlit as cl

from agents.settings import read_settings
from chat.conversation import Conversation
from records.language import Language, preferred_language

_KEY = "conversation"


def conversation() -> Conversation:
    """The conversation of this session."""
    found: Conversation | None = cl.user_session.get(_KEY)
    if found is None:
        found = Conversation()
        cl.user_session.set(_KEY, found)
    return found


def take_up(earlier: Conversation) -> None:
    """Go on with an earlier conversation in this session."""
    cl.user_session.set(_KEY, earlier)


def _browser_tag() -> str | None:
    tag: str | None = getattr(cl.context.session, "language", None)
    return tag


def spoken(browser_tag: str | None = None) -> Language:
    """The language to speak: the setting, else the browser's."""
    return read_settings().language or preferred_language(browser_tag or _browser_tag())
