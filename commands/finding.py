"""`bole find`: candidates of the talent pool for a posting, like others, or by conditions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from agents.finding import grounds
from agents.office import Office
from agents.settings import read_settings
from commands.filters import with_conditions
from commands.output import Json, Top, opened_office, say
from commands.postings import named_posting
from records.errors import EmptyPool, NothingToFind
from records.language import Language
from records.resume import Resume
from retrieval.facts import Conditions
from retrieval.matching import CandidateMatch

app = typer.Typer()
_NOBODY: Final[dict[Language, str]] = {
    "zh": "没有候选人符合全部条件。",
    "en": "Nobody fulfils all conditions.",
}

Count = Annotated[bool, typer.Option("--count", help="everyone who fulfils the conditions, without a ranking")]
Like = Annotated[list[str] | None, typer.Option("--like", help="a file, or a file, candidate or hash of the pool")]


@app.command()
@with_conditions()
def find(  # noqa: PLR0913, PLR0917  (each is an option of the command)
    conditions: Conditions,
    posting: Annotated[str | None, typer.Argument(help="id or title in the library, or a file")] = None,
    top: Top = 10,
    like: Like = None,
    count: Count = False,
    as_json: Json = False,
) -> None:
    """The best candidates of the talent pool for a posting; the options filter them before they are ranked."""
    with opened_office() as office:
        if count:
            counted = _counted(office, conditions)
            say(counted, as_json, _counted_words(counted))
            return
        found = _ranked(office, posting, like or (), top, conditions)
    words = [f"{c.rank}. {c.similarity:.4f} {'*' if c.strong else ' '} {c.candidate} ({c.file})" for c in found]
    say([asdict(one) for one in found], as_json, words or [_NOBODY[read_settings().speech]])


def _ranked(
    office: Office, posting: str | None, like: Sequence[str], top: int, conditions: Conditions
) -> Sequence[CandidateMatch]:
    if posting is None and not like:
        raise NothingToFind(words="")
    asked = named_posting(posting, office) if posting is not None else None
    chosen = [_chosen(office, name) for name in like]
    _check_pool(office, chosen)
    if asked is not None:
        return office.find(asked, top, conditions=conditions)
    return office.similar(chosen, top, conditions=conditions)


def _chosen(office: Office, name: str) -> Resume:
    file = Path(name)
    return office.intake.receive_one(file, file.name) if file.is_file() else office.intake.named(name)


def _check_pool(office: Office, besides: Sequence[Resume] = ()) -> None:
    if not set(office.intake.pool_hashes()) - {resume.sha256 for resume in besides}:
        raise EmptyPool


def _counted(office: Office, conditions: Conditions) -> dict[str, Any]:
    """Everyone, with what their resumes say of the conditions."""
    _check_pool(office)
    counted = office.count(conditions)
    language = office.settings.speech

    def rows(hashes: Sequence[str]) -> list[dict[str, Any]]:
        return [
            {
                "resume": resume.sha256,
                "candidate": resume.candidate,
                "file": resume.file,
                "why": [asdict(one) for one in grounds(resume, counted.facts[resume.sha256], conditions, language)],
            }
            for resume in office.intake.some(hashes)
        ]

    return {"of": counted.of, "fulfilling": rows(counted.fulfilling), "unknown": rows(counted.unknown)}


def _counted_words(counted: dict[str, Any]) -> list[str]:
    rows = [
        f"{sign} {row['candidate']} ({row['file']})  {' · '.join(one['words'] for one in row['why'])}"
        for sign, name in (("+", "fulfilling"), ("?", "unknown"))
        for row in counted[name]
    ]
    return [f"{len(counted['fulfilling'])} / {counted['of']} (+), {len(counted['unknown'])} (?)", *rows]
