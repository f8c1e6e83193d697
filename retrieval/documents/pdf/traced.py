"""Letters that are drawn beside the text itself: outlined, filled with a gradient, cut out of a picture.

Programs then write the text without ink, so that it can be searched, and draw its letters as shapes in the same
place. A person sees such text. It is known by its edges: where the letters have theirs, the page has them too.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby

import numpy as np
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from retrieval.documents.pdf.boxes import boxes_of, painted
from retrieval.documents.pdf.closer import bands, part_around
from retrieval.documents.pdf.contrast import told_apart
from retrieval.documents.pdf.drawn import DrawnText, Part, Picture
from retrieval.documents.pdf.glyphs import Glyph

Mask = NDArray[np.bool_]

# Shares of edges that lie on each other. Other words in the place, or a photograph, reach a third to a half.
_LEAST_OF_LETTERS = 0.85
_LEAST_OF_PAGE = 0.7
# Where edges are all over the place (stripes, hatching) any letters lie on them: such a place proves nothing, and
# elsewhere at most half as many may miss as would by chance.
_MOST_OF_PLACE = 0.9
_MISSED = 0.5
# Pixels, which outlines and smoothing may move an edge: drawn in this scale that is a thirty-sixth of an em.
_REACH = 2
_PIXELS_AN_EM = 72
_COARSEST, _FINEST = 2.0, 8.0  # pixels a point
_LEAST_STEP = 16  # of 255; less makes no letters
_FEWEST_EDGES = 30  # pixels; a dash fits anything


def traced(drawn: DrawnText, part: Part, ground: Picture, glyphs: Sequence[Glyph]) -> set[int]:
    """The addresses of those text objects whose letters the page without text shows all the same."""
    suspects = _on_edges(glyphs, part, ground)
    found: set[int] = set()
    for _, group in groupby(sorted(suspects, key=_scale), key=_scale):
        alike = sorted(group, key=lambda glyph: glyph.made_by)
        for band in bands(alike):
            found |= _traced_in_band(drawn, part, [alike[at] for at in sorted(band)])
    return found


def _scale(glyph: Glyph) -> float:
    return round(min(_FINEST, max(_COARSEST, _PIXELS_AN_EM / max(1.0, glyph.size))), 1)


def _traced_in_band(drawn: DrawnText, page: Part, suspects: Sequence[Glyph]) -> set[int]:
    part = part_around(suspects, page, _scale(suspects[0]))
    addresses = {glyph.made_by for glyph in suspects}
    with drawn.without():
        ground = drawn.picture(part)
    with drawn.without(drawn.others(addresses)), _inked(drawn, addresses, 0):
        dark = drawn.picture(part)
    with drawn.without(drawn.others(addresses)), _inked(drawn, addresses, 255):
        light = drawn.picture(part)
    shapes, page_edges = _edges(told_apart(dark, light)), _edges_of(ground)
    near_shapes, near_page = _widened(shapes), _widened(page_edges)
    found = set()
    for made_by, group in groupby(suspects, key=lambda glyph: glyph.made_by):
        place = painted(boxes_of(list(group), part, ground.shape), ground.shape)
        on_page = _lie_on(shapes, near_page, place, _LEAST_OF_LETTERS)
        if on_page and _lie_on(page_edges, near_shapes, place, _LEAST_OF_PAGE):
            found.add(made_by)
    return found


def _lie_on(edges: Mask, others: Mask, place: Mask, share: float) -> bool:
    """Whether the edges in a place lie on others, more of them than would lie there by chance."""
    own = edges & place
    count = np.count_nonzero(own)
    if count < _FEWEST_EDGES:
        return False
    chance = np.count_nonzero(others & place) / np.count_nonzero(place)
    least = max(share, 1 - _MISSED * (1 - chance))
    return bool(chance <= _MOST_OF_PLACE and np.count_nonzero(own & others) >= least * count)


def _on_edges(glyphs: Sequence[Glyph], part: Part, ground: Picture) -> list[Glyph]:
    """The characters behind which the page is not plain, by text object."""
    boxes = boxes_of(glyphs, part, ground.shape).tolist()
    grounds = [ground[top:bottom, left:right, :3].reshape(-1, 3) for left, top, right, bottom in boxes]
    on_edges = [len(pixels) > 0 and int(np.ptp(pixels, axis=0).max()) >= _LEAST_STEP for pixels in grounds]
    texts = {glyph.made_by for glyph, is_on in zip(glyphs, on_edges, strict=True) if is_on}
    return sorted((glyph for glyph in glyphs if glyph.made_by in texts), key=lambda glyph: glyph.made_by)


@contextmanager
def _inked(drawn: DrawnText, addresses: set[int], shade: int) -> Iterator[None]:
    """Fill these texts with one shade for a while."""
    texts = [drawn.objects[address] for address in addresses if address in drawn.objects]
    before = [(pdfium_c.FPDFTextObj_GetTextRenderMode(text), _fill(text)) for text in texts]
    try:
        for text in texts:
            pdfium_c.FPDFTextObj_SetTextRenderMode(text, pdfium_c.FPDF_TEXTRENDERMODE_FILL)
            pdfium_c.FPDFPageObj_SetFillColor(text, shade, shade, shade, 255)
        yield
    finally:
        for text, (mode, colour) in zip(texts, before, strict=True):
            pdfium_c.FPDFTextObj_SetTextRenderMode(text, mode)
            pdfium_c.FPDFPageObj_SetFillColor(text, *colour)


def _fill(text: object) -> tuple[int, int, int, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium_c.FPDFPageObj_GetFillColor(text, red, green, blue, alpha)
    return red.value, green.value, blue.value, alpha.value


def _edges_of(picture: Picture) -> Mask:
    """Where neighbouring pixels are told apart."""
    edges = np.zeros(picture.shape[:2], dtype=np.bool_)
    first, second = np.ascontiguousarray(picture[:, :-1]), np.ascontiguousarray(picture[:, 1:])
    edges[:, 1:] |= told_apart(first, second)
    edges[1:] |= told_apart(np.ascontiguousarray(picture[:-1]), np.ascontiguousarray(picture[1:]))
    return edges


def _edges(shape: Mask) -> Mask:
    edges = np.zeros_like(shape)
    edges[:, 1:] |= shape[:, 1:] != shape[:, :-1]
    edges[1:] |= shape[1:] != shape[:-1]
    return edges


def _widened(mask: Mask) -> Mask:
    wide = mask.copy()
    for _ in range(_REACH):
        grown = wide.copy()
        grown[:, 1:] |= wide[:, :-1]
        grown[:, :-1] |= wide[:, 1:]
        grown[1:] |= wide[:-1]
        grown[:-1] |= wide[1:]
        wide = grown
    return wide
