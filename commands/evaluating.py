"""`bole evaluate`: matching and scoring measured on test sets."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from agents.bootstrap import make_embedding
from agents.evaluation import evaluate_twins, read_twins
from agents.matching_evaluation import Corpus, Retriever, evaluate_matching
from agents.settings import read_settings
from commands.output import Json, say
from retrieval.evaluation import read_test_set

app = typer.Typer(help="Measures matching and scoring on test sets.", no_args_is_help=True)


@app.command("matching")
def matching(
    folder: Path,
    retriever: Annotated[Retriever, typer.Option("--retriever")] = "hybrid",
    corpus: Annotated[Corpus | None, typer.Option("--corpus", help="what is searched; else told by the texts")] = None,
    as_json: Json = False,
) -> None:
    """Recall and ranking on a BEIR folder, through the matching that serves the product."""
    measured = evaluate_matching(read_test_set(folder), make_embedding(read_settings()), retriever, corpus)
    say(measured, as_json, [f"{name} {value:g}" for name, value in measured.items()])


@app.command("twins")
def evaluate_pairs(file: Path, as_json: Json = False) -> None:
    """How often the rule assessor scores the better of two resumes higher."""
    measured = evaluate_twins(read_twins(file), make_embedding(read_settings()))
    say(measured, as_json, [f"{name} {value:g}" for name, value in measured.items()])
