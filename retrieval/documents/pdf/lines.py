"""Words of one row set as one line of text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from retrieval.documents.pdf.segments import PlacedLine, Segment, letter_spacing
from retrieval.documents.pdf.words import Word

# In ems: what stands further apart within a row is set off by two blanks (a date at the right edge, a cell).
_SET_OFF = 1.5

_CHINESE_BLANK = 0.2
_SPREAD_BLANK = 0.25  # what a blank between words adds to the distance of spread letters
_BLANK = 0.15  # and to that of letters placed one by one, as close as in any word
_SPREAD = 0.05


def line_of(row: Sequence[Segment]) -> PlacedLine:
    """The line that segments make, left to right."""
    words = [word for segment in row for word in segment.words]
    text = words[0].text
    spread = letter_spacing(words)
    for before, word in pairwise(words):
        text += _between(before, word, spread) + word.text
    return PlacedLine(
        text,
        min(word.left for word in words),
        min(word.top for word in words),
        max(word.right for word in words),
        max(word.bottom for word in words),
    )


def joined(lines: Sequence[PlacedLine], between: str = "  ") -> PlacedLine:
    """Lines that stand side by side as one."""
    return PlacedLine(
        between.join(line.text for line in lines),
        min(line.left for line in lines),
        min(line.top for line in lines),
        max(line.right for line in lines),
        max(line.bottom for line in lines),
    )


def _between(before: Word, word: Word, spread: float | None) -> str:
    """Nothing, one blank, or two where the words are set off from each other; `spread` apart stand mere letters."""
    size = min(before.size, word.size)
    gap = word.left - before.right - (spread or 0.0)
    if gap > _SET_OFF * size:
        return "  "
    if spread is not None:
        # Letters that the file has in any order are reported with blanks that are not there.
        return " " if gap > (_SPREAD_BLANK if spread > _SPREAD * size else _BLANK) * size else ""
    if _wide(before.text[-1]) and _wide(word.text[0]):
        blank = _CHINESE_BLANK if word.spaced else 2 * _CHINESE_BLANK
        return "" if gap < blank * size else " "
    return " " if word.spaced or gap > _BLANK * size else ""


def _wide(character: str) -> bool:
    return "\u2e80" <= character <= "\U0003ffff" and not "\ue000" <= character <= "\uf8ff"
