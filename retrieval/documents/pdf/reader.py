"""Reading PDF: PDFium's characters laid out as lines; a second reader and recognition where they make no sense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from records.errors import CorruptFile, EncryptedFile, NoTextFound, ResumeNotFound
from records.resume import Source
from retrieval.documents.found import Found, Recogniser, RecognitionNeeded
from retrieval.documents.limits import MOST_RECOGNISED
from retrieval.documents.pdf.ink import Ink, ink_of
from retrieval.documents.pdf.metadata import metadata_hidden
from retrieval.documents.pdf.opinions import Opinion, asks_second, opinion_of, with_recognised, with_warning
from retrieval.documents.pdf.page import ReadPage, read_page
from retrieval.documents.pdf.pictures import picture_of, picture_to_recognise
from retrieval.documents.pdf.second_reader import SecondReader
from retrieval.documents.recognition.absent import RecognitionFailedError

_PASSWORD_NEEDED = (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)


def read_pdf(content: bytes, file: str, max_pages: int, recogniser: Recogniser | None = None) -> Found:
    """The lines of a PDF's first `max_pages` pages, in reading order, with their places.

    Warnings are a code and a number: `pages_beyond_limit:60`, `pages_not_recognised:2` (so many pages more than are
    recognised of one file), and for a page `page_without_text:3`, `second_reader:3` (no places known),
    `unreadable_characters:3` (its font does not say what they mean), `recognised:3` (by OCR) and
    `recognition_failed:3`. Raises RecognitionNeeded where pages ask for a recogniser and there is none.
    """
    with _opened(content, file) as pdf:
        second = SecondReader(content)
        opinions = [_opinion(pdf, number, file, second) for number in range(1, min(len(pdf), max_pages) + 1)]
        wanting = [opinion for opinion in opinions if opinion.wanted != "nothing"]
        if wanting and recogniser is None:
            raise RecognitionNeeded(tuple(opinion.page for opinion in wanting))
        if recogniser is not None:
            for opinion in wanting[:MOST_RECOGNISED]:
                opinions[opinion.page - 1] = _recognised(pdf, opinion, file, recogniser)
        warnings = [f"pages_beyond_limit:{max_pages}"] if len(pdf) > max_pages else []
        if len(wanting) > MOST_RECOGNISED:
            warnings.append(f"pages_not_recognised:{len(wanting) - MOST_RECOGNISED}")
        found = _together(opinions, len(pdf), warnings)
        told = metadata_hidden(pdf, content, "\n".join(line.text for line in found.lines))
    if not any(line.text.strip() for line in found.lines):
        raise NoTextFound(file=file)
    return replace(found, hidden=(*found.hidden, *told))


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
        if pdf.get_formtype() != pdfium_c.FORMTYPE_NONE:
            pdf.init_forms()  # fields that keep their value only get their picture by this
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


def _opinion(pdf: pdfium.PdfDocument, number: int, file: str, second: SecondReader) -> Opinion:
    read, ink = _read_page(pdf, number, file)
    others = second.lines(number) if asks_second(read) else []
    return opinion_of(read, ink, others, number)


def _read_page(pdf: pdfium.PdfDocument, number: int, file: str) -> tuple[ReadPage, Ink]:
    try:
        with _page(pdf, number, file) as page:
            read = read_page(page, number)
            return read, ink_of(page, [line.box for line in read.lines if line.box])
    except CorruptFile:
        # One broken page does not take the others with it; the second reader gets its turn on it.
        return ReadPage(), Ink(0, 0)


def _recognised(pdf: pdfium.PdfDocument, opinion: Opinion, file: str, recogniser: Recogniser) -> Opinion:
    """The page with what the recogniser reads on it, or with the warning that it could not."""
    try:
        with _page(pdf, opinion.page, file) as page:
            picture = picture_to_recognise(page)
        return with_recognised(opinion, recogniser.lines(picture, opinion.page))
    except RecognitionFailedError:
        return with_warning(opinion, f"recognition_failed:{opinion.page}")


def _together(opinions: Sequence[Opinion], pages: int, warnings: Sequence[str]) -> Found:
    sources: set[Source] = {opinion.source for opinion in opinions if opinion.lines}
    return Found(
        kind="pdf",
        pages=pages,
        lines=tuple(line for opinion in opinions for line in opinion.lines),
        hidden=tuple(text for opinion in opinions for text in opinion.hidden),
        warnings=(*warnings, *(warning for opinion in opinions for warning in opinion.warnings)),
        source=sources.pop() if len(sources) == 1 else "mixed" if sources else "text",
    )
