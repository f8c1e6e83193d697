"""A table as every exported format writes it: columns, rows of values, and sums below."""

from __future__ import annotations

from dataclasses import dataclass

from records.assessment import Verdict


@dataclass(frozen=True, slots=True)
class Chip:
    """A verdict in words, shown in its colour."""

    verdict: Verdict
    words: str


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, 0 to 1."""

    part: float


Value = str | int | float | Chip | Share
"""An int counts something, a float is a score or weight; words are written as words, whatever they look like."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head, and its width in letters."""

    head: str
    width: int


@dataclass(frozen=True, slots=True)
class Table:
    """`held` columns stay in sight when one scrolls to the right.

    `below` are pairs of a name and its value; they stand under the rows, in the second and third column.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    held: int = 0
    below: tuple[tuple[str, str | int], ...] = ()


def words_of(value: Value) -> str | int | float:
    """A value where nothing has a colour or format."""
    match value:
        case Chip(words=words):
            return words
        case Share(part=part):
            return f"{part:.0%}"
        case _:
            return value
