"""What a card is given of an assessment, finished or still being written."""

from __future__ import annotations

from typing import Any

from agents.assessors.assessor import Draft
from records.assessment import Assessment


def shown_assessment(part: Draft | Assessment) -> dict[str, Any]:
    """All of it, what its lines do not support included, with the must-haves first."""
    shown: dict[str, Any] = part.model_dump()
    shown["ratings"] = sorted(shown["ratings"], key=lambda rating: rating["necessity"] != "must")
    return shown
