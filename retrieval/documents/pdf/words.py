"""Characters to words: neighbours on one baseline without blank between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from retrieval.documents.pdf.glyphs import Glyph
from retrieval.documents.text_lines import unified

# In ems. A blank is about a quarter of an em wide; letters closer than this belong to one word.
_WORD_GAP = 0.15
_TOUCHING = 0.08
_RAISED = 0.1
_OVERLAP = 0.6
_SAME_BASELINE = 0.45

ICON = "\ue000"
"""Stands for a single sign of an icon font; several in one word are the sign's description and stay."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters with its place in points from the top left; `spaced`: blank precedes it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    spaced: bool


def words_of(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Characters grouped to words, in the order of the content."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _continues(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _continues(before: Glyph, glyph: Glyph) -> bool:
    if _look(glyph) != _look(before):
        return False
    size = max(before.size, glyph.size)
    gap, raised = _gap(before, glyph), abs(before.baseline - glyph.baseline)
    # PDFium reports a blank before raised letters too ("1st"): there a blank that takes no place is none.
    if glyph.spaced and (raised < _RAISED * size or gap > _TOUCHING * size):
        return False
    return -_OVERLAP * size <= gap < _WORD_GAP * size and raised <= _SAME_BASELINE * size


def _look(glyph: Glyph) -> tuple[int, int, bool]:
    """What all characters of a word share."""
    return glyph.turns, glyph.colour, glyph.icon


def _gap(before: Glyph, glyph: Glyph) -> float:
    """The distance in writing direction between two neighbours."""
    return (
        glyph.left - before.right,
        glyph.top - before.bottom,
        before.left - glyph.right,
        before.top - glyph.bottom,
    )[glyph.turns]


def word_of(run: Sequence[Glyph]) -> Word:
    """The word that upright characters make together."""
    text = unified("".join(glyph.text for glyph in run))
    return Word(
        text=ICON if run[0].icon and len(run) == 1 else text,
        left=min(glyph.left for glyph in run),
        top=min(glyph.top for glyph in run),
        right=max(glyph.right for glyph in run),
        bottom=max(glyph.bottom for glyph in run),
        baseline=run[0].baseline,
        size=max(glyph.size for glyph in run),
        spaced=run[0].spaced,
    )


def upright(glyph: Glyph, width: float, height: float) -> Glyph:
    """A character of a turned text where it would stand on the page turned so that it reads upright."""
    if not glyph.turns:
        return glyph
    left, top, right, bottom = glyph.left, glyph.top, glyph.right, glyph.bottom
    if glyph.turns == 1:
        left, top, right, bottom = top, width - right, bottom, width - left
    elif glyph.turns == 2:
        left, top, right, bottom = width - right, height - bottom, width - left, height - top
    elif glyph.turns == 3:
        left, top, right, bottom = height - bottom, left, height - top, right
    baseline = glyph.baseline + (0.0, width, height, 0.0)[glyph.turns]
    return glyph._replace(left=left, top=top, right=right, bottom=bottom, baseline=baseline)
