"""What was made of each text once and need not be made again: its vectors, its words, its facts; in SQLite.

Chroma finds, this keeps: an index that is lost or damaged is filled from here without asking the embedding model. A row
is written whole or not at all, whatever is killed meanwhile, and several processes may use one file.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from struct import Struct
from threading import RLock
from typing import Any, Final, Literal, TypeVar
from zlib import crc32

import numpy as np

from retrieval.embedding import Vectors
from retrieval.facts import Facts, facts_from_json, facts_to_json
from retrieval.term_counts import Counts

logger = logging.getLogger(__name__)
Answer = TypeVar("Answer")

_BUSY_MILLISECONDS: Final = 30_000
_KEYS_AT_ONCE: Final = 500
_HEAD: Final = Struct("<4I")
Table = Literal["entries", "vectors"]
TABLES: Final[tuple[Table, ...]] = ("entries", "vectors")
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS entries (
    made_with TEXT, key TEXT, words BLOB NOT NULL, skills BLOB NOT NULL, facts TEXT NOT NULL, weights BLOB NOT NULL,
    PRIMARY KEY (key, made_with)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS vectors (
    made_with TEXT, key TEXT, width INTEGER NOT NULL, passages INTEGER NOT NULL, asking INTEGER NOT NULL,
    digest INTEGER NOT NULL, rows BLOB NOT NULL, PRIMARY KEY (key, made_with)
);
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a text is found by beside its meaning; `weights` are those of its parts, where they ask for something."""

    words: Counts
    skills: Counts
    facts: Facts
    weights: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptVectors:
    """The vectors of a text, one row each.

    `passages` are searched in, `asking` are the same passages as a search is made with them, `parts` are the
    requirements of a posting or the lines of a resume.
    """

    passages: Vectors
    asking: Vectors
    parts: Vectors


