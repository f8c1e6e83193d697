"""Folders and buckets that every machine of a fleet sees, through pyarrow; the only module that knows it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final
from uuid import uuid4

from records.errors import FleetUnavailable, KeysInAddress, PlaceUnusable

_PRIVATE: Final = 0o600
_KEYS: Final = re.compile(
    r"""^\w+://(?:
        [^?@]*:(?!\d+/)[^?]*@                                 # name:password@, which may hold a slash; no port
        | .*[?&][^=&]*(?:key|secret|token|password)[^=&]*=    # a parameter that is one
        | .*[?&][^=&]*=[^&]*@                                 # or holds one in an address of its own
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def without_keys(address: str) -> str:
    """The address without what may be a key: whoever stands before the host, and all parameters."""
    if "://" not in address:
        return address
    scheme, _, rest = address.partition("?")[0].partition("://")
    if _KEYS.search(address):
        return f"{scheme}://{rest.rpartition('@')[2]}"
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"


@dataclass(frozen=True, slots=True)
class Found:
    """A file of a place: its path there, the name people know it by, and its size in bytes."""

    path: str
    name: str
    size: int


class Place:
    """A folder here or on a disk that all machines mount, or a bucket (s3://, gs://, hdfs://).

    Everything raises `PlaceUnusable`, an address with keys in it `KeysInAddress`. What is written is there whole or not
    at all, and in a folder for its owner only: it is personal data.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        if _KEYS.search(address):
            raise KeysInAddress(place=without_keys(address))
        arrow = _arrow()
        with self._told_errors():
            if "://" in address:
                self._system, base = arrow.fs.FileSystem.from_uri(address)
            else:
                self._system, base = arrow.fs.LocalFileSystem(), str(Path(address).resolve())
        self._base = base.rstrip("/")
        self._is_folder = isinstance(self._system, arrow.fs.LocalFileSystem)

    def files(self) -> list[Found]:
        """All files below, in the order of their paths; what begins with a dot is the system's own."""
        fs = _arrow().fs
        with self._told_errors():
            whole = self._system.get_file_info(self._base)
            if whole.type == fs.FileType.File:
                return [Found(whole.path, whole.base_name, whole.size)]
            infos = self._system.get_file_info(fs.FileSelector(self._base, recursive=True))
        found = [
            Found(info.path, info.path[len(self._base) :].lstrip("/"), info.size)
            for info in infos
            if info.type == fs.FileType.File
        ]
        visible = [one for one in found if not any(part.startswith(".") for part in PurePosixPath(one.name).parts)]
        return sorted(visible, key=lambda one: PurePosixPath(one.name).parts)

    @contextmanager
    def local(self, path: str, folder: Path) -> Iterator[Path]:
        """A file of the place as one of this machine: itself, or a copy in `folder` for as long as it is needed."""
        if self._is_folder:
            yield Path(path)
            return
        copy = folder / uuid4().hex
        with self._told_errors(), self._system.open_input_stream(path) as stream:
            copy.write_bytes(stream.read())
        try:
            yield copy
        finally:
            copy.unlink()

    def names(self, folder: str, ending: str) -> list[str]:
        """The files in a folder of the place; none where it is not there yet."""
        fs = _arrow().fs
        with self._told_errors():
            selector = fs.FileSelector(f"{self._base}/{folder}", allow_not_found=True)
            infos = self._system.get_file_info(selector)
        return sorted(f"{folder}/{info.base_name}" for info in infos if info.base_name.endswith(ending))

    def read(self, name: str) -> bytes | None:
        """A file's content; None where it is not there."""
        with self._opened(name) as file:
            content: bytes | None = file.read() if file else None
            return content

    def write(self, name: str, content: bytes) -> None:
        """Put a file there, in the place of one of that name."""
        with self._told_errors():
            if self._is_folder:
                _write_privately(Path(self._base) / name, content)
                return
            with self._begun(f"{self._base}/{name}") as stream:  # a bucket shows whole files only
                stream.write(content)

    def write_table(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Put rows there as Parquet; all of the same columns, at least one row."""
        arrow = _arrow()
        sink = arrow.BufferOutputStream()
        arrow.parquet.write_table(arrow.Table.from_pylist([dict(row) for row in rows]), sink, compression="zstd")
        self.write(name, sink.getvalue().to_pybytes())

    def read_table(self, name: str, columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
        """The rows of a Parquet file, or some of their columns and no more is fetched; none where it is not there."""
        with self._opened(name) as file:
            if file is None:
                return []
            table = _arrow().parquet.read_table(file, columns=columns and list(columns))
        rows: list[dict[str, Any]] = table.to_pylist()
        return rows

    def _begun(self, path: str) -> Any:
        try:
            return self._system.open_output_stream(path)
        except FileNotFoundError:  # buckets know no folders, other systems do
            self._system.create_dir(path.rpartition("/")[0], recursive=True)
            return self._system.open_output_stream(path)

    @contextmanager
    def _opened(self, name: str) -> Iterator[Any]:
        """A file to be read from any place in it; None where it is not there."""
        with self._told_errors():
            try:
                file = self._system.open_input_file(f"{self._base}/{name}")
            except FileNotFoundError:
                yield None
                return
            with file:
                yield file

    @contextmanager
    def _told_errors(self) -> Iterator[None]:
        try:
            yield
        except (OSError, ValueError, NotImplementedError) as error:  # ArrowInvalid is a ValueError
            reason = error.strerror if isinstance(error, OSError) else None
            raise PlaceUnusable(place=self.address, reason=reason or str(error)) from error


def _write_privately(path: Path, content: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f".{uuid4().hex}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _arrow() -> Any:
    """Comes with Ray Data, so with `bole[fleet]` only; raises `FleetUnavailable`."""
    try:
        import pyarrow as arrow  # noqa: PLC0415
        import pyarrow.fs  # noqa: PLC0415
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        raise FleetUnavailable from error
    return arrow
