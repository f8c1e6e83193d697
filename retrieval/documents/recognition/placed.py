"""Recognised texts as lines in the order in which a person reads the page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from records.resume import Box
from retrieval.documents.found import FoundLine
from retrieval.documents.pdf.layout import lines_of
from retrieval.documents.pdf.segments import PlacedLine
from retrieval.documents.pdf.words import Word

Point = tuple[float, float]

# The layout measures in points, and a picture does not say how large its paper was: A4, as most are.
_PAGE_LENGTH = 842.0
# A detected box leaves room around the letters: about a quarter of its height is more than the font's size, and
# the letters stand about a fifth of it above its bottom.
_SIZE = 0.75
_BASELINE = 0.2
_TALL = 1.5  # times higher than wide: written sideways
_SET_OFF = 1.0  # of the font's size: a wider distance within a box parts what stands there


@dataclass(frozen=True, slots=True)
class ReadText:
    """One detected text in pixels: its corners from top left clockwise, and where each character begins and ends.

    `signs` leaves blanks out; it is empty where the places of the characters are not known.
    """

    text: str
    score: float
    corners: tuple[Point, Point, Point, Point]
    signs: tuple[tuple[str, Point, Point], ...] = ()

    @property
    def tall(self) -> bool:
        """Whether it runs up or down the page."""
        top_left, top_right, _, bottom_left = self.corners
        return math.dist(top_left, bottom_left) > _TALL * math.dist(top_left, top_right)


def placed_lines(texts: Sequence[ReadText], width: int, height: int, page: int) -> list[FoundLine]:
    """The texts of a picture of so many pixels, straightened, laid out and with places as fractions of it."""
    level = [text for text in texts if not text.tall]
    straight = _Straight(level, _PAGE_LENGTH / max(width, height))
    lines = lines_of([word for text in level for word in straight.words(text)])
    found = [FoundLine(page, line.text, straight.box(line, width, height)) for line in lines]
    # What runs along the margin is no part of any line.
    beside = [FoundLine(page, text.text, _around(text.corners, width, height)) for text in texts if text.tall]
    return found + beside


class _Straight:
    """The picture turned so that its lines run level, in points."""

    def __init__(self, texts: Sequence[ReadText], scale: float) -> None:
        angle = _tilt(texts)
        self._cos, self._sin, self._scale = math.cos(angle), math.sin(angle), scale

    def words(self, text: ReadText) -> Iterator[Word]:
        """A text's words; the outer two end with the detected box, whose edges are the surer ones."""
        corners = [self._turned(corner) for corner in text.corners]
        left, right = (corners[0][0] + corners[3][0]) / 2, (corners[1][0] + corners[2][0]) / 2
        top, bottom = (corners[0][1] + corners[1][1]) / 2, (corners[2][1] + corners[3][1]) / 2
        size = _SIZE * (bottom - top)
        pieces = list(self._pieces(text, left, right, size))
        for number, (piece, start, end, spaced) in enumerate(pieces):
            yield Word(
                text=piece,
                left=left if number == 0 else start,
                top=top,
                right=right if number == len(pieces) - 1 else end,
                bottom=bottom,
                baseline=bottom - _BASELINE * (bottom - top),
                size=size,
                spaced=spaced,
            )

    def box(self, line: PlacedLine, width: int, height: int) -> Box:
        """A line's place on the picture as it came."""
        corners = ((line.left, line.top), (line.right, line.top), (line.right, line.bottom), (line.left, line.bottom))
        return _around([self._back(corner) for corner in corners], width, height)

    def _pieces(
        self, text: ReadText, left: float, right: float, size: float
    ) -> Iterator[tuple[str, float, float, bool]]:
        """Runs of characters between blanks or wide distances, with their ends and whether blank precedes them."""
        if not text.signs:
            yield text.text, left, right, False
            return
        run, start, end, spaced = "", left, left, False
        signs = [(sign, self._turned(begin)[0], self._turned(stop)[0]) for sign, begin, stop in text.signs]
        for blank, sign, begin, stop in _with_blanks(text.text, signs):
            if run and (blank or begin - end > _SET_OFF * size):
                yield run, start, end, spaced
                run, start, spaced = "", begin, True
            run, end = run + sign, stop
        if run:
            yield run, start, end, spaced

    def _turned(self, point: Point) -> Point:
        x, y = point[0] * self._scale, point[1] * self._scale
        return x * self._cos + y * self._sin, y * self._cos - x * self._sin

    def _back(self, point: Point) -> Point:
        x, y = point[0] / self._scale, point[1] / self._scale
        return x * self._cos - y * self._sin, x * self._sin + y * self._cos


def _tilt(texts: Sequence[ReadText]) -> float:
    """The angle of the page's lines: that of half of its longer texts at least."""
    angles = [
        math.atan2(text.corners[1][1] - text.corners[0][1], text.corners[1][0] - text.corners[0][0]) for text in texts
    ]
    lengths = [math.dist(text.corners[0], text.corners[1]) for text in texts]
    longer = [angle for angle, length in zip(angles, lengths, strict=True) if length >= median(lengths)]
    return median(longer) if longer else 0.0


def _with_blanks(text: str, signs: Sequence[tuple[str, float, float]]) -> Iterator[tuple[bool, str, float, float]]:
    """The placed characters, each with whether blank precedes it in the text."""
    placed, blank = iter(signs), False
    for character in text:
        if character.isspace():
            blank = True
        else:
            sign, begin, end = next(placed)
            yield blank, sign, begin, end
            blank = False


def _around(corners: Sequence[Point], width: int, height: int) -> Box:
    across, down = ([corner[axis] / whole for corner in corners] for axis, whole in ((0, width), (1, height)))
    edges = (min(across), min(down), max(across), max(down))
    return Box(*(round(min(1.0, max(0.0, edge)), 5) for edge in edges))
