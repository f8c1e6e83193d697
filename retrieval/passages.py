"""Cuts redacted lines into passages short enough for the embedding to see them whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from records.redacted import RedactedText, joined

_RUN: Final = re.compile(r"[A-Za-z]+|[0-9]+|[^\sA-Za-z0-9]")
_LETTERS_PER_TOKEN: Final = 3
"""English word pieces average four letters, technical names fewer; digits come two to a piece in the worst case."""
_DIGITS_PER_TOKEN: Final = 2
_MARGIN: Final = 0.9
"""Room for the model's own marks at both ends, and for words that fall into more pieces than most."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive lines, by number, both inclusive, with their joined text."""

    first_line: int
    last_line: int
    text: RedactedText


def tokens_in(text: str) -> int:
    """An estimate on the safe side, without a tokenizer: every Chinese character and every mark is one token."""
    return sum(_tokens_of(run) for run in _RUN.findall(text))


def _tokens_of(run: str) -> int:
    if run[0].isascii() and run[0].isalpha():
        return -(-len(run) // _LETTERS_PER_TOKEN)
    return -(-len(run) // _DIGITS_PER_TOKEN) if run[0].isascii() and run[0].isdigit() else 1


def passages(lines: Sequence[RedactedText], max_tokens: int) -> tuple[Passage, ...]:
    """The lines in order, packed into passages of at most `max_tokens` by estimate; blank lines carry nothing.

    A line that is longer by itself is cut at blanks, so that no word of it is lost to the embedding.
    """
    room = max(1, int(max_tokens * _MARGIN))
    packed: list[Passage] = []
    pieces: list[tuple[int, RedactedText]] = []
    size = 0
    for n, line in enumerate(lines, start=1):
        for piece in _pieces(line, room):
            length = tokens_in(piece)
            if pieces and size + length > room:
                packed.append(_packed(pieces))
                pieces, size = [], 0
            pieces.append((n, piece))
            size += length
    return (*packed, _packed(pieces)) if pieces else tuple(packed)


def _packed(pieces: Sequence[tuple[int, RedactedText]]) -> Passage:
    return Passage(pieces[0][0], pieces[-1][0], joined(text for _, text in pieces))


def _pieces(line: RedactedText, room: int) -> Iterator[RedactedText]:
    rest = line.strip()
    while rest and (end := _end_of_room(rest, room)) < len(rest):
        blank = rest.rfind(" ", 0, end + 1)
        cut = blank if blank > end // 2 else end
        yield RedactedText(rest[:cut])
        rest = rest[cut:].strip()
    if rest:
        yield RedactedText(rest)


def _end_of_room(text: str, room: int) -> int:
    """How much of a text fits: up to the end of the last run that does, or the part of one run that is too long."""
    used, end = 0, 0
    for run in _RUN.finditer(text):
        used += _tokens_of(run[0])
        if used > room:
            return end or max(1, room)
        end = run.end()
    return len(text)
