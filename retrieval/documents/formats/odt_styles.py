"""The styles of an OpenDocument text, asked how a piece of text looks (OpenDocument 1.3, part 3, 16 and 20)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from retrieval.documents import unseen
from retrieval.documents.colours import BLACK, WHITE, Colour, alike
from retrieval.documents.formats.looks import colour_of
from retrieval.documents.packages import Element, attribute, child, local

_DEEPEST = 20  # styles based on styles
_TINY = 2.0  # points
_SIZE = 12.0
_LENGTH = re.compile(r"(\d*\.?\d+)(pt|px|in|cm|mm|%)?")
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35, "mm": 2.835}
_PAINTED = frozenset({"bitmap", "gradient", "hatch"})


@dataclass(frozen=True, slots=True)
class Appearance:
    """Inherited looks of text; `why` is the reason why nothing inside can be seen; `ground` None for a picture."""

    why: str | None = None
    ink: Colour = BLACK
    ground: Colour | None = WHITE
    size: float = _SIZE

    def why_hidden(self) -> str | None:
        """Why text cannot be seen, or None."""
        if self.why is not None:
            return self.why
        if self.size <= _TINY:
            return unseen.TINY
        if self.ground is not None and alike(self.ink, self.ground):
            return unseen.NO_CONTRAST
        return None


class OdtStyles:
    """All styles of a file by family and name."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        for root in roots:
            for style in root.iter("{*}style", "{*}default-style") if root is not None else ():
                name = attribute(style, "name") if local(style) == "style" else ""
                self._styles[(attribute(style, "family") or "", name or "")] = style

    def start(self) -> Appearance:
        """How text looks before any style of its own."""
        return self._shaped("paragraph", "", Appearance())

    def inside(self, family: str, name: str | None, around: Appearance) -> Appearance:
        """How text looks inside an element of a style."""
        return self._shaped(family, name, around) if name else around

    def _shaped(self, family: str, name: str | None, around: Appearance) -> Appearance:
        """Properties are laid over each other from the farthest style to the nearest."""
        for style in reversed(list(self._chain(family, name or ""))):
            for properties in style:
                around = _laid_over(properties, around)
        return around

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        for _ in range(_DEEPEST):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            parent = attribute(style, "parent-style-name")
            if parent is None:
                return
            name = parent


def _laid_over(properties: Element, around: Appearance) -> Appearance:
    kind = local(properties)
    ground = _ground(properties, around.ground)
    if kind != "text-properties":
        return replace(around, ground=ground) if kind.endswith("-properties") else around
    why = unseen.SWITCHED_OFF if attribute(properties, "display") == "none" else around.why
    automatic = attribute(properties, "use-window-font-color") == "true"
    ink = BLACK if automatic else colour_of((attribute(properties, "color") or "").lower()) or around.ink
    if not automatic and attribute(properties, "opacity") in {"0%", "0"}:  # LibreOffice gives automatic ink none
        why = unseen.INVISIBLE
    return Appearance(why, ink, ground, _size(properties, around.size))


def _size(properties: Element, around: float) -> float:
    found = _LENGTH.match(attribute(properties, "font-size") or "")
    if found is None:
        return around
    number, unit = float(found.group(1)), found.group(2) or "pt"
    return around * number / 100 if unit == "%" else number * _POINTS[unit]


def _ground(properties: Element, around: Colour | None) -> Colour | None:
    if attribute(properties, "fill") in _PAINTED or child(properties, "background-image", "binary-data") is not None:
        return None
    filled = attribute(properties, "fill-color") if attribute(properties, "fill") == "solid" else None
    colour = colour_of((filled or attribute(properties, "background-color") or "").lower())
    return colour if colour is not None and colour[3] > 0 else around
