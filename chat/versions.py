"""Earlier versions in the chat: a resume that may be one is offered as such, and what a person decides is kept."""

from __future__ import annotations

import asyncio
from typing import Any

import chainlit as cl

from agents.versions import Offer
from chat.office import office
from chat.session import conversation
from records.errors import ResumeNotFound
from records.language import Language
from records.resume import Resume


async def offer_version(resume: Resume, language: Language) -> bool:
    """Ask whether a resume is a new version of one read earlier, where it looks so; gives whether it was asked."""
    offer = await asyncio.to_thread(office().versioning.offer, resume)
    held = conversation()
    if offer is None or (offer.older.sha256, offer.newer.sha256) in held.offered:
        return False
    element = cl.CustomElement(name="VersionOffer", display="inline", props=_props(offer, language))
    held.offered[offer.newer.sha256, offer.older.sha256] = element
    held.earlier[offer.older.sha256] = offer.older
    await cl.Message("", elements=[element]).send()
    return True


async def decide(newer: str, older: str, choice: str) -> None:
    """Keep a decision (`version`, `another`) or take it back (`undo`); raises `ResumeNotFound`."""
    element = conversation().offered.get((newer, older))
    if element is None:
        raise ResumeNotFound(file=older)
    versioning, replaced = office().versioning, conversation().replaced
    if choice == "undo":
        await asyncio.to_thread(versioning.undo, newer, older)
    else:
        await asyncio.to_thread(versioning.decide, newer, older, "version" if choice == "version" else "another")
    replaced.pop(older, None)
    if choice == "version":
        replaced[older] = newer
    element.props = {**element.props, "choice": "" if choice == "undo" else choice}
    await element.update()


def _props(offer: Offer, language: Language) -> dict[str, Any]:
    return {
        "language": language,
        "newer": offer.newer.sha256,
        "older": offer.older.sha256,
        "candidate": offer.newer.profile.name or offer.older.candidate,
        "file": offer.newer.file,
        "older_file": offer.older.file,
        "read_at": offer.read_at.isoformat(),
        "grounds": list(offer.likeness.grounds),
        "doubts": list(offer.likeness.doubts),
        "added": offer.added,
        "removed": offer.removed,
        "choice": "",
    }
