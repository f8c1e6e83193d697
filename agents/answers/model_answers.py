"""Answers written by a language model from the whole redacted resumes and the scorecards, with checked references."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from agents.answers.answers import Answer, Dossier, Inquiry, Progress, asked_about
from agents.answers.budget import (
    RESERVE,
    Chosen,
    ServedChatModel,
    TokenCounter,
    by_relevance,
    chosen,
    context_of,
)
from agents.answers.everyone import asks_everyone, entries_tokens
from agents.answers.everyone_answers import EveryoneAsked, Round, grouped, question_for
from agents.answers.everyone_table import everyone_answer, retold
from agents.answers.extractive_answers import RankLines
from agents.answers.notes import with_notes
from agents.answers.numbers import unheld_note, unheld_numbers
from agents.answers.prompt import messages, resume_block, scorecards_block, turn_of
from agents.asking import watched
from agents.loops import REASON, loops
from agents.named_candidates import named_candidates
from agents.prompt_material import words_shown
from agents.references import Telling
from records.errors import ContextTooSmall, ModelAnswerInvalid
from records.language import Language
from records.redacted import RedactedText
from retrieval.chat_request import ChatRequest

MOST_TOKENS: Final = 4000
LARGEST_SHARE: Final = 0.25
"""Of a small context the answer gets a quarter at most."""

_EMPTY: Final[dict[Language, str]] = {"zh": "回答是空的", "en": "it is empty"}


@dataclass(frozen=True)
class _Asked:
    """An inquiry with its question by labels, the candidates it names, and how much the model can read."""

    inquiry: Inquiry
    question: RedactedText
    named: tuple[int, ...]
    context: int

    @property
    def only(self) -> int:
        """The one candidate in question, else 0."""
        return self.named[0] if len(self.named) == 1 else 0

    @property
    def answer_tokens(self) -> int:
        return min(MOST_TOKENS, int(self.context * LARGEST_SHARE))

    @property
    def known(self) -> dict[int, Dossier]:
        return dict(enumerate(self.inquiry.dossiers, 1))

    def dossiers(self, numbers: Sequence[int]) -> dict[int, Dossier]:
        return {number: self.inquiry.dossiers[number - 1] for number in numbers}


class LanguageModelAnswerer:
    """Candidates are known to the model by number only; names are put back when the answer is shown."""

    def __init__(self, server: ServedChatModel, model: str, rank: RankLines | None = None) -> None:
        """`rank` tells which candidates matter most to a question where not all of them fit."""
        self._server = server
        self._model = model
        self._rank = rank
        self._counter = TokenCounter(server, model)

    async def answer(self, inquiry: Inquiry) -> AsyncIterator[str | Progress | Answer]:
        """Text ready to show as it is written, or progress, then the whole answer; raises `NoResumeYet`, `ModelError`,
        of which `ModelUnavailable` within 3 seconds where the server does not answer."""
        resumes = [dossier.resume for dossier in inquiry.dossiers]
        named = named_candidates(inquiry.question, resumes, inquiry.language)
        numbers = [number for number, _ in asked_about(inquiry, named.numbers)]
        context = context_of(await asyncio.to_thread(self._server.answers), self._model)
        asked = _Asked(inquiry, words_shown(named.question, resumes), named.numbers, context)
        of_all = len(numbers) > 1 and asks_everyone(inquiry.question)
        parts = self._of_everyone(asked, numbers) if of_all else self._told(asked)
        async with aclosing(parts):
            async for part in parts:
                yield part

    async def _told(self, asked: _Asked) -> AsyncGenerator[str | Progress | Answer, None]:
        fitting = await self._fitting(asked)
        dossiers = asked.dossiers(fitting.kept)
        request = ChatRequest(
            messages=messages(asked.inquiry, fitting.kept, asked.question),
            model=self._model,
            max_tokens=asked.answer_tokens,
        )
        telling, written, visible = Telling(dossiers, asked.only, asked.known), "", ""
        async with aclosing(watched(self._server, request)) as pieces:
            async for piece in pieces:
                written += piece
                if told := telling.told(piece if visible else piece.lstrip()):
                    visible += told
                    yield told
        visible = (visible + telling.rest()).strip()
        if not visible:
            raise ModelAnswerInvalid(reason=_EMPTY[asked.inquiry.language])
        if loops(written):
            raise ModelAnswerInvalid(reason=REASON)
        answer = Answer(visible, telling.sources, by="model", removed_references=telling.removed)
        yield _finished(answer, written, asked, fitting)

    async def _of_everyone(
        self, asked: _Asked, numbers: Sequence[int]
    ) -> AsyncGenerator[str | Progress | Answer, None]:
        inquiry, language = asked.inquiry, asked.inquiry.language
        asking = Round(inquiry, asked.question, ())
        blocks = [_block(inquiry, number) for number in numbers]
        fixed, *sizes = await self._counter.sizes(
            [_fixed(asked, question_for(asking, numbers)), *blocks], asked.context
        )

        def room(candidates: int) -> int:
            return asked.context - RESERVE - fixed - entries_tokens(candidates)

        asking = replace(asking, groups=grouped(dict(zip(numbers, sizes, strict=True)), room))
        if not asking.groups:
            raise ContextTooSmall(tokens=asked.context)
        parts = EveryoneAsked(self._server, self._model).entries(asking)
        async with aclosing(parts):
            async for part in parts:
                if isinstance(part, Progress):
                    yield part
                else:
                    dossiers = asked.dossiers(numbers)
                    answer = everyone_answer(part, dossiers, language, date.today())
                    turn = turn_of(asked.question, retold(part, language), dossiers)
                    yield replace(with_notes(answer, language), turn=turn)

    async def _fitting(self, asked: _Asked) -> Chosen:
        """All candidates where they fit; else the named ones first, then the most relevant."""
        inquiry = asked.inquiry
        numbers = list(range(1, len(inquiry.dossiers) + 1))
        room = asked.context - RESERVE - asked.answer_tokens
        blocks = [_block(inquiry, number) for number in numbers]
        fixed, *sizes = await self._counter.sizes([_fixed(asked, asked.question), *blocks], room)
        if fixed + sum(sizes) <= room:
            return Chosen(tuple(numbers), ())
        lines = {n: inquiry.dossiers[n - 1].redacted for n in numbers if n not in asked.named}
        order = await asyncio.to_thread(by_relevance, asked.question, lines, self._rank)
        fitting = chosen(dict(zip(numbers, sizes, strict=True)), room - fixed, [*asked.named, *order])
        if not fitting.kept:
            raise ContextTooSmall(tokens=asked.context)
        return fitting


def _block(inquiry: Inquiry, number: int) -> str:
    """What one candidate adds to the prompt."""
    dossier = inquiry.dossiers[number - 1]
    return f"{resume_block(number, dossier, inquiry.language)}\n\n{scorecards_block(number, dossier, inquiry)}"


def _fixed(asked: _Asked, question: RedactedText) -> str:
    """What is in the prompt whoever else is: rules, postings, earlier turns, the question."""
    return "\n".join(message["content"] for message in messages(asked.inquiry, (), question))


def _finished(answer: Answer, written: str, asked: _Asked, fitting: Chosen) -> Answer:
    inquiry, dossiers = asked.inquiry, asked.dossiers(fitting.kept)
    unheld = list(unheld_numbers(written, dossiers, asked.only, date.today()))
    left_out = tuple(inquiry.dossiers[number - 1].resume.candidate for number in fitting.left_out)
    answer = replace(
        answer, left_out=left_out, unsupported=len(unheld), turn=turn_of(asked.question, written, dossiers)
    )
    return with_notes(answer, inquiry.language, unheld_note(unheld, dossiers, inquiry.language))
