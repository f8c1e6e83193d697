"""The second opinion on PDF pages where PDFium finds no characters: pypdf."""

from __future__ import annotations

import io
import logging
import zlib

import pypdf
from pypdf.errors import PyPdfError

# pypdf walks broken objects as they come; these are what it stumbles over beside its own errors.
STUMBLES: tuple[type[Exception], ...] = (
    *(PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError),
    *(OSError, RecursionError, TypeError, ValueError, zlib.error),
)

# A scan has no text on any page: after so many blank pages no further one is tried.
_MOST_BLANK = 3

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


class SecondReader:
    """Opens the file only when first asked for a page."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._reader: pypdf.PdfReader | None = None
        self._blank = 0

    def lines(self, number: int) -> list[str]:
        """The page's lines without places; none where pypdf finds nothing either."""
        if self._blank >= _MOST_BLANK:
            return []
        text = self._text(number)
        lines = [line for line in text.splitlines() if line.strip()]
        self._blank += not lines
        return lines

    def _text(self, number: int) -> str:
        try:
            return self._opened().pages[number - 1].extract_text()
        except STUMBLES:
            return ""

    def _opened(self) -> pypdf.PdfReader:
        if self._reader is None:
            self._reader = pypdf.PdfReader(io.BytesIO(self._content))
        return self._reader
