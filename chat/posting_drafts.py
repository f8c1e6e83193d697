"""Postings that Bole drafts from a few words, and the check of a posting's wording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import chainlit as cl

from agents.posting_blanks import BLANK, MARK
from agents.posting_check import Finding, check_posting
from agents.posting_check_words import KIND_WORDS
from agents.posting_draft import PostingDraft
from chat.being_written import offer_other_ways, whole
from chat.office import office
from chat.posting_list import taken_list
from chat.session import spoken
from chat.words import say
from records.assessment import AssessedBy
from records.errors import ModelError
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
        shown = cl.CustomElement(name="PostingList", display="inline", props=draft_props(draft, words, told_in))
        await cl.Message(say("posting_drafted", told_in), elements=[shown]).send()


def draft_props(draft: PostingDraft, words: str, told_in: Language) -> dict[str, Any]:
    """The draft as the page's list of postings shows it; `refused` are discriminatory conditions among the words."""
    refused = [one.words for one in check_posting(words, told_in) if one.kind == "discriminatory"]
    return {
        "language": told_in,
        "view": "draft",
        "rows": [],
        "total": 0,
        "draft": {
            "text": draft.text,
            "by": draft.written_by,
            "blank": BLANK[draft.language],
            "mark": MARK[draft.language],
            "refused": list(dict.fromkeys(refused)),
            "left_out": draft.left_out,
        },
        "wording": check_by_rules(draft.text, told_in),
    }


def save(text: str) -> dict[str, Any]:
    """Adds the draft, as it was edited, to the library; gives the list with this posting alone. Raises as `take`."""
    return taken_list(office().library, [office().library.take(text)])


def check_by_rules(text: str, language: Language) -> dict[str, Any]:
    """What the rules find in a posting's wording."""
    return _told(check_posting(text, language), "rules", language)


async def check_by_model(text: str, language: Language) -> dict[str, Any]:
    """What the rules find and what the language model adds; raises `ModelError`."""
    parts = office().drafting.check(text, language, "model")
    return _told(await whole(parts, say("checking_wording", language), language, "model"), "model", language)


def _told(found: Sequence[Finding], by: AssessedBy, language: Language) -> dict[str, Any]:
    """Findings for the page; `model` says whether a language model could still be asked for more."""
    rows = [{**asdict(one), "head": KIND_WORDS[language][one.kind]} for one in found]
    return {"findings": rows, "by": by, "model": by == "rules" and office().drafting.default == "model"}
