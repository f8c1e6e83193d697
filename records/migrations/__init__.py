"""The database's history, one revision a change; to write the next one, see `revise`."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


class UnknownRevision(Exception):
    """The database stands at a revision that this code does not have: a newer program made it."""

    def __init__(self, revision: str) -> None:
        self.revision = revision
        super().__init__(revision)


def is_current(connection: Connection) -> bool:
    """Whether the database stands at the newest revision; raises `UnknownRevision`."""
    revisions = [script.revision for script in _scripts(connection).walk_revisions()]
    current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in revisions:
        raise UnknownRevision(current)
    return current == revisions[0]


def migrate(connection: Connection) -> None:
    """Bring the database to the newest revision inside the connection's open transaction: all of it or nothing."""
    if not is_current(connection):
        command.upgrade(_configuration(connection), "head")


def revise(connection: Connection, message: str, number: str) -> None:
    """For developers: write `versions/NUMBER_MESSAGE.py` from what the tables have and the database has not."""
    command.revision(_configuration(connection), message, autogenerate=True, rev_id=number)


def _scripts(connection: Connection) -> ScriptDirectory:
    return ScriptDirectory.from_config(_configuration(connection))


def _configuration(connection: Connection) -> Config:
    configuration = Config()
    folder = str(Path(__file__).parent).replace("%", "%%")  # the parser behind Config expands % signs
    configuration.set_main_option("script_location", folder)
    configuration.attributes["connection"] = connection
    return configuration
