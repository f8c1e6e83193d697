"""Run by Alembic for every command: on the connection it was handed, inside that connection's transaction."""

from __future__ import annotations

from typing import Literal

from alembic import context

from records.tables import Moment, Table


def written_plainly(kind: str, value: object, _context: object) -> str | Literal[False]:
    """A revision must not change when our own column types do: write what the database sees."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(value, Moment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_item=written_plainly,
    # SQLite can alter little in place; batches copy the table instead.
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
