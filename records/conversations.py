"""What conversations hold, so that a page that outlives its session, or the program, goes on with its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from pydantic import TypeAdapter
from sqlalchemy import delete

from records.database import Database
from records.redacted import RedactedText
from records.tables import ConversationRow, now

KEPT_DAYS: Final = 14
"""So long a page may stay open untouched; Chainlit's page knows its user for 15 days."""


@dataclass(frozen=True)
class Held:
    """A conversation by the ids of what is in it, each in the order in which it came."""

    resumes: tuple[str, ...] = ()
    """SHA-256 of their files."""
    assessed: tuple[tuple[str, str], ...] = ()
    """Resume and posting of each assessment."""
    turns: tuple[tuple[RedactedText, RedactedText], ...] = ()
    """Questions that a language model answered, with the answers."""
    batch: str | None = None
    replaced: dict[str, str] = field(default_factory=dict)
    """Resumes that a person called older versions, with the newer ones."""


_HELD: Final = TypeAdapter(Held)


class Conversations:
    """Keeps each conversation under the id of its page's session, as it stands; the last state counts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, session_id: str, held: Held) -> None:
        """Keep a conversation in the place of what was kept of it, and drop those that nobody came back to."""
        with self._database.writing() as session:
            session.execute(delete(ConversationRow).where(ConversationRow.kept_at < now() - timedelta(days=KEPT_DAYS)))
            row = ConversationRow(session=session_id, held=_HELD.dump_json(held).decode(), kept_at=now())
            session.merge(row)

    def find(self, session_id: str) -> Held | None:
        """What was kept of a conversation, None where nothing was."""
        with self._database.reading() as session:
            row = session.get(ConversationRow, session_id)
            return _HELD.validate_json(row.held) if row else None
