"""Text too small to be read on paper."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from retrieval.documents.pdf.glyphs import Glyph

# Sharp eyes (20/20) make out letters of 5 minutes of arc: at a reading distance of 40 cm 0.58 mm, or 1.65 points.
# A small letter is about half its font's size high, so text below 3.3 points is beyond most eyes.
_SMALLEST = 3.3
# Letters may be narrowed more than they may be shrunk: the narrowest fonts in use have two fifths of the usual width.
_NARROWEST = 1.3
# The ink tells too, where a font's own measures lie: points in height of the tallest and width of the widest letter.
_LEAST_HEIGHT = 1.2
_LEAST_WIDTH = 0.5
_FEWEST = 3  # letters; a dash or a dot is flat in any size


def too_small(glyphs: Sequence[Glyph]) -> set[int]:
    """The text objects, by their address, that nobody can read for size."""
    ordered = sorted((glyph for glyph in glyphs if glyph.text.isalnum()), key=lambda glyph: glyph.made_by)
    groups = ((made_by, list(group)) for made_by, group in groupby(ordered, key=lambda glyph: glyph.made_by))
    return {made_by for made_by, letters in groups if _too_small(letters)}


def _too_small(letters: Sequence[Glyph]) -> bool:
    heights, widths = zip(*(_ink_size(letter) for letter in letters), strict=True)
    first = letters[0]
    # Of fonts with measures of their own (Type 3) size may say little: then the ink is as large as it looks.
    if first.size < _SMALLEST and max(heights) < _SMALLEST:
        return True
    if 0 < first.breadth < _NARROWEST and max(widths) < _NARROWEST:
        return True
    return len(letters) >= _FEWEST and (max(heights) < _LEAST_HEIGHT or max(widths) < _LEAST_WIDTH)


def _ink_size(glyph: Glyph) -> tuple[float, float]:
    """Height and width in writing direction."""
    across, down = glyph.ink.right - glyph.ink.left, glyph.ink.bottom - glyph.ink.top
    return (across, down) if glyph.turns % 2 else (down, across)
