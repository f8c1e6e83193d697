"""`bole export`: a batch screened before as a file, as its weights and files stand now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Final, Literal

import typer

from agents.bootstrap import open_office
from agents.office import Office
from agents.screening.exporting import exported, format_of
from agents.settings import read_settings
from commands.output import Json, say
from records.errors import StorageUnavailable
from records.files import write_whole
from records.language import Language

app = typer.Typer()

_NO_FOLDER: Final[dict[Language, str]] = {"zh": "没有这个文件夹", "en": "there is no such folder"}


@app.command("export")
def export_batch(
    batch: Annotated[str, typer.Argument(help="id of a batch, as `bole screen` says it")],
    out: Annotated[Path, typer.Option("--out", help="a .xlsx, .csv, .jsonl or .docx file to write")],
    language: Annotated[Literal["zh", "en"] | None, typer.Option("--language", help="that of the batch")] = None,
    as_json: Json = False,
) -> None:
    """Writes a screened batch to a file: shortlist, evidence and receipt, or the cards; told by its ending."""
    check_place(out)
    with screening_office() as office:
        count = export_to(out, office, batch, language)
    say({"file": str(out), "candidates": count}, as_json, [f"{out}  {count}"])


def check_place(out: Path) -> None:
    """Before any work is done: raises `ExportUnknown`, and `StorageUnavailable` where there is no such folder."""
    format_of(out.name)
    if not out.parent.is_dir():
        raise StorageUnavailable(place=str(out.parent), reason=_NO_FOLDER)


def export_to(out: Path, office: Office, batch: str, language: Language | None = None) -> int:
    """Write a batch in the format that the file's ending names; gives how many candidates are in it."""
    export = office.exporting.of(batch, language)
    write_whole(out, exported(format_of(out.name), export))
    return len(export.places)


@contextmanager
def screening_office() -> Iterator[Office]:
    """Everything at work, for a command about batches; nothing is screened before `screening.launch`."""
    office = open_office(read_settings(), owner="command")
    try:
        yield office
    finally:
        office.close()
