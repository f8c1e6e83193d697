"""`bole postings write` and `check`: a posting from a few words, and what is wrong with a posting's wording."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer

from agents.intake import Arrival
from commands.output import Json, opened_office, say
from commands.writing import By, In, written
from records.language import language_of

app = typer.Typer()


@app.command("write")
def write_posting(words: str, language: In = None, by: By = None, as_json: Json = False) -> None:
    """The draft of a posting from a few words; nothing is added to the library."""
    with opened_office() as office:
        office.check_assessor(by)
        draft = asyncio.run(written(office.drafting.posting(words, language or language_of(words), by)))
    say({**asdict(draft), "blanks": draft.blanks}, as_json, [draft.text])


@app.command("check")
def check_wording(
    name: str,
    language: In = None,
    by: Annotated[Literal["rules", "model"], typer.Option("--by")] = "rules",
    as_json: Json = False,
) -> None:
    """What is discriminatory, vague or contradictory in a posting of the library or in a file; exit 1 if anything."""
    with opened_office() as office:
        office.check_assessor(by)
        spoken, file = language or office.settings.speech, Path(name)
        text = office.intake.words(Arrival(file, file.name)) if file.is_file() else office.library.find(name).text
        found = asyncio.run(written(office.drafting.check(text, spoken, by)))
    say([asdict(finding) for finding in found], as_json, [finding.told(spoken) for finding in found])
    if any(finding.kind != "note" for finding in found):
        raise typer.Exit(1)
