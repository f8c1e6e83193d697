"""Postings in tables: CSV and JSONL read in, and the library written out."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from agents.plain_text import formula_restored, without_formula
from records.errors import TableUnusable
from records.posting import Posting
from retrieval.documents.formats.encodings import decoded

_TITLES: Final = frozenset(
    {"title", "job title", "jobtitle", "position", "role", "name", "岗位名称", "职位名称", "岗位", "职位"}
    | {"招聘岗位", "招聘职位", "名称", "标题"}
)
_TEXTS: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    (
        "",
        frozenset({"text", "description", "jd", "job description", "岗位描述", "职位描述", "岗位内容", "内容", "描述"}),
    ),
    (
        "duties",
        frozenset({"duties", "responsibilities", "岗位职责", "工作职责", "职责", "工作内容"}),
    ),
    (
        "required",
        frozenset({"requirements", "qualifications", "任职要求", "岗位要求", "职位要求", "任职资格", "要求"}),
    ),
    ("preferred", frozenset({"nice to have", "preferred", "加分项", "优先条件"})),
)
_HEADS: Final = {
    "duties": ("Responsibilities", "岗位职责"),
    "required": ("Requirements", "任职要求"),
    "preferred": ("Nice to have", "加分项"),
}
_COLUMNS: Final = ("id", "title", "state", "language", "text")


@dataclass(frozen=True)
class TableRow:
    """A posting's words in a table; `number` counts the rows as a spreadsheet does, the header being 1."""

    number: int
    text: str


def table_rows(content: bytes, file: str) -> tuple[TableRow, ...]:
    """The postings of a CSV or JSONL file, told apart by their first sign; raises `TableUnusable`."""
    text = (decoded(content) or "").lstrip("\ufeff")
    rows = list(_json_rows(text) if text.lstrip().startswith("{") else _csv_rows(text))
    if not rows or not any(_texts(cells) for _, cells in rows):
        raise TableUnusable(file=file)
    return tuple(TableRow(number, _words(cells)) for number, cells in rows if any(cells.values()))


def as_jsonl(postings: Sequence[Posting]) -> str:
    """A posting a line, with all that is known of it."""
    return "".join(f"{posting.model_dump_json()}\n" for posting in postings)


def as_csv(postings: Sequence[Posting]) -> str:
    """A table for a spreadsheet: marked as UTF-8, and no cell in it is a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    writer.writerows([without_formula(str(getattr(posting, name))) for name in _COLUMNS] for posting in postings)
    return "\ufeff" + out.getvalue()


def as_markdown(postings: Sequence[Posting]) -> str:
    """The postings in their own words, parted by rules, so that pasting them adds them again."""
    return "\n---\n\n".join(f"{posting.text}\n" for posting in postings)


def _csv_rows(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    separator = max(",;\t", key=text.partition("\n")[0].count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    header = [_name(cell) for cell in next(rows, [])]
    for number, cells in enumerate(rows, 2):
        yield number, {name: cell.strip() for name, cell in zip(header, cells, strict=False)}


def _json_rows(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _json_cells(line)


def _json_cells(line: str) -> Mapping[str, str]:
    """A line that is no object is a row whose words are the line, so that it is told and not lost."""
    try:
        row = json.loads(line)
    except ValueError:
        return {"": line}
    if not isinstance(row, dict):
        return {"": line}
    return {_name(str(name)): value.strip() for name, value in row.items() if isinstance(value, str)}


def _name(cell: str) -> str:
    return cell.strip().strip("\"'*").replace("_", " ").lower()


def _texts(cells: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(part, cells[name]) for part, names in _TEXTS for name in cells if name in names and cells[name]]


def _words(cells: Mapping[str, str]) -> str:
    """A row as a posting a person would have written: title, then each part below its heading."""
    if "" in cells and len(cells) == 1:
        return cells[""]
    title = next((cells[name] for name in cells if name in _TITLES and cells[name]), "")
    texts = [formula_restored(text) for _, text in _texts(cells)]
    chinese = bool(re.search(r"[\u4e00-\u9fff]", title + "".join(texts)))
    parts = [(part, text) for (part, _), text in zip(_texts(cells), texts, strict=True)]
    below = [f"{_HEADS[part][chinese]}\n{text}" if part else text for part, text in parts]
    opens = bool(texts) and texts[0].splitlines()[0].strip(" #*") == title
    return "\n".join(below if opens or not title else [formula_restored(title), *below])
