"""Candidates of the talent pool in the chat: for a posting, like some of them, or all that fulfil conditions."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

import chainlit as cl
from pydantic import TypeAdapter, ValidationError

from agents.answers.pool_questions import searched
from agents.condition_wording import parts_of, without
from agents.finding import grounds
from agents.office import Office
from chat.office import office
from chat.reranking import matched
from chat.session import conversation
from chat.words import say
from records.errors import EmptyPool, NothingToFind, PostingNotFound, RecruitingError, ResumeNotFound
from records.language import Language
from records.posting import Posting
from records.resume import Resume
from retrieval.facts import Conditions, Facts
from retrieval.matching import CandidateMatch

_CONDITIONS: Final = TypeAdapter(Conditions)
RANKED: Final = 50
"""Further down nobody reads a ranking; who wants all counts instead."""
_PAGE: Final = 50
_OFFERED: Final = 5
"""Buttons that still fit a telephone's first view."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; with neither posting nor resumes to be like it is all that fulfil the conditions."""

    conditions: Conditions
    posting: str | None = None
    like: tuple[str, ...] = ()


async def find(words: str, language: Language) -> None:
    """What the command /find asks for; without words, how to ask."""
    search = searched(words, await asyncio.to_thread(office().library.all_mentioned, words))
    posting, understood = search.posting, search.understood
    rest = understood.rest
    if posting is None and rest:
        posting = await asyncio.to_thread(_posting_named, rest[0])
        rest = rest[1:] if posting else rest
    if posting is not None or not understood.conditions.asks_nothing:
        await show(Wanted(understood.conditions, posting.id if posting else None), language, rest)
    elif rest:
        raise NothingToFind(words=f": {' · '.join(rest)}" if language == "en" else f"：{'、'.join(rest)}")
    else:
        await _how(language)


async def show(wanted: Wanted, language: Language, rest: Sequence[str] = ()) -> None:
    """A message with the list of candidates; `rest` are words that were not understood."""
    if not await asyncio.to_thread(office().intake.pool_hashes):
        raise EmptyPool
    async with cl.Step(name=say("finding", language), type="tool") as step:
        line = conversation().strong_line
        props = await matched(lambda at: _props(at, wanted, language, line), language)
        step.output = say("finding_done", language, of=props["of"])
    element = cl.CustomElement(name="CandidateList", display="inline", props={**props, "rest": list(rest)})
    await cl.Message("", elements=[element]).send()


async def shown_again(payload: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """The list of a query without the condition of the key `drop`; of a long list the rows from `offset` on."""
    wanted = wanted_of(payload)
    if key := payload.get("drop"):
        wanted = replace(wanted, conditions=without(wanted.conditions, str(key)))
    line, offset = conversation().strong_line, int(payload.get("offset", 0))
    return await matched(lambda at: _props(at, wanted, language, line, offset), language)


def wanted_of(payload: Mapping[str, Any]) -> Wanted:
    """A query as the page sends it back."""
    try:
        conditions = _CONDITIONS.validate_python(payload.get("conditions") or {})
    except ValidationError as error:
        raise RecruitingError(reason=f"conditions ({error.error_count()})") from error
    posting = payload.get("posting")
    return Wanted(conditions, str(posting) if posting else None, tuple(map(str, payload.get("like") or ())))


def _posting_named(name: str) -> Posting | None:
    try:
        return office().library.find(name)
    except PostingNotFound:
        return None


def _props(
    at: Office, wanted: Wanted, language: Language, strong_line: float | None, offset: int = 0
) -> dict[str, Any]:
    posting = at.library.find(wanted.posting) if wanted.posting else None
    chosen = at.intake.some(wanted.like)
    counted = at.count(wanted.conditions)

    def rows(hashes: Sequence[str]) -> list[dict[str, Any]]:
        part = at.intake.some(hashes[offset : offset + _PAGE])
        return [_row(resume, counted.facts, wanted.conditions, language) for resume in part]

    ranked: list[dict[str, Any]] | None = None
    if posting is not None or chosen:
        asked = {one.id: one.text for one in posting.requirements} if posting else {}
        found = (
            at.find(posting, RANKED, strong_line, wanted.conditions)
            if posting is not None
            else at.similar(chosen, RANKED, strong_line, wanted.conditions)
        )
        ranked = [_ranked_row(one, asked) for one in found]
    return {
        "language": language,
        "query": {
            "posting": wanted.posting,
            "like": list(wanted.like),
            "conditions": _CONDITIONS.dump_python(wanted.conditions, mode="json"),
        },
        "posting": {"id": posting.id, "title": posting.title} if posting else None,
        "like": [resume.candidate for resume in chosen],
        "conditions": [asdict(part) for part in parts_of(wanted.conditions, language)],
        "of": counted.of,
        "fulfilling": len(counted.fulfilling),
        "unknown": len(counted.unknown),
        "rows": rows(counted.fulfilling) if ranked is None else ranked,
        "ranked": ranked is not None,
        "unknown_rows": rows(counted.unknown),
    }


def _row(resume: Resume, facts: Mapping[str, Facts], conditions: Conditions, language: Language) -> dict[str, Any]:
    why = [asdict(one) for one in grounds(resume, facts[resume.sha256], conditions, language)]
    return {"resume": resume.sha256, "candidate": resume.candidate, "file": resume.file, "why": why}


def _ranked_row(one: CandidateMatch, asked: Mapping[str, str]) -> dict[str, Any]:
    reasons = [{**asdict(reason), "text": asked[reason.requirement]} for reason in one.reasons]
    return {**asdict(one), "reasons": reasons}


async def _how(language: Language) -> None:
    """How to ask, with the postings used last: those of the conversation, then those of the library changed last."""
    last = await asyncio.to_thread(office().library.page, "", "open", 0, _OFFERED)
    recent = [*reversed(conversation().postings.values()), *last]
    offered = list({posting.id: posting for posting in recent}.values())[:_OFFERED]
    actions = [
        cl.Action(name="find_candidates", payload={"posting": posting.id}, label=posting.title) for posting in offered
    ]
    await cl.Message(say("how_find", language), actions=actions).send()


async def received(sha256: str) -> Resume:
    """A resume of the records that need not be of this conversation; raises `ResumeNotFound`."""
    found = await asyncio.to_thread(office().intake.resume, sha256)
    if found is None:
        raise ResumeNotFound(file=sha256[:12])
    return found
