"""What prompts show of resumes, requirements and words about people; all take it from here, so none shows more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from prompts import numbered
from records.posting import Requirement
from records.redacted import RedactedText
from records.resume import Resume
from retrieval.redaction import redact_text, withheld


def resume_shown(resume: Resume, redacted: Sequence[RedactedText], candidate: int | None = None) -> RedactedText:
    """The redacted lines with their numbers; a line that speaks to software is withheld and keeps its number."""
    return numbered(withheld(resume, redacted), candidate)


def words_shown(text: str, about: Iterable[Resume]) -> RedactedText:
    """Any other words with contacts and the names of these people masked."""
    return redact_text(text, [resume.profile.name for resume in about])


def requirement_shown(requirement: Requirement) -> RedactedText:
    """A requirement on one line: `R1 (must, 9) Python in production`."""
    words = " ".join(requirement.text.split())
    return redact_text(f"{requirement.id} ({requirement.necessity}, {requirement.weight:g}) {words}")
