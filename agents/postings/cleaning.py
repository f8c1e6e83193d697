"""Cleans the text of a posting before it is read; no word of it is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

LONGEST_LINE: Final = 400
"""A longer line is a paragraph: as one requirement nobody could check it against a line of a resume."""
_SENTENCE: Final = re.compile(r"(?<=[。！？；])|(?<=[a-z0-9)%]{2}[.!?;])\s+(?=[A-Z(])")


def cleaned(text: str) -> str:
    """The lines without blank ones and without exact repetitions; a long one parted where its sentences end."""
    lines = [line.strip() for line in text.replace("\ufeff", "").splitlines()]
    return "\n".join(part for line in dict.fromkeys(lines) if line for part in _parted(line))


def _parted(line: str) -> Iterator[str]:
    """A line in pieces of at most `LONGEST_LINE` where sentences allow; a longer sentence stays whole."""
    if len(line) <= LONGEST_LINE:
        yield line
        return
    held = ""
    for sentence in _SENTENCE.split(line):
        if held and len(held) + len(sentence) > LONGEST_LINE:
            yield held.strip()
            held = ""
        held = f"{held} {sentence}" if held and held[-1].isascii() else held + sentence
    if held.strip():
        yield held.strip()
