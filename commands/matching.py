"""`bole match` and `bole search`: the best postings for a resume, and one-off search."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from agents.bootstrap import make_embedding
from agents.settings import read_settings
from commands.filters import with_conditions
from commands.output import Json, Top, opened_office, say
from retrieval.documents.reading import ReadingPool
from retrieval.facts import Conditions
from retrieval.knowledge_base import search as search_texts

app = typer.Typer()


@app.command()
@with_conditions(of_postings=True)
def match(resume: Path, conditions: Conditions, top: Top = 5, as_json: Json = False) -> None:
    """The best postings of the library for a resume; the options filter the postings."""
    with opened_office() as office:
        found = office.match(office.intake.receive_one(resume, resume.name), top, conditions=conditions)
    words = [f"{m.rank}. {m.similarity:.4f} {'*' if m.strong else ' '} {m.title} ({m.posting})" for m in found]
    say([asdict(one) for one in found], as_json, words)


@app.command()
def search(query: str, file: Annotated[Path, typer.Option("--in")], as_json: Json = False) -> None:
    """One-off semantic search over the lines of a file."""
    settings = read_settings()
    with ReadingPool(workers=1) as reader:
        lines = [line.text for line in reader.read(file).lines]
    found = search_texts(query, lines, make_embedding(settings))
    say(
        found, as_json, [f"{hit['similarity']:.4f} {'*' if hit['strong'] else ' '} {hit['text']}" for hit in found[:10]]
    )
