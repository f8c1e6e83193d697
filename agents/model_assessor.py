"""The assessor that asks a language model: it rates with line numbers, and code does the rest."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from typing import Final

from agents.answer_schema import answer_schema, answer_tokens
from agents.assessor import Case, Draft
from agents.chat_model import ChatModel
from agents.judgement import assessment_of, gaps_of, ratings_of, strengths_of
from agents.model_answer import finished_parts, read_answer
from prompts import numbered, prompt
from records.assessment import AssessedBy, Assessment
from records.errors import ModelAnswerInvalid, NoRequirements
from records.posting import Requirement
from records.redacted import joined
from retrieval.chat_request import ChatRequest, Sampling
from retrieval.embedding import Embedding
from retrieval.redaction import redact_text

TASK: Final = "assess"

ATTEMPTS: Final = (Sampling(), Sampling(temperature=0.7, top_p=0.8, top_k=20, seed=1))
"""The first is greedy, so that the same case gives the same ratings; asking again greedily would only repeat a bad
answer, so the second samples as Qwen3's authors advise, at a fixed seed."""


class LanguageModelAssessor:
    """Implements `Assessor`; quotes, score and decision never come from the model."""

    name: AssessedBy = "model"

    def __init__(self, server: ChatModel, model: str, embedding: Embedding | None = None) -> None:
        self._server = server
        self._embedding = embedding
        self._model = model

    async def assess(self, case: Case) -> AsyncIterator[Draft | Assessment]:
        """Drafts as the answer is written, then the assessment; an answer of another form is asked for once more."""
        if not case.posting.requirements:
            raise NoRequirements(title=case.posting.title)
        for sampling in ATTEMPTS:
            try:
                async for part in self._attempt(case, self._request(case, sampling)):
                    yield part
            except ModelAnswerInvalid as error:
                invalid = error
            else:
                return
        raise invalid

    async def _attempt(self, case: Case, request: ChatRequest) -> AsyncIterator[Draft | Assessment]:
        written, last = "", Draft()
        async for piece in self._server.stream_chat(request):
            written += piece
            # Only the end of a string or an object can finish a part, so nothing else is worth reading again.
            if ("}" in piece or '"' in piece) and (draft := draft_of(case, written)) != last:
                last = draft
                yield draft
        requirements = [requirement.id for requirement in case.posting.requirements]
        answer = read_answer(written, requirements, case.language)
        yield await asyncio.to_thread(assessment_of, case, answer, date.today(), self._embedding)

    def _request(self, case: Case, sampling: Sampling) -> ChatRequest:
        requirements = case.posting.requirements
        said = prompt(
            TASK,
            case.language,
            title=redact_text(case.posting.title),
            requirements=joined(redact_text(_listed(requirement)) for requirement in requirements),
            line_count=len(case.redacted),
            resume=numbered(case.redacted),
        )
        return ChatRequest(
            messages=({"role": "system", "content": said.system}, {"role": "user", "content": said.user}),
            model=self._model,
            schema=answer_schema([requirement.id for requirement in requirements], len(case.redacted)),
            max_tokens=answer_tokens(len(requirements)),
            sampling=sampling,
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
