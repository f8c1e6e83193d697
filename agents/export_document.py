"""What every Word file that leaves here has in common: its page, its fonts, and what python-docx has no name for."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from records.language import Language

LATIN_FONT: Final = "Calibri"
HAN_FONT: Final = "Microsoft YaHei"
GREY: Final = RGBColor(0x59, 0x59, 0x59)

_LOCALES: Final[dict[Language, str]] = {"zh": "zh-CN", "en": "en-US"}

# python-docx has no usable types; these names say what is meant.
Document = Any
Paragraph = Any
Cell = Any


def empty_document(title: str, language: Language) -> Document:
    """An A4 document without a word in it."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    for name in ("Normal", "Title", "Heading 1", "List Bullet", "Quote"):
        set_fonts(document.styles[name], language)
    normal = document.styles["Normal"]
    normal.font.size = Pt(10.5)
    normal.paragraph_format.space_after = Pt(4)
    document.styles["Title"].font.size = Pt(20)
    document.styles["Heading 1"].font.size = Pt(13)
    quote = document.styles["Quote"]
    quote.font.italic, quote.font.size, quote.font.color.rgb = False, Pt(9), GREY
    quote.paragraph_format.left_indent = Cm(0.5)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title[:255], "Bole", ""  # python-docx takes no more
    properties.language = _LOCALES[language]
    properties.created = properties.modified = datetime.now(UTC)
    return document


def content_of(document: Document) -> bytes:
    """The bytes of a .docx file."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def set_fonts(style: Any, language: Language) -> None:
    """Theme fonts in the template would win over names, so they go; Word picks the Han font by `eastAsia`."""
    style.font.name = LATIN_FONT
    fonts = style.element.rPr.rFonts
    for attribute in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[attribute]
    for script in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(script), LATIN_FONT)
    fonts.set(qn("w:eastAsia"), HAN_FONT)
    locale = style.element.rPr.find(qn("w:lang"))
    if locale is None:
        locale = OxmlElement("w:lang")
        style.element.rPr.append(locale)
    locale.set(qn("w:val"), _LOCALES[language])
    locale.set(qn("w:eastAsia"), "zh-CN")


def shade(cell: Cell, colour: str) -> None:
    """A cell's ground, as RRGGBB."""
    ground = OxmlElement("w:shd")
    ground.set(qn("w:val"), "clear")
    ground.set(qn("w:color"), "auto")
    ground.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(ground)


def mark_row(row: Any, name: str) -> None:
    """`w:tblHeader` repeats the row on every page, `w:cantSplit` keeps it on one."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))
