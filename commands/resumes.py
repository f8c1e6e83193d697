"""`bole resumes`: the talent pool."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from agents.office import Office
from commands.output import Json, opened_office, say, told
from records.errors import ReadingError, ResumeNotFound
from records.resume import Resume

app = typer.Typer(help="The talent pool.", no_args_is_help=True)


@app.command("add")
def add_resumes(files: list[Path], as_json: Json = False) -> None:
    """Reads resumes into the talent pool, packed ones too; what fails is named and the rest goes on."""
    with opened_office() as office:
        rows = [row for file in files for row in _added(office, file)]
    say(rows, as_json, [_words(row) for row in rows])
    if any("error" in row for row in rows):
        raise typer.Exit(1)


@app.command("list")
def list_resumes(as_json: Json = False) -> None:
    """The resumes of the talent pool, newest first; of several versions the newest."""
    with opened_office() as office:
        rows = [_row(resume) for resume in office.intake.pool()]
    say(rows, as_json, [_words(row) for row in rows])


def _added(office: Office, file: Path) -> Iterator[dict[str, Any]]:
    try:
        arrivals = office.intake.unpack(file, file.name)
    except (ReadingError, ResumeNotFound) as error:
        yield {"file": file.name, "error": told(error, office.settings.speech)}
        return
    for arrival in arrivals:
        try:
            yield _row(office.intake.take(arrival))
        except (ReadingError, ResumeNotFound) as error:
            yield {"file": arrival.shown, "error": told(error, office.settings.speech)}


def _row(resume: Resume) -> dict[str, Any]:
    return {"resume": resume.sha256, "candidate": resume.candidate, "file": resume.file, "language": resume.language}


def _words(row: dict[str, Any]) -> str:
    if "error" in row:
        return f"{row['file']}: {row['error']['message']} {row['error']['advice']}"
    return f"{row['resume'][:12]}  {row['candidate']}  ({row['file']})"
