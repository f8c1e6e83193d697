"""`bole vector`: a text as the embedding sees it."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from agents.bootstrap import make_embedding
from agents.settings import read_settings
from agents.vector_view import VALUES_SHOWN, VectorView, vector_view
from commands.output import Json, say
from records.language import Language
from records.redacted import RedactedText
from retrieval.embedding import Embedding
from retrieval.redaction import redact_text

app = typer.Typer()

As = Literal["resume_to_postings", "posting_to_resumes", "question_to_lines", "free_search", "passage"]

_WORDS: dict[Language, str] = {
    "zh": "{model}，{dimensions} 维，长度 {length:.4f}，前 {n} 个数值：",
    "en": "{model}, {dimensions} dimensions, length {length:.4f}, the first {n} values:",
}


@app.command()
def vector(
    text: str,
    task: Annotated[As, typer.Option("--task", help="what it is embedded for; passage: as what is searched in")] = (
        "free_search"
    ),
    as_json: Json = False,
) -> None:
    """The vector of a text, with contacts masked first, as the product does."""
    settings = read_settings()
    embedding = make_embedding(settings)
    redacted = redact_text(text)
    seen = _seen(embedding, redacted, task)
    value = {
        "model": embedding.model,
        "dimensions": seen.dimensions,
        "task": task,
        "text": redacted,
        "length": seen.length,
        "values": seen.values,
    }
    head = _WORDS[settings.speech].format(
        model=embedding.model, dimensions=seen.dimensions, length=seen.length, n=min(VALUES_SHOWN, seen.dimensions)
    )
    say(value, as_json, [head, *(f"{number:+.6f}" for number in seen.first)])


def _seen(embedding: Embedding, text: RedactedText, task: As) -> VectorView:
    if task == "passage":
        return vector_view(embedding.embed_passages([text])[0])
    return vector_view(embedding.embed_queries([text], task)[0])
