"""How much of what is drawn on a page looks like text, and how much of that the text layer accounts for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

from records.resume import Box

_SCALE = 100 / 72
_MOST_PIXELS = 4_000_000
_STROKE = 64  # of 256 shades between two neighbours in a row: an edge of a letter, hardly ever of a photo
_RULE = 48  # pixels, half an inch: an edge that runs down so far is a frame's or a picture's, not a letter's
_MARGIN = 3  # pixels around a line that are still its own


class Ink(NamedTuple):
    """Edges of strokes on a page at 100 dpi, inside and outside the places of its lines.

    A Latin letter has 15 to 40 of them, a Chinese character 30 to 50 (measured on resumes); a photo or a
    coloured ground has few for its size, and frames and rules are left out.
    """

    covered: int
    uncovered: int


def ink_of(page: pdfium.PdfPage, places: Iterable[Box]) -> Ink:
    """The strokes of a page as shown, told apart by the places of its visible lines."""
    scale = min(_SCALE, (_MOST_PIXELS / max(1.0, page.get_width() * page.get_height())) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, draw_annots=True)
    try:
        rows = np.frombuffer(bytes(bitmap.buffer), np.uint8).reshape(bitmap.height, bitmap.stride)
    finally:
        bitmap.close()
    shades = rows[:, : bitmap.width].astype(np.int16)
    edges = _without_rules(np.abs(np.diff(shades, axis=1)) >= _STROKE)
    drawn = int(edges.sum())
    height, width = shades.shape
    for box in places:
        down = slice(max(0, int(box.top * height) - _MARGIN), int(box.bottom * height) + _MARGIN)
        edges[down, max(0, int(box.left * width) - _MARGIN) : int(box.right * width) + _MARGIN] = False
    uncovered = int(edges.sum())
    return Ink(drawn - uncovered, uncovered)


def _without_rules(edges: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The edges without those that run straight down for long."""
    if edges.shape[0] < _RULE:
        return edges
    starts, length = edges, 1
    while length < _RULE:
        step = min(length, _RULE - length)
        starts = starts[:-step] & starts[step:]
        length += step
    if not starts.any():
        return edges
    within = np.zeros_like(edges)
    for row, column in zip(*np.nonzero(starts), strict=True):
        within[row : row + _RULE, column] = True
    return edges & ~within
