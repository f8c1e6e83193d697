"""What the buttons do that have something written, or have its wording checked."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final

from chat import interviews, posting_drafts
from chat.office import office
from chat.session import spoken
from chat.stopping import stoppable
from records.assessment import AssessedBy
from records.language import Language

Payload = dict[str, Any]
Answer = dict[str, Any] | None


async def _interview_kit(payload: Payload) -> Answer:
    await stoppable(interviews.write_kit(payload["resume"], payload["posting"], _language(payload), _by(payload)))
    return None


async def _candidate_message(payload: Payload) -> Answer:
    await stoppable(interviews.draft_message(payload, _language(payload), _by(payload)))
    return None


async def _write_posting(payload: Payload) -> Answer:
    await stoppable(posting_drafts.write(str(payload["words"]), _language(payload), _by(payload)))
    return None


async def _save_posting(payload: Payload) -> Answer:
    return await asyncio.to_thread(posting_drafts.save, str(payload["text"]))


async def _check_wording(payload: Payload) -> Answer:
    """Of the text that the page shows, which may not have been saved yet, or of a posting of the library."""
    text = payload.get("text")
    if text is None:
        text = (await asyncio.to_thread(office().library.find, str(payload["posting"]))).text
    if payload.get("by") == "model":
        return await stoppable(posting_drafts.check_by_model(str(text), _language(payload)))
    return await asyncio.to_thread(posting_drafts.check_by_rules, str(text), _language(payload))


def _language(payload: Payload) -> Language:
    """The language a button names, else the one spoken."""
    named = payload.get("language")
    return "zh" if named == "zh" else "en" if named == "en" else spoken()


def _by(payload: Payload) -> AssessedBy | None:
    """Rules where a button names them, else who writes by default."""
    return "rules" if payload.get("by") == "rules" else None


WRITING: Final[dict[str, Callable[[Payload], Awaitable[Answer]]]] = {
    "interview_kit": _interview_kit,
    "candidate_message": _candidate_message,
    "write_posting": _write_posting,
    "save_posting": _save_posting,
    "check_wording": _check_wording,
}
