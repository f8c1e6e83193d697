"""The characters of a PDF page as PDFium draws them: where, how large, which way up, in what colour."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

SOFT_HYPHEN = "\u00ad"
# PDFium marks a hyphen that ends a line with one of these.
_LINE_END_HYPHENS = frozenset({0x02, 0xFFFE, 0xAD})
_LONGEST_FONT_NAME = 128
_STROKELESS = 0.005  # ems; the thinnest dash is five times as thick
# Fonts of pictures; what their characters are called in the file means nothing.
_ICON_FONTS = (b"awesome", b"icon", b"dingbat", b"wingding", b"webding")


class Ink(NamedTuple):
    """The box that a character's strokes fill, in points from the top left corner of the page as it is shown."""

    left: float
    top: float
    right: float
    bottom: float


class Glyph(NamedTuple):
    """One drawn character; points from the top left corner of the page as it is shown.

    `turns` counts quarter turns clockwise in which it is written; `spaced` says that blank precedes it; `made_by` is
    the address of the text object that draws it, `colour` that object's as 0xRRGGBB, `breadth` its em along the line;
    `why` says why a person cannot see it.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    turns: int
    spaced: bool
    ink: Ink
    made_by: int = 0
    colour: int = 0
    breadth: float = 0.0
    icon: bool = False
    why: str | None = None


class Frame(NamedTuple):
    """The visible part of a page in its own units, and the turn in which it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        """The width as shown."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """The height as shown."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page's own units as shown, from the top left corner."""
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        if self.turns == 3:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


class _Style(NamedTuple):
    """What all characters of one text object share."""

    made_by: int
    colour: int
    breadth: float
    icon: bool
    size: float
    turns: int
    font: int


