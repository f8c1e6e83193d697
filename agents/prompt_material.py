"""What prompts show of resumes and requirements; all prompts take both from here, so that none can show more."""

from __future__ import annotations

from collections.abc import Sequence

from prompts import numbered
from records.posting import Requirement
from records.redacted import RedactedText
from records.resume import Resume
from retrieval.redaction import redact_text, withheld


def resume_shown(resume: Resume, redacted: Sequence[RedactedText], candidate: int | None = None) -> RedactedText:
    """The redacted lines with their numbers; a line that speaks to software is withheld and keeps its number."""
    return numbered(withheld(resume, redacted), candidate)


def requirement_shown(requirement: Requirement) -> RedactedText:
    """A requirement on one line: `R1 (must, 9) Python in production`."""
    words = " ".join(requirement.text.split())
    return redact_text(f"{requirement.id} ({requirement.necessity}, {requirement.weight:g}) {words}")
