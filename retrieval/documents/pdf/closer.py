"""The second look at characters that share their place with others or leave little ink: each text on its own.

A text is seen if it shows when no other text is drawn, and if the finished page would miss enough of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import floor

import numpy as np
from numpy.typing import NDArray

from retrieval.documents.colours import LARGE
from retrieval.documents.pdf.boxes import Boxes, areas, boxes_of, marked_in, painted
from retrieval.documents.pdf.contrast import told_apart
from retrieval.documents.pdf.drawn import DrawnText, Part
from retrieval.documents.pdf.glyphs import Glyph

_SCALE = 4.0
_MOST_PIXELS = 5_000_000
_MARGIN = 4.0  # points
_LEAST_INK = 0.07  # of the box: an L in the thinnest fonts has twice that, a hair of a clipped letter less
# Where the file tells no closer box than the letter's em, a dash or a full stop fills hardly any of it.
_LEAST_OF_FLAT = 0.01
_LEFT_OVER = 0.3  # of a text's own ink that other texts must leave
# Nobody reads what lies so many texts deep.
_MOST_LAYERS = 6


def seen_closer(
    drawn: DrawnText, page: Part, glyphs: Sequence[Glyph], twins: Mapping[int, set[int]]
) -> NDArray[np.bool_]:
    """For each of the doubtful characters whether it is seen after all; `twins` draw the same in the same place."""
    seen = np.zeros(len(glyphs), dtype=np.bool_)
    for band in bands(glyphs):
        seen[band] = _seen_in_band(drawn, page, [glyphs[at] for at in band], twins)
    return seen


def is_flat(text: str) -> bool:
    """Whether a character is by nature little ink: dashes, points, commas, and the Chinese one. They say nothing."""
    return text == "一" or not text.isalnum()


def bands(glyphs: Sequence[Glyph]) -> list[list[int]]:
    """The characters in bands across the page that do not touch: little of the page need be drawn."""
    bands: list[list[int]] = []
    lowest = 0.0
    for at in sorted(range(len(glyphs)), key=lambda at: glyphs[at].ink.top):
        if not bands or glyphs[at].ink.top > lowest + 2 * _MARGIN:
            bands.append([])
        bands[-1].append(at)
        lowest = max(lowest, glyphs[at].ink.bottom)
    return bands


def _seen_in_band(
    drawn: DrawnText, page: Part, glyphs: Sequence[Glyph], twins: Mapping[int, set[int]]
) -> NDArray[np.bool_]:
    part = part_around(glyphs, page)
    shown = drawn.picture(part)
    with drawn.without():
        ground = drawn.picture(part)
    boxes = boxes_of(glyphs, part, shown.shape)
    large = painted(boxes[[glyph.size >= LARGE for glyph in glyphs]], shown.shape)
    least = np.array([_LEAST_OF_FLAT if is_flat(glyph.text) else _LEAST_INK for glyph in glyphs])
    seen = np.zeros(len(glyphs), dtype=np.bool_)
    for layer in _layers(glyphs, boxes, shown.shape):
        with drawn.without(drawn.others(layer.texts)):
            ink = told_apart(drawn.picture(part), ground, large)
        with drawn.without(layer.texts.union(*(twins.get(text, ()) for text in layer.texts))):
            missed = told_apart(shown, drawn.picture(part), large)
        own = boxes[layer.members]
        inked, left_over = marked_in(own, ink), marked_in(own, missed & ink)
        seen[layer.members] = (inked >= np.maximum(1, least[layer.members] * areas(own))) & (
            left_over >= _LEFT_OVER * inked
        )
    return seen


def part_around(glyphs: Sequence[Glyph], page: Part, finest: float = _SCALE) -> Part:
    """The part of the page that some characters take, as fine as said where it is not too large."""
    left = max(page.left, min(glyph.ink.left for glyph in glyphs) - _MARGIN)
    top = max(page.top, min(glyph.ink.top for glyph in glyphs) - _MARGIN)
    right = min(page.right, max(glyph.ink.right for glyph in glyphs) + _MARGIN)
    bottom = min(page.bottom, max(glyph.ink.bottom for glyph in glyphs) + _MARGIN)
    scale = min(finest, (_MOST_PIXELS / max(1.0, (right - left) * (bottom - top))) ** 0.5)
    # The picture begins on a whole pixel.
    return Part(floor(left * scale) / scale, floor(top * scale) / scale, right, bottom, scale)


@dataclass
class _Layer:
    """Texts none of which lies over another."""

    taken: NDArray[np.bool_]
    texts: set[int] = field(default_factory=set)
    members: list[int] = field(default_factory=list)


def _layers(glyphs: Sequence[Glyph], boxes: Boxes, shape: tuple[int, ...]) -> Iterator[_Layer]:
    """The texts in layers, as few as possible; those beyond the deepest are left out."""
    layers: list[_Layer] = []
    order = sorted(range(len(glyphs)), key=lambda at: glyphs[at].made_by)
    for made_by, group in groupby(order, key=lambda at: glyphs[at].made_by):
        members = list(group)
        layer = next((layer for layer in layers if _free(layer, boxes[members])), None)
        if layer is None:
            if len(layers) == _MOST_LAYERS:
                continue
            layer = _Layer(np.zeros(shape[:2], dtype=np.bool_))
            layers.append(layer)
        layer.texts.add(made_by)
        layer.members.extend(members)
        layer.taken |= painted(boxes[members], shape)
    return iter(layers)


def _free(layer: _Layer, boxes: Boxes) -> bool:
    return not any(layer.taken[top:bottom, left:right].any() for left, top, right, bottom in boxes)
