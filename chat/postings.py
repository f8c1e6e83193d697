"""Postings in the chat: shown, added by paste or file, removed."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from typing import Final

import chainlit as cl

from agents.intake import Arrival
from agents.library import several
from agents.posting_statements import statements
from chat.elements import Tally, receipt
from chat.office import office
from chat.screening import ReceivedFile, arrivals
from chat.words import say
from records.errors import RecruitingError
from records.language import Language
from records.posting import Posting

_SAYS_POSTING: Final = re.compile(
    r"岗位|职位|招聘|诚聘|急聘|职缺|\bJD\b|job (?:posting|description|ad|opening)|\bpostings?\b|\bvacanc(?:y|ies)\b"
    r"|\bhiring\b",
    re.I,
)
_SAYS_RESUME: Final = re.compile(
    r"简历|候选人|应聘|\bresumes?\b|\bCVs?\b|\bcandidates?\b|匹配|评估|筛选|\b(?:match|assess|screen)\b", re.I
)
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
    """The open postings, and how to add one."""
    postings = office().library.all()
    rows = "\n".join(f"- **{posting.title}** · `{posting.id}`" for posting in postings)
    text = f"{say('postings_head', language, n=len(postings))}\n\n{rows}\n\n{say('postings_add', language)}"
    await cl.Message(text).send()


async def add_pasted(text: str, language: Language) -> None:
    """Add every posting in a pasted text; one that cannot be used is told, the others are added."""
    parts = several(text)
    tally = Tally(received=len(parts))
    for part in parts:
        try:
            await _added(await asyncio.to_thread(office().library.add, part), language)
        except RecruitingError as error:
            tally.failures.append((part.splitlines()[0][:60], error))
    await _told(tally, language)


async def add_files(files: Sequence[ReceivedFile], language: Language) -> None:
    """Add the postings in files."""
    tally = Tally()
    async for arrival in arrivals(files, language, tally):
        try:
            await _added(await asyncio.to_thread(_from_file, arrival), language)
        except RecruitingError as error:
            tally.failures.append((arrival.shown, error))
    await _told(tally, language)


def _from_file(arrival: Arrival) -> Posting:
    read = office().reader.read(office().intake.local(arrival), arrival.shown)
    return office().library.add("\n".join(line.text for line in read.lines))


async def _added(posting: Posting, language: Language) -> None:
    must = sum(requirement.necessity == "must" for requirement in posting.requirements)
    head = say("posting_added", language, title=posting.title, n=len(posting.requirements), must=must)
    rows = "\n".join(f"{n}. {requirement.text}" for n, requirement in enumerate(posting.requirements, 1))
    remove = cl.Action(
        name="remove_posting", payload={"posting": posting.id}, label=say("remove", language, title=posting.title)
    )
    await cl.Message(f"{head}\n\n{say('requirements', language)}\n\n{rows}", actions=[remove]).send()


async def _told(tally: Tally, language: Language) -> None:
    if tally.failures:
        await cl.Message("", elements=[receipt(tally, language, "postings")]).send()
