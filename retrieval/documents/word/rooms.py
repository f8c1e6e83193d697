"""Heights that Word keeps whatever stands in them: what is beyond is not drawn.

Heights of text are estimated low, never high, so that nothing visible is taken for clipped.
"""

from __future__ import annotations

from retrieval.documents.packages import Element, attribute, child, local, number
from retrieval.documents.word.boxes import Drawing
from retrieval.documents.word.looks import LEAST_OF_LETTER, Around, Looks

_TWIPS = 20.0
# A line that begins within this share of the room's height beyond its end may still show; the rest surely does not.
_SLACK = 1.2
_UPRIGHT = frozenset({"horz", "lrTb", "tb", None})


class Room:
    """A fixed height, in points, that paragraphs use up."""

    def __init__(self, height: float) -> None:
        self._left = height * _SLACK

    @classmethod
    def of_box(cls, box: Drawing) -> Room | None:
        """A text box's, unless it grows, shrinks its text or is turned."""
        body = child(box.shape, "bodyPr")
        fits = body is not None and (child(body, "normAutofit") is not None or attribute(body, "vert") not in _UPRIGHT)
        return None if box.grows or fits or box.height <= 0 else cls(box.height)

    def shows(self, height: float) -> bool:
        """Whether enough of a line of so many points lies within to be read."""
        return self._left > LEAST_OF_LETTER * height

    def take(self, height: float) -> None:
        """Use up so many points."""
        self._left -= height


def cell_room(row: Element, cell: Element) -> Room | None:
    """The room of a cell in a row of exact height."""
    height = child(row, "trPr", "trHeight")
    turned = child(cell, "tcPr", "textDirection")
    if height is None or attribute(height, "hRule") != "exact" or turned is not None:
        return None
    return Room((number(attribute(height, "val")) or 0) / _TWIPS)


def paragraph_height(paragraph: Element, looks: Looks, around: Around) -> float:
    """The least height in points that a paragraph takes: one line, no room around it."""
    if around.line is not None:
        return around.line
    runs = [run for run in paragraph if local(run) == "r" and child(run, "t") is not None]
    if not runs:
        return 0.0
    return max(looks.size(run, paragraph, around) for run in runs)


def overlying(drawings: list[Drawing]) -> list[Drawing]:
    """The shapes and pictures that lie over the text of the paragraphs in which they are anchored."""
    return [each for each in drawings if each.opaque and not each.behind and not each.wraps and not each.on_page]


def covered_paragraph(paragraph: Element, over: list[Drawing], looks: Looks, around: Around) -> bool:
    """Whether one of the overlying shapes, anchored in a paragraph, covers the whole of its text."""
    over = [each for each in over if any(up is paragraph for up in each.shape.iterancestors())]
    if not over:
        return False
    text = "".join(each.text or "" for run in paragraph if local(run) == "r" for each in run if local(each) == "t")
    height = paragraph_height(paragraph, looks, around)
    size = max(height, 1.0)
    width = sum(size if sign >= "\u2e80" else size / 2 for sign in text)
    column = around.page.width - around.page.left - around.page.right
    lines = max(1.0, width / max(column, 1.0))
    right = around.page.left + min(width, column) * 0.9
    return any(
        each.left <= around.page.left + 1
        and each.left + each.width >= right
        and each.top <= size / 4
        and each.top + each.height >= height * lines
        for each in over
    )
