"""Assesses resumes, once for each posting, wording and assessor: what is on record is not judged again."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from typing import Final

from agents.assessors.assessor import Assessor, Case, Draft
from records.assessment import AssessedBy, Assessment
from records.assessments import Assessments
from records.errors import SettingsError
from records.language import Language
from records.posting import Posting
from records.postings import posting_version
from records.resume import Resume
from retrieval.redaction import redact

FURTHER: Final = "#"
"""Stands between a posting's id and that of a requirement which is rated by itself; no posting's id holds one."""


class Assessing:
    """The assessors at hand, and the record of what they wrote.

    `wording` names what an assessor depends on beside the case (model, prompt, rules), by assessor and language.
    """

    def __init__(
        self,
        assessors: Mapping[AssessedBy, Assessor],
        record: Assessments,
        wording: Callable[[AssessedBy, Language], str],
    ) -> None:
        self._assessors = assessors
        self._record = record
        self._wording = wording

    @property
    def default(self) -> AssessedBy:
        """Who assesses if nobody is named: the language model where one is connected."""
        return "model" if "model" in self._assessors else "rules"

    async def assess(
        self, resume: Resume, posting: Posting, language: Language, by: AssessedBy | None = None
    ) -> AsyncGenerator[Draft | Assessment]:
        """Drafts while it is written, at last the assessment, which is then on record.

        Raises `SettingsError` where a language model is asked for and none is connected: nobody else takes its place.
        """
        name = by or self.default
        if name not in self._assessors:
            raise SettingsError(setting="BOLE_LLM_URL", reason="no language model is connected")
        version, configuration = self.key(posting, language, name)
        known = self._record.find(resume.sha256, posting.id, version, configuration)
        if known is not None:
            yield known
            return
        case = Case(resume, redact(resume), posting, language)
        async with aclosing(self._assessors[name].assess(case)) as parts:  # stopped here, the request ends too
            async for part in parts:
                if isinstance(part, Assessment):
                    self._record.add(part, version, configuration)
                yield part

    def key(self, posting: Posting, language: Language, by: AssessedBy) -> tuple[str, str]:
        """The posting's version and the configuration: with resume and posting they name a case."""
        return posting_version(posting), self._configuration(by, language)

    def number(self, resume: str, posting: Posting, language: Language, by: AssessedBy) -> int | None:
        """The number on record of a case's assessment; None where it was not assessed yet."""
        return self._record.number(resume, posting.id, *self.key(posting, language, by))

    def latest(self, resume: Resume) -> tuple[Assessment, ...]:
        """A resume's assessments for whole postings, the oldest first."""
        return tuple(one for one in reversed(self._record.for_resume(resume.sha256)) if FURTHER not in one.posting)

    def _configuration(self, name: AssessedBy, language: Language) -> str:
        return hashlib.sha256(f"{name}|{language}|{self._wording(name, language)}".encode()).hexdigest()[:16]
