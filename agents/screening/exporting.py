"""A batch as a file to hand on: a workbook, a table, JSON lines, or the cards as a Word file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Final, Literal, get_args

from agents.screening.batch_tables import receipt_table, weights_table
from agents.screening.export import Export
from agents.screening.export_pack import as_docx
from agents.screening.export_sheet import as_xlsx
from agents.screening.export_table import as_csv, as_jsonl
from agents.screening.shortlist_tables import evidence_table, shortlist_table
from records.errors import ExportUnknown

Format = Literal["xlsx", "csv", "jsonl", "docx"]


def format_of(file: str) -> Format:
    """The format that a file's ending names; raises `ExportUnknown`."""
    ending = PurePath(file).suffix.lower().removeprefix(".")
    for name in _FORMATS:
        if name == ending:
            return name
    raise ExportUnknown(file=PurePath(file).name, formats=", ".join(f".{name}" for name in _FORMATS))


def exported(name: Format, export: Export) -> bytes:
    """The file's content. Hundreds of candidates take seconds, most of all in Word: it belongs into a thread."""
    return _WRITERS[name](export)


def _workbook(export: Export) -> bytes:
    tables = (shortlist_table(export), evidence_table(export), receipt_table(export), weights_table(export))
    return as_xlsx(tables, export.batch.name)


_FORMATS: Final[tuple[Format, ...]] = get_args(Format)
_WRITERS: Final[dict[Format, Callable[[Export], bytes]]] = {
    "xlsx": _workbook,
    "csv": lambda export: as_csv(shortlist_table(export)),
    "jsonl": as_jsonl,
    "docx": as_docx,
}
