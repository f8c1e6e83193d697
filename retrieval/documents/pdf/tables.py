"""The cells of ruled tables: what the lines drawn on a page enclose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.documents.pdf.rules import Rule

_TOUCHING = 3.0  # points between lines that meet
# A table's frame is drawn all around; lines under titles that meet a line between columns enclose nothing.
_CLOSED = 0.8
_MOST_FIELDS = 3000
_MOST_RULES = 1500  # a page with more is a drawing or a chart


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, in points from the top left corner; `row` and `rows` count the lines of the table that it takes."""

    left: float
    top: float
    right: float
    bottom: float
    row: int
    rows: int


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in reading order."""

    left: float
    top: float
    right: float
    bottom: float
    cells: tuple[Cell, ...]


def tables_of(rules: Sequence[Rule]) -> list[Table]:
    """The page's ruled tables of at least two cells, large ones first."""
    if len(rules) > _MOST_RULES:
        return []
    tables = [table for group in _meeting(rules) if (table := _table(group)) is not None]
    return sorted(tables, key=lambda table: (table.left - table.right) * (table.bottom - table.top))


def _meeting(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Groups of lines that meet."""
    groups: list[list[Rule]] = []
    waiting = list(rules)
    while waiting:
        group, reached = [waiting.pop()], 0
        while reached < len(group):
            rule = group[reached]
            reached += 1
            met = [other for other in waiting if _meet(rule, other)]
            waiting = [other for other in waiting if not _meet(rule, other)]
            group.extend(met)
        groups.append(group)
    return groups


def _meet(one: Rule, two: Rule) -> bool:
    if one.upright == two.upright:
        near = abs(one.at - two.at) <= _TOUCHING
        return near and one.start <= two.end + _TOUCHING and two.start <= one.end + _TOUCHING
    return (
        one.start - _TOUCHING <= two.at <= one.end + _TOUCHING
        and two.start - _TOUCHING <= one.at <= two.end + _TOUCHING
    )


def _table(rules: Sequence[Rule]) -> Table | None:
    upright, lying = [rule for rule in rules if rule.upright], [rule for rule in rules if not rule.upright]
    if not upright or len(lying) < 2:
        return None
    xs, ys = _places([rule.at for rule in upright]), _places([rule.at for rule in lying])
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MOST_FIELDS:
        return None
    sides = [_covered(upright, x, ys[0], ys[-1]) for x in (xs[0], xs[-1])]
    sides += [_covered(lying, y, xs[0], xs[-1]) for y in (ys[0], ys[-1])]
    if min(sides) < _CLOSED:
        return None
    cells = _cells(xs, ys, upright, lying)
    return Table(xs[0], ys[0], xs[-1], ys[-1], tuple(cells)) if len(cells) > 1 else None


def _covered(rules: Sequence[Rule], at: float, start: float, end: float) -> float:
    """The share of a stretch along which lines are drawn at this place."""
    drawn, reached = 0.0, start
    for rule in sorted((rule for rule in rules if abs(rule.at - at) <= _TOUCHING), key=lambda rule: rule.start):
        drawn += max(0.0, min(rule.end, end) - max(rule.start, reached))
        reached = max(reached, rule.end)
    return drawn / (end - start)


def _places(distances: Sequence[float]) -> list[float]:
    """Distances that differ by less than a line's thickness are one."""
    places: list[float] = []
    for distance in sorted(distances):
        if not places or distance - places[-1] > _TOUCHING:
            places.append(distance)
    return places


def _cells(xs: list[float], ys: list[float], upright: Sequence[Rule], lying: Sequence[Rule]) -> list[Cell]:
    """Fields of the grid joined where no line parts them."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    cells = []
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in owner:
                continue
            last_column, last_row = column, row
            while last_column + 2 < len(xs) and not _parted(upright, xs[last_column + 1], ys[row], ys[row + 1]):
                last_column += 1
            while last_row + 2 < len(ys) and not _parted(lying, ys[last_row + 1], xs[column], xs[column + 1]):
                last_row += 1
            for taken_row in range(row, last_row + 1):
                for taken_column in range(column, last_column + 1):
                    owner[taken_row, taken_column] = (row, column)
            cells.append(Cell(xs[column], ys[row], xs[last_column + 1], ys[last_row + 1], row, last_row - row + 1))
    return cells


def _parted(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    """Whether a line at this place covers the middle of a stretch."""
    middle = (start + end) / 2
    return any(abs(rule.at - at) <= _TOUCHING and rule.start <= middle <= rule.end for rule in rules)
