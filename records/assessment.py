"""An assessment: ratings with evidence, the scorecard's score, and what follows from it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from records.language import Language
from records.posting import Necessity, Requirement, RequirementKind

Verdict = Literal["met", "partial", "not_met", "not_stated"]
Severity = Literal["blocking", "major", "minor"]
Decision = Literal["strong_yes", "yes", "maybe", "no"]
AssessedBy = Literal["rules", "model"]


class Evidence(BaseModel, frozen=True):
    """Lines of the resume that support a claim, with the resume's own words; no model ever writes a quote."""

    first_line: int = Field(ge=1)
    last_line: int = Field(ge=1)
    page: int = Field(ge=1)
    quote: str


class Rating(BaseModel, frozen=True):
    """How one requirement is answered by the resume."""

    requirement: str
    text: str
    kind: RequirementKind
    necessity: Necessity
    weight: float
    verdict: Verdict
    evidence: tuple[Evidence, ...] = ()
    comment: str = ""
    unsupported: tuple[str, ...] = Field(
        default=(), description="what of the comment its lines do not support, as it writes it"
    )

    @classmethod
    def of(cls, requirement: Requirement, verdict: Verdict, evidence: tuple[Evidence, ...], comment: str) -> Rating:
        """The rating of a requirement, with all that the scorecard needs to know of it."""
        return cls(
            requirement=requirement.id,
            text=requirement.text,
            kind=requirement.kind,
            necessity=requirement.necessity,
            weight=requirement.weight,
            verdict=verdict,
            evidence=evidence,
            comment=comment,
        )


class Strength(BaseModel, frozen=True):
    """A claim in the candidate's favour; it always carries evidence."""

    claim: str
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    unsupported: tuple[str, ...] = Field(
        default=(), description="what of the claim its lines do not support, as it writes it"
    )


class Gap(BaseModel, frozen=True):
    """What the posting asks and the resume does not show."""

    claim: str
    requirement: str
    severity: Severity


class Recommendation(BaseModel, frozen=True):
    """Advice for the person who decides."""

    decision: Decision
    reason: str


class Provenance(BaseModel, frozen=True):
    """What a language model was asked with, for the audit."""

    model: str
    wording: str = Field(description="SHA-256 of the prompt's template")
    seed: int | None = Field(description="of the sampling that gave the answer")
    samples: int = Field(default=1, ge=1, description="how often the same was asked")


class Assessment(BaseModel, frozen=True):
    """One resume against one posting."""

    posting: str
    resume: str = Field(description="SHA-256 of the resume's file")
    assessed_by: AssessedBy
    language: Language
    fit: str
    score: float = Field(ge=1, le=10, description="computed by code from ratings and weights")
    model_score: float | None = Field(default=None, ge=1, le=10, description="the language model's own view")
    ratings: tuple[Rating, ...]
    strengths: tuple[Strength, ...]
    gaps: tuple[Gap, ...]
    recommendation: Recommendation
    interview_focus: tuple[str, ...]
    flags: tuple[str, ...] = ()
    provenance: Provenance | None = Field(default=None, description="none where rules assessed")
    sample_scores: tuple[float, ...] = Field(default=(), description="the score of each of several samples")
