"""Characters drawn more than once in one place: shadows, outlines, bold made of two strokes. A person reads one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from retrieval.documents.pdf.glyphs import Glyph

# In ems. The narrowest letters in a row ("ll", "..") stand further apart, shadows seldom do.
_NEAR = 0.12
_CELL = 6.0  # points
_Cell = tuple[str, int, int]


class Copies:
    """Which of a page's characters are drawn again by another text object."""

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        self._glyphs = glyphs

    @cached_property
    def _pairs(self) -> list[tuple[int, int]]:
        """Like characters in one place, by their numbers."""
        placed: defaultdict[_Cell, list[int]] = defaultdict(list)
        pairs: list[tuple[int, int]] = []
        for number, glyph in enumerate(self._glyphs):
            cell = _cell(glyph)
            pairs.extend((other, number) for other in _around(placed, cell) if _alike(self._glyphs[other], glyph))
            placed[cell].append(number)
        return pairs

    @cached_property
    def twins(self) -> dict[int, set[int]]:
        """For text objects the others that draw at least half of their characters in the same places."""
        sizes = Counter(glyph.made_by for glyph in self._glyphs)
        made_by = [(self._glyphs[one].made_by, self._glyphs[other].made_by) for one, other in self._pairs]
        shared = Counter([*made_by, *((other, one) for one, other in made_by)])
        twins: defaultdict[int, set[int]] = defaultdict(set)
        for (one, other), count in shared.items():
            if 2 * count >= sizes[one]:
                twins[one].add(other)
        return dict(twins)

    def left_out(self, judged: Sequence[Glyph]) -> list[Glyph]:
        """The same characters, judged; of several alike in one place the first that can be seen."""
        dropped: set[int] = set()
        for one, other in self._pairs:
            if judged[other].made_by in self.twins.get(judged[one].made_by, ()):
                dropped.add(one if judged[other].why is None and judged[one].why is not None else other)
        return [glyph for number, glyph in enumerate(judged) if number not in dropped]


def _cell(glyph: Glyph) -> _Cell:
    x, y = _middle(glyph)
    return glyph.text, int(x // _CELL), int(y // _CELL)


def _around(placed: defaultdict[_Cell, list[int]], cell: _Cell) -> Iterator[int]:
    text, column, row = cell
    for across in (column - 1, column, column + 1):
        for down in (row - 1, row, row + 1):
            yield from placed.get((text, across, down), ())


def _alike(one: Glyph, other: Glyph) -> bool:
    if one.made_by == other.made_by or one.turns != other.turns or not 0.9 * one.size <= other.size <= 1.1 * one.size:
        return False
    (x1, y1), (x2, y2) = _middle(one), _middle(other)
    near = _NEAR * min(one.size, other.size, 4 * _CELL)
    return abs(x1 - x2) <= near and abs(y1 - y2) <= near


def _middle(glyph: Glyph) -> tuple[float, float]:
    return (glyph.ink.left + glyph.ink.right) / 2, (glyph.ink.top + glyph.ink.bottom) / 2
