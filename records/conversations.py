"""What conversations hold, so that a page that outlives its session, or the program, goes on with its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError
from sqlalchemy import delete

from records.assessment import Assessment
from records.database import Database
from records.errors import StorageError
from records.posting import Posting
from records.redacted import RedactedText
from records.tables import ConversationRow, now

KEPT_DAYS: Final = 14
"""So long a page may stay open untouched: someone is away for two weeks."""


@dataclass(frozen=True)
class Held:
    """What is in a conversation, each kind in the order in which it came."""

    resumes: tuple[str, ...] = ()
    """SHA-256 of their files."""
    postings: tuple[Posting, ...] = ()
    """As they stood when they were assessed for; the library's may have been edited since."""
    assessments: tuple[Assessment, ...] = ()
    """Those that the page shows; on record there may be newer ones."""
    turns: tuple[tuple[RedactedText, RedactedText], ...] = ()
    """Questions that a language model answered, with the answers."""
    strong_line: float | None = None
    batch: str | None = None
    replaced: dict[str, str] = field(default_factory=dict)
    """Resumes that a person called older versions, with the newer ones."""


_HELD: Final = TypeAdapter(Held)


class Conversations:
    """Keeps each conversation under the id of its page's session, as it stands; the last state counts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, session_id: str, held: Held) -> None:
        """Keep a conversation in the place of what was kept of it, and drop those that nobody came back to.

        Raises `StorageError`.
        """
        with self._database.writing() as session:
            session.execute(delete(ConversationRow).where(ConversationRow.kept_at < _oldest()))
            session.merge(ConversationRow(session=session_id, held=_json(held), kept_at=now()))

    def find(self, session_id: str) -> Held | None:
        """What was kept of a conversation, None where nothing was."""
        with self._database.reading() as session:
            row = session.get(ConversationRow, session_id)
            return _HELD.validate_json(row.held) if row and row.kept_at >= _oldest() else None


def _oldest() -> datetime:
    return now() - timedelta(days=KEPT_DAYS)


def _json(held: Held) -> str:
    try:
        return _HELD.dump_json(held).decode()
    except PydanticSerializationError as error:
        raise StorageError(
            place="conversation", reason="it holds text that is not valid Unicode (surrogates)"
        ) from error
