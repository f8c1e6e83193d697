"""(b) Real resumes of ../shared/data/resumes: Chinese characters kept, columns unbroken, no false alarms."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

import pypdfium2

from benchmarks.reading_suite.gutters import Gutter, column_rows, gutters
from benchmarks.reading_suite.readers import ReadBack, Reader
from benchmarks.reading_suite.scoring import share
from benchmarks.shared_sets import ABSENT_RESUMES, RESUMES
from benchmarks.tables import listed, seconds, show, skipped
from records.language import HAN

TITLE: Final = "Real resumes"
COMMAND: Final = "python -m benchmarks.reading real"
FULL: Final = 0.75
"""Of the longest row of its column: from here on a row is taken to run on."""


def run(readers: Sequence[Reader]) -> None:
    """Every file, where they are present."""
    if not RESUMES.is_dir():
        skipped(TITLE, ABSENT_RESUMES)
        return
    files = sorted(path for path in RESUMES.iterdir() if path.suffix in (".pdf", ".png"))
    backs = {path: {reader.name: reader.read(path) for reader in readers if reader.takes(path)} for path in files}
    header = ["file", "lines", "Chinese characters", "PDFium", "pdfminer.six", "false alarms", "time"]
    show(TITLE, COMMAND, header, [_row(path, by_reader) for path, by_reader in backs.items()])
    _show_columns(backs)
    listed(
        "False alarms of Bole",
        [
            f"{path.name}: {'; '.join((*one['Bole'].hidden, *one['Bole'].suspicious))[:200]}"
            for path, one in backs.items()
            if one["Bole"].hidden or one["Bole"].suspicious
        ],
    )


def _row(path: Path, backs: dict[str, ReadBack]) -> list[str]:
    bole = backs["Bole"]
    others = [_chinese(_pdfium(path)) if path.suffix == ".pdf" else None, _of(backs.get("pdfminer.six"))]
    kept, best = _chinese("".join(bole.lines)), max((count for count in others if count is not None), default=0)
    ratio = f" ({share(kept, best)})" if best else ""
    alarms = str(len(bole.hidden) + len(bole.suspicious))
    return [
        path.name,
        bole.error or str(len(bole.lines)),
        f"{kept}{ratio}",
        *("–" if count is None else str(count) for count in others),
        alarms,
        seconds(bole.seconds),
    ]


def _show_columns(backs: dict[Path, dict[str, ReadBack]]) -> None:
    """Passages that stand in one column on the page, whole or broken in each reader's text."""
    names = list(next(iter(backs.values())))
    rows, lost = [], []
    for path, by_reader in backs.items():
        found = gutters(path) if path.suffix == ".pdf" else []
        passages = [passage for gutter in found for passage in _passages(path, gutter)]
        if not passages:
            continue
        rows.append([path.name, str(len(passages)), *(_whole(passages, by_reader.get(name)) for name in names)])
        text = _letters("".join(by_reader["Bole"].lines))
        lost += [f"{path.name}: {passage}" for passage in passages if passage not in text]
    header = ["file with columns", "passages in one column", *(f"{name}, whole" for name in names)]
    show("Real resumes of two columns", COMMAND, header, rows)
    listed("Broken by Bole", lost[:40])


def _passages(path: Path, gutter: Gutter) -> list[str]:
    """The letters of two rows of a column of which the first is full, so that its sentence runs on in the second."""
    found = []
    for rows in column_rows(path, gutter):
        full = FULL * max(map(len, rows), default=0)
        found += [_letters(one + other) for one, other in pairwise(rows) if len(one) > full and other]
    return found


def _letters(text: str) -> str:
    """Letters alone, in their ordinary form: what a font calls its digits and signs differs between readers."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalpha())


def _whole(passages: Sequence[str], back: ReadBack | None) -> str:
    if back is None or back.error:
        return "–"
    text = _letters("".join(back.lines))
    return f"{sum(passage in text for passage in passages)} of {len(passages)}"


def _pdfium(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as file:
        return "".join(str(page.get_textpage().get_text_range()) for page in file)


def _of(back: ReadBack | None) -> int | None:
    return None if back is None or back.error else _chinese("".join(back.lines))


def _chinese(text: str) -> int:
    return len(HAN.findall(unicodedata.normalize("NFKC", text)))
