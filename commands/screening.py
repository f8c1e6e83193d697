"""`bole screen`: a batch of resumes for a posting, with a receipt; run again it goes on where it was."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Final, Literal

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from agents.office import Office
from agents.screening.screening import Order, SentFile, batch_key
from commands.exporting import check_place, export_to, screening_office
from commands.output import Json, say
from commands.postings import named_posting
from commands.receipts import receipt_row, receipt_words, shortlist_rows, shortlist_words
from records.assessment import AssessedBy
from records.batch import Batch
from records.language import Language
from records.posting import Posting
from records.postings import posting_version

app = typer.Typer()

LOOK_SECONDS: Final = 0.2
"""Between two looks at what has become of the batch."""
BEST: Final = "best"


@app.command()
def screen(
    paths: Annotated[list[Path], typer.Argument(help="files, ZIPs and folders of resumes")],
    posting: Annotated[str, typer.Option("--posting", help="id or title in the library, a file, or `best` for each")],
    by: Annotated[Literal["rules", "model"] | None, typer.Option("--by")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="a .xlsx, .csv, .jsonl or .docx file to write")] = None,
    as_json: Json = False,
) -> None:
    """Screens a batch for a posting: what is read, what failed and why, and everyone ranked."""
    if out is not None:
        check_place(out)
    with screening_office() as office, _interruption_told(office.settings.speech):
        batch = _begun(office, paths, None if posting == BEST else named_posting(posting, office), by)
        sent = office.screening.missing(batch.id, [file for path in paths for file in _files(path)])
        office.screening.launch(office.settings.data_dir, office.settings.workflow_database)
        if sent:
            office.screening.receive(batch.id, sent)
        office.screening.retry_failed(batch.id)
        speech = office.settings.speech
        _wait(office, batch)
        receipt, places = office.screening.batches.receipt(batch.id), office.standings.shortlist(batch.id)
        if out is not None:
            export_to(out, office, batch.id)
    row = {"batch": batch.id, **receipt_row(receipt, speech), "shortlist": shortlist_rows(places)}
    if out is not None:
        row["file"] = str(out)
    words = [*shortlist_words(places, speech), *receipt_words(receipt, speech)]
    say(row, as_json, [*words, *_handed_on(batch, out, speech)])
    if receipt.failed:
        raise typer.Exit(1)


@contextmanager
def _interruption_told(speech: Language) -> Iterator[None]:
    """Says on Ctrl-C how it goes on."""
    try:
        yield
    except KeyboardInterrupt:
        sys.stderr.write(f"{_STOPPED[speech]}\n")
        raise


def _begun(office: Office, paths: Sequence[Path], posting: Posting | None, by: AssessedBy | None) -> Batch:
    """The batch of these paths and this posting, new or begun before."""
    name = by or office.assessing.default
    office.check_assessor(name)
    language = office.settings.speech
    asked = posting_version(posting) if posting else BEST
    key = batch_key(
        *sorted(str(path.resolve()) for path in paths), posting.id if posting else BEST, asked, name, language
    )
    return office.screening.begin(key, ", ".join(path.name for path in paths), Order(posting, language, name))


def _files(path: Path) -> Iterator[SentFile]:
    """A file, or all files below a folder by their paths in it; what begins with a dot is the system's own."""
    if not path.is_dir():
        yield SentFile(path, path.name)
        return
    for file in sorted(path.rglob("*")):
        inside = file.relative_to(path)
        if file.is_file() and not any(part.startswith(".") for part in inside.parts):
            yield SentFile(file, inside.as_posix())


def _wait(office: Office, batch: Batch) -> None:
    """Until every file is assessed or failed; shows how far it is where a person looks on."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    total = office.screening.batches.receipt(batch.id).received
    with Progress(*columns, console=console, disable=not sys.stderr.isatty()) as progress:
        shown = progress.add_task(batch.name, total=total)
        while left := office.screening.batches.open_files(batch.id):
            progress.update(shown, completed=total - left)
            time.sleep(LOOK_SECONDS)
        progress.update(shown, completed=total)


def _handed_on(batch: Batch, out: Path | None, speech: Language) -> Iterator[str]:
    """Where the shortlist was written, else how it can be."""
    yield str(out) if out is not None else _HAND_ON[speech].format(batch=batch.id)


_STOPPED: Final[dict[Language, str]] = {
    "zh": "已停止，做完的都已保存。再运行一次同样的命令，会接着做剩下的。",
    "en": "Stopped; what is done is kept. Run the same command again to go on with the rest.",
}
_HAND_ON: Final[dict[Language, str]] = {
    "zh": "导出：bole export {batch} --out 候选名单.xlsx",
    "en": "To hand it on: bole export {batch} --out shortlist.xlsx",
}
