"""The walk through the XML of a Word file, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.documents.packages import Element, attribute, local
from retrieval.documents.word.runs import Styles, child

_SET_OFF = "  "
_LONGEST_CELL = 90  # characters; rows of short cells are read across, as one line
_LONGEST_ROW = 200

# Deleted text, field codes, comments' marks and the second copy of what a newer Word draws by other means.
_NOT_SHOWN = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "rubyPr", "rt", "tblPr"})
_SIGNS = {"tab": _SET_OFF, "ptab": _SET_OFF, "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "•"}


class Walk:
    """Collects lines; what is hidden goes to `hidden` with its reason."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.hidden: list[tuple[str, str]] = []

    def lines(self, element: Element) -> Iterator[str]:
        """The lines of everything inside an element."""
        for inner in element:
            name = local(inner)
            if name == "p":
                yield from self._paragraph(inner)
            elif name == "tbl":
                yield from self._table(inner)
            elif name == "AlternateContent":
                yield from self._alternative(inner)
            elif name and name not in _NOT_SHOWN:
                yield from self.lines(inner)

    def _alternative(self, element: Element) -> Iterator[str]:
        chosen = child(element, "Choice")
        chosen = chosen if chosen is not None else child(element, "Fallback")
        if chosen is not None:
            yield from self.lines(chosen)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        """A paragraph's own lines, then those of the text boxes anchored in it."""
        boxes: list[Element] = []
        text = "".join(self._inline(paragraph, paragraph, boxes))
        for number, line in enumerate(text.split("\n")):
            if line.strip():
                yield f"• {line.strip()}" if number == 0 and self._styles.is_listed(paragraph) else line
        for box in boxes:
            yield from self.lines(box)

    def _inline(self, element: Element, paragraph: Element, boxes: list[Element]) -> Iterator[str]:
        for inner in element:
            name = local(inner)
            if name == "r":
                yield from self._run(inner, paragraph, boxes)
            elif name == "AlternateContent":
                chosen = child(inner, "Choice")
                chosen = chosen if chosen is not None else child(inner, "Fallback")
                if chosen is not None:
                    yield from self._inline(chosen, paragraph, boxes)
            elif name == "txbxContent":
                boxes.append(inner)
            elif name == "t":
                yield inner.text or ""
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name and name not in _NOT_SHOWN:
                yield from self._inline(inner, paragraph, boxes)

    def _run(self, run: Element, paragraph: Element, boxes: list[Element]) -> Iterator[str]:
        text = "".join(self._inline(run, paragraph, boxes))
        why = self._styles.why_hidden(run, paragraph) if text.strip() else None
        if why is None:
            yield text
        else:
            self._hide(text.strip(), why)

    def _hide(self, text: str, why: str) -> None:
        if self.hidden and self.hidden[-1][1] == why:
            text = f"{self.hidden.pop()[0]} {text}"
        self.hidden.append((text, why))

    def _table(self, table: Element) -> Iterator[str]:
        for row in _inside(table, "tr"):
            cells = [list(self.lines(cell)) for cell in _inside(row, "tc") if not _continues_above(cell)]
            cells = [cell for cell in cells if cell]
            short = all(len(cell) == 1 and len(cell[0]) <= _LONGEST_CELL for cell in cells)
            if short and sum(len(cell[0]) for cell in cells) <= _LONGEST_ROW:
                yield _SET_OFF.join(cell[0].strip() for cell in cells)
            else:
                yield from (line for cell in cells for line in cell)


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, through content controls."""
    for inner in element:
        if local(inner) == name:
            yield inner
        elif local(inner) in {"sdt", "sdtContent", "customXml", "ins", "smartTag"}:
            yield from _inside(inner, name)


def _continues_above(cell: Element) -> bool:
    """A cell merged with the one above it repeats nothing."""
    properties = child(cell, "tcPr")
    merged = child(properties, "vMerge") if properties is not None else None
    return merged is not None and attribute(merged, "val") != "restart"
