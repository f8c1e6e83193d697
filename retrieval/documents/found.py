"""What a format's reader finds in a file, before lines are numbered and named by section."""

from __future__ import annotations

from dataclasses import dataclass

from records.resume import Box, HiddenText, Kind


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One line in reading order, not yet numbered."""

    page: int
    text: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Everything one file gave."""

    kind: Kind
    pages: int
    lines: tuple[FoundLine, ...]
    hidden: tuple[HiddenText, ...] = ()
    warnings: tuple[str, ...] = ()
