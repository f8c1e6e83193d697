"""The assessor that asks a language model: it rates with line numbers, and code does the rest."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import date
from typing import Final, cast

from agents import flags
from agents.answer_schema import ModelAnswer, answer_schema, answer_tokens
from agents.asking import watched
from agents.assessor import Case, Draft
from agents.chat_model import ChatModel
from agents.judgement import FAR_APART, assessment_of, gaps_of, ratings_of, strengths_of
from agents.model_answer import finished_parts, read_answer
from agents.self_consistency import attempts, by_majority
from prompts import numbered, prompt, wording_hash
from records.assessment import AssessedBy, Assessment, Provenance
from records.errors import ModelAnswerInvalid, NoRequirements
from records.posting import Requirement
from records.redacted import joined
from retrieval.chat_request import INTERACTIVE, ChatRequest, Sampling
from retrieval.embedding import Embedding
from retrieval.redaction import redact_text, withheld

TASK: Final = "assess"


@dataclass(frozen=True)
class _Answered:
    """A usable answer, and the seed that gave it."""

    answer: ModelAnswer
    seed: int | None


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
        self._server = server
        self._model = model
        self._embedding = embedding
        self._samples = samples
        self._priority = priority

    async def assess(self, case: Case) -> AsyncGenerator[Draft | Assessment]:
        """Drafts as the answer is written, then the assessment; an answer of another form is asked for once more."""
        if not case.posting.requirements:
            raise NoRequirements(title=case.posting.title)
        async with aclosing(self._sample(case, 0)) as parts:
            async for part in parts:
                if isinstance(part, Draft):
                    yield part
                else:
                    first = part
        # The others come after the first, which has filled the card and the server's prefix cache.
        answers = [first, *await self._other_samples(case)]
        yield await asyncio.to_thread(self._assessed, case, answers)  # an embedding takes its time

    def _assessed(self, case: Case, answers: Sequence[_Answered]) -> Assessment:
        today, language = date.today(), case.language
        answer = by_majority([each.answer for each in answers]) if len(answers) > 1 else answers[0].answer
        assessment = assessment_of(case, answer, today, self._embedding)
        scores = (
            tuple(assessment_of(case, each.answer, today, self._embedding).score for each in answers)
            if len(answers) > 1
            else ()
        )
        unsteady = scores and max(scores) - min(scores) >= FAR_APART
        provenance = Provenance(
            model=self._model, wording=wording_hash(TASK, language), seed=answers[0].seed, samples=len(answers)
        )
        doubts = [flags.samples_apart(scores, language)] if unsteady else []
        return assessment.model_copy(
            update={"provenance": provenance, "sample_scores": scores, "flags": (*assessment.flags, *doubts)}
        )

    async def _other_samples(self, case: Case) -> list[_Answered]:
        asked = [asyncio.create_task(self._answered(case, sample)) for sample in range(1, self._samples)]
        try:
            return [await each for each in asked]
        finally:
            for each in asked:  # one that failed or was stopped stops the others
                each.cancel()

    async def _answered(self, case: Case, sample: int) -> _Answered:
        async with aclosing(self._sample(case, sample)) as parts:
            return cast("_Answered", [part async for part in parts][-1])

    async def _sample(self, case: Case, sample: int) -> AsyncGenerator[Draft | _Answered]:
        """Drafts, at last a usable answer; raises `ModelAnswerInvalid` where the second attempt gives none either."""
        first, again = attempts(sample)
        try:
            async with aclosing(self._attempt(case, first)) as parts:
                async for part in parts:
                    yield part
        except ModelAnswerInvalid:
            async with aclosing(self._attempt(case, again)) as parts:
                async for part in parts:
                    yield part

    async def _attempt(self, case: Case, sampling: Sampling) -> AsyncGenerator[Draft | _Answered]:
        written, last = "", Draft()
        async with aclosing(watched(self._server, self._request(case, sampling))) as pieces:
            async for piece in pieces:
                written += piece
                # Only the end of a string or an object can finish a part, so nothing else is worth reading again.
                if ("}" in piece or '"' in piece) and (draft := draft_of(case, written)) != last:
                    last = draft
                    yield draft
        requirements = [requirement.id for requirement in case.posting.requirements]
        yield _Answered(read_answer(written, requirements, case.language), sampling.seed)

    def _request(self, case: Case, sampling: Sampling) -> ChatRequest:
        requirements = case.posting.requirements
        said = prompt(
            TASK,
            case.language,
            title=redact_text(case.posting.title),
            requirements=joined(redact_text(_listed(requirement)) for requirement in requirements),
            line_count=len(case.redacted),
            resume=numbered(withheld(case.resume, case.redacted)),
        )
        return ChatRequest(
            messages=({"role": "system", "content": said.system}, {"role": "user", "content": said.user}),
            model=self._model,
            schema=answer_schema([requirement.id for requirement in requirements], len(case.redacted)),
            max_tokens=answer_tokens(len(requirements)),
            sampling=sampling,
            priority=self._priority,
        )


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


def _listed(requirement: Requirement) -> str:
    return f"{requirement.id} ({requirement.necessity}, {requirement.weight:g}) {' '.join(requirement.text.split())}"
