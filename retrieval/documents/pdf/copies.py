"""Characters drawn more than once in one place: shadows, outlines, bold made of two strokes. A person reads one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np

from retrieval.documents.pdf.glyphs import Glyph

# In ems. The narrowest letters in a row ("ll", "..") stand further apart, shadows seldom do.
_NEAR = 0.12
_FURTHEST = 2.9  # points, for the largest letters
_MOST_ABOVE = 300  # of one character above each other on a page: no page has so many lines


class Copies:
    """Which of a page's characters are drawn again by another text object."""

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        self._glyphs = glyphs

    @cached_property
    def _pairs(self) -> list[tuple[int, int]]:
        """Like characters in one place, by their numbers."""
        pairs = [(one, other) for one, other in self._near() if _alike(self._glyphs[one], self._glyphs[other])]
        return sorted(pairs, key=lambda pair: (pair[1], pair[0]))

    def _near(self) -> Iterator[tuple[int, int]]:
        """The same characters no further apart than copies may be, each sought among the next to the right."""
        codes = np.array([ord(glyph.text[0]) for glyph in self._glyphs])
        x, y = np.array([_middle(glyph) for glyph in self._glyphs]).reshape(-1, 2).T
        order = np.lexsort((x, codes))
        codes, x, y = codes[order], x[order], y[order]
        for after in range(1, min(len(order), _MOST_ABOVE)):
            close = (codes[after:] == codes[:-after]) & (x[after:] - x[:-after] <= _FURTHEST)
            if not close.any():
                return
            for at in np.flatnonzero(close & (np.abs(y[after:] - y[:-after]) <= _FURTHEST)).tolist():
                one, other = sorted((int(order[at]), int(order[at + after])))
                yield one, other

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
            if self._are_twins(judged[one].made_by, judged[other].made_by):
                dropped.add(one if judged[other].why is None and judged[one].why is not None else other)
        return [glyph for number, glyph in enumerate(judged) if number not in dropped]

    def _are_twins(self, one: int, other: int) -> bool:
        """Outlines may be drawn letter by letter where their filling is one text: either may be in the other."""
        return other in self.twins.get(one, ()) or one in self.twins.get(other, ())


def _alike(one: Glyph, other: Glyph) -> bool:
    if one.made_by == other.made_by or one.turns != other.turns or not 0.9 * one.size <= other.size <= 1.1 * one.size:
        return False
    (x1, y1), (x2, y2) = _middle(one), _middle(other)
    near = min(_FURTHEST, _NEAR * min(one.size, other.size))
    return one.text == other.text and abs(x1 - x2) <= near and abs(y1 - y2) <= near


def _middle(glyph: Glyph) -> tuple[float, float]:
    return (glyph.ink.left + glyph.ink.right) / 2, (glyph.ink.top + glyph.ink.bottom) / 2
