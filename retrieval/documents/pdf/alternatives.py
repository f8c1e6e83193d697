"""Words that a tagged PDF keeps for those who cannot see the page: descriptions of pictures, spoken forms."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_LONGEST = 20_000  # characters
_MOST_ELEMENTS = 50_000
_DEEPEST = 100
_READERS: tuple[Callable[[object, object, int], int], ...] = (
    pdfium_c.FPDF_StructElement_GetAltText,
    pdfium_c.FPDF_StructElement_GetActualText,
    pdfium_c.FPDF_StructElement_GetTitle,
    pdfium_c.FPDF_StructElement_GetExpansion,
)


def alternatives_of(page: pdfium.PdfPage) -> list[str]:
    """The alternative texts of a page, each once, in the order of its structure."""
    tree = pdfium_c.FPDF_StructTree_GetForPage(page)
    if not tree:
        return []
    try:
        budget = iter(range(_MOST_ELEMENTS))
        roots = range(max(0, pdfium_c.FPDF_StructTree_CountChildren(tree)))
        found = [
            text
            for at in roots
            for text in _texts(pdfium_c.FPDF_StructTree_GetChildAtIndex(tree, at), budget, _DEEPEST)
        ]
        return list(dict.fromkeys(found))
    finally:
        pdfium_c.FPDF_StructTree_Close(tree)


def _texts(element: object, budget: Iterator[int], depth: int) -> Iterator[str]:
    if not element or depth == 0 or next(budget, None) is None:
        return
    yield from (text for text in (_text(reader, element) for reader in _READERS) if text.strip())
    for at in range(max(0, pdfium_c.FPDF_StructElement_CountChildren(element))):
        yield from _texts(pdfium_c.FPDF_StructElement_GetChildAtIndex(element, at), budget, depth - 1)


def _text(reader: Callable[[object, object, int], int], element: object) -> str:
    length = reader(element, None, 0)
    if length <= 2:
        return ""
    text = ctypes.create_string_buffer(length)
    reader(element, text, length)
    return text.raw[: min(2 * _LONGEST, length - 2)].decode("utf-16-le", "replace")
