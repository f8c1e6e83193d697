"""What every assessor takes and gives, whoever judges: rules or a language model."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Protocol

from pydantic import BaseModel

from records.assessment import AssessedBy, Assessment, Gap, Rating, Strength
from records.language import Language
from records.posting import Posting
from records.redacted import RedactedText
from records.resume import Resume


@dataclass(frozen=True)
class Case:
    """One resume against one posting, to be written in `language`.

    `redacted[i]` is the masked text of `resume.lines[i]`: assessors judge by it alone and take from `resume` only
    line numbers, pages, the profile's years and degrees, and the words of quotes.
    """

    resume: Resume
    redacted: tuple[RedactedText, ...]
    posting: Posting
    language: Language


class Draft(BaseModel, frozen=True):
    """An assessment while it is being written: what is already certain, in the order it is written."""

    ratings: tuple[Rating, ...] = ()
    strengths: tuple[Strength, ...] = ()
    gaps: tuple[Gap, ...] = ()
    fit: str = ""


class Assessor(Protocol):
    """Judges a case; all implementations run tests/integration/test_assessor_contract.py."""

    name: AssessedBy

    def assess(self, case: Case) -> AsyncGenerator[Draft | Assessment]:
        """Drafts while it writes, at last the assessment; raises `ModelError`, `NoRequirements`."""
        ...
