"""`bole fleet`: more resumes than one machine screens in time; `bole fleet-import` takes them into the records."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated, Final, Literal

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from agents.bootstrap import fleet_means
from agents.fleet.cluster import Cluster, Told
from agents.fleet.fleet import Fleet
from agents.fleet.importing import Importing
from agents.fleet.job import Job
from agents.fleet.ordering import job_for
from agents.fleet.places import without_keys
from agents.office import Office
from agents.screening.screening import Order
from commands.output import Json, opened_office, say
from commands.postings import named_posting
from commands.receipts import receipt_row, receipt_words, shortlist_rows, shortlist_words
from records.assessment import AssessedBy
from records.language import Language

app = typer.Typer()


@app.command()
def fleet(  # noqa: PLR0913, PLR0917  options of a command
    source: Annotated[str, typer.Argument(help="folder, or bucket such as s3://name/folder, of resumes")],
    posting: Annotated[str, typer.Option("--posting", help="id or title in the library, or a file")],
    by: Annotated[Literal["rules", "model"] | None, typer.Option("--by")] = None,
    to: Annotated[str, typer.Option("--to", help="folder or bucket for the results")] = "",
    address: Annotated[str, typer.Option("--address", help="a Ray cluster: host:6379 or auto")] = "",
    as_json: Json = False,
) -> None:
    """Screens a folder or bucket with Ray Data, here or on a cluster; run again it does only what is missing."""
    with opened_office() as office:
        job, settings = _job(office, source, posting, by), office.settings
    results = to or str((settings.data_dir / "fleet" / job.key).resolve())
    with _progress(source) as told:
        run = Fleet(partial(Cluster, address or None), fleet_means(settings)).screen(job, results, told)
    value = {**receipt_row(run.receipt, settings.speech), "done": run.done, "results": results}
    then = _THEN[settings.speech].format(done=run.done, results=results)
    say(value, as_json, [*receipt_words(run.receipt, settings.speech), then])
    if run.receipt.failed:
        raise typer.Exit(1)


@app.command("fleet-import")
def fleet_import(
    results: Annotated[str, typer.Argument(help="where `bole fleet` left its results")], as_json: Json = False
) -> None:
    """Takes the results of a fleet into the records: a batch like any other, with its receipt and shortlist."""
    with opened_office() as office:
        with _progress(results) as told:
            imported = _importing(office).take(results, told)
        receipt = office.screening.batches.receipt(imported.batch.id)
        places, speech = office.standings.shortlist(imported.batch.id), office.settings.speech
    value = {
        **receipt_row(receipt, speech),
        "batch": imported.batch.id,
        "without_original": imported.without_original,
        "shortlist": shortlist_rows(places),
    }
    words = [*shortlist_words(places, speech), *receipt_words(receipt, speech)]
    if imported.without_original:
        words.append(_WITHOUT[speech].format(count=imported.without_original))
    say(value, as_json, words)
    if receipt.failed:
        raise typer.Exit(1)


def _job(office: Office, source: str, posting: str, by: AssessedBy | None) -> Job:
    name = by or office.assessing.default
    office.check_assessor(name)
    order = Order(named_posting(posting, office), office.settings.speech, name)
    place = source if "://" in source else str(Path(source).resolve())
    return job_for(place, order, office.assessing, office.embedding.fingerprint)


def _importing(office: Office) -> Importing:
    return Importing(
        intake=office.intake,
        batches=office.screening.batches,
        record=office.record,
        pool=office.pool,
        embedding=office.embedding,
        limits=fleet_means(office.settings).limits,
    )


@contextmanager
def _progress(name: str) -> Iterator[Told]:
    """Shows how far it is where a person looks on."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as progress:
        shown = progress.add_task(without_keys(name), total=None)
        yield lambda done, total: progress.update(shown, completed=done, total=total)


_THEN: Final[dict[Language, str]] = {
    "zh": "本次完成 {done} 份。结果在 {results}；用 bole fleet-import {results} 导入后即可查看名单和追问。",
    "en": "{done} done now. The results are in {results}; bole fleet-import {results} takes them into the records.",
}
_WITHOUT: Final[dict[Language, str]] = {
    "zh": "{count} 份原文件取不到，无法显示其页面；评估不受影响。",
    "en": "{count} of the files could not be fetched, so their pages cannot be shown; the assessments are whole.",
}
