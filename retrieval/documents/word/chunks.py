"""Whole files that a Word file takes in where it is opened (altChunk): HTML, RTF, plain text, another Word file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from records.errors import EmptyFile, ReadingError
from records.resume import HiddenText
from retrieval.documents.formats.html import read_html
from retrieval.documents.formats.mail import is_mail
from retrieval.documents.formats.mail_body import read_body
from retrieval.documents.formats.plain import read_plain
from retrieval.documents.formats.rtf import read_rtf
from retrieval.documents.found import Found
from retrieval.documents.kinds import kind_of
from retrieval.documents.packages import Package

_PAGES = frozenset({".htm", ".html", ".xhtml"})
ReadWord = Callable[[bytes, str], Found]


class Chunks:
    """The files that one Word file takes in; counts those that are not read, or not in full."""

    def __init__(self, package: Package, read_word: ReadWord | None) -> None:
        self._package = package
        self._read_word = read_word
        self._taken: set[str] = set()
        self.not_read = 0

    def read(self, kind: str, name: str) -> tuple[list[str], tuple[HiddenText, ...]]:
        """The lines of the part that a relation of this kind names, and what is hidden in it; each part once."""
        if name and name in self._taken:
            return [], ()
        self._taken.add(name)
        try:
            content = self._package.content(name) if kind == "aFChunk" else None
            found = None if content is None else _found(content, name, self._read_word)
        except EmptyFile:
            return [], ()
        except ReadingError:
            found = None
        if found is None or found.warnings:
            self.not_read += 1
        return ([line.text for line in found.lines], found.hidden) if found else ([], ())


def _found(content: bytes, name: str, read_word: ReadWord | None) -> Found | None:
    """What the reader of its kind finds; None where it has none here, as Word files in Word files in Word files."""
    if is_mail(content):  # a page saved as one file (MHTML), which is how Word likes to take them in
        return read_body(content, name)
    kind = kind_of(content, name)
    if kind == "docx":
        return None if read_word is None else read_word(content, name)
    if kind == "rtf":
        return read_rtf(content, name)
    if kind == "html" or (kind == "txt" and PurePath(name).suffix.lower() in _PAGES):
        return read_html(content, name)
    return read_plain(content, name, kind) if kind in {"txt", "md"} else None
