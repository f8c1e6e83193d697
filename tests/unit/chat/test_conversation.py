from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from agents.answers.answers import Turn
from chat.conversation import Conversation, held_in, taken_up
from invented import assessment, posting, resume
from records.conversations import Conversations
from records.database import Database, open_database
from records.redacted import RedactedText
from records.resumes import Resumes

READER = 1


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(open_database(f"sqlite:///{tmp_path}/records.db")) as database:
        yield database


def conversation_of_two(database: Database) -> Conversation:
    """Both resumes are on record; one has an assessment."""
    english, chinese = resume("en"), resume("zh")
    earlier = Conversation(
        resumes={chinese.sha256: chinese, english.sha256: english},
        turns=[Turn(RedactedText("Does [1] know Kafka?"), RedactedText("Not said."))],
        strong_line=0.4,
        batch="b1",
        replaced={english.sha256: chinese.sha256},
    )
    earlier.keep(english, posting("en"), assessment("en"))
    for one in (english, chinese):
        Resumes(database, READER).add(one)
    return earlier


def test_a_conversation_is_taken_up_as_it_was(database: Database) -> None:
    earlier = conversation_of_two(database)
    Conversations(database).keep("page", held_in(earlier))
    held = Conversations(database).find("page")
    assert held is not None

    now = taken_up(held, Resumes(database, READER))

    assert list(now.resumes) == list(earlier.resumes)
    for part in ("resumes", "postings", "assessments", "turns", "strong_line", "batch", "replaced"):
        assert getattr(now, part) == getattr(earlier, part)
    assert held_in(now) == now.kept == held


def test_what_another_version_of_the_reader_read_is_left_out_with_its_assessment(database: Database) -> None:
    held = held_in(conversation_of_two(database))

    now = taken_up(held, Resumes(database, READER + 1))

    assert (now.resumes, now.assessments, now.latest()) == ({}, {}, None)
    assert now.turns
