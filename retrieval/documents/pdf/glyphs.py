"""The characters of a PDF page as PDFium draws them: where, how large, which way up, in what colour."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

SOFT_HYPHEN = "\u00ad"
_INVISIBLE_MODES = frozenset({pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP})

# PDFium marks a hyphen that ends a line with one of these.
_LINE_END_HYPHENS = frozenset({0x02, 0xFFFE, 0xAD})
_LONGEST_FONT_NAME = 128
# Fonts of pictures; what their characters are called in the file means nothing.
_ICON_FONTS = (b"awesome", b"icon", b"dingbat", b"wingding", b"webding")


class Glyph(NamedTuple):
    """One drawn character; points from the top left corner of the page as it is shown.

    `turns` counts quarter turns clockwise in which it is written; `spaced` says that blank precedes it.
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
    drawn: bool
    gray: int
    icon: bool = False


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

    drawn: bool
    gray: int
    size: float
    turns: int
    icon: bool


def frame_of(page: pdfium.PdfPage) -> Frame:
    """The page's visible box and turn."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation() // 90 % 4)


def glyphs_of(page: pdfium.PdfPage, frame: Frame) -> Iterator[Glyph]:
    """The page's characters in the order of its content; blanks only as a mark on what follows them."""
    textpage = page.get_textpage()
    try:
        yield from _Reader(textpage, frame).glyphs()
    finally:
        textpage.close()


class _Reader:
    """Walks one text page; holds the buffers that PDFium fills."""

    def __init__(self, textpage: pdfium.PdfTextPage, frame: Frame) -> None:
        self._page = textpage.raw
        self._count = textpage.count_chars()
        self._frame = frame
        self._box = pdfium_c.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._styles: dict[int, _Style] = {}

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
            if code == 0 or ((text.isspace() or not text.isprintable()) and text != SOFT_HYPHEN and not _private(code)):
                spaced = True
                continue
            glyph = self._glyph(index, text, spaced)
            if glyph is not None:
                yield glyph
                spaced = False

    def _glyph(self, index: int, text: str, spaced: bool) -> Glyph | None:
        if not pdfium_c.FPDFText_GetLooseCharBox(self._page, index, self._box):
            return None
        pdfium_c.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        style = self._style(index)
        box, place = self._box, self._frame.place
        (x1, y1), (x2, y2) = place(box.left, box.bottom), place(box.right, box.top)
        x, y = place(self._x.value, self._y.value)
        left, right, top, bottom = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
        height = right - left if style.turns % 2 else bottom - top
        # Some fonts claim absurd heights; Type 3 fonts absurd sizes: each is checked against the other.
        size = style.size if 0.4 * height <= style.size <= 2.5 * height else height
        if height > 1.8 * size and style.turns == 0:
            top, bottom = y - 0.9 * size, y + 0.25 * size
        baseline = (y, -x, -y, x)[style.turns]
        shown = (style.drawn, style.gray, style.icon)
        return Glyph(text, left, top, right, bottom, baseline, size, style.turns, spaced, *shown)

    def _style(self, index: int) -> _Style:
        made_by = pdfium_c.FPDFText_GetTextObject(self._page, index)
        key = ctypes.addressof(made_by.contents) if made_by else 0
        if key not in self._styles or not key:
            self._styles[key] = self._new_style(index, made_by)
        return self._styles[key]

    def _new_style(self, index: int, made_by: object) -> _Style:
        matrix, (red, green, blue, alpha) = pdfium_c.FS_MATRIX(), (ctypes.c_uint() for _ in range(4))
        red.value = green.value = blue.value = 0
        alpha.value = 255
        pdfium_c.FPDFText_GetFillColor(self._page, index, red, green, blue, alpha)
        mode = pdfium_c.FPDFTextObj_GetTextRenderMode(made_by) if made_by else 0
        scale, angle = 1.0, 0.0
        if pdfium_c.FPDFText_GetMatrix(self._page, index, matrix):
            scale = math.hypot(matrix.c, matrix.d)
            angle = math.atan2(matrix.b, matrix.a)
        # A counter-clockwise angle of the text turns it back against the page's own clockwise turn.
        turns = (self._frame.turns - round(angle / (math.pi / 2))) % 4
        size = pdfium_c.FPDFText_GetFontSize(self._page, index) * scale
        gray = (red.value * 299 + green.value * 587 + blue.value * 114) // 1000
        return _Style(mode not in _INVISIBLE_MODES and alpha.value > 0, gray, size, turns, self._icon_font(index))

    def _icon_font(self, index: int) -> bool:
        name, flags = ctypes.create_string_buffer(_LONGEST_FONT_NAME), ctypes.c_int()
        pdfium_c.FPDFText_GetFontInfo(self._page, index, name, _LONGEST_FONT_NAME, flags)
        return any(word in name.value.lower() for word in _ICON_FONTS)


def _private(code: int) -> bool:
    return 0xE000 <= code <= 0xF8FF
