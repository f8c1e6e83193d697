"""A page drawn with and without some of its text: what a text adds to the picture is what a person sees of it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
"""Rows of pixels: blue, green, red and one unused byte."""

# Forms within forms; a file that goes deeper draws no resume.
_DEEPEST = 12
_MOST_OBJECTS = 200_000


class Part(NamedTuple):
    """The part of a page that is drawn, in points from its top left corner, at so many pixels a point."""

    left: float
    top: float
    right: float
    bottom: float
    scale: float


class DrawnText:
    """The text objects of one page by their address, and pictures of the page with some of them left out."""

    def __init__(self, page: pdfium.PdfPage, width: float, height: float) -> None:
        self._page = page
        self._width, self._height = width, height
        self.objects = {_address(text): text for text in texts_of_page(page)}

    def picture(self, part: Part) -> Picture:
        """The part of the page with the text that is switched on."""
        crop = (part.left, self._height - part.bottom, self._width - part.right, part.top)
        bitmap = self._page.render(scale=part.scale, crop=crop, prefer_bgrx=True, may_draw_forms=False)
        try:
            pixels: Picture = bitmap.to_numpy().reshape(bitmap.height, bitmap.stride // 4, 4)[:, : bitmap.width].copy()
            return pixels
        finally:
            bitmap.close()

    @contextmanager
    def without(self, addresses: Iterable[int] | None = None) -> Iterator[None]:
        """Switch these text objects off for a while; all of them if none are named."""
        chosen = [self.objects[at] for at in (self.objects if addresses is None else addresses) if at in self.objects]
        switched = [text for text in chosen if _switch(text, False)]
        try:
            yield
        finally:
            for text in switched:
                _switch(text, True)

    def others(self, addresses: Iterable[int]) -> set[int]:
        """All text objects but these."""
        return set(self.objects) - set(addresses)


def _switch(text: object, on: bool) -> bool:
    return bool(pdfium_c.FPDFPageObj_SetIsActive(text, on))


def _address(handle: object) -> int:
    return ctypes.addressof(handle.contents)  # type: ignore[attr-defined]


def texts_of_page(page: pdfium.PdfPage) -> Iterator[object]:
    """The page's text objects, also those in forms, in the order of its content."""
    budget = iter(range(_MOST_OBJECTS))
    for at in range(pdfium_c.FPDFPage_CountObjects(page)):
        yield from _texts(pdfium_c.FPDFPage_GetObject(page, at), budget, 0)


def _texts(drawn: object, budget: Iterator[int], depth: int) -> Iterator[object]:
    if next(budget, None) is None:
        return
    kind = pdfium_c.FPDFPageObj_GetType(drawn)
    if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
        yield drawn
    elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        for at in range(pdfium_c.FPDFFormObj_CountObjects(drawn)):
            yield from _texts(pdfium_c.FPDFFormObj_GetObject(drawn, at), budget, depth + 1)
