"""`bole postings`: the library of postings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Final

import typer

from agents.intake import Arrival
from agents.office import Office
from agents.postings.library import Kept, read_posting, several
from agents.postings.tables import as_csv, as_jsonl, as_markdown, table_rows
from commands.output import Json, opened_office, say, told
from records.errors import PostingError, RecruitingError, ResumeNotFound
from records.posting import Posting, PostingState

app = typer.Typer(help="The library of postings.", no_args_is_help=True)


State = Annotated[str, typer.Option("--state", help="open, closed or all")]


@app.command("add")
def add_postings(files: list[Path], as_json: Json = False) -> None:
    """Adds postings from files to the library."""
    with opened_office() as office:
        arrivals = [arrival for file in files for arrival in office.intake.unpack(file, file.name)]
        texts = [office.intake.words(arrival) for arrival in arrivals]
        added = [office.library.add(part) for text in texts for part in several(text) or [text]]
    say([_posting_row(posting) for posting in added], as_json, [f"{posting.id}  {posting.title}" for posting in added])


@app.command("import")
def import_postings(file: Path, as_json: Json = False) -> None:
    """Adds the postings of a CSV or JSONL file; rows that cannot be used are told, the others are added."""
    if not file.is_file():
        raise ResumeNotFound(file=str(file))
    kept: list[Kept] = []
    failed: list[tuple[int, RecruitingError]] = []
    with opened_office() as office:
        for row in table_rows(file.read_bytes(), file.name):
            try:
                kept.append(office.library.take(row.text))
            except PostingError as error:
                failed.append((row.number, error))
        speech = office.settings.speech
    rows = [{**_posting_row(one.posting), "outcome": one.outcome} for one in kept]
    failures = [{"row": number, "error": told(error, speech)} for number, error in failed]
    words = [f"{one.outcome:8}  {one.posting.id}  {one.posting.title}" for one in kept]
    words += [f"{number}: {error.message(speech)} {error.advice(speech)}" for number, error in failed]
    say({"received": len(kept) + len(failed), "postings": rows, "failed": failures}, as_json, words)
    if failed:
        raise typer.Exit(1)


@app.command("export")
def export_postings(file: Path, state: State = "all", as_json: Json = False) -> None:
    """Writes the library to a file: JSONL, CSV or Markdown, told by its ending."""
    if file.suffix.lower() not in _WRITERS:
        raise typer.BadParameter(", ".join(_WRITERS))
    with opened_office() as office:
        found = office.library.listed(_state(state))
    file.write_text(_WRITERS[file.suffix.lower()](found), encoding="utf-8", newline="")
    say({"file": str(file), "postings": len(found)}, as_json, [f"{file}  {len(found)}"])


@app.command("list")
def list_postings(state: State = "open", as_json: Json = False) -> None:
    """The postings of the library."""
    with opened_office() as office:
        found = office.library.listed(_state(state))
    say([_posting_row(posting) for posting in found], as_json, [f"{posting.id}  {posting.title}" for posting in found])


@app.command("edit")
def edit_posting(
    name: str,
    file: Annotated[Path | None, typer.Option("--from", help="a file with the new words")] = None,
    must: Annotated[list[str] | None, typer.Option("--must", help="a requirement to make a must-have, as R2")] = None,
    nice: Annotated[list[str] | None, typer.Option("--nice", help="a requirement to make a nice-to-have")] = None,
    as_json: Json = False,
) -> None:
    """Gives a posting other words, whose requirements are read again, or changes what is a must-have."""
    with opened_office() as office:
        posting = office.library.find(name)
        if file is not None:
            posting = office.library.edit(posting.id, office.intake.words(Arrival(file, file.name)))
        for requirement in must or []:
            posting = office.library.set_necessity(posting.id, requirement, "must")
        for requirement in nice or []:
            posting = office.library.set_necessity(posting.id, requirement, "nice")
    say(posting.model_dump(), as_json, _posting_words(posting))


@app.command("close")
def close_posting(name: str, as_json: Json = False) -> None:
    """Keeps a posting but matches it no more."""
    with opened_office() as office:
        posting = office.library.close(name)
    say(_posting_row(posting), as_json, [f"{posting.id}  {posting.state}"])


@app.command("reopen")
def reopen_posting(name: str, as_json: Json = False) -> None:
    """Matches a closed posting again."""
    with opened_office() as office:
        posting = office.library.reopen(name)
    say(_posting_row(posting), as_json, [f"{posting.id}  {posting.state}"])


@app.command("show")
def show_posting(name: str, as_json: Json = False) -> None:
    """A posting with its weighted requirements."""
    with opened_office() as office:
        posting = office.library.find(name)
    say(posting.model_dump(), as_json, _posting_words(posting))


@app.command("remove")
def remove_posting(name: str, as_json: Json = False) -> None:
    """Takes a posting out of the library."""
    with opened_office() as office:
        posting = office.library.remove(name)
    say({"removed": posting.id}, as_json, [posting.id])


def named_posting(name: str, office: Office) -> Posting:
    """A posting of the library by id or title, or the one in a file."""
    file = Path(name)
    if not file.is_file():
        return office.library.find(name)
    return read_posting(office.intake.words(Arrival(file, file.name)), file.name)


def _state(said: str) -> PostingState | None:
    if said not in _STATES:
        raise typer.BadParameter(", ".join(_STATES))
    return _STATES[said]


def _posting_words(posting: Posting) -> list[str]:
    asked = [f"{r.id:>4} {r.necessity:5} {r.weight:>4g}  {r.text}" for r in posting.requirements]
    return [posting.title, *asked]


def _posting_row(posting: Posting) -> dict[str, Any]:
    return {
        "id": posting.id,
        "title": posting.title,
        "language": posting.language,
        "state": posting.state,
        "requirements": len(posting.requirements),
    }


_STATES: Final[dict[str, PostingState | None]] = {"open": "open", "closed": "closed", "all": None}
_WRITERS: Final = {".jsonl": as_jsonl, ".csv": as_csv, ".md": as_markdown}
