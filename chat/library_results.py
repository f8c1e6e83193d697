"""From documents of the library to the props of the page's elements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final, Literal

import chainlit as cl

from agents.shelf import Added
from chat.reading_words import unseen_because, warnings_told
from chat.words import say
from records.document import Document
from records.language import Language
from records.resume import Box, HiddenText, Resume
from retrieval.document_ranking import Found, FoundDocument, FoundPassage

View = Literal["list", "added", "found", "similar"]
Row = dict[str, Any]

MOST_LISTED: Final = 100
"""Longer lists are not read; whoever has more documents searches them."""
_MOST_FOUND: Final = 6
"""Documents shown for a question: what fits a screen or two with their passages."""
_HIDDEN_SHOWN: Final = 3
_LETTERS_SHOWN: Final = 200


def library_list(documents: Sequence[Document], language: Language) -> cl.CustomElement:
    """What the library holds."""
    rows = [_row(document) for document in documents[:MOST_LISTED]]
    return _element("list", rows, language, total=len(documents))


def library_added(added: Sequence[Added], language: Language) -> cl.CustomElement:
    """Documents just added, with what reading has to say about each."""
    rows = [
        {**_row(one.document), "lines": len(one.reading.lines), "remarks": _remarks(one, language)} for one in added
    ]
    return _element("added", rows, language, total=len(rows))


def library_found(query: str, found: Found, known: Sequence[Document], language: Language) -> cl.CustomElement:
    """Passages by document: those among the best passages, else the document's own best."""
    by_id = {document.id: document for document in known}
    rows = [
        _found_row(one, by_id[one.document], found) for one in found.documents[:_MOST_FOUND] if one.document in by_id
    ]
    return _element("found", rows, language, query=query, total=len(rows))


def library_similar(
    to: Document, found: Sequence[FoundDocument], known: Sequence[Document], language: Language
) -> cl.CustomElement:
    """Documents like another, each with its nearest passage."""
    by_id = {document.id: document for document in known}
    rows = [_found_row(one, by_id[one.document], Found()) for one in found if one.document in by_id]
    return _element("similar", rows, language, query=to.title, total=len(rows))


def document_page(
    document: Document, reading: Resume, lines: tuple[int, int], language: Language, panel: str
) -> cl.CustomElement:
    """The side panel: the page with the lines from first to last marked; the same panel as a resume's."""
    first, last = lines
    props: dict[str, Any] = {
        "language": language,
        "of": "document",
        "resume": document.id,
        "candidate": document.title,
        "file": document.file,
        "pages": document.pages,
        "first_line": first,
        "last_line": last,
        # Places of marked lines only: a document of 300 pages has more than ten thousand lines.
        "lines": [
            {
                "n": line.n,
                "page": line.page,
                "text": line.text,
                "box": _box(line.box) if first <= line.n <= last else None,
            }
            for line in reading.lines
        ],
        "has_picture": any(line.box for line in reading.lines),
    }
    page = cl.CustomElement(name="ResumePage", display="side", props=props)
    page.id = panel
    return page


def _element(view: View, rows: list[Row], language: Language, **more: object) -> cl.CustomElement:
    props = {"language": language, "view": view, "documents": rows, **more}
    return cl.CustomElement(name="LibraryResults", display="inline", props=props)


def _row(document: Document) -> Row:
    return {
        "id": document.id,
        "title": document.title,
        "file": document.file,
        "pages": document.pages,
        "written_in": document.language,
        "added_on": f"{document.added_at.astimezone():%Y-%m-%d}",
    }


def _found_row(found: FoundDocument, document: Document, among: Found) -> Row:
    passages = [passage for passage in among.passages if passage.document == found.document] or [found.best]
    return {
        **_row(document),
        "similarity": found.similarity,
        "strong": found.strong,
        "passages": [_passage(passage) for passage in passages],
    }


def _passage(passage: FoundPassage) -> Row:
    kept = ("page", "first_line", "last_line", "text", "similarity", "strong")
    return {name: value for name, value in asdict(passage).items() if name in kept}


def _remarks(added: Added, language: Language) -> list[str]:
    known = [] if added.new else [say("library_known", language)]
    hidden = added.reading.hidden
    told = [_hidden(one, language) for one in hidden[:_HIDDEN_SHOWN]]
    more = len(hidden) - len(told)
    rest = [say("library_hidden_more", language, n=more)] if more else []
    return [*known, *warnings_told(added.reading.warnings, language), *told, *rest]


def _hidden(one: HiddenText, language: Language) -> str:
    text = one.text if len(one.text) <= _LETTERS_SHOWN else one.text[:_LETTERS_SHOWN] + "…"
    return say("library_hidden", language, why=unseen_because(one.why, language), page=one.page, text=text)


def _box(box: Box | None) -> Row | None:
    return asdict(box) if box is not None else None
