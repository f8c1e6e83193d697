"""Sole ownership of something by a process, until it closes it or ends."""

from __future__ import annotations

import sqlite3
from pathlib import Path


def claimed(file: Path) -> sqlite3.Connection | None:
    """Sole ownership until closed or the process ends, by SQLite's own file lock: it works on every system.

    None where another process has it.
    """
    connection = sqlite3.connect(file, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            return None
        raise
    return connection
