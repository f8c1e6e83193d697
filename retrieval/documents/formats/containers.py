"""Files that hold resumes: a ZIP, an e-mail with attachments."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside another; `place` is its number in each container from the outermost in."""

    name: str
    place: tuple[int, ...]


def members_of(content: bytes, file: str) -> tuple[Member, ...]:
    """The files that a container holds, through containers in it; none where the file is no container."""
    return ()


def member_of(content: bytes, file: str, place: tuple[int, ...]) -> bytes:
    """One member's bytes; raises a ReadingError."""
    raise NotImplementedError