def frame_of(page: pdfium.PdfPage) -> Frame:
    """The page's visible box and turn."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation() // 90 % 4)


def glyphs_of(page: pdfium.PdfPage, frame: Frame) -> tuple[list[Glyph], str]:
    """The page's characters in the order of its content, and in the same order those that draw nothing.

    Blanks are only a mark on what follows them.
    """
    textpage = page.get_textpage()
    try:
        reader = _Reader(textpage, frame)
        return reader.sized(list(reader.glyphs())), "".join(reader.unseen)
    finally:
        textpage.close()


class _Reader:
    """Walks one text page; holds the buffers that PDFium fills."""

    def __init__(self, textpage: pdfium.PdfTextPage, frame: Frame) -> None:
        self._page = textpage.raw
        self._count = textpage.count_chars()
        self._frame = frame
        self._loose = pdfium_c.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._sides = tuple(ctypes.c_double() for _ in range(4))
        self._styles: dict[int, _Style] = {}
        self._tallest: dict[tuple[int, float], float] = {}
        self._icon_fonts: dict[int, bool] = {}
        self._unsure = False
        self.unseen: list[str] = []

    def glyphs(self) -> Iterator[Glyph]:
        spaced, high = False, 0
        for index in range(self._count):
            code = pdfium_c.FPDFText_GetUnicode(self._page, index)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000:
                code, high = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0, 0
            text = SOFT_HYPHEN if code in _LINE_END_HYPHENS else chr(code)
            if not _drawn(text):
                if not text.isspace():
                    self.unseen.append(text)
                spaced = True
                continue
            glyph = self._glyph(index, text, spaced)
            if glyph is not None:
                yield glyph
                spaced = False

    def _glyph(self, index: int, text: str, spaced: bool) -> Glyph | None:
        if not pdfium_c.FPDFText_GetLooseCharBox(self._page, index, self._loose):
            return None
        pdfium_c.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        style = self._style(index)
        box = self._loose
        left, top, right, bottom = _placed(self._frame, box.left, box.bottom, box.right, box.top)
        x, y = self._frame.place(self._x.value, self._y.value)
        height = right - left if style.turns % 2 else bottom - top
        size = style.size
        if not _fits(size, height):
            size, self._unsure = height, True
        extent = max(height, right - left, bottom - top)
        self._tallest[style.font, style.size] = max(extent, self._tallest.get((style.font, style.size), 0.0))
        if height > 1.8 * size and style.turns == 0:
            top, bottom = y - 0.9 * size, y + 0.25 * size
        baseline = (y, -x, -y, x)[style.turns]
        place = (left, top, right, bottom, baseline, size, style.turns)
        return Glyph(text, *place, spaced, self._ink(index, size) or Ink(left, top, right, bottom), *style[:4])

    def sized(self, glyphs: list[Glyph]) -> list[Glyph]:
        """The characters, flat ones (dashes, full stops, 一) no smaller than the tall ones of the same font."""
        return [self._sized(glyph) for glyph in glyphs] if self._unsure else glyphs

    def _sized(self, glyph: Glyph) -> Glyph:
        style = self._styles[glyph.made_by]
        if glyph.size >= style.size or not _fits(style.size, self._tallest[style.font, style.size]):
            return glyph
        return glyph._replace(size=style.size)

    def _ink(self, index: int, size: float) -> Ink | None:
        """None where PDFium knows of no strokes: a blank, or a font that neither the file nor the system has."""
        left, right, bottom, top = self._sides
        if not pdfium_c.FPDFText_GetCharBox(self._page, index, left, right, bottom, top):
            return None
        if min(right.value - left.value, top.value - bottom.value) <= _STROKELESS * size:
            return None
        return Ink(*_placed(self._frame, left.value, bottom.value, right.value, top.value))

    def _style(self, index: int) -> _Style:
        made_by = pdfium_c.FPDFText_GetTextObject(self._page, index)
        key = ctypes.addressof(made_by.contents) if made_by else 0
        if key not in self._styles or not key:
            font = pdfium_c.FPDFTextObj_GetFont(made_by) if made_by else None
            self._styles[key] = self._new_style(index, key, ctypes.addressof(font.contents) if font else 0)
        return self._styles[key]

    def _new_style(self, index: int, made_by: int, font: int) -> _Style:
        matrix, (red, green, blue, alpha) = pdfium_c.FS_MATRIX(), (ctypes.c_uint() for _ in range(4))
        pdfium_c.FPDFText_GetFillColor(self._page, index, red, green, blue, alpha)
        along = across = 1.0
        angle = 0.0
        if pdfium_c.FPDFText_GetMatrix(self._page, index, matrix):
            along, across = math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d)
            angle = math.atan2(matrix.b, matrix.a)
        # A counter-clockwise angle of the text turns it back against the page's own clockwise turn.
        turns = (self._frame.turns - round(angle / (math.pi / 2))) % 4
        size = pdfium_c.FPDFText_GetFontSize(self._page, index)
        colour = red.value << 16 | green.value << 8 | blue.value
        if font not in self._icon_fonts or not font:
            self._icon_fonts[font] = self._icon_font(index)
        return _Style(made_by, colour, size * along, self._icon_fonts[font], size * across, turns, font)

    def _icon_font(self, index: int) -> bool:
        name, flags = ctypes.create_string_buffer(_LONGEST_FONT_NAME), ctypes.c_int()
        pdfium_c.FPDFText_GetFontInfo(self._page, index, name, _LONGEST_FONT_NAME, flags)
        return any(word in name.value.lower() for word in _ICON_FONTS)


def _fits(size: float, height: float) -> bool:
    """Some fonts claim absurd heights; Type 3 fonts absurd sizes: each is checked against the other."""
    return 0.4 * height <= size <= 2.5 * height


def _placed(frame: Frame, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
    """A box of the page's own units as shown: left, top, right, bottom."""
    if not frame.turns:
        return left - frame.left, frame.top - top, right - frame.left, frame.top - bottom
    (x1, y1), (x2, y2) = frame.place(left, bottom), frame.place(right, top)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _drawn(text: str) -> bool:
    """Whether a character can leave ink: letters, signs, hyphens at the ends of lines, signs of private fonts."""
    return text == SOFT_HYPHEN or "\ue000" <= text <= "\uf8ff" or (text.isprintable() and not text.isspace())
