"""The assessment card as a Word file, or as a part of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from docx.shared import Cm, Pt, RGBColor

from agents.export.card import Card, Quote, RatingRow
from agents.export.document import (
    GREY,
    Document,
    Paragraph,
    add_paragraph,
    add_table,
    content_of,
    empty_document,
    mark_row,
    set_widths,
    shade,
)
from records.assessment import Decision, Verdict

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
_WIDTHS: Final = (Cm(5.4), Cm(1.9), Cm(2.2), Cm(7.5))


def word_file(card: Card) -> bytes:
    """The card as the bytes of a .docx file."""
    document = empty_document(card.title, card.language)
    add_card(document, card)
    return content_of(document)


def add_card(document: Document, card: Card, *, on_new_page: bool = False) -> None:
    """The card behind what the document holds already."""
    _head(document, card, on_new_page)
    _section(document, card.words["fit"], [card.fit])
    _bullets(document, card.words["flags"], card.flags)
    add_paragraph(document, card.words["ratings"], "Heading1")
    _ratings(document, card)
    _strengths(document, card)
    _bullets(document, card.words["gaps"], card.gaps, card.words["no_gaps"])
    _bullets(document, card.words["focus"], card.focus)
    _section(document, card.words["method"], [card.method])
    _facts(document, card)


def _head(document: Document, card: Card, on_new_page: bool) -> None:
    title = add_paragraph(document, card.title, "Title")
    title.paragraph_format.page_break_before = on_new_page
    _labelled(add_paragraph(document), f"{card.words['posting']}{card.words['colon']}", card.posting)
    score = _labelled(add_paragraph(document), f"{card.words['score']}{card.words['colon']}", card.score)
    score.bold, score.font.size = True, Pt(16)
    decision = _labelled(add_paragraph(document), f"{card.words['decision']}{card.words['colon']}", card.decision_words)
    decision.bold, decision.font.color.rgb = True, _COLOURS[card.decision]
    add_paragraph(document, card.reason)


def _labelled(paragraph: Paragraph, name: str, value: str) -> Any:
    paragraph.add_run(name).bold = True
    return paragraph.add_run(value)


def _section(document: Document, heading: str, paragraphs: Iterable[str]) -> None:
    add_paragraph(document, heading, "Heading1")
    for text in paragraphs:
        add_paragraph(document, text)


def _bullets(document: Document, heading: str, points: Sequence[str], otherwise: str = "") -> None:
    """A heading with its points; without points what stands otherwise, or nothing at all."""
    if points or otherwise:
        _section(document, heading, [] if points else [otherwise])
    for point in points:
        add_paragraph(document, point, "ListBullet")


def _ratings(document: Document, card: Card) -> None:
    words = card.words
    heads = (
        words["requirement"],
        f"{words['necessity']} · {words['weight']}",
        words["verdict"],
        f"{words['comment']} · {words['evidence']}",
    )
    table = add_table(document, heads, "D9E2F3")
    for row in card.rows:
        _fill_row(table.add_row(), row)
    set_widths(table, _WIDTHS)


def _fill_row(table_row: Any, row: RatingRow) -> None:
    requirement, kind, verdict, reasons = table_row.cells
    mark_row(table_row, "w:cantSplit")
    _labelled(requirement.paragraphs[0], f"{row.requirement} ", row.text)
    kind.paragraphs[0].add_run(f"{row.necessity} · {row.weight}")
    verdict.paragraphs[0].add_run(row.verdict_words).bold = True
    shade(verdict, _SHADES[row.verdict])
    reasons.paragraphs[0].add_run(row.comment)
    for quote in row.quotes:
        _quote(reasons, quote)


def _strengths(document: Document, card: Card) -> None:
    add_paragraph(document, card.words["strengths"], "Heading1")
    if not card.strengths:
        add_paragraph(document, card.words["no_strengths"])
    for claim in card.strengths:
        paragraph = add_paragraph(document, claim.text, "ListBullet")
        paragraph.paragraph_format.keep_with_next = True
        for quote in claim.quotes:
            _quote(document, quote)


def _quote(container: Any, quote: Quote) -> None:
    paragraph = add_paragraph(container, style="Quote")
    paragraph.add_run(quote.text)
    place = paragraph.add_run(f"  — {quote.place}")
    place.font.size = Pt(8)


def _facts(document: Document, card: Card) -> None:
    facts = [f"{name}{card.words['colon']}{value}" for name, value in card.facts]
    for text in (*facts, card.words["note"]):
        paragraph = add_paragraph(document)
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(text)
        run.font.size, run.font.color.rgb = Pt(8.5), GREY