class IndexStore:
    """One file; `made_with` names the embedding, or the reading of words: what another one gave is not seen."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None

    def keys(self, table: Table, made_with: str) -> set[str]:
        """The keys of all texts of which there are entries, or vectors."""
        asked = f"SELECT key FROM {table} WHERE made_with = ?"  # noqa: S608  one of two names
        return self._performed(lambda kept: {key for (key,) in kept.execute(asked, (made_with,))})

    def entry_keys(self, made_with: str, keys: Sequence[str]) -> set[str]:
        """Of which of these texts there are entries."""
        asked = "SELECT key FROM entries WHERE made_with = ? AND key IN ({})"
        return self._performed(lambda kept: {row[0] for row in _of_keys(kept, asked, made_with, keys)})

    def entries(self, made_with: str, keys: Sequence[str]) -> dict[str, Entry]:
        """What is kept of these texts; those that are not there are left out."""
        asked = "SELECT key, words, skills, facts, weights FROM entries WHERE made_with = ? AND key IN ({})"
        rows = self._performed(lambda kept: list(_of_keys(kept, asked, made_with, keys)))
        return {
            key: Entry(
                Counts.from_bytes(words),
                Counts.from_bytes(skills),
                facts_from_json(facts),
                tuple(np.frombuffer(weights, dtype="<f4").tolist()),
            )
            for key, words, skills, facts, weights in rows
        }

    def facts(self, made_with: str, keys: Sequence[str]) -> dict[str, Facts]:
        """The facts of these texts alone, which are a small part of what is kept."""
        asked = "SELECT key, facts FROM entries WHERE made_with = ? AND key IN ({})"
        rows = self._performed(lambda kept: list(_of_keys(kept, asked, made_with, keys)))
        return {key: facts_from_json(facts) for key, facts in rows}

    def vectors(self, made_with: str, keys: Sequence[str]) -> dict[str, KeptVectors]:
        """The vectors of these texts; those that are not there, or are damaged, are left out."""
        asked = "SELECT key, width, passages, asking, digest, rows FROM vectors WHERE made_with = ? AND key IN ({})"
        rows = self._performed(lambda kept: list(_of_keys(kept, asked, made_with, keys)))
        return {row[0]: _unpacked(row) for row in rows if crc32(row[5]) == row[4]}

    def put_entries(self, made_with: str, entries: Mapping[str, Entry]) -> None:
        """Keep entries by key, all of them or none."""
        rows = [(made_with, key, *_entry_row(entry)) for key, entry in entries.items()]
        self._write("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?)", rows)

    def put_vectors(self, made_with: str, vectors: Mapping[str, KeptVectors]) -> None:
        """Keep vectors by key, all of them or none."""
        rows = [(made_with, key, *_vector_row(kept)) for key, kept in vectors.items()]
        self._write("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def delete(self, keys: Iterable[str]) -> None:
        """Forget texts, whatever their entries and vectors were made with; unknown keys are no error."""
        rows = [(key,) for key in keys]
        for table in TABLES:
            self._write(f"DELETE FROM {table} WHERE key = ?", rows)  # noqa: S608

    def empty(self) -> None:
        """Forget everything and give the space back."""
        with self._lock:
            self._wipe()

    def _write(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        def write(kept: sqlite3.Connection) -> None:
            with _transaction(kept):
                kept.executemany(statement, rows)

        if rows:
            self._performed(write)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None

    def _performed(self, action: Callable[[sqlite3.Connection], Answer]) -> Answer:
        with self._lock:
            try:
                return action(self._opened())
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError) and not self._is_damaged(error):
                    raise
                logger.warning("%s is damaged (%s) and is made again", self._file, error)
                self._wipe()
                return action(self._opened())

    @staticmethod
    def _is_damaged(error: sqlite3.OperationalError) -> bool:
        return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR)

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self._file, isolation_level=None, check_same_thread=False)
            self._connection = connection
            connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")  # all of it can be made again
            connection.executescript(_TABLES)
        return self._connection

    def _wipe(self) -> None:
        self.close()
        for ending in ("", "-wal", "-shm"):
            self._file.with_name(self._file.name + ending).unlink(missing_ok=True)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _of_keys(kept: sqlite3.Connection, asked: str, made_with: str, keys: Sequence[str]) -> Iterator[Any]:
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        part = keys[start : start + _KEYS_AT_ONCE]
        yield from kept.execute(asked.format(", ".join("?" * len(part))), (made_with, *part))


def _entry_row(entry: Entry) -> tuple[bytes, bytes, str, bytes]:
    weights = np.array(entry.weights, dtype="<f4").tobytes()
    return entry.words.to_bytes(), entry.skills.to_bytes(), facts_to_json(entry.facts), weights


def packed(kept: KeptVectors) -> bytes:
    """The vectors of a text in one piece, to be sent or kept elsewhere."""
    *head, rows = _vector_row(kept)
    return _HEAD.pack(*head) + rows


def unpacked(piece: bytes) -> KeptVectors | None:
    """What `packed` gave; None where the piece is damaged."""
    width, passages, asking, digest = _HEAD.unpack_from(piece)
    rows = piece[_HEAD.size :]
    return _unpacked(("", width, passages, asking, digest, rows)) if crc32(rows) == digest else None


def _vector_row(kept: KeptVectors) -> tuple[int, int, int, int, bytes]:
    """Where a search is made with the very vectors that are searched in, they are written once."""
    asking = 0 if kept.asking is kept.passages else len(kept.asking)
    parts = [kept.passages, *([kept.asking] if asking else []), kept.parts]
    rows = np.concatenate(parts).astype("<f4").tobytes()
    return kept.passages.shape[1], len(kept.passages), asking, crc32(rows), rows


def _unpacked(row: tuple[str, int, int, int, int, bytes]) -> KeptVectors:
    _, width, passages, asking, _, kept = row
    rows = np.frombuffer(kept, dtype="<f4").reshape(-1, width)
    found = rows[:passages]
    return KeptVectors(found, rows[passages : passages + asking] if asking else found, rows[passages + asking :])
