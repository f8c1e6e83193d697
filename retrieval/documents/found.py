"""What a format's reader finds in a file, before lines are numbered and named by section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from records.resume import Box, HiddenText, Kind, Source


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
    source: Source = "text"


class Recogniser(Protocol):
    """Reads the text of a picture (OCR)."""

    def lines(self, picture: bytes, page: int) -> tuple[FoundLine, ...]:
        """The lines in a PNG or JPEG in reading order, with their boxes; none where there is no text."""


class RecognitionNeeded(Exception):
    """Some pages can be read by a recogniser only, and none was given: the pool then asks a worker that has one."""

    def __init__(self, pages: tuple[int, ...]) -> None:
        self.pages = pages
        super().__init__(pages)
