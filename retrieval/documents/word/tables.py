"""Rows and cells of Word tables, and how a row is read."""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.documents.packages import Element, attribute, child, local, number, value
from retrieval.documents.word.pages import Page

SET_OFF = "  "
_LONGEST_CELL = 90  # characters; rows of short cells are read across, as one line
_LONGEST_ROW = 200
_LONGEST_LABEL = 12  # characters of a label that names the lines beside it
_TWIPS = 20.0
_WRAPS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})


def inside(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table, or cells of a row that repeat nothing from above, through content controls."""
    for inner in element:
        if local(inner) == name:
            if name != "tc" or not _continues_above(inner):
                yield inner
        elif local(inner) in _WRAPS:
            yield from inside(inner, name)


def row_lines(cells: list[list[str]]) -> Iterator[str]:
    """A row of short cells is one line; otherwise its cells are read one after the other."""
    short = all(len(cell) == 1 and len(cell[0]) <= _LONGEST_CELL for cell in cells)
    if cells and short and sum(len(cell[0]) for cell in cells) <= _LONGEST_ROW:
        yield SET_OFF.join(cell[0].strip() for cell in cells)
    else:
        yield from (line for cell in cells for line in cell)


def columns_of(table: Element) -> int:
    """How many columns a table has, by its grid or its widest row."""
    grid = child(table, "tblGrid")
    if grid is not None:
        return max(1, sum(local(each) == "gridCol" for each in grid))
    return max((sum(1 for _ in inside(row, "tc")) for row in inside(table, "tr")), default=1)


def is_off_page(table: Element, page: Page) -> bool:
    """Whether a floating or indented table begins beyond the paper."""
    properties = child(table, "tblPr")
    floating, indent = child(properties, "tblpPr"), child(properties, "tblInd")
    across = down = 0.0
    if floating is not None:
        across, down = ((number(attribute(floating, side)) or 0) / _TWIPS for side in ("tblpX", "tblpY"))
    elif indent is not None:
        across = (number(attribute(indent, "w")) or 0) / _TWIPS
    return abs(across) >= page.width or abs(down) >= page.height


def _continues_above(cell: Element) -> bool:
    merged = child(cell, "tcPr", "vMerge")
    return merged is not None and value(cell, "tcPr", "vMerge") != "restart"
