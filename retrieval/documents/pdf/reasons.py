"""The reason that fits best for a text that the picture does not show."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pypdfium2.raw as pdfium_c

from retrieval.documents.pdf.boxes import boxes_of
from retrieval.documents.pdf.contrast import told_apart
from retrieval.documents.pdf.drawn import DrawnText, Part, Picture
from retrieval.documents.pdf.glyphs import Frame, Glyph
from retrieval.documents.unseen import CLIPPED, COVERED, INVISIBLE, NO_CONTRAST, SWITCHED_OFF

_WITHOUT_INK = frozenset({pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP})
_STROKED = frozenset({pdfium_c.FPDF_TEXTRENDERMODE_STROKE, pdfium_c.FPDF_TEXTRENDERMODE_STROKE_CLIP})
_FAINT = 26  # of 255: black on white so transparent is below the least contrast
_LONGEST_NAME = 32
_MOST_PATHS = 200


class _Look(NamedTuple):
    """How a text object asks to be drawn."""

    without_ink: bool
    layered: bool
    colour: tuple[int, int, int]


class Reasons:
    """Asks the text objects of one page; what they do not explain lies under something."""

    def __init__(self, drawn: DrawnText, frame: Frame, part: Part, ground: Picture) -> None:
        self._drawn = drawn
        self._frame = frame
        self._part = part
        self._ground = ground
        self._looks: dict[int, _Look] = {}

    def why(self, glyph: Glyph) -> str | None:
        """The reason for one character that leaves nothing in the picture; None where a reader's system shows it."""
        if glyph.made_by not in self._drawn.objects:
            return INVISIBLE
        look = self._look(glyph.made_by)
        if look.without_ink:
            return INVISIBLE
        if look.layered:
            return SWITCHED_OFF
        if self._like_ground(glyph, look.colour):
            return NO_CONTRAST
        if self._clipped(glyph):
            return CLIPPED
        return None if self._without_font(glyph) else COVERED

    def _without_font(self, glyph: Glyph) -> bool:
        """Whether nothing is drawn only because this system lacks a font that the file does not bring."""
        font = pdfium_c.FPDFTextObj_GetFont(self._drawn.objects[glyph.made_by])
        return glyph.ink == glyph[1:5] and pdfium_c.FPDFFont_GetIsEmbedded(font) == 0

    def _look(self, address: int) -> _Look:
        if address not in self._looks:
            self._looks[address] = _look_of(self._drawn.objects[address])
        return self._looks[address]

    def _like_ground(self, glyph: Glyph, colour: tuple[int, int, int]) -> bool:
        left, top, right, bottom = boxes_of([glyph], self._part, self._ground.shape)[0]
        ground = self._ground[top:bottom, left:right]
        if not ground.size:
            return False
        painted = ground.copy()
        painted[:, :, :3] = colour[::-1]
        return bool(told_apart(np.ascontiguousarray(painted), np.ascontiguousarray(ground)).mean() < 0.5)

    def _clipped(self, glyph: Glyph) -> bool:
        """Whether the text's own clip paths leave out the middle of the character."""
        path = pdfium_c.FPDFPageObj_GetClipPath(self._drawn.objects[glyph.made_by])
        x, y = (glyph.ink.left + glyph.ink.right) / 2, (glyph.ink.top + glyph.ink.bottom) / 2
        for at in range(min(_MOST_PATHS, max(0, pdfium_c.FPDFClipPath_CountPaths(path)))):
            corners = [self._frame.place(*point) for point in _points(path, at)]
            across, down = [corner[0] for corner in corners], [corner[1] for corner in corners]
            if corners and not (min(across) <= x <= max(across) and min(down) <= y <= max(down)):
                return True
        return False


def _points(path: object, at: int) -> Iterator[tuple[float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(min(_MOST_PATHS, pdfium_c.FPDFClipPath_CountPathSegments(path, at))):
        segment = pdfium_c.FPDFClipPath_GetPathSegment(path, at, number)
        if pdfium_c.FPDFPathSegment_GetPoint(segment, x, y):
            yield x.value, y.value


def _look_of(text: object) -> _Look:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    mode = pdfium_c.FPDFTextObj_GetTextRenderMode(text)
    colour_of = pdfium_c.FPDFPageObj_GetStrokeColor if mode in _STROKED else pdfium_c.FPDFPageObj_GetFillColor
    known = colour_of(text, red, green, blue, alpha)
    without_ink = mode in _WITHOUT_INK or (bool(known) and alpha.value <= _FAINT)
    return _Look(without_ink, _layered(text), (red.value, green.value, blue.value))


def _layered(text: object) -> bool:
    """Whether the text belongs to a layer that a reader may switch off."""
    marks = (pdfium_c.FPDFPageObj_GetMark(text, at) for at in range(max(0, pdfium_c.FPDFPageObj_CountMarks(text))))
    return any(_name(mark) == "OC" for mark in marks)


def _name(mark: object) -> str:
    name, length = (pdfium_c.FPDF_WCHAR * _LONGEST_NAME)(), ctypes.c_ulong()
    if not pdfium_c.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), length):
        return ""
    return bytes(name)[: max(0, min(length.value, ctypes.sizeof(name)) - 2)].decode("utf-16-le", "replace")
