"""What a person cannot see on a PDF page: invisible, off the page, tiny, or in the colour of its ground."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2 as pdfium

from retrieval.documents.pdf.glyphs import Frame, Glyph

INVISIBLE = "invisible text"
OFF_PAGE = "outside the page"
TINY = "too small to see"
NO_CONTRAST = "same colour as its background"

_SMALLEST = 2.0  # points
_NEAR = 10  # of 256 shades: less difference cannot be seen
_LIGHT = 200
# Letters cover at most half of their box, so half the box in the text's own light colour is its ground. Dark text
# asks for more, because neighbours in the same ink may reach into the box.
_GROUND = {True: 0.5, False: 0.9}
_MARGIN = 1.5  # pixels
_SCALE = 1.0
_MOST_PIXELS = 4_000_000


class Sight:
    """Tells for the words of one page why they cannot be seen; the page is drawn once, when first asked."""

    def __init__(self, page: pdfium.PdfPage, frame: Frame) -> None:
        self._page = page
        self._frame = frame
        self._pixels: bytes | None = None
        self._stride = self._width = self._height = 0
        self._scale = min(_SCALE, (_MOST_PIXELS / max(1.0, frame.width * frame.height)) ** 0.5)

    def why_hidden(self, word: Sequence[Glyph]) -> str | None:
        """The reason, or None for a word that can be seen."""
        if not word[0].drawn:
            return INVISIBLE
        if all(self._off_page(glyph) for glyph in word):
            return OFF_PAGE
        if not any(glyph.text.isalnum() for glyph in word):
            return None  # says nothing; and a dash of a Type 3 font, of which only its ink is known, is always flat
        if max(glyph.size for glyph in word) < _SMALLEST and not self._large_page():
            return TINY
        if self._without_contrast(word):
            return NO_CONTRAST
        return None

    def _large_page(self) -> bool:
        """Slides and posters are shown shrunk; page units far from paper's say nothing about sizes seen."""
        return self._frame.height < 200

    def _off_page(self, glyph: Glyph) -> bool:
        across, down = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
        return not (0 <= across <= self._frame.width and 0 <= down <= self._frame.height)

    def _without_contrast(self, word: Sequence[Glyph]) -> bool:
        """Whether the ground behind a word, as drawn, has the word's own colour."""
        gray = word[0].gray
        box = self._box_pixels(word)
        near = bytes(range(max(0, gray - _NEAR), min(255, gray + _NEAR) + 1))
        same = len(box) - len(box.translate(None, near))
        return len(box) > 0 and same >= _GROUND[gray >= _LIGHT] * len(box)

    def _box_pixels(self, word: Sequence[Glyph]) -> bytes:
        pixels = self._drawn()
        scale = self._scale
        left = max(0, int(min(glyph.left for glyph in word) * scale - _MARGIN))
        right = min(self._width, int(max(glyph.right for glyph in word) * scale + _MARGIN) + 1)
        top = max(0, int(min(glyph.top for glyph in word) * scale - _MARGIN))
        bottom = min(self._height, int(max(glyph.bottom for glyph in word) * scale + _MARGIN) + 1)
        return b"".join(pixels[row * self._stride + left : row * self._stride + right] for row in range(top, bottom))

    def _drawn(self) -> bytes:
        if self._pixels is None:
            bitmap = self._page.render(scale=self._scale, grayscale=True, draw_annots=False)
            self._stride, self._width, self._height = bitmap.stride, bitmap.width, bitmap.height
            self._pixels = bytes(bitmap.buffer)
            bitmap.close()
        return self._pixels
