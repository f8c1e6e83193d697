"""The database behind the records: SQLite in a file by default, PostgreSQL at scale, the same rules on both."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError, StatementError
from sqlalchemy.orm import Session

from records.errors import (
    SettingsError,
    StorageDamaged,
    StorageError,
    StorageFull,
    StorageNewer,
    StorageUnavailable,
)
from records.migrations import UnknownRevision, is_current, migrate

# Writers wait for each other this long; a write of ours takes milliseconds, a migration seconds.
BUSY_SECONDS = 30
WAIT_SECONDS = 0.02
CONNECT_SECONDS = 5
# One number for all of Bole's writers on a PostgreSQL database: "bole" in ASCII.
_WRITERS_LOCK = 0x626F6C65

# SQLite's primary result codes, and the SQLSTATEs of PostgreSQL that mean the same.
_KINDS: dict[int | str, type[StorageError]] = {
    sqlite3.SQLITE_FULL: StorageFull,
    sqlite3.SQLITE_CORRUPT: StorageDamaged,
    sqlite3.SQLITE_NOTADB: StorageDamaged,
    sqlite3.SQLITE_BUSY: StorageUnavailable,
    sqlite3.SQLITE_CANTOPEN: StorageUnavailable,
    sqlite3.SQLITE_READONLY: StorageUnavailable,
    "53100": StorageFull,  # disk_full
    "XX001": StorageDamaged,  # data_corrupted
    "XX002": StorageDamaged,  # index_corrupted
    "53300": StorageUnavailable,  # too_many_connections
    "55P03": StorageUnavailable,  # lock_not_available
    "57P01": StorageUnavailable,  # admin_shutdown
    "57P03": StorageUnavailable,  # cannot_connect_now
}


class Database:
    """Sessions on one database; errors leave it as `StorageError`."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.place = str(engine.url.database) if _is_sqlite(engine.url) else engine.url.render_as_string()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one unchanging state of the records."""
        with self._translated_errors(), Session(self.engine) as session, session.begin():
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that keeps everything or nothing; writers take turns, so what it read is still true when it writes.

        One writer at a time is SQLite's own rule. PostgreSQL is held to it by an advisory lock: our writes take
        milliseconds, and no caller has to think about two processes adding the same record at once.
        """
        engine = self.engine.execution_options(purpose="writing")
        with self._translated_errors(), Session(engine) as session, session.begin():
            yield session

    def migrate(self) -> None:
        """Bring the tables to the newest revision; of several processes starting at once, one does it."""
        with self._translated_errors():
            with self.engine.begin() as connection:
                if is_current(connection):
                    return
            with self.engine.execution_options(purpose="migrating").begin() as connection:
                migrate(connection)

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()

    @contextmanager
    def _translated_errors(self) -> Iterator[None]:
        try:
            yield
        except UnknownRevision as error:
            raise StorageNewer(place=self.place, revision=error.revision) from error
        except SQLAlchemyError as error:
            raise _storage_error(error, self.place) from error


def open_database(url: str) -> Database:
    """The database at an address such as `sqlite:////var/bole/records.db`, its tables brought up to date."""
    database = Database(_engine(_address(url)))
    try:
        database.migrate()
    except StorageError:
        database.close()
        raise
    return database


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise _unusable("it is not of the form sqlite:////FOLDER/FILE or postgresql://USER@HOST/NAME") from error
    if address.drivername in ("postgresql", "postgres"):
        return address.set(drivername="postgresql+psycopg")
    if address.get_backend_name() not in ("sqlite", "postgresql"):
        raise _unusable("only sqlite and postgresql are supported")
    if _is_sqlite(address) and address.database in (None, "", ":memory:"):
        raise _unusable("a SQLite database needs a file: every thread would see an empty one of its own in memory")
    return address


def _engine(address: URL) -> Engine:
    if _is_sqlite(address):
        return _sqlite_engine(address)
    patience = {} if "connect_timeout" in address.query else {"connect_timeout": CONNECT_SECONDS}
    try:
        engine = create_engine(address, pool_pre_ping=True, hide_parameters=True, connect_args=patience)
    except ModuleNotFoundError as error:
        raise _unusable(f"{error.name} is missing; install it with: pip install 'bole[postgresql]'") from error
    event.listen(engine, "begin", _begin_on_postgresql)
    return engine


def _sqlite_engine(address: URL) -> Engine:
    folder = Path(str(address.database)).resolve().parent
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageUnavailable(place=str(folder), reason=error.strerror) from error
    engine = create_engine(address, hide_parameters=True)  # resumes do not belong in a traceback
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_on_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # Python's driver would begin too late, after the first read
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    _write_ahead(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log, waiting for others who open the file: SQLite itself does not wait for this one."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            # The other process holds the file for the milliseconds of its own switch or of its first migration.
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(WAIT_SECONDS)
        else:
            return


def _begin_on_sqlite(connection: Connection) -> None:
    purpose = _purpose(connection)
    # A migration rebuilds tables, and dropping the old one would take the rows that refer to it along.
    # This can only be switched before a transaction begins.
    connection.exec_driver_sql(f"PRAGMA foreign_keys = {'OFF' if purpose == 'migrating' else 'ON'}")
    connection.exec_driver_sql("BEGIN" if purpose == "reading" else "BEGIN IMMEDIATE")


def _begin_on_postgresql(connection: Connection) -> None:
    if _purpose(connection) == "reading":
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        return
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_SECONDS}s'")
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})")


def _purpose(connection: Connection) -> str:
    return str(connection.get_execution_options().get("purpose", "reading"))


def _is_sqlite(address: URL) -> bool:
    return address.get_backend_name() == "sqlite"


def _unusable(reason: str) -> SettingsError:
    return SettingsError(setting="BOLE_DATABASE_URL", reason=reason)


def _storage_error(error: SQLAlchemyError, place: str) -> StorageError:
    cause = error.orig if isinstance(error, StatementError) else None
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF or getattr(cause, "sqlstate", None)
    # A server that cannot be reached gives no SQLSTATE at all.
    unreachable = isinstance(error, OperationalError) and code is None
    kind = _KINDS.get(code or "", StorageUnavailable if unreachable else StorageError)
    return kind(place=place, reason=str(cause or error).strip())
