from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select

from records.database import Database
from records.errors import StorageError
from records.tables import PostingRow, RequirementRow

SHANGHAI = timezone(timedelta(hours=8))


def posting(created_at: datetime) -> PostingRow:
    kept = {"id": "p", "title": "t", "text": "x", "text_sha256": "h", "language": "zh", "state": "open", "version": "v"}
    return PostingRow(**kept, created_at=created_at)


def test_a_time_of_any_zone_comes_back_as_the_same_moment_in_utc(database: Database) -> None:
    moment = datetime(2026, 3, 1, 7, 30, tzinfo=SHANGHAI)
    with database.writing() as session:
        session.add(posting(moment))

    with database.reading() as session:
        kept = session.scalars(select(PostingRow.created_at)).one()

    assert kept == moment
    assert kept.tzinfo is UTC


def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(StorageError, match="without a time zone"), database.writing() as session:
        session.add(posting(datetime(2026, 3, 1, 7, 30)))


def test_a_requirement_cannot_be_kept_without_its_posting(database: Database) -> None:
    row = RequirementRow(posting_id="none", ordinal=1, id="R1", text="", kind="skill", necessity="must", weight=1)
    row.skills = []
    with pytest.raises(StorageError, match="FOREIGN KEY"), database.writing() as session:
        session.add(row)
