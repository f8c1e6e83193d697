"""Keeps the lines between strong and weak matches: calibrated on pairs, or moved by a person for everybody."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sqlalchemy import select

from records.database import Database
from records.tables import StrongLineRow, now

KeptAs = Literal["calibrated", "moved"]


@dataclass(frozen=True, slots=True)
class Embedded:
    """The embedding that a line is drawn for; with other weights or other prompts the same cosine means another thing.

    `wording` tells two sets of weights or prompts of one name apart.
    """

    model: str
    dimensions: int
    wording: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """One name for all of it."""
        return hashlib.sha256("\0".join((self.model, str(self.dimensions), *self.wording)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line, which is a cosine, as it is kept; `precision` asked for and `pairs` used only where it was calibrated."""

    line: float
    origin: KeptAs
    precision: float | None = None
    pairs: int | None = None
    set_at: datetime = field(default_factory=now)


class StrongLines:
    """Lines in the database, by embedding; the one set last holds."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, embedded: Embedded, kept: KeptLine) -> None:
        """Keep a line in the place of an earlier one of the same origin."""
        row = StrongLineRow(
            fingerprint=embedded.fingerprint,
            origin=kept.origin,
            model=embedded.model,
            dimensions=embedded.dimensions,
            line=kept.line,
            precision=kept.precision,
            pairs=kept.pairs,
            set_at=kept.set_at,
        )
        with self._database.writing() as session:
            session.merge(row)

    def find(self, embedded: Embedded) -> KeptLine | None:
        """The line set last for an embedding, None where there is none."""
        asked = (
            select(StrongLineRow)
            .where(StrongLineRow.fingerprint == embedded.fingerprint)
            .order_by(StrongLineRow.set_at.desc())
            .limit(1)
        )
        with self._database.reading() as session:
            row = session.scalar(asked)
            return _kept(row) if row else None

    def forget(self, embedded: Embedded, origin: KeptAs) -> None:
        """Drop the line of an origin; nothing happens where there is none."""
        with self._database.writing() as session:
            if row := session.get(StrongLineRow, (embedded.fingerprint, origin)):
                session.delete(row)


def _kept(row: StrongLineRow) -> KeptLine:
    origin: KeptAs = "calibrated" if row.origin == "calibrated" else "moved"
    return KeptLine(row.line, origin, row.precision, row.pairs, row.set_at)
