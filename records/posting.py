"""A job posting and the weighted requirements read from it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from records.language import Language
from records.resume import Degree

RequirementKind = Literal["skill", "experience", "education", "language", "certificate", "duty", "trait"]
Necessity = Literal["must", "nice"]
PostingState = Literal["open", "closed"]


class Requirement(BaseModel, frozen=True):
    """One thing a posting asks for, checkable by itself."""

    id: str = Field(description="R1, R2, … in the posting's order")
    text: str = Field(description="the posting's own words")
    kind: RequirementKind
    necessity: Necessity
    weight: float = Field(ge=0, description="its share in the score, relative to the other requirements; 0 is none")
    years: float | None = Field(default=None, description="least years of experience asked, if any")
    degree: Degree | None = Field(default=None, description="least degree asked, if any")
    skills: tuple[str, ...] = Field(default=(), description="skills of the lexicon named in it")


class Posting(BaseModel, frozen=True):
    """A job posting of the library; `id` is a short readable key, unique in the library."""

    id: str
    title: str
    text: str
    language: Language
    state: PostingState = "open"
    requirements: tuple[Requirement, ...] = ()
