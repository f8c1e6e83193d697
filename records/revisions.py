"""Counts the changes of a kind of records, so that whoever holds a copy knows in a moment whether it is current."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.tables import RevisionRow

Kind = Literal["postings", "resumes", "documents"]


def changed(session: Session, kind: Kind) -> None:
    """Count a change, in the session that makes it: whoever sees the one sees the other."""
    row = session.get(RevisionRow, kind)
    if row is None:
        session.add(RevisionRow(kind=kind, number=1))
    else:
        row.number += 1


def revision(session: Session, kind: Kind) -> int:
    """How many changes there were."""
    return session.scalar(select(RevisionRow.number).where(RevisionRow.kind == kind)) or 0
