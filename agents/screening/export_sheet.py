"""Tables as an Excel workbook: no cell of it is a formula or a link, whatever its words begin with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from math import ceil
from typing import Any, Final
from unicodedata import east_asian_width

import xlsxwriter

from agents.plain_text import printable
from agents.screening.tables import Chip, Share, Table, Value
from records.assessment import Verdict

MOST_ROWS: Final = 1_000_000
"""Excel's sheets end at 1,048,576 rows: what is longer goes on in another sheet."""
MOST_UNITS: Final = 32_767
"""The most that Excel holds in a cell, in UTF-16 units."""
VERDICT_COLOURS: Final[dict[Verdict, tuple[str, str]]] = {
    "met": ("#145C3E", "#E6F5ED"),
    "partial": ("#7D4208", "#FCF1D4"),
    "not_met": ("#A3281F", "#FCEAE8"),
    "not_stated": ("#4F5969", "#EDEFF3"),
}
"""Letters and ground of the chat's chips (public/bole.css)."""

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_CELL: Final = {"valign": "top", "text_wrap": True}
_HEAD: Final = {**_CELL, "bold": True, "bg_color": "#E3E7ED", "bottom": 1}
_NUMBER: Final = {"valign": "top"}
_LINE_POINTS: Final = 15
_MOST_HEAD_LINES: Final = 6
"""A head of more lines would leave little room for rows; it is read whole where it is edited."""
_BOLD: Final = 1.15
"""How much wider than a plain letter a bold one is, roughly."""
_A4: Final = 9
_CUT: Final = "…"

# xlsxwriter carries no types; these names say what is meant.
Sheet = Any
Format = Any


def as_xlsx(tables: Sequence[Table], title: str) -> bytes:
    """The bytes of an .xlsx file with a sheet for each table."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, _OPTIONS)
    book.set_properties({"title": cell_text(title)[:255], "author": "Bole"})
    formats = _formats(book)
    for table in tables:
        for name, rows, below in _parts(table):
            _fill(book.add_worksheet(name), table, rows, formats)
            if below:
                _write_below(book.get_worksheet_by_name(name), table, len(rows), formats)
    book.close()
    return file.getvalue()


def cell_text(text: str) -> str:
    """The words of a cell: what XML refuses is left out, and what is longer than a cell ends in `…`."""
    plain = printable(text.replace("\r\n", "\n").replace("\r", "\n"))
    units = plain.encode("utf-16-le")
    if len(units) <= 2 * MOST_UNITS:
        return plain
    return units[: 2 * (MOST_UNITS - 1)].decode("utf-16-le", "ignore") + _CUT


def _formats(book: Any) -> dict[str, Format]:
    kinds: dict[str, dict[str, Any]] = {
        "head": _HEAD,
        "text": _CELL,
        "bold": {**_CELL, "bold": True},
        "count": _NUMBER,
        "score": {**_NUMBER, "num_format": "0.0##"},
        "share": {**_NUMBER, "num_format": "0%"},
    }
    for verdict, (letters, ground) in VERDICT_COLOURS.items():
        kinds[verdict] = {**_CELL, "font_color": letters, "bg_color": ground}
    return {name: book.add_format(properties) for name, properties in kinds.items()}


def _parts(table: Table) -> Iterator[tuple[str, tuple[tuple[Value, ...], ...], bool]]:
    """The sheets of a table by name, with their rows, and whether the sums stand below: they do on the last."""
    parts = [table.rows[n : n + MOST_ROWS] for n in range(0, max(len(table.rows), 1), MOST_ROWS)]
    for n, rows in enumerate(parts, start=1):
        yield table.name if n == 1 else f"{table.name} {n}", rows, bool(table.below) and n == len(parts)


def _fill(sheet: Sheet, table: Table, rows: Sequence[Sequence[Value]], formats: dict[str, Format]) -> None:
    sheet.freeze_panes(1, table.held)
    sheet.autofilter(0, 0, len(rows), len(table.columns) - 1)
    sheet.set_row(0, _LINE_POINTS * _head_lines(table))
    _prepare_print(sheet)
    for n, column in enumerate(table.columns):
        sheet.set_column(n, n, column.width)
        sheet.write_string(0, n, cell_text(column.head), formats["head"])
    for row, values in enumerate(rows, start=1):
        for n, value in enumerate(values):
            _write(sheet, (row, n), value, formats)


def _write(sheet: Sheet, place: tuple[int, int], value: Value, formats: dict[str, Format]) -> None:
    match value:
        case Chip(verdict=verdict, words=words):
            sheet.write_string(*place, cell_text(words), formats[verdict])
        case Share(part=part):
            sheet.write_number(*place, part, formats["share"])
        case "":
            sheet.write_blank(*place, None, formats["text"])
        case str():
            sheet.write_string(*place, cell_text(value), formats["text"])
        case int():
            sheet.write_number(*place, value, formats["count"])
        case float():
            sheet.write_number(*place, value, formats["score"])


def _write_below(sheet: Sheet, table: Table, rows: int, formats: dict[str, Format]) -> None:
    """After an empty row, which ends what is filtered and sorted."""
    for row, (name, value) in enumerate(table.below, start=rows + 2):
        sheet.write_string(row, 1, cell_text(name), formats["bold"])
        _write(sheet, (row, 2), value, formats)


def _head_lines(table: Table) -> int:
    """How many lines the longest head takes in its column; the signs of Chinese are two letters wide."""
    lines = (ceil(_letters(column.head) * _BOLD / column.width) for column in table.columns)
    return min(max(lines), _MOST_HEAD_LINES)


def _letters(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _prepare_print(sheet: Sheet) -> None:
    """On paper: landscape A4, as wide as the page, the head on every page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
