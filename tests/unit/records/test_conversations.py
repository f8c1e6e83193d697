from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from invented import assessment, posting
from records import conversations
from records.conversations import KEPT_DAYS, Conversations, Held
from records.database import Database
from records.errors import StorageError
from records.redacted import RedactedText
from records.tables import ConversationRow, now

HELD = Held(
    resumes=("b" * 64, "a" * 64),
    postings=(posting("zh"),),
    assessments=(assessment("zh"),),
    turns=((RedactedText("用过 Kafka 吗？"), RedactedText("[1:4] 用过。")),),
    strong_line=0.4,
    batch="b1",
    replaced={"a" * 64: "b" * 64},
)


def test_a_conversation_is_found_as_it_was_kept_last(database: Database) -> None:
    kept = Conversations(database)
    kept.keep("page", Held(batch="b0"))
    kept.keep("page", HELD)

    assert kept.find("page") == HELD
    assert kept.find("another") is None


def test_a_conversation_that_nobody_came_back_to_is_dropped(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Conversations(database)
    for session, days in (("old", KEPT_DAYS + 1), ("recent", KEPT_DAYS - 1)):
        with monkeypatch.context() as then:
            then.setattr(conversations, "now", lambda ago=timedelta(days=days): now() - ago)
            kept.keep(session, HELD)

    assert (kept.find("old"), kept.find("recent")) == (None, HELD)
    kept.keep("page", Held())

    with database.reading() as session:
        assert session.scalars(select(ConversationRow.session).order_by("session")).all() == ["page", "recent"]


def test_what_cannot_be_written_is_a_storage_error(database: Database) -> None:
    with pytest.raises(StorageError):
        Conversations(database).keep("page", Held(turns=((RedactedText("\ud800"), RedactedText("")),)))
