"""Reads pairs of texts that people have labelled as matching or not, as spreadsheets save them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from records.errors import NotPairs, ResumeNotFound
from retrieval.documents.formats.encodings import decoded

Column = Literal["query", "text", "label"]
Fault = Literal["no_query", "no_text", "no_label", "repeated", "contradicted"]
"""Why a row is left out: something is missing or not understood, or an earlier row says the same or the opposite."""

_NAMES: Final[Mapping[Column, str]] = {
    "query": r"query|requirement|question|posting|job|jd|要求|岗位要求|职位要求|任职要求|岗位|职位|问题|查询",
    "text": r"text|line|resume|resume line|resume text|passage|cv|简历|简历内容|简历原文|简历文本|文本|内容|经历",
    "label": r"label|match|matches|matched|relevant|relevance|是否匹配|匹配|是否相关|相关|标注|标签|结果",
}
_YES: Final = frozenset(["1", "1.0", "yes", "y", "true", "t", "是", "对", "匹配", "相关", "符合", "√", "✓"])
_NO: Final = frozenset(["0", "0.0", "no", "n", "false", "f", "否", "不", "不是", "不匹配", "不相关", "不符合", "×"])
_SEPARATORS: Final = ",;\t，；|"
_LARGEST_CELL: Final = 10_000_000
"""Letters; csv's own limit of 131,072 is less than some resumes pasted into a cell."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A requirement and a text of a resume, and whether a person says that they belong together."""

    query: str
    text: str
    belongs: bool


@dataclass(frozen=True, slots=True)
class Labelled:
    """The pairs of a file, and the rows left out: number as a spreadsheet shows it, with the reason."""

    pairs: tuple[Pair, ...]
    faults: tuple[tuple[int, Fault], ...]


@dataclass
class _Sorting:
    """Pairs and faults so far."""

    faults: list[tuple[int, Fault]] = field(default_factory=list)
    labels: dict[tuple[str, str], bool] = field(default_factory=dict)

    def take(self, n: int, query: str, text: str, label: str) -> None:
        fault = _fault(query, text, label) or self._against(query, text, _belongs(label))
        if fault:
            self.faults.append((n, fault))
        else:
            self.labels[query, text] = bool(_belongs(label))

    def _against(self, query: str, text: str, belongs: bool | None) -> Fault | None:
        """Whether an earlier row spoke about the pair: counted twice it would feign certainty."""
        known = self.labels.get((query, text))
        return None if known is None else "repeated" if known == belongs else "contradicted"


def read_pairs(file: Path) -> Labelled:
    """The pairs of a CSV file in any usual encoding and with any usual separator.

    Raises `ResumeNotFound` where there is no such file, `NotPairs` where no row names the three columns.
    """
    if not file.is_file():
        raise ResumeNotFound(file=str(file))
    rows = [(n, row) for n, row in enumerate(_rows(file), start=1) if any(cell.strip() for cell in row)]
    columns = _columns(rows[0][1]) if rows else None
    if columns is None:
        raise NotPairs(file=file.name)
    sorting = _Sorting()
    for n, row in rows[1:]:
        query, text, label = (row[at].strip() if at < len(row) else "" for at in columns)
        sorting.take(n, query, text, label)
    pairs = tuple(Pair(query, text, belongs) for (query, text), belongs in sorting.labels.items())
    return Labelled(pairs, tuple(sorting.faults))


def _rows(file: Path) -> Iterator[list[str]]:
    text = decoded(file.read_bytes())
    if text is None:
        raise NotPairs(file=file.name)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    csv.field_size_limit(_LARGEST_CELL)
    try:
        yield from csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=separator)
    except csv.Error as error:
        raise NotPairs(file=file.name) from error


def _columns(header: Sequence[str]) -> tuple[int, int, int] | None:
    """Where query, text and label stand; None where one of them is not named."""
    names = [re.sub(r"[\s_\-]+", " ", cell).strip(" #*").lower() for cell in header]
    found = [next((n for n, name in enumerate(names) if re.fullmatch(_NAMES[c], name)), -1) for c in _NAMES]
    query, text, label = found
    return (query, text, label) if min(found) >= 0 else None


def _fault(query: str, text: str, label: str) -> Fault | None:
    if not query:
        return "no_query"
    if not text:
        return "no_text"
    return "no_label" if _belongs(label) is None else None


def _belongs(label: str) -> bool | None:
    word = label.strip().lower()
    return True if word in _YES else False if word in _NO else None
