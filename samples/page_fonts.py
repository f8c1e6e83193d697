"""Fonts for printing the sample resumes: cut to a page's characters and as TrueType, so that the PDFs stay small."""

from __future__ import annotations

import base64
import io
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

FONTS = {
    400: Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
    700: Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"),
}
SIMPLIFIED_CHINESE = 2  # its place in the font collections
UNUSED_LIMITS = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
)


def font_faces(html: str) -> str:
    """The fonts of a page as CSS, with the page's characters alone."""
    return "".join(
        f"@font-face {{ font-family: Sample; font-weight: {weight}; "
        f"src: url(data:font/ttf;base64,{base64.b64encode(true_type(path, html)).decode()}) }}"
        for weight, path in FONTS.items()
    )


def true_type(path: Path, text: str) -> bytes:
    """A font cut to the characters of a text, as TrueType: of PostScript outlines Chromium makes a font a glyph."""
    font = TTFont(path, fontNumber=SIMPLIFIED_CHINESE, recalcTimestamp=False)
    cut = Subsetter(Options(layout_features=[], notdef_outline=True, name_IDs=["*"]))
    cut.populate(text=text)
    cut.subset(font)
    _to_quadratic(font)
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def _to_quadratic(font: TTFont) -> None:
    outlines, glyphs = font.getGlyphSet(), {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = font.getGlyphOrder(), glyphs
    font["maxp"].tableVersion = 0x00010000
    font["maxp"].maxZones = 1
    for field in UNUSED_LIMITS:
        setattr(font["maxp"], field, 0)
    font["head"].glyphDataFormat, font["post"].formatType = 0, 3.0
    for table in ("CFF ", "VORG"):
        if table in font:
            del font[table]
    font.sfntVersion = "\x00\x01\x00\x00"
