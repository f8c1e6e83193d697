"""A PDF on which everything is placed first and drawn later, in the order that a maker of PDFs would choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

Order = Literal["as placed", "row by row"]

WIDTH, HEIGHT = A4
CHINESE: Final = "STSong-Light"
LEADING: Final = 1.45
_TRUETYPE: Final = (
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    Path("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"),
    Path("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"),
)

pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))


def latin_fonts() -> tuple[str, ...]:
    """Names of fonts for Latin letters: two of every PDF reader, and those of this machine, embedded."""
    found = [path for path in _TRUETYPE if path.exists()]
    for path in found:
        if path.stem not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(path.stem, str(path)))
    return ("Helvetica", "Times-Roman", *(path.stem for path in found))


@dataclass(frozen=True)
class Piece:
    """A run of text in one font; `y` counts down from the top of the page, in points."""

    page: int
    x: float
    y: float
    text: str
    font: str
    size: float
    colour: str


@dataclass(frozen=True)
class Shape:
    """A rectangle, filled, or outlined where `fill` is empty."""

    page: int
    x: float
    y: float
    width: float
    height: float
    fill: str = ""


@dataclass
class Sheet:
    """Pages to write on."""

    latin: str
    pieces: list[Piece] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    page: int = 0

    def line(self, text: str, x: float, y: float, size: float = 10, colour: str = "#000000") -> float:
        """Write one line; returns where it ends."""
        for run in runs_of(text):
            font = CHINESE if _wide(run[0]) else self.latin
            self.pieces.append(Piece(self.page, x, y, run, font, size, colour))
            x += pdfmetrics.stringWidth(run, font, size)
        return x

    def box(self, x: float, y: float, width: float, height: float, fill: str = "") -> None:
        """A rectangle under the text."""
        self.shapes.append(Shape(self.page, x, y, width, height, fill))

    def width_of(self, text: str, size: float = 10) -> float:
        """In points."""
        widths = (pdfmetrics.stringWidth(run, CHINESE if _wide(run[0]) else self.latin, size) for run in runs_of(text))
        return float(sum(widths))

    def wrapped(self, text: str, width: float, size: float = 10) -> list[str]:
        """Lines no wider than `width`: broken at blanks, and between Chinese characters."""
        lines = [""]
        for word in words_of(text):
            if lines[-1] and self.width_of((lines[-1] + word).rstrip(), size) > width:
                lines.append("")
            lines[-1] += word if lines[-1] else word.lstrip()
        return [line.rstrip() for line in lines]

    def save(self, path: Path, order: Order = "as placed") -> Path:
        """Draw everything; `row by row` goes over the page from top to bottom, across all columns."""
        canvas = Canvas(str(path), pagesize=A4)
        for page in range(self.page + 1):
            self._draw_shapes(canvas, page)
            on_page = [piece for piece in self.pieces if piece.page == page]
            for piece in sorted(on_page, key=lambda p: (p.y, p.x)) if order == "row by row" else on_page:
                canvas.setFont(piece.font, piece.size)
                canvas.setFillColor(HexColor(piece.colour))
                canvas.drawString(piece.x, HEIGHT - piece.y, piece.text)
            canvas.showPage()
        canvas.save()
        return path

    def _draw_shapes(self, canvas: Canvas, page: int) -> None:
        canvas.setStrokeColor(Color(0.4, 0.4, 0.4))
        for shape in (shape for shape in self.shapes if shape.page == page):
            if shape.fill:
                canvas.setFillColor(HexColor(shape.fill))
            canvas.rect(
                shape.x,
                HEIGHT - shape.y - shape.height,
                shape.width,
                shape.height,
                fill=bool(shape.fill),
                stroke=not shape.fill,
            )


def runs_of(text: str) -> Iterator[str]:
    """A text in parts that one font can write."""
    run = ""
    for sign in text:
        if run and _wide(sign) != _wide(run[-1]):
            yield run
            run = ""
        run += sign
    if run:
        yield run


def words_of(text: str) -> Iterable[str]:
    """Parts between which a line may break; closing punctuation stays with what it closes."""
    words: list[str] = []
    for sign in text:
        breaks = not words or words[-1].endswith(" ") or _wide(sign) or _wide(words[-1][-1])
        if breaks and not (words and sign in "，。、）；：！"):
            words.append(sign)
        else:
            words[-1] += sign
    return words


def _wide(sign: str) -> bool:
    return ord(sign) >= 0x2E80


def longest(sheet: Sheet, texts: Sequence[str], size: float = 10) -> float:
    """Width of the widest of them, in points."""
    return max(sheet.width_of(text, size) for text in texts)
