"""The assessment card as a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from agents.export_card import Card, Quote, RatingRow
from records.assessment import Decision, Verdict
from records.language import Language

LATIN_FONT: Final = "Calibri"
HAN_FONT: Final = "Microsoft YaHei"

_SHADES: Final[dict[Verdict, str]] = {
    "met": "E2F0D9",
    "partial": "FFF2CC",
    "not_met": "F8D7DA",
    "not_stated": "EDEDED",
}
_COLOURS: Final[dict[Decision, RGBColor]] = {
    "strong_yes": RGBColor(0x1B, 0x7F, 0x3B),
    "yes": RGBColor(0x1B, 0x7F, 0x3B),
    "maybe": RGBColor(0x9A, 0x67, 0x00),
    "no": RGBColor(0xB0, 0x2A, 0x37),
}
_GREY: Final = RGBColor(0x59, 0x59, 0x59)
_WIDTHS: Final = (Cm(5.4), Cm(1.9), Cm(2.2), Cm(7.5))
_LOCALES: Final[dict[Language, str]] = {"zh": "zh-CN", "en": "en-US"}

# python-docx has no usable types; these names say what is meant.
Document = Any
Paragraph = Any
Cell = Any


def word_file(card: Card) -> bytes:
    """The card as the bytes of a .docx file."""
    document = _empty_document(card)
    _head(document, card)
    _section(document, card.words["fit"], [card.fit])
    _bullets(document, card.words["flags"], card.flags)
    document.add_heading(card.words["ratings"], 1)
    _ratings(document, card)
    _strengths(document, card)
    _bullets(document, card.words["gaps"], card.gaps, card.words["no_gaps"])
    _bullets(document, card.words["focus"], card.focus)
    _section(document, card.words["method"], [card.method])
    _facts(document, card)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _empty_document(card: Card) -> Document:
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    for name in ("Normal", "Title", "Heading 1", "List Bullet", "Quote"):
        set_fonts(document.styles[name], card.language)
    normal = document.styles["Normal"]
    normal.font.size = Pt(10.5)
    normal.paragraph_format.space_after = Pt(4)
    document.styles["Title"].font.size = Pt(20)
    document.styles["Heading 1"].font.size = Pt(13)
    quote = document.styles["Quote"]
    quote.font.italic, quote.font.size, quote.font.color.rgb = False, Pt(9), _GREY
    quote.paragraph_format.left_indent = Cm(0.5)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = card.title, "Bole", ""
    properties.language = _LOCALES[card.language]
    properties.created = properties.modified = datetime.now(UTC)
    return document


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


def _head(document: Document, card: Card) -> None:
    document.add_heading(card.title, 0)
    _labelled(document.add_paragraph(), f"{card.words['posting']}{card.words['colon']}", card.posting)
    score = _labelled(document.add_paragraph(), f"{card.words['score']}{card.words['colon']}", card.score)
    score.bold, score.font.size = True, Pt(16)
    decision = _labelled(
        document.add_paragraph(), f"{card.words['decision']}{card.words['colon']}", card.decision_words
    )
    decision.bold, decision.font.color.rgb = True, _COLOURS[card.decision]
    document.add_paragraph(card.reason)


def _labelled(paragraph: Paragraph, name: str, value: str) -> Any:
    paragraph.add_run(name).bold = True
    return paragraph.add_run(value)


def _section(document: Document, heading: str, paragraphs: Iterable[str]) -> None:
    document.add_heading(heading, 1)
    for text in paragraphs:
        document.add_paragraph(text)


def _bullets(document: Document, heading: str, points: Sequence[str], otherwise: str = "") -> None:
    """A heading with its points; without points what stands otherwise, or nothing at all."""
    if points or otherwise:
        _section(document, heading, [] if points else [otherwise])
    for point in points:
        document.add_paragraph(point, style="List Bullet")


def _ratings(document: Document, card: Card) -> None:
    words = card.words
    table = document.add_table(rows=1, cols=len(_WIDTHS), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    heads = (
        words["requirement"],
        f"{words['necessity']} · {words['weight']}",
        words["verdict"],
        f"{words['comment']} · {words['evidence']}",
    )
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
        _shade(cell, "D9E2F3")
    _row_property(table.rows[0], "w:tblHeader")
    for row in card.rows:
        _fill_row(table.add_row(), row)
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width  # LibreOffice goes by the columns, Word by the cells
        for cell in column.cells:
            cell.width = width


def _fill_row(table_row: Any, row: RatingRow) -> None:
    requirement, kind, verdict, reasons = table_row.cells
    _row_property(table_row, "w:cantSplit")
    _labelled(requirement.paragraphs[0], f"{row.requirement} ", row.text)
    kind.paragraphs[0].add_run(f"{row.necessity} · {row.weight}")
    verdict.paragraphs[0].add_run(row.verdict_words).bold = True
    _shade(verdict, _SHADES[row.verdict])
    reasons.paragraphs[0].add_run(row.comment)
    for quote in row.quotes:
        _quote(reasons, quote)


def _strengths(document: Document, card: Card) -> None:
    document.add_heading(card.words["strengths"], 1)
    if not card.strengths:
        document.add_paragraph(card.words["no_strengths"])
    for claim in card.strengths:
        paragraph = document.add_paragraph(claim.text, style="List Bullet")
        paragraph.paragraph_format.keep_with_next = True
        for quote in claim.quotes:
            _quote(document, quote)


def _quote(container: Any, quote: Quote) -> None:
    paragraph = container.add_paragraph(style="Quote")
    paragraph.add_run(quote.text)
    place = paragraph.add_run(f"  — {quote.place}")
    place.font.size = Pt(8)


def _facts(document: Document, card: Card) -> None:
    facts = [f"{name}{card.words['colon']}{value}" for name, value in card.facts]
    for text in (*facts, card.words["note"]):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(text)
        run.font.size, run.font.color.rgb = Pt(8.5), _GREY


def _shade(cell: Cell, colour: str) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shade)


def _row_property(row: Any, name: str) -> None:
    """`w:tblHeader` repeats the row on every page, `w:cantSplit` keeps it on one."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))
