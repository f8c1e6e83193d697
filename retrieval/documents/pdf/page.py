"""One page of a PDF: its visible lines with their places, and what on it cannot be seen."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

import pypdfium2 as pdfium

from records.resume import Box, HiddenText
from retrieval.documents.found import FoundLine
from retrieval.documents.pdf.figures import PRIVATE, with_figures
from retrieval.documents.pdf.glyphs import Frame, Glyph, frame_of, glyphs_of
from retrieval.documents.pdf.layout import PlacedLine, lines_of
from retrieval.documents.pdf.visibility import Sight
from retrieval.documents.pdf.words import upright, word_of, words_of


class ReadPage(NamedTuple):
    """One page as read.

    Its lines and hidden texts, whether PDFium found characters, and how many of the visible ones mean nothing.
    """

    lines: tuple[FoundLine, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    drawn: bool = False
    unreadable: int = 0


def read_page(page: pdfium.PdfPage, number: int) -> ReadPage:
    """A page's text in reading order; `number` counts from 1."""
    frame = frame_of(page)
    sight = Sight(page, frame)
    runs = [(run, sight.why_hidden(run)) for run in words_of(with_figures(list(glyphs_of(page, frame))))]
    seen = [run for run, why in runs if why is None]
    unreadable = sum(bool(PRIVATE.match(glyph.text)) for run in seen if len(run) > 1 for glyph in run if not glyph.icon)
    return ReadPage(tuple(_lines(seen, frame, number)), tuple(_hidden(runs, number)), bool(runs), unreadable)


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
