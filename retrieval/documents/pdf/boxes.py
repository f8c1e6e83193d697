"""Characters' boxes on a picture: how much of what a map marks lies in each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from retrieval.documents.pdf.drawn import Part
from retrieval.documents.pdf.glyphs import Glyph

Boxes = NDArray[np.int64]
"""One row for each character: left, top, right, bottom in pixels; right and bottom are the first beyond it."""

# A pixel that a box covers by less than this belongs to the neighbour, whose smoothed edge is in it.
_EDGE = 0.25


def boxes_of(glyphs: Sequence[Glyph], part: Part, shape: tuple[int, ...]) -> Boxes:
    """The ink boxes in pixels of a picture of that shape, at least one pixel each; empty outside of it."""
    inks = np.array([glyph.ink for glyph in glyphs], dtype=np.float64).reshape(-1, 4)
    pixels = (inks - (part.left, part.top, part.left, part.top)) * part.scale
    height, width = shape[:2]
    pixels = np.clip(pixels, -1, (width + 1, height + 1, width + 1, height + 1))
    low = np.floor(pixels[:, :2] + _EDGE)
    high = np.maximum(np.ceil(pixels[:, 2:] - _EDGE), low + 1)
    boxes = np.hstack([low, high]).astype(np.int64)
    return np.clip(boxes, 0, (width, height, width, height))


def own_pixels(boxes: Boxes, shape: tuple[int, ...]) -> NDArray[np.int32]:
    """For each pixel the number of the one box that has it, from 1; 0 where no box or more than one is."""
    owner, other = np.zeros(shape[:2], dtype=np.int32), np.zeros(shape[:2], dtype=np.int32)
    numbered = list(enumerate(boxes.tolist(), start=1))
    for number, (left, top, right, bottom) in numbered:
        owner[top:bottom, left:right] = number
    for number, (left, top, right, bottom) in reversed(numbered):
        other[top:bottom, left:right] = number
    # The last box painted over a pixel and the first one are the same where there is but one.
    owner[owner != other] = 0
    return owner


def counts(owner: NDArray[np.int32], boxes: int) -> NDArray[np.int64]:
    """How many of these owned pixels each box has."""
    numbers: NDArray[np.int64] = np.bincount(owner, minlength=boxes + 1)[1:]
    return numbers


def marked_in(boxes: Boxes, marked: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The number of marked pixels in each box."""
    inside = [np.count_nonzero(marked[top:bottom, left:right]) for left, top, right, bottom in boxes.tolist()]
    return np.array(inside, dtype=np.int64)


def areas(boxes: Boxes) -> NDArray[np.int64]:
    """Pixels in each box."""
    size: NDArray[np.int64] = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return size


def painted(boxes: Boxes, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """The pixels that lie in any of the boxes."""
    inside = np.zeros(shape[:2], dtype=np.bool_)
    for left, top, right, bottom in boxes.tolist():
        inside[top:bottom, left:right] = True
    return inside
