"""Cuts redacted lines into passages short enough for the embedding to see them whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from records.redacted import RedactedText, joined

_TOKENS_PER_LETTER: Final = 1 / 3.5
"""English word pieces average about 3.5 letters and a blank; a Chinese character is a token of its own."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive lines, by number, both inclusive, with their joined text."""

    first_line: int
    last_line: int
    text: RedactedText


def tokens_in(text: str) -> int:
    """An estimate on the safe side, without a tokenizer: Chinese characters, plus Latin letters by word pieces."""
    wide = sum(1 for letter in text if letter >= "\u2e80")
    return wide + int((len(text) - wide) * _TOKENS_PER_LETTER) + 1


def passages(lines: Sequence[RedactedText], max_tokens: int) -> tuple[Passage, ...]:
    """The lines in order, packed into passages of at most `max_tokens` by estimate; blank lines carry nothing.

    A line that is longer by itself is cut at blanks, so that no word of it is lost to the embedding.
    """
    packed: list[Passage] = []
    pieces: list[tuple[int, RedactedText]] = []
    size = 0
    for n, line in enumerate(lines, start=1):
        for piece in _pieces(line, max_tokens):
            length = tokens_in(piece)
            if pieces and size + length > max_tokens:
                packed.append(_packed(pieces))
                pieces, size = [], 0
            pieces.append((n, piece))
            size += length
    return (*packed, _packed(pieces)) if pieces else tuple(packed)


def _packed(pieces: Sequence[tuple[int, RedactedText]]) -> Passage:
    return Passage(pieces[0][0], pieces[-1][0], joined(text for _, text in pieces))


def _pieces(line: RedactedText, max_tokens: int) -> Iterator[RedactedText]:
    rest = line.strip()
    while tokens_in(rest) > max_tokens:
        end = max_tokens if rest[0] >= "\u2e80" else int(max_tokens / _TOKENS_PER_LETTER) - 1
        blank = rest.rfind(" ", 0, end)
        cut = blank if blank > end // 2 else end
        yield RedactedText(rest[:cut])
        rest = rest[cut:].strip()
    if rest:
        yield RedactedText(rest)
