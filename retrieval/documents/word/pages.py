"""The paper of a Word file and its margins."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.documents.packages import Element, attribute, child, local, number

_TWIPS = 20.0  # per point


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins, in points."""

    width: float = 595.3
    height: float = 841.9
    left: float = 90.0
    right: float = 90.0
    top: float = 72.0
    bottom: float = 72.0


def largest_page(root: Element) -> Page:
    """The largest paper of the file, with its own margins."""
    pages = [_section_page(each) for each in root.iter() if local(each) == "sectPr"]
    return max(pages, key=lambda page: page.width * page.height, default=Page())


def _section_page(section: Element) -> Page:
    size, margins, usual = child(section, "pgSz"), child(section, "pgMar"), Page()

    def points(element: Element | None, name: str, otherwise: float) -> float:
        stated = number(attribute(element, name)) if element is not None else None
        return otherwise if stated is None else stated / _TWIPS

    return Page(
        points(size, "w", usual.width), points(size, "h", usual.height), points(margins, "left", usual.left),
        points(margins, "right", usual.right), points(margins, "top", usual.top),
        points(margins, "bottom", usual.bottom),
    )  # fmt: skip
