"""Notices while an answer is being written that the model runs in circles, so that nobody waits for its last token.

Small models under a grammar fall into endless blanks or say one thing for ever. What they write is then no answer.
"""

from __future__ import annotations

import re
from typing import Final

from records.errors import ModelAnswerInvalid
from records.language import Language

# An answer indented by eight levels of four blanks, with its line break, has 33 blanks in a row.
_MOST_BLANKS: Final = 100
# A text in our schema has 240 characters where it may repeat itself at all; a table's rule has fewer columns.
_REPEATED: Final = 240
_REPEATS: Final = 6
# A chunk is at most a sentence or a rating that says the same again.
_LONGEST_CHUNK: Final = 160
_EVERY: Final = 64

_BLANKS: Final = re.compile(rf"\s{{{_MOST_BLANKS}}}\Z")
REASON: Final[dict[Language, str]] = {"zh": "它不断重复，已提前中止", "en": "it kept repeating itself and was stopped"}


class LoopWatch:
    """Takes an answer piece by piece; raises `ModelAnswerInvalid` once it loops."""

    def __init__(self) -> None:
        self._tail = ""
        self._unseen = 0

    def take(self, piece: str) -> None:
        """Look at what came, every few words."""
        self._tail = (self._tail + piece)[-(_LONGEST_CHUNK * (_REPEATS + 1)) :]
        self._unseen += len(piece)
        if self._unseen >= _EVERY:
            self._unseen = 0
            if loops(self._tail):
                raise ModelAnswerInvalid(reason=REASON)


def loops(written: str) -> bool:
    """Whether a text ends in endless blanks or in one chunk again and again."""
    return _BLANKS.search(written[-_MOST_BLANKS:]) is not None or any(
        _ends_in_chunks(written, length) for length in range(1, _LONGEST_CHUNK + 1)
    )


def _ends_in_chunks(written: str, length: int) -> bool:
    """Whether the end repeats every `length` characters, often enough and long enough."""
    covered = max(_REPEATED, length * _REPEATS)
    same = covered - length
    return len(written) >= covered and written[-same:] == written[-covered:-length]
