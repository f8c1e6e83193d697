"""`bole interview`, `bole message`: what is asked of and written to a candidate."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import typer

from agents.asking import Progress
from agents.candidate_message import wish_of
from agents.interviews.word import kit_as_word
from commands.assessing import assessed
from commands.output import Json, opened_office, say
from commands.postings import named_posting
from records.errors import RecruitingError
from records.language import Language

app = typer.Typer()
Written = TypeVar("Written")

By = Annotated[Literal["rules", "model"] | None, typer.Option("--by")]
In = Annotated[Literal["zh", "en"] | None, typer.Option("--language")]
PostingName = Annotated[str, typer.Option("--posting", help="id or title in the library, or a file")]
Out = Annotated[Path | None, typer.Option("--out", help="a .docx or .md file to write")]


@app.command()
def interview(  # noqa: PLR0913, PLR0917  (one option each)
    resume: Path, posting: PostingName, language: In = None, by: By = None, out: Out = None, as_json: Json = False
) -> None:
    """Questions for a candidate and posting, with what a good answer contains."""
    with opened_office() as office:
        office.check_assessor(by)
        person, job = office.intake.receive_one(resume, resume.name), named_posting(posting, office)
        assessment = asyncio.run(assessed(office, person, job, by))
        spoken: Language = language or office.settings.speech
        kit = asyncio.run(written(office.drafting.kit((assessment, person, job), spoken, by)))
    if out is not None:
        out.write_bytes(kit_as_word(kit) if out.suffix.lower() == ".docx" else kit.to_markdown().encode())
    told = [str(out)] if out is not None else [kit.to_markdown()]
    questions = [{**asdict(q), "evidence": [place.model_dump() for place in q.evidence]} for q in kit.questions]
    say({**asdict(kit), "questions": questions}, as_json, told)


@app.command()
def message(  # noqa: PLR0913, PLR0917  (one option each)
    resume: Path,
    posting: PostingName,
    kind: Annotated[Literal["invite", "decline"], typer.Option("--kind")],
    language: In = None,
    by: By = None,
    as_json: Json = False,
) -> None:
    """A draft to a candidate, which a person edits and sends."""
    with opened_office() as office:
        office.check_assessor(by)
        person, job = office.intake.receive_one(resume, resume.name), named_posting(posting, office)
        known = [one for one in office.assessing.latest(person) if one.posting == job.id]
        wish = wish_of(kind, person, job, known[-1] if known else None, language or office.settings.speech)
        draft = asyncio.run(written(office.drafting.message(wish, by)))
    say(asdict(draft), as_json, [draft.text])


async def written(parts: AsyncIterator[Progress | Written]) -> Written:
    """What is written in the end."""
    async for part in parts:
        if not isinstance(part, Progress):
            return part
    raise RecruitingError(reason="nothing was written")
