"""Draws the line between strong and weak matches from pairs that people have labelled."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from records.errors import OneLabelOnly, PrecisionUnreachable, TooFewPairs

LINES: Final = tuple(n / 100 for n in range(101))
"""The lines that may be drawn, as fine as the slider in the chat; people do not tell 0.46 from 0.463."""
LEAST: Final = 10
"""Of each label, and of pairs at or above a line: even 10 right ones of 10 vouch for no more than a precision of 0.72,
by the interval below, and fewer for less than anybody asks."""
_Z: Final = 1.959964
"""The normal quantile of a two-sided interval of 95 %."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The cosine of a pair, to 4 decimals as everywhere, and whether a person says that the two belong together."""

    cosine: float
    belongs: bool


@dataclass(frozen=True, slots=True)
class Point:
    """What a line does: of `strong` pairs at or above it, `right` ones belong together.

    `at_least` is the lower end of the 95 % Wilson interval of the precision; both are 0 where nothing is above it.
    """

    line: float
    strong: int
    right: int
    precision: float
    at_least: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The line chosen for the precision asked; of all `pairs`, `belonging` belong together."""

    chosen: Point
    asked: float
    pairs: int
    belonging: int


def curve(judged: Sequence[Judged]) -> tuple[Point, ...]:
    """What each line that may be drawn does, from 0 to 1."""
    belonging = sorted(pair.cosine for pair in judged if pair.belongs)
    others = sorted(pair.cosine for pair in judged if not pair.belongs)
    return tuple(_point(line, belonging, others) for line in LINES)


def calibrated(judged: Sequence[Judged], precision: float) -> Calibration:
    """The lowest line whose precision reaches the one asked for; a line with fewer than `LEAST` pairs is not chosen.

    Raises `OneLabelOnly`, `TooFewPairs`, and `PrecisionUnreachable` with the best that could be had.
    """
    belonging = sum(pair.belongs for pair in judged)
    _check_enough(belonging, len(judged) - belonging)
    offered = [point for point in curve(judged) if point.strong >= LEAST]
    for point in offered:
        if point.precision >= precision:
            return Calibration(point, precision, len(judged), belonging)
    best = max(offered, key=lambda point: (point.precision, -point.line), default=_point(0, [], []))
    raise PrecisionUnreachable(asked=f"{precision:.0%}", best=f"{best.precision:.1%}", line=f"{best.line:.2f}")


def wilson_lower(right: int, of: int) -> float:
    """The lower end of the 95 % interval of a share (Wilson 1927): what so few cases can vouch for."""
    if not of:
        return 0.0
    share, spread = right / of, _Z * _Z / of
    middle = share + spread / 2
    margin = _Z * math.sqrt(share * (1 - share) / of + spread / (4 * of))
    return min(share, max(0.0, (middle - margin) / (1 + spread)))  # rounding must not lift it above the share


def _check_enough(belonging: int, others: int) -> None:
    pairs = belonging + others
    if pairs and not (belonging and others):
        raise OneLabelOnly(pairs=pairs)
    if min(belonging, others) < LEAST:
        raise TooFewPairs(matching=belonging, others=others, least=LEAST)


def _point(line: float, belonging: Sequence[float], others: Sequence[float]) -> Point:
    """Both sorted, the smallest first."""
    right = len(belonging) - bisect_left(belonging, line)
    strong = right + len(others) - bisect_left(others, line)
    precision = right / strong if strong else 0.0
    recall = right / len(belonging) if belonging else 0.0
    both = precision + recall
    return Point(
        line=line,
        strong=strong,
        right=right,
        precision=precision,
        at_least=wilson_lower(right, strong),
        recall=recall,
        f1=2 * precision * recall / both if both else 0.0,
    )
