"""Kits, postings and messages: by the language model where one is connected, else by rules, and always labelled.

Nobody takes the other's place in silence: where the model fails its error is raised, and a person may ask for rules.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

from agents.asking import Asking, Progress
from agents.assessors.assessor import Case
from agents.candidate_message import LanguageModelCorrespondent, MessageDraft, Wish, message_by_rules
from agents.interviews.interview import InterviewKit, interview_kit
from agents.interviews.writer import LanguageModelInterviewer
from agents.postings.check import Finding, check_posting
from agents.postings.check_model import LanguageModelPostingCheck
from agents.postings.draft import PostingDraft, draft_of
from agents.postings.template import parts_of
from agents.postings.writer import LanguageModelPostingWriter
from records.assessment import AssessedBy, Assessment
from records.errors import SettingsError
from records.language import Language
from records.posting import Posting
from records.resume import Resume
from retrieval.redaction import redact


class Drafting:
    """Who writes what people edit, ask and send; who stops listening ends the model's request."""

    def __init__(self, asking: Asking | None) -> None:
        self._asking = asking

    @property
    def default(self) -> AssessedBy:
        """Who writes if nobody is named."""
        return "model" if self._asking else "rules"

    async def kit(
        self, about: tuple[Assessment, Resume, Posting], language: Language, by: AssessedBy | None = None
    ) -> AsyncGenerator[Progress | InterviewKit]:
        """The questions for a candidate and posting; raises `ModelError`, `SettingsError`."""
        assessment, resume, posting = about
        asking = self._chosen(by)
        if asking is None:
            yield interview_kit(assessment, resume, posting, language)
            return
        case = Case(resume, redact(resume), posting, language)
        async with aclosing(LanguageModelInterviewer(asking).write(case, assessment)) as parts:
            async for part in parts:
                yield part

    async def posting(
        self, words: str, language: Language, by: AssessedBy | None = None
    ) -> AsyncGenerator[Progress | PostingDraft]:
        """A posting from a few words; raises `ModelError`, `SettingsError`."""
        asking = self._chosen(by)
        if asking is None:
            yield draft_of(parts_of(words, language), words, language, "rules")
            return
        async with aclosing(LanguageModelPostingWriter(asking).write(words, language)) as parts:
            async for part in parts:
                yield part

    async def message(self, wish: Wish, by: AssessedBy | None = None) -> AsyncGenerator[Progress | MessageDraft]:
        """A message to a candidate; raises `ModelError`, `SettingsError`."""
        asking = self._chosen(by)
        if asking is None:
            yield message_by_rules(wish)
            return
        async with aclosing(LanguageModelCorrespondent(asking).write(wish)) as parts:
            async for part in parts:
                yield part

    async def check(
        self, text: str, language: Language, by: AssessedBy | None = None
    ) -> AsyncGenerator[Progress | tuple[Finding, ...]]:
        """What the rules find, and after them what a model adds; raises `ModelError`, `SettingsError`."""
        found = check_posting(text, language)
        asking = self._chosen(by)
        if asking is None:
            yield found
            return
        async with aclosing(LanguageModelPostingCheck(asking).check(text, found, language)) as parts:
            async for part in parts:
                yield part

    def _chosen(self, by: AssessedBy | None) -> Asking | None:
        if by == "model" and self._asking is None:
            raise SettingsError(setting="BOLE_LLM_URL", reason="no language model is connected")
        return None if by == "rules" else self._asking
