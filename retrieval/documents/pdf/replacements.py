"""Text that a PDF gives in place of what it draws (/ActualText): taken only where what is drawn says nothing.

Ligatures and fonts without meanings need it; a sentence behind a drawn full stop is a trick.
"""

from __future__ import annotations

import codecs
import ctypes
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from retrieval.documents.pdf.drawn import texts_of_page

_KEY = b"ActualText"
_LONGEST = 20_000
_MOST_PER_SIGN = 4  # letters of the longest ligatures
_WIDE = ctypes.POINTER(pdfium_c.FPDF_WCHAR)
_HYPHENS = frozenset({"-", "\u00ad", "\u2010"})


class _Replaced(NamedTuple):
    """A text object with the words that stand for it."""

    drawn: object
    words: str


def without_replacements(page: pdfium.PdfPage) -> list[str]:
    """Let the page say what it draws; the words that stood for something else are given back."""
    replaced = [_Replaced(text, words) for text in texts_of_page(page) for words in _taken_off(text)]
    if not replaced:
        return []
    drawn = _drawn_texts(page, replaced)
    other: list[str] = []
    for (text, words), shown in zip(replaced, drawn, strict=True):
        if _same(words, shown):
            continue
        if _says_nothing(shown) and len(words) <= _MOST_PER_SIGN * max(1, len(shown)):
            _put_back(page, text, words)
        elif words not in other:
            other.append(words)
    return other


def _taken_off(text: object) -> Iterator[str]:
    """The words that stand for a text, which is then without them; hyphens are left where they are."""
    for at in reversed(range(max(0, pdfium_c.FPDFPageObj_CountMarks(text)))):
        mark = pdfium_c.FPDFPageObj_GetMark(text, at)
        words = _words(mark)
        if words.strip() and words not in _HYPHENS and pdfium_c.FPDFPageObj_RemoveMark(text, mark):
            yield words


def _words(mark: object) -> str:
    # PDFium's reader of strings takes them for UTF-8; its reader of bytes gives them as they are.
    length = ctypes.c_ulong()
    if not pdfium_c.FPDFPageObjMark_GetParamBlobValue(mark, _KEY, None, 0, length) or not length.value:
        return ""
    words = (ctypes.c_ubyte * length.value)()
    pdfium_c.FPDFPageObjMark_GetParamBlobValue(mark, _KEY, words, length.value, length)
    stored = bytes(words)[: 2 * _LONGEST]
    if stored.startswith(codecs.BOM_UTF16_BE):
        return stored[2:].decode("utf-16-be", "replace")
    if stored.startswith(codecs.BOM_UTF8):
        return stored[3:].decode("utf-8", "replace")
    return stored.decode("latin-1")


def _drawn_texts(page: pdfium.PdfPage, replaced: list[_Replaced]) -> list[str]:
    textpage = page.get_textpage()
    try:
        return [_drawn_text(text.drawn, textpage) for text in replaced]
    finally:
        textpage.close()


def _drawn_text(text: object, textpage: pdfium.PdfTextPage) -> str:
    length = pdfium_c.FPDFTextObj_GetText(text, textpage, None, 0)
    words = ctypes.create_string_buffer(length + 2)
    pdfium_c.FPDFTextObj_GetText(text, textpage, ctypes.cast(words, _WIDE), length)
    return words.raw[: max(0, length - 2)].decode("utf-16-le", "replace")


def _put_back(page: pdfium.PdfPage, text: object, words: str) -> None:
    mark = pdfium_c.FPDFPageObj_AddMark(text, b"Span")
    stored = codecs.BOM_UTF16_BE + words.encode("utf-16-be", "replace")
    content = (ctypes.c_ubyte * len(stored)).from_buffer_copy(stored)
    pdfium_c.FPDFPageObjMark_SetBlobParam(page.pdf, text, mark, _KEY, content, len(stored))


def _same(words: str, shown: str) -> bool:
    return _plain(words) == _plain(shown)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _says_nothing(shown: str) -> bool:
    """Whether the drawn signs have no meaning of their own that the file tells."""
    return not any(sign.isprintable() and unicodedata.category(sign) != "Co" for sign in shown if not sign.isspace())
