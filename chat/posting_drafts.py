"""Postings that Bole drafts from a few words, and the check of a posting's wording."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import chainlit as cl

from agents.postings.check import check_posting
from chat.being_written import offer_other_ways, whole
from chat.elements import Tally, receipt
from chat.office import office
from chat.posting_list import draft_view, taken_list, wording
from chat.screening import ReceivedFile, arrivals
from chat.session import spoken
from chat.words import say
from records.assessment import AssessedBy
from records.errors import ModelError, RecruitingError
from records.language import Language


async def write(words: str, language: Language, by: AssessedBy | None = None) -> None:
    """A draft in the words' language, to be edited on the page; where the model fails that is said in the user's."""
    told_in = spoken()
    if not words.strip():
        await cl.Message(say("how_write", told_in)).send()
        return
    try:
        parts = office().drafting.posting(words, language, by)
        draft = await whole(parts, say("posting_writing", told_in), told_in, by)
    except ModelError as error:
        await offer_other_ways(error, "write_posting", {"words": words, "language": language}, told_in)
    else:
        props = draft_view(draft, words, told_in, office().drafting.default == "model")
        shown = cl.CustomElement(name="PostingList", display="inline", props=props)
        await cl.Message(say("posting_drafted", told_in), elements=[shown]).send()


async def words_of(files: Sequence[ReceivedFile]) -> str:
    """What files say, to draft a posting from: none of it enters the pool, and what cannot be read is told."""
    told_in, tally, said = spoken(), Tally(), list[str]()
    async for arrival in arrivals(files, told_in, tally):
        try:
            said.append(await asyncio.to_thread(office().intake.words, arrival))
        except RecruitingError as error:
            tally.failures.append((arrival.shown, error))
    if tally.failures:
        await cl.Message("", elements=[receipt(tally, told_in, "postings")]).send()
    return "\n".join(said)


def save(text: str) -> dict[str, Any]:
    """Adds the draft, as it was edited, to the library; gives the list with this posting alone. Raises as `take`."""
    return taken_list(office().library, [office().library.take(text)])


def check_by_rules(text: str, language: Language) -> dict[str, Any]:
    """What the rules find in a posting's wording, and whether a model could be asked for more."""
    return wording(check_posting(text, language), language, office().drafting.default == "model")


async def check_by_model(text: str, language: Language) -> dict[str, Any]:
    """What the rules find and what the language model adds; raises `ModelError`."""
    parts = office().drafting.check(text, language, "model")
    return wording(await whole(parts, say("checking_wording", language), language, "model"), language, model=False)
