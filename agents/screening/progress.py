"""How far a batch is, how fast it goes, and how long it will take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from records.batch import Receipt

WINDOW: Final = timedelta(seconds=30)
"""The rate is that of the last half minute: a batch slows down at scans and speeds up again."""
LEAST_FINISHED: Final = 3
"""Files that must have been finished in it before anything is said of the time left."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of files; `per_minute` and `seconds_left` are None while they cannot be told."""

    received: int
    read: int
    assessed: int
    failed: int
    copies: int
    open: int
    per_minute: float | None
    seconds_left: int | None


def progress_of(receipt: Receipt, now: datetime) -> Progress:
    """The progress at a moment, in UTC."""
    done = [file.finished_at for file in receipt.files if file.finished_at and file.state in ("assessed", "failed")]
    recent = [when for when in done if when > now - WINDOW]
    per_second = _rate(recent, now) if receipt.open else None
    return Progress(
        received=receipt.received,
        read=receipt.read,
        assessed=receipt.counts["assessed"],
        failed=receipt.counts["failed"],
        copies=receipt.counts["copy"],
        open=receipt.open,
        per_minute=round(60 * per_second, 1) if per_second else None,
        seconds_left=round(receipt.open / per_second) if per_second else None,
    )


def _rate(recent: list[datetime], now: datetime) -> float | None:
    """Files a second since the first of those that were finished of late."""
    if len(recent) < LEAST_FINISHED:
        return None
    return (len(recent) - 1) / max((now - min(recent)).total_seconds(), 0.1)
