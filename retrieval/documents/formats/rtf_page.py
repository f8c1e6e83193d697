"""The lines of an RTF file as they are filled: paragraphs, table rows, boxes anchored in a paragraph."""

from __future__ import annotations

from retrieval.documents.formats.blocks import Lines, across


class Page:
    """One run of lines: the body, a header, a text box."""

    def __init__(self, ground: int = 0) -> None:
        self.ground = ground
        self._lines = Lines()
        self._boxes: list[Page] = []
        self._cells: list[list[str]] = []
        self._cell_start: int | None = None
        self._grounds: list[int] = []
        self._next_ground = 0

    def add(self, text: str) -> None:
        """Add words to the open line."""
        self._lines.keep(text)

    def end(self) -> None:
        """End the paragraph or line; the boxes anchored in it come after it."""
        self._lines.end()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._lines.add(box.lines())

    def anchor(self, box: Page) -> None:
        """Keep a text box until its paragraph ends."""
        self._boxes.append(box)

    def define_row(self) -> None:
        """Begin the definition of a row; Word repeats it at the row's end."""
        self._grounds, self._next_ground = [], 0
        if not self._cells:
            self.end()
            self._cell_start = len(self._lines.finished)

    def shade_next_cell(self, ground: int) -> None:
        """Give the cell that is being defined a ground."""
        self._next_ground = ground

    def define_cell(self) -> None:
        """End the definition of a cell."""
        self._grounds.append(self._next_ground)
        self._next_ground = 0

    def end_cell(self) -> None:
        """End a cell's text."""
        before = len(self._lines.finished)
        self.end()
        start = self._cell_start if self._cell_start is not None else before
        self._cells.append(self._lines.finished[start:])
        del self._lines.finished[start:]
        self._cell_start = start

    def end_row(self) -> None:
        """End a row."""
        cells, self._cells = self._cells, []
        self._cell_start = None
        self._lines.add(across(cells))

    def cell_ground(self) -> int:
        """The ground, as a number of the colour table, behind what is added now; 0 where it is the paper's."""
        number = len(self._cells)
        inside = self._cell_start is not None and number < len(self._grounds)
        return (self._grounds[number] if inside else 0) or self.ground

    def lines(self) -> list[str]:
        """All lines; an unfinished row is a row."""
        self.end()
        if self._cells:
            self.end_row()
        return self._lines.finished
