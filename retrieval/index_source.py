"""What a text index is an index of: texts that the database holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from records.redacted import RedactedText
from retrieval.facts import Facts, State


class Standing(NamedTuple):
    """A text as the database has it now: `key` is another one when anything in it changes."""

    key: str
    state: State


@dataclass(frozen=True, slots=True)
class IndexedText:
    """A text to be indexed; all of it is redacted.

    `lines` are what is packed into passages, `parts` what is compared one by one: the requirements of a posting, which
    have `weights`, or the lines of a resume, which have none.
    """

    key: str
    lines: Sequence[RedactedText]
    parts: Sequence[RedactedText]
    facts: Facts
    weights: tuple[float, ...] = ()


class Source(Protocol):
    """The texts of one kind in the database."""

    def revision(self) -> int:
        """Another number after every change."""
        ...

    def standings(self) -> Mapping[str, Standing]:
        """Every text there is, by id."""
        ...

    def texts(self, ids: Sequence[str]) -> Iterable[IndexedText]:
        """The texts of these ids; those that are gone meanwhile are left out."""
        ...


@dataclass(frozen=True, slots=True)
class IndexPlace:
    """Where an index lives: `vectors` is a folder or the address of a Chroma server, `store` always a folder here."""

    vectors: Path | str
    store: Path
