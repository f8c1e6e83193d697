"""Rows that are read across, but for those through which text runs on beside other text: they are read cell by cell.

Where two cells of a row both fill several lines, reading across would cut the sentences in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from retrieval.documents.pdf.segments import Segment, rows_of, running_on

Row = list[Segment]


def rows_to_read(block: Sequence[Segment]) -> list[Row]:
    """The lines of a block without columns, each as the segments that stand in it."""
    rows = rows_of(block)
    if all(len(row) == 1 for row in rows):
        return rows
    on = running_on(block)
    read: list[Row] = []
    for group in _held_together(rows, on):
        read.extend(_by_cell(group) if _is_cut(group, on) else group)
    return read


def _held_together(rows: Sequence[Row], on: dict[int, Segment]) -> list[list[Row]]:
    """Rows in groups through which text runs on."""
    number = {id(segment): at for at, row in enumerate(rows) for segment in row}
    groups: list[list[Row]] = []
    reached = -1
    for at, row in enumerate(rows):
        if at > reached:
            groups.append([])
        groups[-1].append(row)
        reached = max([reached, at, *(number[id(on[id(segment)])] for segment in row if id(segment) in on)])
    return groups


def _is_cut(group: Sequence[Row], on: dict[int, Segment]) -> bool:
    """Whether reading the rows across puts other text between a segment and the one in which it runs on."""
    ordered = [segment for row in group for segment in row]
    return any(id(segment) in on and on[id(segment)] is not after for segment, after in pairwise(ordered))


def _by_cell(group: Sequence[Row]) -> list[Row]:
    """Cell after cell; cells of one line side by side stay one line."""
    read: list[Row] = []
    for cell in _cells([segment for row in group for segment in row]):
        lines = rows_of(cell)
        beside = len(lines) == 1 and read and len(read[-1]) >= 1 and _single(read, lines[0])
        if beside:
            read[-1] = [*read[-1], *lines[0]]
        else:
            read.extend(lines)
    return read


def _single(read: Sequence[Row], line: Row) -> bool:
    """Whether a line stands on the baseline of the last cell, which has no other line."""
    last = read[-1][-1]
    alone = len(read) == 1 or read[-2][-1].right > last.right or read[-2][0].left > last.left
    return alone and abs(last.baseline - line[0].baseline) <= 0.3 * last.size


def _cells(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Segments that overlap from side to side belong to one cell."""
    cells: list[list[Segment]] = []
    right = float("-inf")
    for segment in sorted(segments, key=lambda segment: segment.left):
        if segment.left >= right:
            cells.append([])
        cells[-1].append(segment)
        right = max(right, segment.right)
    return cells
