"""What a person cannot see on a PDF page, told by the picture: text is seen where the page differs without it.

That holds whatever the trick is: colour, transparency, a cover, a clip, a layer that is switched off.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

from retrieval.documents.colours import LARGE
from retrieval.documents.pdf.boxes import areas, boxes_of, counts, own_pixels, painted
from retrieval.documents.pdf.closer import seen_closer
from retrieval.documents.pdf.contrast import told_apart
from retrieval.documents.pdf.copies import Copies
from retrieval.documents.pdf.drawn import DrawnText, Part, Picture
from retrieval.documents.pdf.glyphs import Frame, Glyph
from retrieval.documents.pdf.reasons import Reasons
from retrieval.documents.pdf.sizes import too_small
from retrieval.documents.pdf.traced import traced
from retrieval.documents.unseen import OFF_PAGE, TINY

_SCALE = 2.0
_MOST_PIXELS = 4_000_000
# Of the box that a character has for itself: less ink is a neighbour's, and of less box nothing is known.
_LEAST_INK = 0.15
_OWN = 0.7
_STRAY = 2  # letters


class Sight:
    """Tells for the characters of one page why they cannot be seen."""

    def __init__(self, page: pdfium.PdfPage, frame: Frame) -> None:
        self._page = page
        self._frame = frame
        scale = min(_SCALE, (_MOST_PIXELS / max(1.0, frame.width * frame.height)) ** 0.5)
        self._part = Part(0, 0, frame.width, frame.height, scale)

    def judged(self, glyphs: Sequence[Glyph]) -> list[Glyph]:
        """The characters with the reason why each cannot be seen, None where it can; copies are left out."""
        copies = Copies(glyphs)
        small = set() if self._shrunk() else too_small(glyphs)
        judged = list(glyphs)
        for at, glyph in enumerate(glyphs):
            if (why := self._by_place(glyph, small)) is not None:
                judged[at] = glyph._replace(why=why)
        open_ = [at for at, glyph in enumerate(judged) if glyph.why is None]
        for at, why in zip(open_, self._by_picture([judged[at] for at in open_], copies), strict=True):
            if why is not None:
                judged[at] = judged[at]._replace(why=why)
        return copies.left_out(judged)

    def _shrunk(self) -> bool:
        """Slides and posters are shown shrunk; page units far from paper's say nothing about sizes seen."""
        return self._frame.height < 200

    def _by_place(self, glyph: Glyph, small: set[int]) -> str | None:
        left, top, right, bottom = glyph.ink
        if not (0 <= (left + right) / 2 <= self._frame.width and 0 <= (top + bottom) / 2 <= self._frame.height):
            return OFF_PAGE
        return TINY if glyph.made_by in small else None

    def _by_picture(self, glyphs: Sequence[Glyph], copies: Copies) -> list[str | None]:
        if not glyphs:
            return []
        drawn = DrawnText(self._page, self._frame.width, self._frame.height)
        shown = drawn.picture(self._part)
        with drawn.without():
            ground = drawn.picture(self._part)
        seen = _seen_at_once(glyphs, shown, ground, self._part)
        self._look_closer(glyphs, seen, drawn, copies)
        hidden = [glyph for glyph, is_seen in zip(glyphs, seen.tolist(), strict=True) if not is_seen]
        shown_as_shapes = traced(drawn, self._part, ground, hidden)
        seen |= np.array([glyph.made_by in shown_as_shapes for glyph in glyphs])
        reasons = Reasons(drawn, self._frame, self._part, ground)
        return [None if seen[at] else reasons.why(glyph) for at, glyph in enumerate(glyphs)]

    def _look_closer(self, glyphs: Sequence[Glyph], seen: NDArray[np.bool_], drawn: DrawnText, copies: Copies) -> None:
        """Doubtful characters first; then what else was written together with those that are not seen."""
        doubtful = np.flatnonzero(~seen).tolist()
        if not doubtful:
            return
        twins = copies.twins
        seen[doubtful] = seen_closer(drawn, self._part, [glyphs[at] for at in doubtful], twins)
        unseen = {glyphs[at].made_by for at in np.flatnonzero(~seen).tolist()}
        together = [at for at, glyph in enumerate(glyphs) if seen[at] and glyph.made_by in unseen]
        if together:
            seen[together] = seen_closer(drawn, self._part, [glyphs[at] for at in together], twins)
        seen &= ~_stragglers(glyphs, seen)


def _stragglers(glyphs: Sequence[Glyph], seen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """A letter or two that stick out of a text that is hidden for the most part: nobody reads them."""
    astray = np.zeros(len(glyphs), dtype=np.bool_)
    for _, group in groupby(range(len(glyphs)), key=lambda at: glyphs[at].made_by):
        members = list(group)
        if 2 * np.count_nonzero(seen[members]) < len(members):
            for is_seen, streak in groupby(members, key=lambda at: bool(seen[at])):
                shown = list(streak)
                astray[shown] = is_seen and len(shown) <= _STRAY
    return astray


def _seen_at_once(glyphs: Sequence[Glyph], shown: Picture, ground: Picture, part: Part) -> NDArray[np.bool_]:
    """The characters that leave ink where no other character stands."""
    # The letters of a ligature have one box together.
    inks = {(glyph.made_by, glyph.ink): number for number, glyph in enumerate(glyphs)}
    places = {number: at for at, number in enumerate(inks.values())}
    boxes = boxes_of([glyphs[number] for number in places], part, shown.shape)
    large = painted(boxes[[glyphs[number].size >= LARGE for number in places]], shown.shape)
    owner = own_pixels(boxes, shown.shape)
    room = counts(owner[owner > 0], len(boxes))
    inked = counts(owner[told_apart(shown, ground, large)], len(boxes))
    seen = (room >= _OWN * areas(boxes)) & (inked >= np.maximum(1, _LEAST_INK * room))
    at_place: NDArray[np.bool_] = seen[[places[inks[glyph.made_by, glyph.ink]] for glyph in glyphs]]
    return at_place


def parted(runs: Iterable[list[Glyph]]) -> list[list[Glyph]]:
    """Words cut where they stop being seen; one character alone goes with its neighbours, as the eye has it."""
    return [part for run in runs for part in (_parted(run) if any(glyph.why for glyph in run) else [run])]


def _parted(run: list[Glyph]) -> list[list[Glyph]]:
    evened = list(run)
    for at, glyph in enumerate(run):
        before = run[at - 1].why if at else run[1].why if len(run) > 1 else glyph.why
        after = run[at + 1].why if at + 1 < len(run) else before
        if (glyph.why is None) != (before is None) and (glyph.why is None) != (after is None):
            evened[at] = glyph._replace(why=before)
    return [list(part) for _, part in groupby(evened, key=lambda glyph: glyph.why)]
