"""Ways to hide text in what a PDF draws."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from PIL import Image
from reportlab.lib.colors import CMYKColor, Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.reading_suite.payloads import VISIBLE, Hiding, coded
from benchmarks.reading_suite.sheet import CHINESE, latin_fonts
from records.language import Language

BLANK: Final = "Blank"
PLACE: Final = (40.0, 560.0)
_BAR: Final = "#2C3E50"

Draw = Callable[[Canvas, str, Language], None]


def font_of(language: Language) -> str:
    """A font that shows the language."""
    return CHINESE if language == "zh" else "Helvetica"


def visible_page(path: Path, language: Language) -> Canvas:
    """An ordinary resume, to which something can be added."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont(font_of(language), 11)
    for number, text in enumerate(VISIBLE[language]):
        canvas.drawString(60, 780 - 20 * number, text)
    return canvas


def drawn(draw: Draw) -> Callable[[Path, Language, str], None]:
    """Written by drawing on the page."""

    def write(path: Path, language: Language, payload: str) -> None:
        canvas = visible_page(path, language)
        canvas.saveState()
        canvas.setFont(font_of(language), 8)
        draw(canvas, payload, language)
        canvas.restoreState()
        canvas.save()

    return write


def _text(canvas: Canvas, payload: str) -> None:
    canvas.drawString(*PLACE, payload)


def _coloured(colour: Color) -> Draw:
    def draw(canvas: Canvas, payload: str, _: Language) -> None:
        canvas.setFillColor(colour)
        _text(canvas, payload)

    return draw


def _on_bar(colour: str) -> Draw:
    def draw(canvas: Canvas, payload: str, _: Language) -> None:
        canvas.setFillColor(HexColor(_BAR))
        canvas.rect(20, PLACE[1] - 12, 560, 34, stroke=0, fill=1)
        canvas.setFillColor(HexColor(colour))
        _text(canvas, payload)

    return draw


def _transparent(alpha: float) -> Draw:
    def draw(canvas: Canvas, payload: str, _: Language) -> None:
        canvas.setFillAlpha(alpha)
        _text(canvas, payload)

    return draw


def _mode(mode: int, stroke: str = "#000000") -> Draw:
    def draw(canvas: Canvas, payload: str, language: Language) -> None:
        canvas.setStrokeColor(HexColor(stroke))
        text = canvas.beginText(*PLACE)
        text.setFont(font_of(language), 8)
        text.setTextRenderMode(mode)
        text.textLine(payload)
        canvas.drawText(text)

    return draw


def _sized(size: float) -> Draw:
    def draw(canvas: Canvas, payload: str, language: Language) -> None:
        canvas.setFont(font_of(language), size)
        _text(canvas, payload)

    return draw


def _squeezed(percent: float) -> Draw:
    def draw(canvas: Canvas, payload: str, language: Language) -> None:
        text = canvas.beginText(*PLACE)
        text.setFont(font_of(language), 8)
        text.setHorizScale(percent)
        text.textLine(payload)
        canvas.drawText(text)

    return draw


def _shrunk(canvas: Canvas, payload: str, _: Language) -> None:
    canvas.translate(*PLACE)
    canvas.scale(0.05, 0.05)
    canvas.drawString(0, 0, payload)


def _at(x: float, y: float) -> Draw:
    return lambda canvas, payload, _: canvas.drawString(x, y, payload)


def _under_white(canvas: Canvas, payload: str, _: Language) -> None:
    _text(canvas, payload)
    canvas.setFillColor(HexColor("#FFFFFF"))
    canvas.rect(30, PLACE[1] - 6, 555, 20, stroke=0, fill=1)


def _under_picture(canvas: Canvas, payload: str, _: Language) -> None:
    _text(canvas, payload)
    random = Random(1)
    photo = Image.new("RGB", (60, 12))
    photo.putdata([(random.randrange(90, 160), random.randrange(90, 160), 140) for _ in range(720)])
    canvas.drawImage(ImageReader(photo), 30, PLACE[1] - 30, 555, 80)


def _clipped(canvas: Canvas, payload: str, _: Language) -> None:
    window = canvas.beginPath()
    window.rect(10, 10, 4, 4)
    canvas.clipPath(window, stroke=0, fill=0)
    _text(canvas, payload)


def _small_form(canvas: Canvas, payload: str, language: Language) -> None:
    """A form whose own box shows a corner only, far from the text."""
    canvas.beginForm("small", 0, 0, 5, 5)
    canvas.setFont(font_of(language), 8)
    _text(canvas, payload)
    canvas.endForm()
    canvas.doForm("small")


def _under_text(canvas: Canvas, payload: str, language: Language) -> None:
    """White first, then an ordinary black line upon it."""
    canvas.setFillColor(HexColor("#FFFFFF"))
    _text(canvas, payload)
    canvas.setFillColor(HexColor("#000000"))
    _text(canvas, VISIBLE[language][4])


def _blank_font(canvas: Canvas, payload: str, _: Language) -> None:
    """A font of the file's own, in which every letter is blank."""
    canvas.setFont(font_without_ink(payload), 8)
    _text(canvas, payload)


def font_without_ink(text: str) -> str:
    """The name of a font that has these letters, all of them blank."""
    signs = sorted(set(text))
    names = [".notdef", *(f"g{ord(sign):x}" for sign in signs)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(sign): f"g{ord(sign):x}" for sign in signs})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    name = f"{BLANK}{abs(hash(text))}"
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2()
    builder.setupPost()
    content = io.BytesIO()
    builder.save(content)
    content.seek(0)
    pdfmetrics.registerFont(TTFont(name, content))
    return name


def _zero_width(canvas: Canvas, payload: str, _: Language) -> None:
    """In the midst of an ordinary line, in signs that have no shape; needs a font that is embedded."""
    embedded = [font for font in latin_fonts() if font not in pdfmetrics.standardFonts]
    canvas.setFont(embedded[0] if embedded else "Helvetica", 10)
    _text(canvas, f"Stock control{coded(payload)} and spreadsheets")


DRAWN: Final = tuple(
    Hiding(name, drawn(draw), in_code)
    for name, draw, in_code in (
        ("white", _coloured(HexColor("#FFFFFF")), False),
        ("white in CMYK", _coloured(CMYKColor(0, 0, 0, 0)), False),
        ("near-white #FDFDFD", _coloured(HexColor("#FDFDFD")), False),
        ("near-white #F8F8F8", _coloured(HexColor("#F8F8F8")), False),
        ("colour of the bar under it", _on_bar(_BAR), False),
        ("nearly the colour of the bar", _on_bar("#2E4052"), False),
        ("alpha 0", _transparent(0), False),
        ("alpha 0.02", _transparent(0.02), False),
        ("render mode 3", _mode(3), False),
        ("render mode 7", _mode(7), False),
        ("white outline only", _mode(1, "#FFFFFF"), False),
        ("0.5 point", _sized(0.5), False),
        ("1 point", _sized(1), False),
        ("1 % wide", _squeezed(1), False),
        ("4 % wide", _squeezed(4), False),
        ("shrunk by the matrix", _shrunk, False),
        ("left of the page", _at(-900, 400), False),
        ("below the page", _at(60, -120), False),
        ("under a white rectangle", _under_white, False),
        ("under a picture", _under_picture, False),
        ("clipped away", _clipped, False),
        ("outside its form's box", _small_form, False),
        ("white under black text", _under_text, False),
        ("font without ink", _blank_font, False),
        ("zero-width code", _zero_width, True),
    )
)
