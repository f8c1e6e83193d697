"""Asks a language model about everyone: in groups that fit, some at a time, until each candidate has an entry."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from agents.answers.answers import Inquiry, Progress
from agents.answers.everyone import Entry, entries_schema, entries_tokens, read_entries
from agents.answers.prompt import messages
from agents.asking import Asking, Form, ended
from agents.assessors.self_consistency import attempts
from agents.chat_model import ChatModel
from agents.named_candidates import label
from prompts import fill
from records.errors import ModelAnswerInvalid
from records.redacted import RedactedText
from retrieval.redaction import redact_text

MOST_IN_GROUP: Final = 20
"""A model of 4B parameters keeps to a list of twenty; each answer is some 2,000 tokens and progress is seen."""
GROUPS_AT_ONCE: Final = 4


@dataclass(frozen=True)
class Round:
    """One question to everyone, in groups of candidates' numbers."""

    inquiry: Inquiry
    question: RedactedText
    groups: tuple[tuple[int, ...], ...]


class EveryoneAsked:
    """Runs the groups of a question; a group without a usable answer leaves entries that say so."""

    def __init__(self, server: ChatModel, model: str) -> None:
        self._asking = Asking(server, model)

    async def entries(self, asked: Round) -> AsyncGenerator[Progress | tuple[Entry, ...], None]:
        """Progress after each group, at last all entries; raises `ModelUnavailable`, or `ModelAnswerInvalid` if no
        group was answered. Whoever stops listening ends the requests under way."""
        gate = asyncio.Semaphore(GROUPS_AT_ONCE)

        async def of_group(group: tuple[int, ...]) -> tuple[Entry, ...] | ModelAnswerInvalid:
            async with gate:
                return await self._asked(asked, group)

        tasks = [asyncio.create_task(of_group(group)) for group in asked.groups]
        total = sum(map(len, asked.groups))
        found: list[Entry] = []
        failures: list[ModelAnswerInvalid] = []
        try:
            yield Progress(0, total)
            for following in asyncio.as_completed(tasks):
                result = await following
                if isinstance(result, ModelAnswerInvalid):
                    failures.append(result)
                else:
                    found += result
                    yield Progress(len(found), total)
        finally:
            await ended(tasks)
        if failures and not found:
            raise failures[0]
        yield tuple(sorted(found, key=lambda entry: entry.candidate))

    async def _asked(self, asked: Round, group: tuple[int, ...]) -> tuple[Entry, ...] | ModelAnswerInvalid:
        inquiry = asked.inquiry
        dossiers = {number: inquiry.dossiers[number - 1] for number in group}
        form = Form(
            entries_schema({number: len(dossier.resume.lines) for number, dossier in dossiers.items()}),
            entries_tokens(len(group)),
            lambda written: read_entries(written, dossiers, inquiry.language),
        )
        said = messages(inquiry, group, question_for(asked, group))
        try:
            return (await self._asking.answer(said, form, attempts(0))).read
        except ModelAnswerInvalid as error:
            return error


def question_for(asked: Round, group: Sequence[int]) -> RedactedText:
    """The question with what is wanted for each candidate of a group."""
    language = asked.inquiry.language
    between = "、" if language == "zh" else ", "
    named = redact_text(between.join(label(number, language) for number in group))
    return fill("everyone", language, question=asked.question, candidates=named)


def grouped(tokens: Mapping[int, int], room: Callable[[int], int]) -> tuple[tuple[int, ...], ...]:
    """Candidates in their order, as many in a group as fit beside their answer: `room` tells what is left for resumes
    where so many are in it. Those too long even by themselves are in no group."""
    groups: list[list[int]] = [[]]
    used = 0
    for number, size in tokens.items():
        if size > room(1):
            continue
        if groups[-1] and (len(groups[-1]) == MOST_IN_GROUP or used + size > room(len(groups[-1]) + 1)):
            groups.append([])
            used = 0
        groups[-1].append(number)
        used += size
    return tuple(tuple(group) for group in groups if group)
