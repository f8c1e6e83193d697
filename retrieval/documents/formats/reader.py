"""Everything that is neither PDF nor Word nor a picture, each kind by its own reader."""

from __future__ import annotations

from records.resume import Kind
from retrieval.documents.formats.plain import read_plain
from retrieval.documents.found import Found


def read_other(content: bytes, file: str, kind: Kind) -> Found:
    """The lines of a file of one of these kinds; raises a ReadingError."""
    return read_plain(content, file, kind)
