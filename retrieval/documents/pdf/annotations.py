"""What lies on top of a PDF page: values of form fields, notes, stamps. Seen as the page's own, so read with it."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_NOT_SHOWN = 1 << 1 | 1 << 5  # flags Hidden and NoView (PDF 32000-1, table 165)
_MOST = 2000
_LONGEST = 20_000  # characters of one note
# Comment and its rich form, its subject and author; a field's value, its default, its name for the screen.
_UNDRAWN = (b"Contents", b"RC", b"Subj", b"T", b"V", b"DV", b"TU")
_TAG = re.compile(r"</?\w[^<>]*>")
_WIDE = ctypes.POINTER(pdfium_c.FPDF_WCHAR)
_LINK = pdfium_c.FPDF_ANNOT_LINK


@contextmanager
def with_annotations(page: pdfium.PdfPage, number: int) -> Iterator[pdfium.PdfPage]:
    """The page, `number` from 1, with what is shown of its annotations drawn into it."""
    if all(_kind(page, at) == _LINK for at in _annotations(page)):
        yield page
        return
    for at in reversed(_annotations(page)):
        if _flags(page, at) & _NOT_SHOWN:
            pdfium_c.FPDFPage_RemoveAnnot(page, at)
    if pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_NORMALDISPLAY) != pdfium_c.FLATTEN_SUCCESS:
        yield page
        return
    drawn = page.pdf[number - 1]  # only a page opened anew has the drawings in its content
    try:
        yield drawn
    finally:
        drawn.close()


def notes_of(page: pdfium.PdfPage) -> list[str]:
    """The words that annotations carry beside what they draw: comments, descriptions, values of hidden fields."""
    notes = (_string(page, at, key) for at in _annotations(page) for key in _UNDRAWN)
    return list(dict.fromkeys(_TAG.sub(" ", note) for note in notes if note.strip()))


def _annotations(page: pdfium.PdfPage) -> range:
    return range(min(_MOST, max(0, pdfium_c.FPDFPage_GetAnnotCount(page))))


@contextmanager
def _opened(page: pdfium.PdfPage, at: int) -> Iterator[object]:
    annotation = pdfium_c.FPDFPage_GetAnnot(page, at)
    try:
        yield annotation
    finally:
        pdfium_c.FPDFPage_CloseAnnot(annotation)


def _kind(page: pdfium.PdfPage, at: int) -> int:
    with _opened(page, at) as annotation:
        return int(pdfium_c.FPDFAnnot_GetSubtype(annotation))


def _flags(page: pdfium.PdfPage, at: int) -> int:
    with _opened(page, at) as annotation:
        return int(pdfium_c.FPDFAnnot_GetFlags(annotation))


def _string(page: pdfium.PdfPage, at: int, key: bytes) -> str:
    with _opened(page, at) as annotation:
        length = min(2 * _LONGEST, pdfium_c.FPDFAnnot_GetStringValue(annotation, key, None, 0))
        text = ctypes.create_string_buffer(length + 2)
        pdfium_c.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(text, _WIDE), length)
        return text.raw[: max(0, length - 2)].decode("utf-16-le", "replace")
