"""Reading PDF: PDFium's characters laid out as lines, and a second reader where PDFium finds none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from records.errors import CorruptFile, EncryptedFile, NoTextFound, ResumeNotFound
from records.resume import Box, HiddenText
from retrieval.documents.figures import PRIVATE, with_figures
from retrieval.documents.found import Found, FoundLine
from retrieval.documents.glyphs import Frame, Glyph, frame_of, glyphs_of
from retrieval.documents.layout import PlacedLine, lines_of
from retrieval.documents.pictures import picture_of
from retrieval.documents.second_reader import SecondReader
from retrieval.documents.visibility import Sight
from retrieval.documents.words import upright, word_of, words_of

_PASSWORD_NEEDED = (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)


# A private sign or two is a bullet; more within words are letters whose meaning the file does not tell.
_MANY_UNREADABLE = 5


class _Page(NamedTuple):
    """One page: its lines, its hidden text, whether PDFium found characters, and how many of them mean nothing."""

    lines: list[FoundLine]
    hidden: list[HiddenText]
    drawn: bool
    unreadable: int


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


def _read_page(pdf: pdfium.PdfDocument, number: int, file: str) -> _Page:
    try:
        with _page(pdf, number, file) as page:
            frame = frame_of(page)
            sight = Sight(page, frame)
            runs = [(run, sight.why_hidden(run)) for run in words_of(with_figures(list(glyphs_of(page, frame))))]
    except CorruptFile:
        # One broken page does not take the others with it; the second reader gets its turn on it.
        return _Page([], [], drawn=False, unreadable=0)
    seen = [run for run, why in runs if why is None]
    unreadable = sum(bool(PRIVATE.match(glyph.text)) for run in seen if len(run) > 1 for glyph in run if not glyph.icon)
    return _Page(_lines(seen, frame, number), _hidden(runs, number), bool(runs), unreadable)


def _lines(runs: list[list[Glyph]], frame: Frame, number: int) -> list[FoundLine]:
    """Lines of each writing direction; the direction of most of the page first."""
    by_turn = {turns: [run for run in runs if run[0].turns == turns] for turns in range(4)}
    lines: list[FoundLine] = []
    for turns, turned in sorted(by_turn.items(), key=lambda item: -len(item[1])):
        words = [word_of([upright(glyph, frame.width, frame.height) for glyph in run]) for run in turned]
        lines.extend(FoundLine(number, line.text, _box(line, frame, turns)) for line in lines_of(words))
    return lines


def _box(line: PlacedLine, frame: Frame, turns: int) -> Box:
    """A line's place as fractions of the page as shown."""
    left, top, right, bottom = line.left, line.top, line.right, line.bottom
    if turns == 1:
        left, top, right, bottom = frame.width - bottom, left, frame.width - top, right
    elif turns == 2:
        left, top, right, bottom = frame.width - right, frame.height - bottom, frame.width - left, frame.height - top
    elif turns == 3:
        left, top, right, bottom = top, frame.height - right, bottom, frame.height - left
    across, down = (left, right), (top, bottom)
    x1, x2 = (_fraction(x, frame.width) for x in across)
    y1, y2 = (_fraction(y, frame.height) for y in down)
    return Box(x1, y1, x2, y2)


def _fraction(distance: float, whole: float) -> float:
    return round(min(1.0, max(0.0, distance / whole)), 5)


def _hidden(runs: list[tuple[list[Glyph], str | None]], number: int) -> list[HiddenText]:
    """Neighbouring hidden words with one reason are one hidden text."""
    hidden = []
    for why, group in groupby(runs, key=lambda run: run[1]):
        if why is not None:
            text = ""
            for run, _ in group:
                text += (" " if run[0].spaced and text else "") + "".join(glyph.text for glyph in run)
            hidden.append(HiddenText(number, text, why))
    return hidden
