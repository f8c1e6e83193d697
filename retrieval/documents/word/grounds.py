"""The grounds that floating shapes and pictures put below text: a side bar, a banner, a picture as wide as the page.

Word files do not say where text falls on the page, so a ground counts for every text that may lie on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from retrieval.documents.colours import WHITE, Colour
from retrieval.documents.packages import Element, local
from retrieval.documents.word.boxes import Drawing
from retrieval.documents.word.pages import Page

_LEAST_WIDTH = 60.0  # points: a narrower strip carries no text
_LEAST_HEIGHT = 8.0
_TALL = 0.4  # of the page: side bars and whole pages
_LINE = 10.0  # points, to say how many paragraphs a shape may lie below
_TOP_PARAGRAPHS = 20


class Grounds:
    """What may lie below the paragraphs of a part."""

    def __init__(
        self, root: Element, drawings: Iterable[Drawing], page: Page, everywhere: Sequence[Colour | None] = ()
    ) -> None:
        paragraphs = [each for each in root.iter() if local(each) == "p"]
        self._numbers = {each: at for at, each in enumerate(paragraphs)}
        self._everywhere = list(everywhere)
        self._near: list[tuple[int, int, Colour | None]] = []
        for drawing in drawings:
            if drawing.behind and _carries_text(drawing):
                self._add(drawing, page)

    def at(self, paragraph: Element) -> tuple[Colour | None, ...]:
        """The grounds that a paragraph may lie on; None is one of unknown colour."""
        at = self._numbers.get(paragraph, 0)
        return (*self._everywhere, *(colour for first, last, colour in self._near if first <= at <= last))

    def _add(self, drawing: Drawing, page: Page) -> None:
        colour = painted(drawing)
        anchor = next((self._numbers[up] for up in drawing.shape.iterancestors() if up in self._numbers), 0)
        lines = int(drawing.height / _LINE) + 1
        if drawing.height >= _TALL * page.height or (drawing.on_page and drawing.top >= page.height / 2):
            self._everywhere.append(colour)
        elif drawing.on_page:
            self._near.append((0, max(_TOP_PARAGRAPHS, anchor + lines), colour))
        else:
            self._near.append((anchor - lines, anchor + lines, colour))


def painted(drawing: Drawing) -> Colour | None:
    """The colour that a shape shows, None where it is a picture or a gradient."""
    return drawing.fill.over(WHITE) if drawing.plain and drawing.fill is not None else None


def repeated_grounds(drawings: Iterable[Drawing]) -> list[Colour | None]:
    """What headers and footers put below the text of every page."""
    return [painted(drawing) for drawing in drawings if drawing.floats and _carries_text(drawing)]


def under(box: Drawing, drawings: Iterable[Drawing]) -> tuple[Colour | None, ...]:
    """What other shapes show below a text box that paints nothing itself."""
    return tuple(
        painted(other)
        for other in drawings
        if other.shape is not box.shape
        and (other.behind, -other.level) > (box.behind, -box.level)
        and _carries_text(other)
        and other.left < box.left + box.width
        and other.left + other.width > box.left
        and (other.on_page != box.on_page or (other.top < box.top + box.height and other.top + other.height > box.top))
    )


def _carries_text(drawing: Drawing) -> bool:
    paints = not drawing.plain or drawing.fill is not None
    return paints and drawing.width >= _LEAST_WIDTH and drawing.height >= _LEAST_HEIGHT
