"""Digits that a font hides in the private-use area, as many Chinese PDFs with old-style or tabular figures do.

Fonts keep such figures in order, ten code points in a row. Which code point is zero is told by the years that a
resume is full of: only one reading turns runs of four into years.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.documents.pdf.glyphs import Glyph

PRIVATE = re.compile("[\ue000-\uf8ff]")
_FOUR = re.compile("(?<![\ue000-\uf8ff])[\ue000-\uf8ff]{4}(?![\ue000-\uf8ff])")
_YEARS = range(1950, 2050)
_LEAST_YEARS = 2


def with_figures(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The characters with private-use digits made plain, where years prove which digits they are."""
    zero = _zero("".join((" " if glyph.spaced else "") + glyph.text for glyph in glyphs if not glyph.icon))
    if zero is None:
        return list(glyphs)
    return [glyph._replace(text=_digit(glyph.text, zero)) if not glyph.icon else glyph for glyph in glyphs]


def _zero(text: str) -> int | None:
    """The code point of the digit zero, if one reading alone gives years."""
    runs = _FOUR.findall(text)
    candidates = {ord(character) - digit for run in runs for character in run for digit in range(10)}
    scores = sorted(((sum(_is_year(run, zero) for run in runs), zero) for zero in candidates), reverse=True)
    if not scores or scores[0][0] < _LEAST_YEARS or (len(scores) > 1 and scores[1][0] == scores[0][0]):
        return None
    return scores[0][1]


def _is_year(run: str, zero: int) -> bool:
    plain = "".join(_digit(character, zero) for character in run)
    return plain.isdigit() and int(plain) in _YEARS


def _digit(character: str, zero: int) -> str:
    value = ord(character[0]) - zero
    return str(value) if 0 <= value <= 9 else character
