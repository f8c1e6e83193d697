"""The folder of an embedded index: who owns it, and whether its files are still as they were left.

Chroma does not check its own files: a graph file cut in half is searched as if it were whole, and one overwritten with
noise ends the process. So the files are sealed by digest after every write and compared before they are opened; its
SQLite file, which changes with every write, is checked by SQLite itself.
"""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from records.ownership import claimed

logger = logging.getLogger(__name__)

_SQLITE_FILE = "chroma.sqlite3"

Seal = dict[str, tuple[int, int, str]]
"""Size, time of last change in ns, and SHA-256 of each file, by its path in the folder."""


class IndexFolder:
    """A folder that one process owns; where another one does, a temporary folder takes its place."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._owner = claimed(path.with_suffix(".owner"))
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        if self._owner is None:
            logger.warning("%s is in use by another process; this one makes an index of its own", path)
            self._temporary = tempfile.TemporaryDirectory(prefix="bole-index-")
            path = Path(self._temporary.name) / path.name
        self.path = path
        self._new, self._old = path.with_suffix(".new"), path.with_suffix(".old")
        if self._owner is not None:
            self._tidy()
        self._seal_file = path.with_suffix(".seal")
        self._seal = self._read_seal()

    def is_as_left(self) -> bool:
        """Whether every sealed file is, byte for byte, what the last `seal` saw, and SQLite finds its own sound."""
        return _digests(_sealed(self.path, {})) == _digests(self._seal) and _is_sound(self.path / _SQLITE_FILE)

    def seal(self) -> None:
        """Remember the files as they are; only those changed since the last time are read."""
        found = _sealed(self.path, self._seal)
        if found != self._seal:
            self._seal = found
            self._seal_file.write_text(json.dumps(found), encoding="utf-8")

    def wipe(self) -> None:
        """Remove everything; the owner stays."""
        self._seal = {}
        self._seal_file.unlink(missing_ok=True)
        if self.path.exists():
            shutil.rmtree(self.path)

    def beside(self) -> Path:
        """An empty place beside the folder, where another one can be made to take its place."""
        self._tidy()
        return self._new

    def take_over(self) -> None:
        """The folder made beside this one takes its place; killed in between, there is none and it is made again."""
        self._seal = {}
        self._seal_file.unlink(missing_ok=True)
        if self.path.exists():
            self.path.rename(self._old)
        self._new.rename(self.path)
        self.seal()
        self._tidy()

    def close(self) -> None:
        """Let the folder go."""
        if self._owner is not None:
            self._owner.close()
        if self._temporary is not None:
            self._temporary.cleanup()

    def _tidy(self) -> None:
        """Remove what a process that was killed left beside the folder."""
        for left in (self._new, self._old):
            if left.exists():
                shutil.rmtree(left)

    def _read_seal(self) -> Seal:
        try:
            entries = json.loads(self._seal_file.read_text(encoding="utf-8"))
            return {name: (int(size), int(time), str(digest)) for name, (size, time, digest) in entries.items()}
        except (OSError, ValueError, AttributeError, TypeError):
            return {}  # no seal, or one that was damaged too: no file matches it, so the index is made again


def _sealed(folder: Path, known: Seal) -> Seal:
    """The seal of the folder's files, with the digests of `known` for files of the same size and time."""
    seal: Seal = {}
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        if file.name.startswith(_SQLITE_FILE):
            continue
        name, size, time = file.relative_to(folder).as_posix(), file.stat().st_size, file.stat().st_mtime_ns
        before = known.get(name)
        seal[name] = before if before is not None and before[:2] == (size, time) else (size, time, _digest(file))
    return seal


def _digests(seal: Seal) -> dict[str, str]:
    return {name: digest for name, (_, _, digest) in seal.items()}


def _is_sound(file: Path) -> bool:
    """Whether SQLite can read every page of the file; one that is not there yet is sound."""
    if not file.exists():
        return True
    with closing(sqlite3.connect(file)) as connection:
        try:
            return connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
        except sqlite3.DatabaseError as error:
            logger.warning("%s: %s", file, error)
            return False


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
