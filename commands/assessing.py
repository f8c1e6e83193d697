"""`bole assess`: a resume against a posting."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated, Literal

import typer

from agents.office import Office
from agents.words import DECISION_WORDS, VERDICT_WORDS
from commands.output import Json, opened_office, say
from commands.postings import named_posting
from records.assessment import AssessedBy, Assessment
from records.errors import RecruitingError
from records.posting import Posting
from records.resume import Resume

app = typer.Typer()


@app.command()
def assess(
    resume: Path,
    posting: Annotated[str, typer.Option("--posting", help="id or title in the library, or a file")],
    by: Annotated[Literal["rules", "model"] | None, typer.Option("--by")] = None,
    as_json: Json = False,
) -> None:
    """A resume against a posting: ratings with evidence, score, recommendation."""
    with opened_office() as office:
        received = office.intake.receive_one(resume, resume.name)
        assessment = asyncio.run(assessed(office, received, named_posting(posting, office), by))
    say(assessment.model_dump(), as_json, _assessment_words(assessment))


async def assessed(office: Office, resume: Resume, posting: Posting, by: AssessedBy | None) -> Assessment:
    """The assessment of a resume for a posting, when it is written."""
    async for part in office.assessing.assess(resume, posting, office.settings.speech, by):
        if isinstance(part, Assessment):
            return part
    raise RecruitingError(reason="the assessor ended without an assessment")


def _assessment_words(assessment: Assessment) -> list[str]:
    language = assessment.language
    rows = [
        f"{VERDICT_WORDS[language][rating.verdict]}  {rating.text}  {rating.comment}" for rating in assessment.ratings
    ]
    decided = DECISION_WORDS[language][assessment.recommendation.decision]
    return [f"{assessment.score:.1f} / 10  {decided}", assessment.fit, *rows]
