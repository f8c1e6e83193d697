"""Where a page is set in columns, told from the ink of its picture alone, and the text of each column by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import pypdfium2

SCALE: Final = 1.0
DARK: Final = 40
"""How far a pixel's gray must be from its row's own ground to be ink."""
NARROWEST: Final = 9
"""Of a gutter, in points: more than the widest blank between two words of body text."""
SHORTEST: Final = 0.3
"""Of a gutter, as a share of the page's height."""
INKED: Final = 0.35
"""Of the rows at either side of a gutter, the share that must hold ink: text of a column with blanks between."""
CELLS: Final = 2.0
"""A blank within a row, in heights of its letters, from which it is two cells and not one run of text."""


@dataclass(frozen=True)
class Gutter:
    """A strip without ink between two columns; points from the page's top left corner."""

    page: int
    left: float
    right: float
    top: float
    bottom: float


def gutters(path: Path) -> list[Gutter]:
    """The tallest inkless strip of each page that has a column of text at either side."""
    found = []
    with pypdfium2.PdfDocument(path) as file:
        for number, page in enumerate(file):
            gray = np.asarray(page.render(scale=SCALE, grayscale=True).to_pil().convert("L"), dtype=np.int16)
            gutter = _tallest(number, gray)
            if gutter is not None:
                found.append(gutter)
    return found


def _tallest(page: int, gray: np.ndarray) -> Gutter | None:
    """Of all places in the middle of the page, where the longest run of rows without ink is."""
    height, width = gray.shape
    ground = np.stack([np.roll(gray, 1, axis=1), np.roll(gray, -1, axis=1)])
    ink = np.abs(gray - ground).max(axis=0) > DARK
    best: Gutter | None = None
    for x in range(width // 5, 4 * width // 5 - NARROWEST):
        top, bottom = _longest_blank(ink[:, x : x + NARROWEST].any(axis=1), ink, x)
        if bottom - top > max(SHORTEST * height, 0 if best is None else best.bottom - best.top):
            best = Gutter(page, x, x + NARROWEST, top, bottom)
    return best


def _longest_blank(inked: np.ndarray, ink: np.ndarray, x: int) -> tuple[int, int]:
    """The longest run of rows with nothing in the strip, shrunk to where both sides of it hold text."""
    ends = np.flatnonzero(np.concatenate(([True], inked, [True])))
    at = int(np.argmax(np.diff(ends)))
    top, bottom = int(ends[at]), int(ends[at + 1]) - 1
    sides = [np.asarray(one.any(axis=1)) for one in (ink[top:bottom, :x], ink[top:bottom, x + NARROWEST :])]
    rows = [np.flatnonzero(side) for side in sides]
    if not all(map(len, rows)):
        return 0, 0
    first, last = max(int(one[0]) for one in rows), min(int(one[-1]) for one in rows)
    both = all(float(np.mean(side[first:last])) > INKED for side in sides if last > first)
    return (top + first, top + last) if last > first and both else (0, 0)


def column_rows(path: Path, gutter: Gutter) -> Iterator[list[str]]:
    """The rows of text at the left of the gutter, then those at its right; an empty one for a row of several cells."""
    with pypdfium2.PdfDocument(path) as file:
        page = file[gutter.page]
        text, height = page.get_textpage(), page.get_height()
        letters = [_Letter(text.get_text_range(n, 1), *text.get_charbox(n)) for n in range(text.count_chars())]
        inside = [one for one in letters if gutter.top - 1 < height - one.top < gutter.bottom and one.sign.strip()]
        for side in (True, False):
            yield _rows([one for one in inside if (one.left < gutter.left) == side])


class _Letter(NamedTuple):
    sign: str
    left: float
    bottom: float
    right: float
    top: float


def _rows(letters: list[_Letter]) -> list[str]:
    """Letters of one height on the page, from left to right."""
    rows: list[list[_Letter]] = []
    for letter in letters:
        last = rows[-1][-1] if rows else None
        if last and min(last.top, letter.top) > max(last.bottom, letter.bottom) and letter.left > last.left:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return ["" if _of_cells(row) else "".join(one.sign for one in row) for row in rows]


def _of_cells(row: list[_Letter]) -> bool:
    tall = max(one.top - one.bottom for one in row)
    return any(after.left - before.right > CELLS * tall for before, after in pairwise(row))
