# ruff: noqa: E501, SIM905  (word lists read better as text)
"""A page's words as lines in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from records.language import HAN
from retrieval.documents.pdf.columns import Segment, blocks_of, segments_of
from retrieval.documents.pdf.glyphs import SOFT_HYPHEN
from retrieval.documents.pdf.words import Word
from retrieval.documents.sections import heading_section

# In ems: what stands further apart within a row is set off by two blanks (a date at the right edge, a cell).
_SET_OFF = 1.5

_CHINESE_BLANK = 0.2
_LETTER_SPACED = 0.4  # of the characters, not ems

# First halves of compounds that keep their hyphen when it falls on the end of a line.
_COMPOUNDS = frozenset(
    "self full front back end real cross multi non co well high low long short open data object large small state "
    "cutting time award fast hands third second first one two three in on off test client server user customer "
    "problem decision detail results goal team business event domain cost part micro post pre re anti inter peer".split()
)
_COMPOUND_ENDS = frozenset(
    "driven based native oriented time end level scale side source party facing functional aware friendly ready wide "
    "class quality performance code term depth house site line free first stack specific focused related made".split()
)


class PlacedLine(NamedTuple):
    """One line of a page with its place in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def lines_of(words: Sequence[Word]) -> list[PlacedLine]:
    """Upright words as lines in the order in which a person reads them."""
    lines: list[PlacedLine] = []
    for block in blocks_of(segments_of(words)):
        lines.extend(_rejoined(_lines_of_block(block)))
    return lines


def _lines_of_block(block: Sequence[Segment]) -> list[PlacedLine]:
    lines = []
    for row in _rows(block):
        # A section's title in the margin stands beside its first line, and is a line of its own.
        titled = len(row) > 1 and heading_section(row[0].text) and row[1].left - row[0].right > row[0].size
        lines.extend([_line(row[:1]), _line(row[1:])] if titled else [_line(row)])
    return lines


def _rows(block: Sequence[Segment]) -> list[list[Segment]]:
    rows: list[list[Segment]] = []
    for segment in block:
        if rows and abs(rows[-1][0].baseline - segment.baseline) <= 0.3 * min(rows[-1][0].size, segment.size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda segment: segment.left) for row in rows]


def _line(row: Sequence[Segment]) -> PlacedLine:
    words = [word for segment in row for word in segment.words]
    text = words[0].text
    spread = _spread_chinese(words)
    for before, word in pairwise(words):
        text += _between(before, word, spread) + word.text
    return PlacedLine(
        text,
        min(word.left for word in words),
        min(word.top for word in words),
        max(word.right for word in words),
        max(word.bottom for word in words),
    )


def _between(before: Word, word: Word, spread: bool) -> str:
    """Nothing, one blank, or two where the words are set off from each other."""
    size = min(before.size, word.size)
    gap = word.left - before.right
    if gap > _SET_OFF * size:
        return "  "
    if _wide(before.text[-1]) and _wide(word.text[0]):
        return "" if spread or gap < _CHINESE_BLANK * size else " "
    return " " if word.spaced or gap > 0.15 * size else ""


def _spread_chinese(words: Sequence[Word]) -> bool:
    """Whether Chinese characters stand apart all along the line: then the gaps are no blanks."""
    wide = sum(_wide(character) for word in words for character in word.text)
    breaks = sum(_wide(one.text[-1]) and _wide(two.text[0]) for one, two in pairwise(words))
    return breaks > 2 and breaks > _LETTER_SPACED * wide


def _wide(character: str) -> bool:
    return "\u2e80" <= character <= "\U0003ffff" and not "\ue000" <= character <= "\uf8ff"


def _rejoined(lines: list[PlacedLine]) -> list[PlacedLine]:
    """Words that a hyphen cuts at the end of a line are made whole on the line where they begin."""
    for at in range(len(lines) - 1):
        whole = _whole_word(lines[at].text, lines[at + 1].text)
        if whole is not None:
            lines[at] = lines[at]._replace(text=whole[0])
            lines[at + 1] = lines[at + 1]._replace(text=whole[1])
    # A soft hyphen within a line is drawn, so it is a hyphen there.
    return [line._replace(text=line.text.replace(SOFT_HYPHEN, "-")) for line in lines if line.text]


def _whole_word(line: str, following: str) -> tuple[str, str] | None:
    soft = line.endswith(SOFT_HYPHEN)
    if (not soft and not line.endswith("-")) or len(line) < 3 or not line[-2].isalpha() or HAN.match(line[-2]):
        return None
    rest, _, remaining = following.partition(" ")
    if not rest[:1].islower():
        return None
    first = line[:-1].rsplit(maxsplit=1)[-1].strip("(\"'“")
    compound = "-" in first or first.lower() in _COMPOUNDS or rest.strip(".,;:)").lower() in _COMPOUND_ENDS
    hyphen = "-" if compound else ""
    return line[:-1] + hyphen + rest, remaining
