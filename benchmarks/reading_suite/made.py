"""What a made file is known to hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from records.language import TextLanguage

Maker = Literal["reportlab", "Chromium", "python-docx", "LibreOffice"]


@dataclass(frozen=True)
class Made:
    """A resume with every fact and sentence known."""

    path: Path
    layout: str
    maker: Maker
    language: TextLanguage
    facts: tuple[str, ...]
    sentences: tuple[str, ...]
