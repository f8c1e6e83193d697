"""What every Word file that leaves here has in common: its page, its fonts, and what python-docx has no name for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final, Literal

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from records.language import Language

LATIN_FONT: Final = "Calibri"
HAN_FONT: Final = "Microsoft YaHei"
GREY: Final = RGBColor(0x59, 0x59, 0x59)

_LOCALES: Final[dict[Language, str]] = {"zh": "zh-CN", "en": "en-US"}

Style = Literal["Title", "Heading1", "ListBullet", "Quote"]
"""Ids, as in python-docx's own template. A style's name would be looked up anew for every paragraph, which takes most
of the time of a long file."""

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


def add_paragraph(container: Any, text: str = "", style: Style | None = None) -> Paragraph:
    """A paragraph at the end of a document or cell."""
    paragraph = container.add_paragraph(text)
    if style is not None:
        paragraph._p.style = style
    return paragraph


def add_table(document: Document, heads: Sequence[str], colour: str) -> Any:
    """A table with a grid, of one row so far, which is repeated on every page."""
    table = document.add_table(rows=1, cols=len(heads))
    table._tbl.tblStyle_val = "TableGrid"
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
        shade(cell, colour)
    mark_row(table.rows[0], "w:tblHeader")
    return table


def set_widths(table: Any, widths: Sequence[Any]) -> None:
    """Of the columns, by which LibreOffice goes, and of the cells, by which Word does."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def move_content(source: Document, target: Document) -> None:
    """Everything in one document to the end of another made by `empty_document`; the first is then empty.

    python-docx takes longer for a paragraph the more the document holds: long ones are put together from short ones.
    """
    *blocks, _ = source.element.body  # the last block is the page's format
    end = target.element.body[-1]
    for block in blocks:
        end.addprevious(block)


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
