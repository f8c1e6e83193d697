"""A drop of resumes: each is read, matched and assessed; what fails is told and the rest goes on."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import chainlit as cl

from agents.assessor import Draft
from chat.elements import Failed, assessment_card, failed, match_list, receipt, written
from chat.office import office
from chat.session import conversation
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
    failures: list[Failed] = []
    for file in files:
        try:
            resume = await _read(file, language)
        except (ReadingError, ResumeNotFound) as error:
            failures.append((file.name, error))
            continue
        await match_and_assess(resume, language, posting)
    if failures or len(files) > 1:
        await cl.Message("", elements=[receipt(len(files), failures, language)]).send()


async def match_and_assess(resume: Resume, language: Language, posting: Posting | None = None) -> None:
    """The best five postings for a resume, and the assessment for one."""
    held = conversation()
    begins = "matching" if office().embedding.loaded else "matching_after_loading"
    async with cl.Step(name=say(begins, language), type="tool") as step:
        matches = await asyncio.to_thread(office().match, resume, 5, held.strong_line)
        step.name = say("matching", language)
        step.output = (
            say("match_done", language, title=matches[0].title, similarity=matches[0].similarity) if matches else ""
        )
    held.matches[resume.sha256] = matches
    if not matches:
        await cl.Message(say("no_postings", language)).send()
        return
    line = held.strong_line if held.strong_line is not None else office().strong_line
    await cl.Message("", elements=[match_list(resume, matches, line, language)]).send()
    await assess(resume, posting or office().library.find(matches[0].posting), language)


async def assess(resume: Resume, posting: Posting, language: Language, by: AssessedBy | None = None) -> None:
    """A card that fills while the assessment is written, or says why there is none."""
    held = conversation()
    card = assessment_card(resume, posting, held.matches.get(resume.sha256, ()), language)
    message = cl.Message("", elements=[card])  # made before the step begins, which would fold it away
    async with cl.Step(name=say("assessing", language, title=posting.title), type="llm") as step:
        await message.send()
        try:
            assessment = await _assessment(card, resume, posting, language, by)
        except RecruitingError as error:
            step.is_error, step.output = True, error.message(language)
            await failed(card, error, language)
            return
        step.output = say("assess_done", language, score=assessment.score)
    held.keep(resume, posting, assessment)
    await written(card, assessment)


async def _assessment(
    card: cl.CustomElement, resume: Resume, posting: Posting, language: Language, by: AssessedBy | None
) -> Assessment:
    await asyncio.to_thread(office().check_assessor, by)
    shown = 0.0
    async for part in office().assessing.assess(resume, posting, language, by):
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


async def _read(file: ReceivedFile, language: Language) -> Resume:
    async with cl.Step(name=say("reading", language, file=file.name), type="tool") as step:
        try:
            read = await asyncio.to_thread(office().intake.receive, file.path, file.name)
        except RecruitingError as error:
            step.is_error, step.output = True, error.message(language)
            raise
        step.output = say("read_done", language, lines=len(read.lines), pages=read.pages)
    resume = replace(read, file=file.name)
    conversation().resumes[resume.sha256] = resume
    return resume


def named_posting(words: str) -> Posting | None:
    """The posting that words sent with a file name, by id or title."""
    said = words.strip().lower()
    for posting in office().library.all():
        if said and (posting.id.lower() in said or posting.title.lower() in said):
            return posting
    try:
        return office().library.find(words.strip()) if words.strip() else None
    except PostingNotFound:
        return None
