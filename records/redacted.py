"""Text from which the person has been masked: the only text that passages, embeddings and prompts accept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NewType

RedactedText = NewType("RedactedText", str)
"""Made by `retrieval.redaction` alone (a test looks for other makers); mypy finds plain text that leaks."""


def joined(parts: Iterable[RedactedText], separator: str = "\n") -> RedactedText:
    """Redacted parts as one redacted text."""
    return RedactedText(separator.join(parts))
