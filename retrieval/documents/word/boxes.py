"""Where the drawings of a Word file lie, what they paint, and whether their text can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from retrieval.documents.colours import Colour
from retrieval.documents.packages import Element, attribute, child, local, number
from retrieval.documents.unseen import CLIPPED, COVERED, OFF_PAGE, SWITCHED_OFF
from retrieval.documents.word.colours import Palette, named
from retrieval.documents.word.pages import Page
from retrieval.documents.word.styles import on

_EMU = 12_700  # per point
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "pc": 12.0, "": 1.0}
_LENGTH = re.compile(r"\s*(-?[\d.]+)\s*(pt|in|cm|mm|px|pc|)\s*$")
_SMALLEST_SIDE = 2.0  # points; no letter that can be read fits
_COVERED_FROM = 0.95
_VML = frozenset({"shape", "rect", "roundrect", "oval"})
_SHAPES = frozenset({"wsp", "sp", "pic", "chart", "relIds"}) | _VML  # relIds: a diagram
_VML_WRAPS = frozenset({"square", "tight", "through", "topAndBottom"})
_WRAPS = frozenset({"wrapSquare", "wrapTight", "wrapThrough", "wrapTopAndBottom"})


@dataclass(frozen=True, slots=True)
class Drawing:
    """A shape: its sides in points, from the page's left edge and from the page's top or its paragraph's.

    `fill` is None where it paints nothing; `plain` says that the fill is one colour, not a picture or a gradient,
    `grows` that it is as high as its text, `wraps` that text goes around it.
    """

    shape: Element
    left: float
    top: float
    width: float
    height: float
    on_page: bool
    floats: bool
    behind: bool
    level: float
    fill: Colour | None = None
    plain: bool = True
    grows: bool = False
    why: str | None = None
    wraps: bool = False

    def covers(self, other: Drawing) -> bool:
        """Whether nearly all of the other lies under this one, as far as their places can be compared."""
        if self.on_page != other.on_page or self.level <= other.level or self.behind > other.behind or not self.opaque:
            return False
        across = min(self.left + self.width, other.left + other.width) - max(self.left, other.left)
        down = min(self.top + self.height, other.top + other.height) - max(self.top, other.top)
        return across > 0 and down > 0 and across * down >= _COVERED_FROM * other.width * other.height

    @property
    def opaque(self) -> bool:
        """Whether what lies under it is hidden by it."""
        return self.floats and (not self.plain or (self.fill is not None and self.fill.ink > 0.9))


def drawings(element: Element, page: Page, palette: Palette) -> Iterator[Drawing]:
    """Every shape and picture below an element, those within groups each by itself."""
    for at, shape in enumerate(each for each in element.iter() if local(each) in _SHAPES):
        drawing = _of_vml(shape, page) if local(shape) in _VML else _of_drawing(shape, page, palette)
        why = drawing.why or (SWITCHED_OFF if _in_hidden_font(shape) else None)
        # Of two at one level, the later is drawn over the other.
        yield replace(drawing, level=drawing.level + at / 1000, why=why)


def _in_hidden_font(shape: Element) -> bool:
    """Whether the run in which it is anchored is hidden: its drawings are, too."""
    marks = (child(each, "rPr", "vanish") for each in shape.iterancestors() if local(each) == "r")
    return any(mark is not None and on(attribute(mark, "val")) for mark in marks)


def why_unseen(box: Drawing, page: Page, others: Sequence[Drawing]) -> str | None:
    """Why the text in a shape cannot be seen, or None."""
    if box.why is not None:
        return box.why
    if not box.grows and 0 <= min(box.width, box.height) <= _SMALLEST_SIDE:
        return CLIPPED
    if box.floats and not _touches(box, page):
        return OFF_PAGE
    return COVERED if any(other.covers(box) for other in others if other.shape is not box.shape) else None


def _touches(box: Drawing, page: Page) -> bool:
    """Whether any of a shape can lie on the page; a paragraph's own place on it is unknown."""
    top = 0.0 if box.on_page else -page.height
    return box.left < page.width and box.left + max(box.width, 0) > 0 and top < box.top + max(box.height, 0) and (
        box.top < page.height
    )  # fmt: skip


def _of_drawing(shape: Element, page: Page, palette: Palette) -> Drawing:
    frame = next((each for each in shape.iterancestors() if local(each) in {"anchor", "inline"}), None)
    fill, plain = _fill(shape, palette)
    grows = child(shape, "bodyPr", "spAutoFit") is not None
    if frame is None:
        return Drawing(shape, page.left, 0, -1, -1, False, False, False, 0, fill, plain, grows)
    left, _ = _offset(frame, "positionH", page)
    top, on_page = _offset(frame, "positionV", page)
    size = child(frame, "extent")
    width, height = (_points(attribute(size, side)) if size is not None else -1 for side in ("cx", "cy"))
    inner = _in_group(shape, width, height)
    switched_off = any(
        (attribute(each, "hidden") or "0") in {"1", "true"}
        for each in (frame, child(frame, "docPr"), child(shape, "cNvPr"), child(shape, "nvPicPr", "cNvPr"))
        if each is not None
    )
    return Drawing(
        shape, left + inner[0], top + inner[1], inner[2], inner[3], on_page, local(frame) == "anchor",
        (attribute(frame, "behindDoc") or "0") in {"1", "true"}, _points(attribute(frame, "relativeHeight")),
        fill, plain, grows, SWITCHED_OFF if switched_off else None, any(local(each) in _WRAPS for each in frame),
    )  # fmt: skip


