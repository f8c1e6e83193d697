"""Postings in the chat: shown, added by paste or file, removed."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from typing import Final

import chainlit as cl

from agents.intake import Arrival
from agents.library import Kept, several
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
    read = office().reader.read(office().intake.local(arrival), arrival.shown)
    return office().library.take("\n".join(line.text for line in read.lines))


async def _told(kept: Sequence[Kept], tally: Tally, language: Language) -> None:
    if kept:
        text = _told_whole(kept[0], language) if len(kept) == 1 else _told_short(kept, language)
        await cl.Message(text, actions=[_remove(one.posting, language) for one in kept]).send()
    if tally.failures:
        await cl.Message("", elements=[receipt(tally, language, "postings")]).send()


def _told_whole(kept: Kept, language: Language) -> str:
    rows = "\n".join(f"{n}. {requirement.text}" for n, requirement in enumerate(kept.posting.requirements, 1))
    head = say(f"posting_{kept.outcome}", language, **_counts(kept.posting))
    return f"{head}\n\n{say('requirements', language)}\n\n{rows}"


def _told_short(kept: Sequence[Kept], language: Language) -> str:
    rows = (f"- {say(f'posting_{one.outcome}_row', language, **_counts(one.posting))}" for one in kept)
    return f"{say('postings_taken', language, n=len(kept))}\n\n" + "\n".join(rows)


def _counts(posting: Posting) -> dict[str, object]:
    must = sum(requirement.necessity == "must" for requirement in posting.requirements)
    return {"title": posting.title, "n": len(posting.requirements), "must": must}


def _remove(posting: Posting, language: Language) -> cl.Action:
    label = say("remove", language, title=posting.title)
    return cl.Action(name="remove_posting", payload={"posting": posting.id}, label=label)
