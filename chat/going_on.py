"""A conversation outlives its session: a page that comes back to a chat that was started anew, or that had given it up
over night, goes on with what it shows.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Final

import chainlit as cl

from agents.answers.answers import Turn
from agents.office import Office
from chat.office import office
from chat.session import Conversation, conversation, take_up
from records.conversations import Held
from records.errors import PostingNotFound

_ONE_AT_A_TIME: Final = asyncio.Lock()
"""Buttons of one page may be at work at once."""


async def go_on() -> None:
    """Take up the conversation of this page, where it had one."""
    held = await asyncio.to_thread(office().conversations.find, cl.context.session.id)
    if held is not None:
        take_up(await asyncio.to_thread(_taken_up, office(), held))


async def keep() -> None:
    """Keep the conversation as it stands, where anything has changed."""
    async with _ONE_AT_A_TIME:
        now = conversation()
        held = _held(now)
        if held != now.kept:
            await asyncio.to_thread(office().conversations.keep, cl.context.session.id, held)
            now.kept = held


def _held(now: Conversation) -> Held:
    return Held(
        resumes=tuple(now.resumes),
        assessed=tuple((sha256, known.posting) for sha256, all_known in now.assessments.items() for known in all_known),
        turns=tuple((turn.question, turn.answer) for turn in now.turns),
        batch=now.batch,
        replaced=dict(now.replaced),
    )


def _taken_up(here: Office, held: Held) -> Conversation:
    """What is still on record; a posting may have been removed since, or a resume read by another version."""
    taken_up = Conversation(
        turns=[Turn(question, answer) for question, answer in held.turns],
        batch=held.batch,
        replaced=dict(held.replaced),
        kept=held,
    )
    taken_up.resumes = {resume.sha256: resume for resume in here.resumes.some(held.resumes)}
    for sha256, posting in held.assessed:
        assessment = here.record.latest(sha256, posting)
        if assessment is not None and sha256 in taken_up.resumes:
            with suppress(PostingNotFound):
                taken_up.keep(taken_up.resumes[sha256], here.library.find(posting), assessment)
    return taken_up
