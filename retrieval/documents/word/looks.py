"""Why a run of a Word file cannot be seen: its own properties, its styles', and what surrounds it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from retrieval.documents.colours import WHITE, Colour, alike
from retrieval.documents.packages import Element, attribute, child, number
from retrieval.documents.unseen import CLIPPED, COVERED, INVISIBLE, NO_CONTRAST, OFF_PAGE, SWITCHED_OFF, TINY
from retrieval.documents.word.colours import Palette, highlight, shading
from retrieval.documents.word.pages import Page
from retrieval.documents.word.styles import Styles, nearest, switched

_TWIPS = 20.0  # per point
_USUAL_SIZE = 10.0  # points, where nothing states one (ISO 29500, 17.3.2.38)
_SMALLEST_SIZE = 2.0  # points
_SMALL_POSITION = 0.65  # a superscript's size, of its line's
_NARROWEST = 10.0  # percent of a letter's width
LEAST_OF_LETTER = 0.25  # of a letter's height: a line or row of less shows strokes, no letters
_FARTHEST = 500.0  # points above or below the line: more than half of any paper


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds a text: the colour below it (None where unknown), and why nothing in here is seen, if so.

    `behind` are grounds that floating shapes may put below it; `line` is a fixed height of its lines, in points;
    `table` are the properties that a styled table gives its cells.
    """

    page: Page
    ground: Colour | None = WHITE
    why: str | None = None
    behind: tuple[Colour | None, ...] = ()
    line: float | None = None
    table: tuple[Element, ...] = ()


class Looks:
    """Styles and colours of one file, asked for single paragraphs and runs."""

    def __init__(self, styles: Styles, palette: Palette) -> None:
        self.styles = styles
        self.palette = palette

    def paragraph(self, paragraph: Element, around: Around) -> Around:
        """What surrounds a paragraph's runs."""
        layers = self._paragraph_layers(paragraph, around)
        shade = nearest(layers, "shd")
        ground = around.ground if shade is None else shading(self.palette, shade.getparent(), around.ground)
        spacing = nearest(layers, "spacing")
        exact = spacing is not None and attribute(spacing, "lineRule") == "exact"
        line = (number(attribute(spacing, "line")) or 0) / _TWIPS if exact else None
        return replace(around, ground=ground, line=line, why=around.why or _out_of_sight(layers, around.page))

    def size(self, run: Element, paragraph: Element, around: Around) -> float:
        """A run's letters in points."""
        layers = self._run_layers(run, paragraph, around)
        stated = number(_val(nearest(layers, "sz")))
        size = _USUAL_SIZE if stated is None else stated / 2
        raised = _val(nearest(layers, "vertAlign")) in {"superscript", "subscript"}
        return size * _SMALL_POSITION if raised else size

    def why_hidden(self, run: Element, paragraph: Element, around: Around, text: str) -> str | None:
        """Why a run's text cannot be seen, or None; `around` is the paragraph's."""
        layers = self._run_layers(run, paragraph, around)
        if self._vanished(run, paragraph, around):
            return SWITCHED_OFF
        size = self.size(run, paragraph, around)
        return around.why or _misshapen(layers, size, around, text) or self._colourless(layers, around)

    def _vanished(self, run: Element, paragraph: Element, around: Around) -> bool:
        """Hidden font is a toggle: styles of different kinds that both set it undo each other (ISO 29500, 17.7.3)."""
        own = child(run, "rPr")
        stated = [switched([own], name) for name in ("vanish", "specVanish")] if own is not None else []
        if any(setting is not None for setting in stated):
            return any(stated)
        levels = (
            [found for part in around.table if (found := child(part, "rPr")) is not None],
            self.styles.of_paragraph(paragraph, "rPr"),
            self.styles.of_character(own),
        )
        set_in = sum(bool(switched(level, "vanish")) for level in levels)
        return set_in % 2 == 1 or bool(switched(self.styles.defaults("rPr"), "vanish"))

    def _colourless(self, layers: list[Element], around: Around) -> str | None:
        ground = self._ground(layers, around)
        effect = nearest(layers, "textFill")
        if effect is not None and child(effect, "noFill") is not None:
            return INVISIBLE if nearest(layers, "textOutline", "solidFill") is None else None
        stated = nearest(layers, "color")
        colour = self.palette.drawn(child(effect, "solidFill")) or self.palette.word(stated)
        if colour is None or ground is None:
            return None
        if colour.transparent:
            return INVISIBLE
        grounds = [ground] if self._own_ground(layers) is not None else [ground, *around.behind]
        unlike = any(each is None or not alike(colour, each) for each in grounds)
        return None if unlike else NO_CONTRAST

    def _ground(self, layers: list[Element], around: Around) -> Colour | None:
        own = self._own_ground(layers)
        return around.ground if own is None else own

    def _own_ground(self, layers: list[Element]) -> Colour | None:
        marked = nearest(layers, "highlight")
        if marked is not None and attribute(marked, "val") != "none":
            return highlight(marked.getparent())
        shade = nearest(layers, "shd")
        return None if shade is None else shading(self.palette, shade.getparent(), None)

    def _run_layers(self, run: Element, paragraph: Element, around: Around) -> list[Element]:
        """Run properties, nearest first: own, character style's, paragraph style's, table style's, defaults."""
        own = child(run, "rPr")
        table = [found for part in around.table if (found := child(part, "rPr")) is not None]
        return [
            *([] if own is None else [own]),
            *self.styles.of_character(own),
            *self.styles.of_paragraph(paragraph, "rPr"),
            *table,
            *self.styles.defaults("rPr"),
        ]

    def _paragraph_layers(self, paragraph: Element, around: Around) -> list[Element]:
        own = child(paragraph, "pPr")
        table = [found for part in around.table if (found := child(part, "pPr")) is not None]
        return [
            *([] if own is None else [own]),
            *self.styles.of_paragraph(paragraph, "pPr"),
            *table,
            *self.styles.defaults("pPr"),
        ]


