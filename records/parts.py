"""Values in parts that fit into one statement of every database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

VALUES_AT_ONCE: Final = 500
"""SQLite takes 999 values in one statement where it was built with its older limit."""

Value = TypeVar("Value")


def in_parts(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """All values in their order, `VALUES_AT_ONCE` at a time."""
    for start in range(0, len(values), VALUES_AT_ONCE):
        yield values[start : start + VALUES_AT_ONCE]
