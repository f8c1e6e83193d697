"""The cards of a batch as one Word file, the shortlist before them."""

from __future__ import annotations

from typing import Final

from docx.shared import Cm

from agents.export.card import card_about
from agents.export.document import (
    Document,
    add_paragraph,
    add_table,
    content_of,
    empty_document,
    mark_row,
    move_content,
    set_widths,
)
from agents.export.word import add_card
from agents.plain_text import printable
from agents.screening.batch_tables import file_failed, words_in_force
from agents.screening.export import Export
from agents.screening.export_words import SHEET_WORDS
from agents.screening.shortlist import Place
from agents.screening.shortlist_tables import must_haves_words
from agents.screening.weighed_card import as_weighed
from agents.words import DECISION_WORDS

_WIDTHS: Final = (Cm(1.4), Cm(5.2), Cm(1.6), Cm(3.4), Cm(2.2), Cm(3.2))
_HEAD: Final = "D9E2F3"


def as_docx(export: Export) -> bytes:
    """The bytes of a .docx file: the shortlist, what failed, then every card on pages of its own.

    The cards are in the language in which they were assessed; each says what the weights in force give.
    """
    words = SHEET_WORDS[export.language]
    title = printable(words["title"].format(batch=export.batch.name))
    document = empty_document(title, export.language)
    add_paragraph(document, title, "Title")
    _add_sums(document, export)
    if export.places:
        _add_shortlist(document, export)
    else:
        add_paragraph(document, words["nobody"])
    _add_failed(document, export)
    page = empty_document(title, export.language)
    for place in export.places:
        card = card_about(as_weighed(place), place.candidate, place.file, export.title(place.posting))
        add_card(page, card, on_new_page=True)
        move_content(page, document)
    return content_of(document)


def _add_sums(document: Document, export: Export) -> None:
    words, receipt = SHEET_WORDS[export.language], export.receipt
    if export.requirements is None or export.batch.posting is None:
        add_paragraph(document, words["own_postings"])
    else:
        about = words["in_force"].format(
            posting=export.title(export.batch.posting.id), version=export.version, words=words_in_force(export)
        )
        add_paragraph(document, printable(about))
    add_paragraph(
        document,
        words["sums"].format(
            received=receipt.received,
            assessed=receipt.counts["assessed"],
            copy=receipt.counts["copy"],
            failed=receipt.counts["failed"],
            open=receipt.open,
        ),
    )


def _add_shortlist(document: Document, export: Export) -> None:
    words = SHEET_WORDS[export.language]
    heads = ("rank", "candidate", "score", "recommendation", "must_haves", "flags")
    table = add_table(document, [words[name] for name in heads], _HEAD)
    for place in export.places:
        row = table.add_row()
        mark_row(row, "w:cantSplit")
        for cell, text in zip(row.cells, _cells(export, place), strict=True):
            cell.paragraphs[0].add_run(printable(text))
    set_widths(table, _WIDTHS)


def _cells(export: Export, place: Place) -> tuple[str, ...]:
    words = SHEET_WORDS[export.language]
    behind = [place.file, *((export.title(place.posting),) if export.requirements is None else ())]
    return (
        str(place.rank),
        "\n".join([place.candidate, *behind]),
        f"{place.score:.1f}",
        DECISION_WORDS[export.language][place.decision],
        must_haves_words(export, place),
        words["between"].join(place.flags),
    )


def _add_failed(document: Document, export: Export) -> None:
    """Nobody is lost: who is not on the shortlist is named below it."""
    if export.receipt.failed:
        add_paragraph(document, SHEET_WORDS[export.language]["failed_files"], "Heading1")
    for file in export.receipt.failed:
        add_paragraph(document, printable(f"{file.file}: {file_failed(export, file)}"), "ListBullet")
