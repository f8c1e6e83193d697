"""Reading PDF: PDFium's characters laid out as lines, and a second reader where PDFium finds none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from records.errors import CorruptFile, EncryptedFile, NoTextFound, ResumeNotFound
from records.resume import HiddenText
from retrieval.documents.found import Found, FoundLine
from retrieval.documents.pdf.page import ReadPage, read_page
from retrieval.documents.pdf.pictures import picture_of
from retrieval.documents.pdf.second_reader import SecondReader

_PASSWORD_NEEDED = (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)

# A private sign or two is a bullet; more within words are letters whose meaning the file does not tell.
_MANY_UNREADABLE = 5


def read_pdf(content: bytes, file: str, max_pages: int) -> Found:
    """The lines of a PDF's first `max_pages` pages, in reading order, with their places.

    Warnings are a code and a number: `pages_beyond_limit:60`, and for a page `page_without_text:3`,
    `second_reader:3` (no places known) and `unreadable_characters:3` (its font does not say what they mean).
    """
    with _opened(content, file) as pdf:
        pages = len(pdf)
        found = [_read_page(pdf, number, file) for number in range(1, min(pages, max_pages) + 1)]
    second = SecondReader(content)
    lines: list[FoundLine] = []
    hidden: list[HiddenText] = []
    warnings = [f"pages_beyond_limit:{max_pages}"] if pages > max_pages else []
    for number, page in enumerate(found, start=1):
        lines.extend(page.lines)
        hidden.extend(page.hidden)
        if page.unreadable >= _MANY_UNREADABLE:
            warnings.append(f"unreadable_characters:{number}")
        if not page.drawn:
            others = [FoundLine(number, text) for text in second.lines(number)]
            lines.extend(others)
            warnings.append(f"second_reader:{number}" if others else f"page_without_text:{number}")
    if not any(line.text.strip() for line in lines):
        raise NoTextFound(file=file)
    return Found("pdf", pages, tuple(lines), tuple(hidden), tuple(warnings))


def page_picture(content: bytes, file: str, page: int, width: int) -> bytes:
    """A PNG of one page, counted from 1."""
    with _opened(content, file) as pdf:
        if not 1 <= page <= len(pdf):
            raise ResumeNotFound(file=f"{file} p. {page}")
        with _page(pdf, page, file) as opened:
            return picture_of(opened, width)


@contextmanager
def _opened(content: bytes, file: str) -> Iterator[pdfium.PdfDocument]:
    try:
        pdf = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as refused:
        kind = EncryptedFile if refused.err_code in _PASSWORD_NEEDED else CorruptFile
        raise kind(file=file) from refused
    try:
        if len(pdf) == 0:
            raise CorruptFile(file=file)
        yield pdf
    finally:
        pdf.close()


@contextmanager
def _page(pdf: pdfium.PdfDocument, number: int, file: str) -> Iterator[pdfium.PdfPage]:
    try:
        page = pdf[number - 1]
    except pdfium.PdfiumError as broken:
        raise CorruptFile(file=file) from broken
    try:
        yield page
    finally:
        page.close()


def _read_page(pdf: pdfium.PdfDocument, number: int, file: str) -> ReadPage:
    try:
        with _page(pdf, number, file) as page:
            return read_page(page, number)
    except CorruptFile:
        # One broken page does not take the others with it; the second reader gets its turn on it.
        return ReadPage()
