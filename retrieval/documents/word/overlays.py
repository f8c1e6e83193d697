"""Pictures and shapes that lie over the text of a whole page: a person sees them, not the text below.

Word files do not say where a page ends, so only what surely stands on the page is taken to be covered: the paragraph
in which such a picture is anchored, and all others where the whole text is too short for a second page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from retrieval.documents.packages import Element, Package, attribute, local
from retrieval.documents.word.boxes import Drawing
from retrieval.documents.word.looks import Around, Looks
from retrieval.documents.word.pages import Page
from retrieval.documents.word.pictures import part_of
from retrieval.documents.word.rooms import paragraph_height

_JPEG = b"\xff\xd8\xff"  # which cannot be transparent; of other kinds many are, as frames around a page
_APART = 3.0  # line heights from line to line, more than any usual setting, so that no text is taken for shorter
_USUAL = 12.0  # points
_PARTED = frozenset({"tbl", "lastRenderedPageBreak", "pageBreakBefore", "altChunk"})


def covers_of(
    drawings: Iterable[Drawing], page: Page, package: Package, related: dict[str, tuple[str, str]]
) -> list[Element]:
    """The shapes that hide all text of the page on which they lie."""
    return [
        each.shape
        for each in drawings
        if each.opaque and each.on_page and each.why is None and not each.behind and not each.wraps
        and _covers_text(each, page) and (each.plain or _is_jpeg(part_of(each.shape, related), package))
    ]  # fmt: skip


def under_covers(root: Element, covers: Iterable[Element], looks: Looks, around: Around) -> set[Element]:
    """The paragraphs that surely lie below one of them."""
    anchors = {anchor for cover in covers if (anchor := _anchor(cover)) is not None}
    if anchors and _is_one_page(root, looks, around):
        return set(_paragraphs(root))
    return anchors


def _covers_text(drawing: Drawing, page: Page) -> bool:
    right, bottom = drawing.left + drawing.width, drawing.top + drawing.height
    across = drawing.left <= page.left and right >= page.width - page.right
    return across and drawing.top <= page.top and bottom >= page.height - page.bottom


def _is_jpeg(name: str | None, package: Package) -> bool:
    return name is not None and (package.content(name) or b"").startswith(_JPEG)


def _anchor(cover: Element) -> Element | None:
    """The paragraph of the body in which a shape is anchored; in cells and boxes, places are counted otherwise."""
    ancestors = [(local(each), each) for each in cover.iterancestors()]
    if any(name in {"tc", "txbxContent"} for name, _ in ancestors):
        return None
    return next((each for name, each in ancestors if name == "p"), None)


def _paragraphs(root: Element) -> Iterator[Element]:
    """Those of the body, without those in boxes."""
    for each in root.iter():
        if local(each) == "p" and not any(local(up) == "txbxContent" for up in each.iterancestors()):
            yield each


def _is_one_page(root: Element, looks: Looks, around: Around) -> bool:
    names = [local(each) for each in root.iter()]
    breaks = any(local(each) == "br" and attribute(each, "type") is not None for each in root.iter())
    if breaks or names.count("sectPr") > 1 or not _PARTED.isdisjoint(names):
        return False
    page = around.page
    column = max(1.0, page.width - page.left - page.right)
    height = 0.0
    for paragraph in _paragraphs(root):
        size = max(_USUAL, paragraph_height(paragraph, looks, around))
        length = sum(len(each.text or "") for each in paragraph.iter() if local(each) == "t")
        height += _APART * size * (length * size // column + 1)
    return height <= page.height - page.top - page.bottom
