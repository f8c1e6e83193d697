"""A document of the library: a paper, an OKR, a white paper; anything but a resume or a posting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from records.language import TextLanguage
from records.resume import Kind


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of a document without opening it; `id` is a short readable key, unique in the library.

    Its lines are kept apart (`Documents.reading`): of a long document they are megabytes.
    """

    id: str
    title: str
    file: str
    sha256: str
    language: TextLanguage
    kind: Kind
    pages: int
    version: str
    added_at: datetime
