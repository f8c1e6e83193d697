"""The tables at the head of an RTF file: the encodings of its fonts, its colours."""

from __future__ import annotations

import re

from retrieval.documents.colours import Colour
from retrieval.documents.formats.rtf_tokens import DEFAULT_PAGE, charset, code_page

_HEAD = 2000
_PAGE = re.compile(r"\\ansicpg(\d{1,5})")
_OTHER_PAGES = ((r"\mac", "mac_roman"), (r"\pca", "cp850"), (r"\pc", "cp437"))
_FONT = re.compile(r"\\f(\d{1,6})\b([^{};]*)")
_FONT_CHARSET = re.compile(r"\\fcharset(\d{1,3})")
_FONT_PAGE = re.compile(r"\\cpg(\d{1,5})")
_FIRST_FONT = re.compile(r"\\deff(\d{1,6})")
_PART = re.compile(r"\\(red|green|blue)(\d{1,3})")


class Tables:
    """What numbers of fonts and colours stand for."""

    def __init__(self, source: str) -> None:
        head = source[:_HEAD]
        page = _PAGE.search(head)
        other = next((name for word, name in _OTHER_PAGES if re.search(rf"{re.escape(word)}(?![a-z])", head)), None)
        self._page = code_page(int(page.group(1))) if page else other or DEFAULT_PAGE
        first = _FIRST_FONT.search(head)
        self._first = int(first.group(1)) if first else 0
        self._fonts = {int(found.group(1)): self._encoding(found.group(2)) for found in _fonts(source)}
        self._colours = [_colour(entry) for entry in _group(source, r"\colortbl").split(";")]

    def encoding(self, font: int | None) -> str:
        """The encoding of a font's bytes."""
        return self._fonts.get(self._first if font is None else font) or self._page

    def colour(self, number: int) -> Colour | None:
        """A colour; None for the automatic one."""
        return self._colours[number] if 0 <= number < len(self._colours) else None

    def _encoding(self, words: str) -> str | None:
        if page := _FONT_PAGE.search(words):
            return code_page(int(page.group(1)))
        found = _FONT_CHARSET.search(words)
        return charset(int(found.group(1))) if found else None


def _fonts(source: str) -> list[re.Match[str]]:
    """Every font's number and the words behind it; names and alternatives in braces of their own do not count."""
    return list(_FONT.finditer(re.sub(r"\{\\\*[^{}]*\}", "", _group(source, r"\fonttbl"))))


def _colour(entry: str) -> Colour | None:
    parts = {name: min(255, int(number)) for name, number in _PART.findall(entry)}
    return Colour(parts.get("red", 0), parts.get("green", 0), parts.get("blue", 0)) if parts else None


def _group(source: str, word: str) -> str:
    """The inside of the first group that starts with a word."""
    start = source.find("{" + word)
    if start < 0:
        return ""
    depth = 0
    for brace in re.finditer(r"\\[\\{}]|[{}]", source[start:]):
        depth += {"{": 1, "}": -1}.get(brace.group(), 0)
        if depth == 0:
            return source[start + 1 + len(word) : start + brace.start()]
    return ""
