"""Postings in the chat: shown, and added by paste or file."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import chainlit as cl

from agents.intake import Arrival
from agents.postings.library import Kept, Outcome, several
from agents.postings.statements import statements
from chat.elements import Tally, receipt
from chat.office import office
from chat.posting_list import taken_list, whole_list
from chat.screening import ReceivedFile, arrivals
from chat.words import say
from records.errors import RecruitingError
from records.language import Language

_SAYS_POSTING: Final = re.compile(
    r"岗位|职位|招聘|诚聘|急聘|职缺|\bJD\b|job (?:posting|description|ad|opening)|\bpostings?\b|\bvacanc(?:y|ies)\b"
    r"|\bhiring\b",
    re.I,
)
_SAYS_RESUME: Final = re.compile(
    r"简历|候选人|应聘|\bresumes?\b|\bCVs?\b|\bcandidates?\b|匹配|评估|筛选|\b(?:match|assess|screen)\b", re.I
)
_OUTCOMES: Final[Sequence[Outcome]] = ("added", "known", "reopened")
_LEAST_LETTERS: Final = 60
"""A shorter text under no circumstances is a whole posting."""


def says_posting(words: str) -> bool:
    """Whether the words sent with files call them postings."""
    return bool(_SAYS_POSTING.search(words)) and not _SAYS_RESUME.search(words)


def looks_like_posting(text: str) -> bool:
    """Whether a pasted text is a posting: long enough, with duties or requirements, or called one in its first line."""
    first, _, rest = text.strip().partition("\n")
    parts = {statement.part for statement in statements(text)}
    return len(text) >= _LEAST_LETTERS and bool(rest) and (bool(parts & {"required", "duties"}) or says_posting(first))


async def show_library(language: Language) -> None:
    """The postings of the library, and how to add one."""
    library = office().library
    counted = await asyncio.to_thread(library.count, "", "open")
    props = await asyncio.to_thread(whole_list, library)
    text = f"{say('postings_head', language, n=counted)}\n\n{say('postings_add', language)}"
    await cl.Message(text, elements=[_listed(props, language)]).send()


async def add_pasted(text: str, language: Language) -> None:
    """Add every posting in a pasted text, told in one reply; one that cannot be used is told, the others are added."""
    parts = several(text)
    tally = Tally(received=len(parts))
    kept: list[Kept] = []
    for part in parts:
        try:
            kept.append(await asyncio.to_thread(office().library.take, part))
        except RecruitingError as error:
            tally.failures.append((part.splitlines()[0][:60], error))
    await _told(kept, tally, language)


async def add_files(files: Sequence[ReceivedFile], language: Language) -> None:
    """Add the postings in files, told in one reply."""
    tally = Tally()
    kept: list[Kept] = []
    async for arrival in arrivals(files, language, tally):
        try:
            kept.append(await asyncio.to_thread(_from_file, arrival))
        except RecruitingError as error:
            tally.failures.append((arrival.shown, error))
    await _told(kept, tally, language)


def _from_file(arrival: Arrival) -> Kept:
    return office().library.take(office().intake.words(arrival))


async def _told(kept: Sequence[Kept], tally: Tally, language: Language) -> None:
    if kept:
        props = await asyncio.to_thread(taken_list, office().library, kept)
        await cl.Message(_head(kept, language), elements=[_listed(props, language)]).send()
    if tally.failures:
        await cl.Message("", elements=[receipt(tally, language, "postings")]).send()


def _listed(props: dict[str, Any], language: Language) -> cl.CustomElement:
    return cl.CustomElement(name="PostingList", display="inline", props={"language": language, **props})


def _head(kept: Sequence[Kept], language: Language) -> str:
    """One line on what became of them: of one by its title, of several by number."""
    if len(kept) == 1:
        return say(f"posting_{kept[0].outcome}", language, title=kept[0].posting.title)
    counts = Counter(one.outcome for one in kept)
    parts = [say(f"postings_{outcome}", language, n=counts[outcome]) for outcome in _OUTCOMES if counts[outcome]]
    return say("postings_taken", language, parts=(", " if language == "en" else "，").join(parts))
