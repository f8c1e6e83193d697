"""`bole postings`: the library of postings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from agents.bootstrap import Office
from agents.intake import Arrival
from agents.library import read_posting
from commands.output import Json, opened_office, say
from records.posting import Posting

app = typer.Typer(help="The library of postings.", no_args_is_help=True)


@app.command("add")
def add_postings(files: list[Path], as_json: Json = False) -> None:
    """Adds postings from files to the library."""
    with opened_office() as office:
        arrivals = [arrival for file in files for arrival in office.intake.unpack(file, file.name)]
        added = [office.library.add(posting_text(arrival, office)) for arrival in arrivals]
    say([_posting_row(posting) for posting in added], as_json, [f"{posting.id}  {posting.title}" for posting in added])


@app.command("list")
def list_postings(as_json: Json = False) -> None:
    """The open postings of the library."""
    with opened_office() as office:
        found = office.library.all()
    say([_posting_row(posting) for posting in found], as_json, [f"{posting.id}  {posting.title}" for posting in found])


@app.command("show")
def show_posting(name: str, as_json: Json = False) -> None:
    """A posting with its weighted requirements."""
    with opened_office() as office:
        posting = office.library.find(name)
    asked = [f"{r.id:>4} {r.necessity:5} {r.weight:>4g}  {r.text}" for r in posting.requirements]
    say(posting.model_dump(), as_json, [posting.title, *asked])


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
    return read_posting(posting_text(Arrival(file, file.name), office), file.name)


def posting_text(arrival: Arrival, office: Office) -> str:
    """The words of a file."""
    read = office.reader.read(office.intake.local(arrival), arrival.shown)
    return "\n".join(line.text for line in read.lines)


def _posting_row(posting: Posting) -> dict[str, Any]:
    return {
        "id": posting.id,
        "title": posting.title,
        "language": posting.language,
        "state": posting.state,
        "requirements": len(posting.requirements),
    }
