"""The pictures of a Word file that may hold its text: scans and photographed pages that somebody pasted into it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from records.errors import CorruptFile
from retrieval.documents.found import Found, FoundLine, Recogniser, RecognitionNeeded
from retrieval.documents.limits import MOST_RECOGNISED
from retrieval.documents.packages import Element, Package, attribute, child, local, number
from retrieval.documents.recognition.image_file import Edges, picture_size, read_picture
from retrieval.documents.word.boxes import Drawing, why_unseen
from retrieval.documents.word.pages import Page

# Logos, portraits and signatures are smaller on the page: a portrait is 1 to 1.5 inches wide, a line of text more.
_LEAST_WIDTH = 200.0  # points
_LEAST_HEIGHT = 60.0
# A page at 72 dpi, where print can just be read, has half a million; a fifth of a page is some lines.
_LEAST_PIXELS = 100_000
# Beside a text, a picture of half a page is a page of its own, as a certificate is.
_PAGE_OF_ITS_OWN = 0.5
# What is written beside scans is a heading; from about 100 Chinese characters or 200 letters on it is a text.
_TEXT_FROM = 200
_FAINT = 0.1  # of full ink
_CUT_UNITS = 100_000.0  # a:srcRect counts thousandths of a percent
_DELETED = frozenset({"del", "moveFrom"})


@dataclass(frozen=True, slots=True)
class Picture:
    """The name of its part, the shares of its sides that are cut off, and whether it is a page of its own."""

    name: str
    cut: Edges
    own_page: bool


def part_of(shape: Element, related: dict[str, tuple[str, str]]) -> str | None:
    """The name of the part that holds a shape's own picture."""
    source = _source(shape)
    kind, name = related.get(source[0], ("", "")) if source is not None else ("", "")
    return name if kind == "image" else None


class KeptPicture:
    """Stands in for a recogniser to get the picture that it would be given for a page, as a PNG."""

    def __init__(self, page: int) -> None:
        self._page = page
        self.content: bytes | None = None

    def lines(self, picture: bytes, page: int) -> tuple[FoundLine, ...]:
        """No lines; the picture is kept."""
        if page == self._page:
            self.content = picture
        return ()


def pictures(drawings: Sequence[Drawing], page: Page, related: dict[str, tuple[str, str]]) -> list[Picture]:
    """The pictures that are shown large enough to hold text, each once, in their order."""
    found: dict[Picture, None] = {}
    for drawing in drawings:
        source = _source(drawing.shape) if _is_large(drawing) else None
        kind, name = related.get(source[0], ("", "")) if source is not None else ("", "")
        if source is None or kind != "image":
            continue
        picture = Picture(name, source[1], _is_own_page(drawing, page))
        if picture not in found and not _is_deleted(drawing.shape) and why_unseen(drawing, page, drawings) is None:
            found[picture] = None
    return list(found)


def with_pictures(found: Found, shown: Iterable[Picture], package: Package, recogniser: Recogniser | None) -> Found:
    """What was found, and what is read on the pictures; they count as pages that follow those of the text.

    Raises RecognitionNeeded where there are such pictures and no recogniser.
    """
    wanted = [picture for picture in _wanted(found, shown) if _may_be_read(picture, package)]
    first = found.pages + 1 if found.lines else 1
    if not wanted:
        return found
    if recogniser is None:
        raise RecognitionNeeded(tuple(range(first, first + len(wanted))))
    lines: list[FoundLine] = []
    warnings = list(found.warnings)
    if len(wanted) > MOST_RECOGNISED:
        warnings.append(f"pages_not_recognised:{len(wanted) - MOST_RECOGNISED}")
    for number_of_page, picture in enumerate(wanted[:MOST_RECOGNISED], start=first):
        read, code = _read(picture, package, number_of_page, recogniser)
        lines += read
        warnings.append(f"{code}:{number_of_page}")
    source = found.source if not lines else "mixed" if found.lines else "ocr"
    pages = first - 1 + len(wanted)
    return Found(found.kind, pages, (*found.lines, *lines), found.hidden, tuple(warnings), source)


def _wanted(found: Found, shown: Iterable[Picture]) -> Iterator[Picture]:
    """All of them where there is hardly any text; beside a text only those that are pages of their own."""
    signs = (sign for line in found.lines for sign in line.text if sign.isalnum())
    has_text = sum(2 if sign >= "\u2e80" else 1 for sign in signs) >= _TEXT_FROM
    return (picture for picture in shown if picture.own_page or not has_text)


def _may_be_read(picture: Picture, package: Package) -> bool:
    """Whether it has enough pixels; one that does not open counts, so that it is told and not passed over."""
    content = package.content(picture.name)
    try:
        width, height = picture_size(content, picture.name) if content else (0, 0)
    except CorruptFile:
        return True
    return width * height >= _LEAST_PIXELS


def _read(picture: Picture, package: Package, page: int, recogniser: Recogniser) -> tuple[tuple[FoundLine, ...], str]:
    try:
        return read_picture(package.content(picture.name) or b"", page, recogniser, picture.cut)
    except CorruptFile:
        return (), "recognition_failed"


def _source(shape: Element) -> tuple[str, Edges] | None:
    """The link to a shape's own picture, and what is cut off it; None where it has none or none that shows."""
    old = child(shape, "imagedata")
    if old is not None:
        left, top, right, bottom = (
            _share(attribute(old, f"crop{side}")) for side in ("left", "top", "right", "bottom")
        )
        return attribute(old, "id") or "", (left, top, right, bottom)
    properties = child(shape, "spPr")
    fill = child(shape, "blipFill") if local(shape) == "pic" else child(properties, "blipFill")
    blip, cut = child(fill, "blip"), child(fill, "srcRect")
    if blip is None or _is_faint(blip):
        return None
    sides = (number(attribute(cut, side)) if cut is not None else None for side in "ltrb")
    left, top, right, bottom = (min(1.0, max(0.0, (side or 0.0) / _CUT_UNITS)) for side in sides)
    return attribute(blip, "embed") or "", (left, top, right, bottom)


def _share(stated: str | None) -> float:
    """VML writes a share as `.25` or in 65536ths (`16384f`)."""
    share = (number((stated or "").rstrip("f")) or 0.0) / (65_536 if (stated or "").endswith("f") else 1)
    return min(1.0, max(0.0, share))


def _is_faint(blip: Element) -> bool:
    """Whether effects leave nothing of it to be seen."""
    alpha, light = child(blip, "alphaModFix"), child(blip, "lum")
    ink = number(attribute(alpha, "amt")) if alpha is not None else None
    bright = number(attribute(light, "bright")) if light is not None else None
    return (ink is not None and ink / _CUT_UNITS < _FAINT) or (bright or 0.0) / _CUT_UNITS > 1 - _FAINT


def _is_large(drawing: Drawing) -> bool:
    """By its sides on the page; one that states none is as large as its pixels make it."""
    unknown = drawing.width < 0 or drawing.height < 0
    return unknown or (drawing.width >= _LEAST_WIDTH and drawing.height >= _LEAST_HEIGHT)


def _is_own_page(drawing: Drawing, page: Page) -> bool:
    """Whether text goes around so large a picture: one below or over text is its ground or its frame."""
    apart = not drawing.floats or drawing.wraps
    return apart and drawing.width * drawing.height >= _PAGE_OF_ITS_OWN * page.width * page.height


def _is_deleted(shape: Element) -> bool:
    return any(local(each) in _DELETED for each in shape.iterancestors())
