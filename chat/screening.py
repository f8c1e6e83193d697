"""A drop of resumes: each is read, matched and assessed; what fails is told and the rest goes on."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from collections.abc import Set as AbstractSet
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import chainlit as cl

from agents.assessors.assessor import Draft
from agents.intake import Arrival
from chat.elements import Tally, assessment_card, failed, match_list, receipt, stopped, written
from chat.office import office
from chat.reranking import matched
from chat.session import conversation
from chat.strong_line import line_shown
from chat.versions import offer_version
from chat.words import say
from records.assessment import AssessedBy, Assessment
from records.errors import PostingNotFound, ReadingError, RecruitingError, ResumeNotFound
from records.language import Language
from records.posting import Posting
from records.resume import Resume

_UPDATE_SECONDS: Final = 0.2
"""Least time between two updates of a card: each makes the page compile the element again."""


@dataclass(frozen=True)
class ReceivedFile:
    """A file as it was dropped."""

    name: str
    path: Path


async def screen(files: Sequence[ReceivedFile], language: Language, posting: Posting | None = None) -> None:
    """Read, match and assess each file, for `posting` or for the best match; then say what became of all."""
    tally, read = Tally(), set[str]()
    async for arrival in arrivals(files, language, tally):
        try:
            resume = await _read(arrival, language, read)
        except (ReadingError, ResumeNotFound) as error:
            tally.failures.append((arrival.shown, error))
            continue
        if resume.sha256 in read:
            tally.copies += 1
            continue
        read.add(resume.sha256)
        tally.versions += await offer_version(resume, language)
        await match_and_assess(resume, language, posting)
    if tally.failures or tally.received > 1:
        await cl.Message("", elements=[receipt(tally, language)]).send()


async def arrivals(files: Sequence[ReceivedFile], language: Language, tally: Tally) -> AsyncIterator[Arrival]:
    """What the files bring, in order: themselves, or what is packed in them; one that cannot be opened is tallied."""
    for file in files:
        try:
            found = await asyncio.to_thread(office().intake.unpack, file.path, file.name)
        except (ReadingError, ResumeNotFound) as error:
            tally.received += 1
            tally.failures.append((file.name, error))
            async with cl.Step(name=say("reading", language, file=file.name), type="tool") as step:
                step.is_error, step.output = True, error.message(language)
            continue
        tally.received += len(found)
        if found[0].container:
            async with cl.Step(name=say("opened", language, file=file.name), type="tool") as step:
                step.output = say("opened_done", language, n=len(found))
        for arrival in found:
            yield arrival


async def match_and_assess(resume: Resume, language: Language, posting: Posting | None = None) -> None:
    """The best five postings for a resume, and the assessment for one."""
    held = conversation()
    begins = "matching" if office().embedding.loaded else "matching_after_loading"
    async with cl.Step(name=say(begins, language), type="tool") as step:
        matches = await matched(lambda open_office: open_office.match(resume, 5, held.strong_line), language)
        step.name = say("matching", language)
        step.output = (
            say("match_done", language, title=matches[0].title, similarity=matches[0].similarity) if matches else ""
        )
    held.matches[resume.sha256] = matches
    if not matches:
        await cl.Message(say("no_postings", language)).send()
        return
    line = await asyncio.to_thread(office().line.in_force, held.strong_line)
    await cl.Message("", elements=[match_list(resume, matches, line_shown(line, language), language)]).send()
    await assess(resume, posting or office().library.find(matches[0].posting), language)


async def assess(resume: Resume, posting: Posting, language: Language, by: AssessedBy | None = None) -> None:
    """A card that fills while the assessment is written, or says why there is none."""
    held = conversation()
    card = assessment_card(resume, posting, held.matches.get(resume.sha256, ()), language)
    message = cl.Message("", elements=[card])  # made before the step begins, which would fold it away
    assessment = None
    async with cl.Step(name=say("assessing", language, title=posting.title), type="llm") as step:
        await message.send()
        try:
            assessment = await _assessment(card, resume, posting, language, by)
        except RecruitingError as error:
            step.is_error, step.output = True, error.message(language)
            await failed(card, error, language)
            return
        except asyncio.CancelledError:
            step.output = say("assess_stopped", language)
            await stopped(card)
        else:
            step.output = say("assess_done", language, score=assessment.score)
    if assessment is None:
        raise asyncio.CancelledError  # the rest of what was asked for stops as well
    held.keep(resume, posting, assessment)
    await written(card, assessment)


async def _assessment(
    card: cl.CustomElement, resume: Resume, posting: Posting, language: Language, by: AssessedBy | None
) -> Assessment:
    await asyncio.to_thread(office().check_assessor, by)
    shown = 0.0
    async with aclosing(office().assessing.assess(resume, posting, language, by)) as parts:
        async for part in parts:
            if isinstance(part, Assessment):
                return part
            shown = await _shown(card, part, shown)
    raise RecruitingError(reason="the assessor ended without an assessment")


async def _shown(card: cl.CustomElement, draft: Draft, before: float) -> float:
    now = time.monotonic()
    if now - before < _UPDATE_SECONDS:
        return before
    await written(card, draft)
    return now


async def _read(arrival: Arrival, language: Language, read_now: AbstractSet[str]) -> Resume:
    begun = datetime.now(UTC)
    async with cl.Step(name=say("reading", language, file=arrival.shown), type="tool") as step:
        try:
            read = await asyncio.to_thread(office().intake.take, arrival, _told_slow(step, arrival, language))
        except RecruitingError as error:
            step.is_error, step.output = True, error.message(language)
            raise
        before = office().versioning.read_at(read.sha256)
        step.name = say("reading", language, file=arrival.shown)
        step.output = _read_words(read, before if before and before < begun else None, language)
        if read.sha256 in read_now:
            step.output = say("dropped_twice", language)
    conversation().resumes[read.sha256] = read
    return read


def _told_slow(step: cl.Step, arrival: Arrival, language: Language) -> Callable[[], object]:
    """Called in the reading thread when recognition begins: the step then says why it takes its time."""
    loop = asyncio.get_running_loop()

    async def tell() -> None:
        step.name = say("reading_slowly", language, file=arrival.shown)
        await step.update()

    return lambda: asyncio.run_coroutine_threadsafe(tell(), loop)


def _read_words(read: Resume, before: datetime | None, language: Language) -> str:
    counts = {"lines": len(read.lines), "pages": read.pages}
    if before is None:
        return say("read_done", language, **counts)
    return say("read_before", language, date=f"{before.astimezone():%Y-%m-%d}", **counts)


def named_posting(words: str) -> Posting | None:
    """The posting that words sent with a file name, by id or title."""
    if (posting := office().library.mentioned(words)) is not None:
        return posting
    try:
        return office().library.find(words.strip()) if words.strip() else None
    except PostingNotFound:
        return None
