"""What the styles of a Word file say: for runs, paragraphs and the cells of styled tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.documents.packages import Element, attribute, child, local, value

_OFF = frozenset({"0", "false", "off", "none"})
_DEEPEST = 12  # styles based on styles

# From the most special to the least, as Word lets one part of a table win over another (ISO 29500, 17.7.6).
_PARTS = (
    "nwCell", "neCell", "swCell", "seCell", "firstRow", "lastRow", "firstCol", "lastCol", "band1Horz", "band2Horz",
    "band1Vert", "band2Vert", "wholeTable",
)  # fmt: skip
_LOOK_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a cell stands, from 0, in a table of so many rows and columns."""

    row: int
    column: int
    rows: int
    columns: int


class Styles:
    """A file's styles by id, and its defaults."""

    def __init__(self, styles: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._standard: dict[str, str] = {}
        self._defaults: dict[str, Element | None] = {}
        for style in styles if styles is not None else ():
            if local(style) == "style":
                identity = str(attribute(style, "styleId"))
                self._styles[identity] = style
                if on(attribute(style, "default") or "0"):
                    self._standard[attribute(style, "type") or "paragraph"] = identity
            elif local(style) == "docDefaults":
                self._defaults["rPr"] = child(style, "rPrDefault", "rPr")
                self._defaults["pPr"] = child(style, "pPrDefault", "pPr")

    def chain(self, identity: str | None) -> list[Element]:
        """A style and those that it is based on."""
        found: list[Element] = []
        while identity is not None and len(found) < _DEEPEST:
            style = self._styles.get(identity)
            if style is None:
                break
            found.append(style)
            identity = value(style, "basedOn")
        return found

    def of_character(self, run_properties: Element | None) -> list[Element]:
        """Run properties of a run's character style."""
        return _properties(self.chain(value(run_properties, "rStyle")), "rPr")

    def of_paragraph(self, paragraph: Element, kind: str) -> list[Element]:
        """Run (`rPr`) or paragraph (`pPr`) properties of a paragraph's style, or the standard one."""
        identity = value(paragraph, "pPr", "pStyle") or self._standard.get("paragraph")
        return _properties(self.chain(identity), kind)

    def defaults(self, kind: str) -> list[Element]:
        """The file's own defaults."""
        found = self._defaults.get(kind)
        return [] if found is None else [found]

    def of_cell(self, table: Element, place: CellPlace) -> list[Element]:
        """The parts of a table's style that fit a cell, the most special first; then the styles as a whole."""
        properties = child(table, "tblPr")
        chain = self.chain(value(properties, "tblStyle") or self._standard.get("table"))
        look = child(properties, "tblLook")
        fitting = _fitting(look, place)
        parts = {
            (attribute(part, "type"), depth): part
            for depth, style in enumerate(chain)
            for part in style
            if local(part) == "tblStylePr"
        }
        special = [parts[name, depth] for name in fitting for depth in range(len(chain)) if (name, depth) in parts]
        return [*special, *chain]


def on(setting: str | None) -> bool:
    """Whether a switch is on; one without a value is."""
    return (setting or "true").lower() not in _OFF


def switched(layers: Sequence[Element], name: str) -> bool | None:
    """What the nearest layer says of a switch; None where none speaks of it."""
    found = nearest(layers, name)
    return None if found is None else on(attribute(found, "val"))


def nearest(layers: Sequence[Element], *path: str) -> Element | None:
    """A property in the first layer that has it."""
    return next((found for found in (child(layer, *path) for layer in layers) if found is not None), None)


def _properties(chain: list[Element], kind: str) -> list[Element]:
    return [found for found in (child(style, kind) for style in chain) if found is not None]


def _fitting(look: Element | None, place: CellPlace) -> Iterator[str]:
    shown = _looks(look)
    first, last = place.row == 0 and shown["firstRow"], place.row == place.rows - 1 and shown["lastRow"]
    left, right = place.column == 0 and shown["firstColumn"], place.column == place.columns - 1 and shown["lastColumn"]
    row, column = place.row - shown["firstRow"], place.column - shown["firstColumn"]
    fits = (
        first and left, first and right, last and left, last and right, first, last, left, right,
        not shown["noHBand"] and row % 2 == 0, not shown["noHBand"] and row % 2 == 1,
        not shown["noVBand"] and column % 2 == 0, not shown["noVBand"] and column % 2 == 1,
        True,
    )  # fmt: skip
    return (part for part, fit in zip(_PARTS, fits, strict=True) if fit)


def _looks(look: Element | None) -> dict[str, bool]:
    """Which parts of its style a table shows: by attributes, or by the bits of older files (04A0 where none is set)."""
    stated = attribute(look, "val") if look is not None else None
    try:
        bits = int(stated or "04A0", 16)
    except ValueError:
        bits = 0x04A0
    return {
        name: on(own) if (own := attribute(look, name) if look is not None else None) is not None else bool(bits & bit)
        for name, bit in _LOOK_BITS.items()
    }
