"""A page's words as lines in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from records.language import HAN
from retrieval.documents.pdf.cells import rows_to_read
from retrieval.documents.pdf.columns import blocks_of
from retrieval.documents.pdf.lines import joined, line_of
from retrieval.documents.pdf.rejoined import rejoined
from retrieval.documents.pdf.rules import Rule
from retrieval.documents.pdf.segments import PlacedLine, Segment, segment_of, segments_of
from retrieval.documents.pdf.tables import Cell, Table, tables_of
from retrieval.documents.pdf.words import Word
from retrieval.documents.sections import heading_section

_NARROW = 8.0  # times the height of a line: less is a column of names and dates


def lines_of(words: Sequence[Word], rules: Sequence[Rule] = ()) -> list[PlacedLine]:
    """Upright words as lines in the order in which a person reads them; `rules` are the borders of tables."""
    return _read(words, tables_of(rules))


def _read(words: Sequence[Word], tables: Sequence[Table]) -> list[PlacedLine]:
    free, rows = list(words), []
    for at, table in enumerate(tables):
        inside = [word for word in free if _within(word, table)]
        cells = [(cell, [word for word in inside if _within(word, cell)]) for cell in table.cells]
        filled = [(cell, held) for cell, held in cells if held]
        if len(filled) < 2:
            continue
        taken = {id(word) for _, held in filled for word in held}
        free = [word for word in free if id(word) not in taken]
        rows.extend(_table_rows(filled, tables[at + 1 :]))
    lines: list[PlacedLine] = []
    for block in blocks_of([*segments_of(free), *rows]):
        lines.extend(rejoined(_lines_of_block(block)))
    return lines


def _within(word: Word, place: Table | Cell) -> bool:
    across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return place.left <= across < place.right and place.top <= down < place.bottom


def _table_rows(filled: Sequence[tuple[Cell, list[Word]]], inner: Sequence[Table]) -> list[Segment]:
    """Each row of a table as one segment that holds its lines."""
    rows = []
    for _, group in groupby(filled, key=lambda pair: pair[0].row):
        cells = [(cell, _cell_lines(cell, _read(words, inner))) for cell, words in group]
        words = [word for cell, held in filled for word in held if cell.row == cells[0][0].row]
        rows.append(
            replace(segment_of(sorted(words, key=lambda word: word.baseline)), words=(), text="", lines=_row(cells))
        )
    return rows


def _row(cells: Sequence[tuple[Cell, list[PlacedLine]]]) -> tuple[PlacedLine, ...]:
    """Cells of one line stand side by side in one line; a section's title beside a long cell stands alone."""
    lines: list[PlacedLine] = []
    beside = False
    for at, (_, held) in enumerate(cells):
        alone = len(held) > 1 or _titles(cells[at:])
        if beside and not alone:
            lines[-1] = joined([lines[-1], held[0]])
        else:
            lines.extend(held)
        beside = not alone
    return tuple(lines)


def _titles(cells: Sequence[tuple[Cell, list[PlacedLine]]]) -> bool:
    """Whether the first of some cells is the title of a section that fills the others, not a label of one value."""
    (cell, lines), others = cells[0], cells[1:]
    fills = cell.rows > 1 or any(len(held) > 1 for _, held in others) or not others
    return fills and len(lines) == 1 and heading_section(lines[0].text) is not None


def _cell_lines(cell: Cell, lines: list[PlacedLine]) -> list[PlacedLine]:
    """A title set downwards, one Chinese character a line, is one line, and so is a name that a narrow cell breaks."""
    if len(lines) > 1 and all(len(line.text) == 1 and HAN.match(line.text) for line in lines):
        return [joined(lines, between="")]
    whole = lines[:1]
    for line in lines[1:]:
        last = whole[-1]
        if _is_broken(last, line, cell):
            chinese = HAN.match(last.text[-1]) and HAN.match(line.text[0])
            whole[-1] = joined([last, line], between="" if chinese else " ")._replace(right=line.right)
        else:
            whole.append(line)
    return whole


def _is_broken(upper: PlacedLine, lower: PlacedLine, cell: Cell) -> bool:
    """Whether the next line's first word did not fit in a cell too narrow for more than a name."""
    if cell.right - cell.left > _NARROW * (lower.bottom - lower.top):
        return False
    first = lower.text[0] if lower.text[0] >= "\u2e80" else lower.text.split()[0]
    room = cell.right - (lower.left - cell.left) - upper.right
    return room < (lower.right - lower.left) * len(first) / len(lower.text)


def _lines_of_block(block: Sequence[Segment]) -> list[PlacedLine]:
    lines: list[PlacedLine] = []
    for row in rows_to_read(block):
        for read, group in groupby(row, key=lambda segment: segment.lines):
            lines.extend(read or _lines_of_row(list(group)))
    return lines


def _lines_of_row(row: Sequence[Segment]) -> list[PlacedLine]:
    # A section's title in the margin stands beside its first line, and is a line of its own.
    titled = len(row) > 1 and heading_section(row[0].text) and row[1].left - row[0].right > row[0].size
    return [line_of(row[:1]), line_of(row[1:])] if titled else [line_of(row)]
