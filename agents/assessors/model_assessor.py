"""The assessor that asks a language model: it rates with line numbers, and code does the rest."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from datetime import date
from typing import Final

from agents.asking import Answered, Asking, Form, ended, opening
from agents.assessors.answer_schema import ModelAnswer, answer_schema, answer_tokens
from agents.assessors.assessor import Case, Draft
from agents.assessors.judgement import assessment_of
from agents.assessors.model_answer import finished_parts, read_answer
from agents.assessors.pointing import gaps_of, ratings_of, strengths_of
from agents.assessors.self_consistency import attempts, by_majority
from agents.chat_model import ChatModel
from agents.prompt_material import requirement_shown, resume_shown
from prompts import Prompt, prompt, wording_hash
from records.assessment import AssessedBy, Assessment, Provenance
from records.errors import NoRequirements
from records.redacted import joined
from retrieval.chat_request import BATCH, INTERACTIVE
from retrieval.embedding import Embedding
from retrieval.redaction import redact_text

TASK: Final = "assess"


class LanguageModelAssessor:
    """Implements `Assessor`; quotes, score and decision never come from the model.

    `samples` above 1 ask for every case so often, at seeds that stay the same, and let the ratings vote.
    """

    name: AssessedBy = "model"

    def __init__(
        self,
        server: ChatModel,
        model: str,
        embedding: Embedding | None = None,
        samples: int = 1,
        priority: int = INTERACTIVE,
    ) -> None:
        self._asking = Asking(server, model, priority)
        self._model = model
        self._embedding = embedding
        self._samples = samples
        self._watched = priority < BATCH  # nobody looks at a batch while it is written

    async def assess(self, case: Case) -> AsyncGenerator[Draft | Assessment]:
        """Drafts as the answer is written, then the assessment; an answer of another form is asked for once more.

        There are no drafts at a batch's priority.
        """
        if not case.posting.requirements:
            raise NoRequirements(title=case.posting.title)
        async with aclosing(self._first_sample(case)) as parts:
            async for part in parts:
                if isinstance(part, Draft):
                    yield part
                else:
                    first = part
        # The others come after the first, which has filled the card and the server's prefix cache.
        answers = [first, *await self._other_samples(case)]
        yield await asyncio.to_thread(self._assessed, case, answers)  # an embedding takes its time

    def _assessed(self, case: Case, answers: Sequence[Answered[ModelAnswer]]) -> Assessment:
        read = [answered.read for answered in answers]
        samples = read if len(read) > 1 else []
        assessment = assessment_of(case, by_majority(read), date.today(), self._embedding, samples)
        provenance = Provenance(
            model=self._model,
            wording=wording_hash(TASK, case.language),
            seed=answers[0].seed,
            samples=len(answers),
        )
        return assessment.model_copy(update={"provenance": provenance})

    async def _other_samples(self, case: Case) -> list[Answered[ModelAnswer]]:
        said, form = opening(_said(case)), _form(case)
        samples = range(1, self._samples)
        asked = [asyncio.create_task(self._asking.answer(said, form, attempts(sample))) for sample in samples]
        try:
            return [await each for each in asked]
        finally:
            await ended(asked)  # one that failed or was stopped stops the others

    async def _first_sample(self, case: Case) -> AsyncGenerator[Draft | Answered[ModelAnswer]]:
        """Drafts, at last a usable answer; raises `ModelAnswerInvalid` where the second attempt gives none either."""
        attempt, last = 1, Draft()
        async with aclosing(self._asking.stream(opening(_said(case)), _form(case), attempts(0))) as parts:
            async for part in parts:
                if isinstance(part, Answered):
                    yield part
                    continue
                if part.attempt != attempt:
                    attempt, last = part.attempt, Draft()
                # Only the end of a string or an object can finish a part, so nothing else is worth reading again.
                finishes = self._watched and ("}" in part.piece or '"' in part.piece)
                if finishes and (draft := draft_of(case, part.text)) != last:
                    last = draft
                    yield draft


def draft_of(case: Case, written: str) -> Draft:
    """What an unfinished answer already says in full."""
    parts = finished_parts(written)
    ratings = ratings_of(case, parts.ratings)
    return Draft(
        ratings=ratings,
        strengths=strengths_of(case.resume, parts.strengths),
        gaps=gaps_of(ratings, parts.gaps) if parts.gaps else (),
        fit=parts.fit,
    )


def _said(case: Case) -> Prompt:
    return prompt(
        TASK,
        case.language,
        title=redact_text(case.posting.title),
        requirements=joined(map(requirement_shown, case.posting.requirements)),
        line_count=len(case.redacted),
        resume=resume_shown(case.resume, case.redacted),
    )


def _form(case: Case) -> Form[ModelAnswer]:
    asked = [requirement.id for requirement in case.posting.requirements]
    return Form(
        answer_schema(asked, len(case.redacted)),
        answer_tokens(len(asked)),
        lambda written: read_answer(written, asked, case.language),
    )