def _val(element: Element | None) -> str | None:
    return None if element is None else attribute(element, "val")


def _misshapen(layers: list[Element], size: float, around: Around, text: str) -> str | None:
    """Letters too small, too narrow, over one another, or outside their line."""
    width = number(_val(nearest(layers, "w")))
    if size <= _SMALLEST_SIZE or (width is not None and 0 < width <= _NARROWEST):
        return TINY
    apart = (number(_val(nearest(layers, "spacing"))) or 0) / _TWIPS
    if len(text.strip()) > 3 and apart <= -0.8 * size * _mean_width(text):
        return COVERED
    raised = abs(number(_val(nearest(layers, "position"))) or 0) / 2
    if raised >= _FARTHEST:
        return OFF_PAGE
    if around.line is not None and (around.line <= LEAST_OF_LETTER * size or raised >= around.line + size):
        return CLIPPED
    return None


def _mean_width(text: str) -> float:
    """A letter's mean width in ems: Chinese signs are as wide as high, others about half."""
    signs = [sign for sign in text if not sign.isspace()]
    return sum(1.0 if sign >= "\u2e80" else 0.5 for sign in signs) / max(1, len(signs))


def _out_of_sight(layers: list[Element], page: Page) -> str | None:
    """Whether a paragraph's frame or indent puts it beyond the paper."""
    frame = nearest(layers, "framePr")
    if frame is not None:
        across, down = ((number(attribute(frame, side)) or 0) / _TWIPS for side in ("x", "y"))
        wide = (number(attribute(frame, "w")) or 0) / _TWIPS
        if across >= page.width or down >= page.height or (wide and across + wide + page.left <= 0):
            return OFF_PAGE
        exact = attribute(frame, "hRule") == "exact"
        if exact and (number(attribute(frame, "h")) or 0) / _TWIPS <= _SMALLEST_SIZE:
            return CLIPPED
    indent = nearest(layers, "ind")
    if indent is None:
        return None
    start = (number(attribute(indent, "left") or attribute(indent, "start")) or 0) / _TWIPS
    first = (number(attribute(indent, "firstLine")) or -(number(attribute(indent, "hanging")) or 0)) / _TWIPS
    return OFF_PAGE if page.left + start + min(first, 0) >= page.width or page.left + start <= -page.width else None
