"""The command line's front door: one JSON value on standard output with --json, logs on standard error."""

from __future__ import annotations

import logging
import sys

import typer

from commands import (
    assessing,
    calibrating,
    checking,
    evaluating,
    exporting,
    finding,
    fleet,
    index,
    library,
    matching,
    posting_words,
    postings,
    reading,
    resumes,
    screening,
    vectors,
    writing,
)
from commands.output import fail
from records.errors import RecruitingError

app = typer.Typer(help="Bole (伯乐): resumes, postings and assessments.", no_args_is_help=True, add_completion=False)
for part in (
    reading,
    matching,
    finding,
    assessing,
    screening,
    exporting,
    fleet,
    calibrating,
    vectors,
    checking,
    writing,
):
    app.add_typer(part.app)
postings.app.add_typer(posting_words.app)  # write and check, beside the others
app.add_typer(postings.app, name="postings")
app.add_typer(resumes.app, name="resumes")
app.add_typer(index.app, name="index")
app.add_typer(library.app, name="library")
app.add_typer(evaluating.app, name="evaluate")


def main() -> None:
    """Runs a command; what goes wrong is said with advice, and the exit status is 1."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    try:
        app()
    except RecruitingError as error:
        fail(error)


if __name__ == "__main__":
    main()
