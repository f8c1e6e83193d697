"""Messages between the application and a reading worker: a length, then a pickle.

Pickle is safe here because both ends are this program: a worker writes only its own types, never bytes of a file
as a message, and the channel is a pipe that no other process holds.
"""

from __future__ import annotations

import pickle
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from retrieval.documents.limits import Limits

RECOGNISE = "recognise"
"""The start argument of the worker that recognises."""

_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class ReadJob:
    """Read a file and show it under a name.

    `give_up_recognition`: keep what can be read without it. Otherwise a worker that cannot recognise answers
    RecognitionNeeded where it takes that.
    """

    path: Path
    name: str
    limits: Limits
    give_up_recognition: bool = False


@dataclass(frozen=True, slots=True)
class PictureJob:
    """Draw a page of a PDF."""

    path: Path
    page: int
    width: int
    limits: Limits

    @property
    def name(self) -> str:
        """What the file is called where it lies."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class MembersJob:
    """Name the files inside a container."""

    path: Path
    name: str
    limits: Limits


@dataclass(frozen=True, slots=True)
class MemberJob:
    """Fetch one file from inside a container."""

    path: Path
    place: tuple[int, ...]
    name: str
    limits: Limits


Job = ReadJob | PictureJob | MembersJob | MemberJob


def send(stream: IO[bytes], message: object) -> None:
    """Write one message and flush it."""
    content = pickle.dumps(message)
    stream.write(_LENGTH.pack(len(content)) + content)
    stream.flush()


def receive(stream: IO[bytes]) -> object:
    """The next message; EOFError where the other end is gone, in the midst of a message or between two."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return pickle.loads(_exactly(stream, length))  # noqa: S301  (see the module's first words)


def _exactly(stream: IO[bytes], count: int) -> bytes:
    content = stream.read(count)
    if len(content) < count:
        raise EOFError
    return content
