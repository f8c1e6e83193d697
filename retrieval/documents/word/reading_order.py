"""In which order the text boxes of one anchor are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from retrieval.documents.packages import Element
from retrieval.documents.word.boxes import Drawing

_SLACK = 6.0  # points by which neighbours may overlap
_LEVEL = 12.0  # points: less than a line apart

_Side = Callable[[Drawing], float]


def in_reading_order(contents: Sequence[Element], drawings: Sequence[Drawing]) -> list[Element]:
    """Boxes from top to bottom and column by column, where their places are known; else as stored."""
    if len(contents) < 2:
        return list(contents)
    by_shape = {id(each.shape): each for each in drawings}
    placed = [
        (content, next((by_shape[id(up)] for up in content.iterancestors() if id(up) in by_shape), None))
        for content in contents
    ]
    boxes = {id(box): content for content, box in placed if box is not None and box.floats and box.height > 0}
    if len(boxes) < len(contents):
        return list(contents)
    return [boxes[id(box)] for box in _cut([box for _, box in placed if box is not None])]


def _cut(boxes: list[Drawing]) -> list[Drawing]:
    """Part the boxes into columns, where upright gaps go through all of them; else read the uppermost rows first.

    Rows that together have columns stay together; rows whose columns are level, as labels beside their values, do not.
    """
    if len(boxes) < 2:
        return boxes
    columns = _stripes(boxes, _left, _width)
    if len(columns) > 1 and not _level(columns):
        return [box for column in columns for box in _cut(column)]
    rows = _stripes(boxes, _top, _height)
    if len(rows) == 1:
        return sorted(boxes, key=lambda box: (box.left, box.top) if len(columns) > 1 else (box.top, box.left))
    for count in range(len(rows) - 1, 0, -1):
        upper = [box for row in rows[:count] for box in row]
        if count == 1 or len(_stripes(upper, _left, _width)) > 1:
            break
    return _cut(upper) + _cut([box for row in rows[count:] for box in row])


def _level(columns: list[list[Drawing]]) -> bool:
    """Whether each box has a neighbour at its own height in every other column."""
    tops = [sorted(box.top for box in column) for column in columns]
    same = all(len(each) == len(tops[0]) for each in tops)
    return same and all(max(row) - min(row) <= _LEVEL for row in zip(*tops, strict=True))


def _stripes(boxes: list[Drawing], start: _Side, size: _Side) -> list[list[Drawing]]:
    stripes: list[list[Drawing]] = []
    end = float("-inf")
    for box in sorted(boxes, key=start):
        if not stripes or start(box) >= end - _SLACK:
            stripes.append([])
        stripes[-1].append(box)
        end = max(end, start(box) + size(box))
    return stripes


def _top(box: Drawing) -> float:
    return box.top


def _height(box: Drawing) -> float:
    return box.height


def _left(box: Drawing) -> float:
    return box.left


def _width(box: Drawing) -> float:
    return box.width
