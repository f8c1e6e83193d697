"""Whether a model has fallen into a loop: small ones do, and would go on until nothing more is allowed."""

from __future__ import annotations

from typing import Final

LONGEST_UNIT: Final = 160
LEAST_TIMES: Final = 6
LEAST_LENGTH: Final = 400
"""So much of the same in a row is no answer: rules of tables, dots and dashes stay well below it."""


def loops(written: str) -> bool:
    """Whether the text ends in one piece that is repeated again and again."""
    end = written[-LONGEST_UNIT * LEAST_TIMES :]
    for length in range(1, LONGEST_UNIT + 1):
        times = max(LEAST_TIMES, -(-LEAST_LENGTH // length))
        unit = end[-length:]
        if len(end) >= length * times and end.endswith(unit * times):
            return True
    return False
