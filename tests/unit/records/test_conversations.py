from __future__ import annotations

from datetime import timedelta

import pytest

from records import conversations
from records.conversations import KEPT_DAYS, Conversations, Held
from records.database import Database
from records.redacted import RedactedText
from records.tables import now

HELD = Held(
    resumes=("b" * 64, "a" * 64),
    assessed=(("b" * 64, "data-analyst"),),
    turns=((RedactedText("用过 Kafka 吗？"), RedactedText("[1:4] 用过。")),),
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

    kept.keep("page", Held())

    assert (kept.find("old"), kept.find("recent")) == (None, HELD)
