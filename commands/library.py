"""`bole library`: documents other than postings and resumes, searched by meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from agents.office import Office
from agents.shelf import Added
from chat.reading_words import unseen_because, warnings_told
from commands.output import Json, Top, opened_office, say, told
from records.document import Document
from records.errors import ReadingError, ResumeNotFound
from records.language import Language
from retrieval.document_ranking import FoundDocument, FoundPassage

app = typer.Typer(help="The library of documents: papers, OKRs, white papers.", no_args_is_help=True)

_WORDS: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "known": "（资料库中已有）",
        "hidden": "看不见的文字（{why}，第 {page} 页）未收入：{text}",
        "lines": "第 {page} 页，第 {lines} 行",
    },
    "en": {
        "known": "(in the library already)",
        "hidden": "text that cannot be seen ({why}, page {page}) left out: {text}",
        "lines": "page {page}, lines {lines}",
    },
}
_LETTERS_SHOWN: Final = 300


@app.command("add")
def add_documents(files: list[Path], as_json: Json = False) -> None:
    """Adds files to the library; one that cannot be read is told, the others are added."""
    with opened_office() as office:
        rows = [row for file in files for row in _added(file, office)]
        language = office.settings.speech
    say(rows, as_json, [line for row in rows for line in _row_words(row, language)])
    if any("error" in row for row in rows):
        raise typer.Exit(1)


@app.command("list")
def list_documents(as_json: Json = False) -> None:
    """What is in the library, newest first."""
    with opened_office() as office:
        found = office.shelf.all()
    say([_document_row(one) for one in found], as_json, [f"{one.id}  {one.title}  ({one.file})" for one in found])


@app.command("search")
def search_library(
    query: str,
    top: Top = 10,
    documents: Annotated[bool, typer.Option("--documents", help="ranked documents instead of passages")] = False,
    as_json: Json = False,
) -> None:
    """Ranked passages for a question in either language, each with its page and lines."""
    with opened_office() as office:
        found = office.shelf.search(query, top, office.strong_line.value)
        language = office.settings.speech
    shown = found.documents if documents else found.passages
    say([asdict(one) for one in shown], as_json, [_found_words(one, language) for one in shown])


@app.command("similar")
def similar_documents(name: str, top: Top = 5, as_json: Json = False) -> None:
    """The documents most like one of the library."""
    with opened_office() as office:
        found = office.shelf.like(name, top, office.strong_line.value)
        language = office.settings.speech
    say([asdict(one) for one in found], as_json, [_found_words(one, language) for one in found])


@app.command("remove")
def remove_document(name: str, as_json: Json = False) -> None:
    """Takes a document out of the library, by id, title or file name."""
    with opened_office() as office:
        document = office.shelf.remove(name)
    say({"removed": document.id}, as_json, [document.id])


def _added(file: Path, office: Office) -> Iterator[dict[str, Any]]:
    """The file, or each file packed in it: the document it became, or why there is none."""
    language = office.settings.speech
    try:
        arrivals = office.shelf.unpack(file, file.name)
    except (ReadingError, ResumeNotFound) as error:
        yield {"file": file.name, "error": told(error, language)}
        return
    for arrival in arrivals:
        try:
            yield _added_row(office.shelf.add(arrival), language)
        except (ReadingError, ResumeNotFound) as error:
            yield {"file": arrival.shown, "error": told(error, language)}


def _document_row(document: Document) -> dict[str, Any]:
    row = {**asdict(document), "added_at": document.added_at.isoformat()}
    del row["version"]
    return row


def _added_row(added: Added, language: Language) -> dict[str, Any]:
    return {
        **_document_row(added.document),
        "new": added.new,
        "lines": len(added.reading.lines),
        "hidden": [asdict(one) for one in added.reading.hidden],
        "warnings": list(warnings_told(added.reading.warnings, language)),
    }


def _row_words(row: dict[str, Any], language: Language) -> Iterator[str]:
    words = _WORDS[language]
    if "error" in row:
        yield f"{row['file']}: {row['error']['message']} {row['error']['advice']}"
        return
    yield f"{row['id']}  {row['title']}" + ("" if row["new"] else f"  {words['known']}")
    for one in row["hidden"]:
        yield "> " + _printable(words["hidden"].format(**{**one, "why": unseen_because(one["why"], language)}))
    yield from (f"> {_printable(warning)}" for warning in row["warnings"])


def _found_words(found: FoundPassage | FoundDocument, language: Language) -> str:
    passage = found.best if isinstance(found, FoundDocument) else found
    place = _WORDS[language]["lines"].format(page=passage.page, lines=f"{passage.first_line}–{passage.last_line}")
    quote = _printable(passage.text)[:_LETTERS_SHOWN]
    return f"{found.rank}. {found.similarity:.4f} {'*' if found.strong else ' '} {found.title} ({place})\n   {quote}"


def _printable(text: str) -> str:
    """Files may hold anything, such as codes that a terminal obeys."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
