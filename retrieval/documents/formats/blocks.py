"""Text put together as lines: words that flow, breaks, bullets, and table rows read across."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

SET_OFF = "  "
BULLET = "• "
_LONGEST_CELL = 90  # characters; rows of short cells are read across, as one line
_LONGEST_ROW = 200
_FLOWING = re.compile(r"[ \t\r\n\f]+")


class Lines:
    """Lines one below the other, the last of them still open."""

    def __init__(self) -> None:
        self.finished: list[str] = []
        self._open: list[str] = []
        self._bullet = ""

    def flow(self, text: str) -> None:
        """Add words; line ends in them are blanks, as in HTML."""
        text = _FLOWING.sub(" ", text)
        if text.startswith(" ") and (not self._open or self._open[-1].endswith(" ")):
            text = text[1:]
        if text:
            self._open.append(text)

    def keep(self, text: str) -> None:
        """Add words as they stand, each of their lines being one."""
        first, *others = text.split("\n")
        self._open.append(first)
        for line in others:
            self.end()
            self._open.append(line)

    def set_off(self) -> None:
        """Part what follows from what stands before it on the line."""
        if self._open and not self._open[-1].endswith(SET_OFF):
            self._open.append(SET_OFF)

    def bullet(self) -> None:
        """Let the next words start with a bullet."""
        self.end()
        self._bullet = BULLET

    def end(self) -> None:
        """End the line; one without words is none, and leaves its bullet to the next."""
        line, self._open = "".join(self._open).strip(), []
        if line:
            self.finished.append(self._bullet + line)
            self._bullet = ""

    def add(self, lines: Iterable[str]) -> None:
        """Add whole lines."""
        self.end()
        for line in lines:
            self.finished.append(self._bullet + line)
            self._bullet = ""


def across(cells: Sequence[Sequence[str]]) -> list[str]:
    """A table's row: one line where its cells are short, else the lines of one cell after the other's."""
    filled = [cell for cell in cells if cell]
    short = all(len(cell) == 1 and len(cell[0]) <= _LONGEST_CELL for cell in filled)
    if filled and short and sum(len(cell[0]) for cell in filled) <= _LONGEST_ROW:
        return [SET_OFF.join(cell[0].strip() for cell in filled)]
    return [line for cell in filled for line in cell]