def _in_group(shape: Element, width: float, height: float) -> tuple[float, float, float, float]:
    """A shape's place in its outermost group, or the frame's own where it stands alone."""
    groups = [each for each in shape.iterancestors() if local(each) in {"wgp", "wpc"}]
    own = child(shape, "spPr", "xfrm")
    outer = child(groups[-1], "grpSpPr", "xfrm") if groups else None
    if own is None or outer is None or any(local(each) == "grpSp" for each in shape.iterancestors()):
        return 0.0, 0.0, width, height
    (x, y), (across, down) = _pair(own, "off"), _pair(own, "ext")
    (start_x, start_y), (whole_x, whole_y) = _pair(outer, "chOff"), _pair(outer, "chExt")
    scale_x, scale_y = width / whole_x if whole_x else 1.0, height / whole_y if whole_y else 1.0
    return (x - start_x) * scale_x, (y - start_y) * scale_y, across * scale_x, down * scale_y


def _pair(frame: Element, name: str) -> tuple[float, float]:
    found = child(frame, name)
    if found is None:
        return 0.0, 0.0
    first, second = ("x", "y") if name in {"off", "chOff"} else ("cx", "cy")
    return _points(attribute(found, first)), _points(attribute(found, second))


def _offset(frame: Element, axis: str, page: Page) -> tuple[float, bool]:
    """Points from the page's edge, and whether that is known (else from the paragraph's place)."""
    position = child(frame, axis)
    if position is None:
        return page.left if axis == "positionH" else 0.0, False
    base = attribute(position, "relativeFrom") or ""
    stated = child(position, "posOffset")
    offset = _points(stated.text) if stated is not None else 0.0
    if axis == "positionH":
        return offset + (0.0 if base in {"page", "leftMargin"} else page.left), True
    return (
        (offset, True)
        if base in {"page", "topMargin"}
        else (offset + page.top, True)
        if base == "margin"
        else (offset, False)
    )


def _fill(shape: Element, palette: Palette) -> tuple[Colour | None, bool]:
    if local(shape) == "pic":
        return None, False
    properties = child(shape, "spPr")
    for fill in properties if properties is not None else ():
        name = local(fill)
        if name == "noFill":
            return None, True
        if name == "solidFill":
            return palette.drawn(fill), True
        if name in {"gradFill", "blipFill", "pattFill", "grpFill"}:
            return None, False
    reference = child(shape, "style", "fillRef")
    return (
        (palette.drawn(reference), True)
        if reference is not None and attribute(reference, "idx") != "0"
        else (None, True)
    )


def _of_vml(shape: Element, page: Page) -> Drawing:
    style = dict(
        part.strip().lower().split(":", 1) for part in (attribute(shape, "style") or "").split(";") if ":" in part
    )
    left, top = (_length(style.get(f"margin-{side}") or style.get(side)) or 0.0 for side in ("left", "top"))
    width, height = (_length(style.get(side)) for side in ("width", "height"))
    floats = style.get("position") == "absolute"
    on_page = style.get("mso-position-vertical-relative") in {"page", "margin"}
    from_edge = style.get("mso-position-horizontal-relative") == "page"
    gone = style.get("visibility") == "hidden" or style.get("display") == "none"
    level = number(style.get("z-index")) or 0
    # A `shape` is drawn by its type or path; with neither it has no outline that could be filled.
    outlined = local(shape) != "shape" or attribute(shape, "type") is not None or attribute(shape, "path") is not None
    filled = outlined and (attribute(shape, "filled") or "t").lower() not in {"f", "false", "0"}
    fill = child(shape, "fill")
    plain = fill is None or attribute(fill, "type") in {None, "solid"}
    colour = named(attribute(shape, "fillcolor") or "white") if filled else None
    grows = (
        "mso-fit-shape-to-text:t" in (attribute(child(shape, "textbox"), "style") or "")
        if child(shape, "textbox") is not None
        else False
    )
    inside = any(local(each) == "group" for each in shape.iterancestors())
    return Drawing(
        shape, left if from_edge or inside else left + page.left, top, -1 if width is None else width,
        -1 if height is None else height, on_page, floats and not inside, level < 0, level,
        None if colour is None else colour._replace(ink=_opacity(fill)), plain, grows, SWITCHED_OFF if gone else None,
        (attribute(child(shape, "wrap"), "type") if child(shape, "wrap") is not None else None) in _VML_WRAPS,
    )  # fmt: skip


def _opacity(fill: Element | None) -> float:
    """VML writes a share as `.5`, `50%` or in 65536ths (`32768f`)."""
    stated = attribute(fill, "opacity") if fill is not None else None
    if stated is None:
        return 1.0
    if stated.endswith("f"):
        return (number(stated[:-1]) or 0) / 65_536
    return (number(stated) or 0) / (100 if stated.endswith("%") else 1)


def _points(emu: str | None) -> float:
    return (number(emu) or 0.0) / _EMU


def _length(stated: str | None) -> float | None:
    found = _LENGTH.match(stated or "")
    return None if found is None else (number(found.group(1)) or 0.0) * _UNITS[found.group(2)]
