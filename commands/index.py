"""`bole index`: the index of postings and resumes, which can always be made anew from the database."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Annotated

import typer

from commands.output import Json, opened_office, say

app = typer.Typer(help="The index of postings and resumes.", no_args_is_help=True)


@app.callback()
def index() -> None:
    """Keeps `rebuild` a command of its own."""


@app.command()
def rebuild(
    postings: Annotated[bool, typer.Option("--postings", help="only these")] = False,
    resumes: Annotated[bool, typer.Option("--resumes", help="only these")] = False,
    as_json: Json = False,
) -> None:
    """Makes the index anew from the database, then swaps it in; both kinds unless one is named."""
    made = {}
    with opened_office() as office:
        chosen = {"postings": office.posting_index, "resumes": office.pool}
        wanted = {name for name, named in (("postings", postings), ("resumes", resumes)) if named} or set(chosen)
        for name in (name for name in chosen if name in wanted):
            begun = time.monotonic()
            chosen[name].rebuild(_shown(name))
            made[name] = {"texts": len(chosen[name].ids), "seconds": round(time.monotonic() - begun, 2)}
    say(made, as_json, [f"{name}: {one['texts']}, {one['seconds']} s" for name, one in made.items()])


def _shown(name: str) -> Callable[[int, int], object]:
    return lambda done, of: sys.stderr.write(f"{name} {done}/{of}\n")
