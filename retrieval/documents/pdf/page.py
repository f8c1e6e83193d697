"""One page of a PDF: its visible lines with their places, and what on it cannot be seen."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

import pypdfium2 as pdfium

from records.resume import Box, HiddenText
from retrieval.documents.found import FoundLine
from retrieval.documents.pdf.alternatives import alternatives_of
from retrieval.documents.pdf.annotations import notes_of, with_annotations
from retrieval.documents.pdf.figures import PRIVATE, with_figures
from retrieval.documents.pdf.glyphs import Frame, Glyph, frame_of, glyphs_of
from retrieval.documents.pdf.layout import lines_of
from retrieval.documents.pdf.replacements import without_replacements
from retrieval.documents.pdf.rules import Rule, rules_of
from retrieval.documents.pdf.segments import PlacedLine
from retrieval.documents.pdf.visibility import Sight, parted
from retrieval.documents.pdf.words import upright, word_of, words_of
from retrieval.documents.unseen import NOT_PRINTED, UNSEEN_CHARACTERS, says_more
from retrieval.documents.unseen_characters import messages


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
    notes = notes_of(page)
    with with_annotations(page, number) as drawn:
        return _read(drawn, number, notes)


def _read(page: pdfium.PdfPage, number: int, notes: list[str]) -> ReadPage:
    unprinted = [*without_replacements(page), *alternatives_of(page), *notes]
    frame = frame_of(page)
    glyphs, unseen = glyphs_of(page, frame)
    runs = parted(words_of(Sight(page, frame).judged(with_figures(glyphs))))
    seen = [run for run in runs if run[0].why is None]
    lines = _lines(seen, rules_of(page, frame), frame, number)
    hidden = [*_hidden(runs, number), *_told_aside(unseen, unprinted, lines, number)]
    words = ["".join(glyph.text for glyph in run if not glyph.icon) for run in seen if len(run) > 1]
    unreadable = sum(len(PRIVATE.findall(word)) for word in words)
    return ReadPage(tuple(lines), tuple(hidden), bool(runs), unreadable)


def _told_aside(unseen: str, unprinted: list[str], lines: list[FoundLine], number: int) -> list[HiddenText]:
    """What characters without ink say, and texts that stand beside the page, where they add to it."""
    hidden = [HiddenText(number, message, UNSEEN_CHARACTERS) for message in messages(unseen)]
    visible = "\n".join(line.text for line in lines)
    return hidden + [HiddenText(number, text, NOT_PRINTED) for text in unprinted if says_more(text, visible)]


def _lines(runs: list[list[Glyph]], rules: list[Rule], frame: Frame, number: int) -> list[FoundLine]:
    """Lines of each writing direction; the direction of most of the page first. Tables are read upright only."""
    by_turn = {turns: [run for run in runs if run[0].turns == turns] for turns in range(4)}
    lines: list[FoundLine] = []
    for turns, turned in sorted(by_turn.items(), key=lambda item: -len(item[1])):
        words = [word_of([upright(glyph, frame.width, frame.height) for glyph in run]) for run in turned]
        lines.extend(
            FoundLine(number, line.text, _box(line, frame, turns)) for line in lines_of(words, [] if turns else rules)
        )
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


def _hidden(runs: list[list[Glyph]], number: int) -> list[HiddenText]:
    """Neighbouring hidden words with one reason are one hidden text."""
    hidden = []
    for why, group in groupby(runs, key=lambda run: run[0].why):
        if why is not None:
            text = ""
            for run in group:
                text += (" " if run[0].spaced and text else "") + "".join(glyph.text for glyph in run)
            if any(character.isalnum() for character in text):  # leaders behind a form's fields say nothing
                hidden.append(HiddenText(number, text, why))
    return hidden
