"""From results to the props of the page's elements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Literal

import chainlit as cl

from agents.answers import Source
from agents.assessor import Draft
from chat.words import say, warning_words
from records.assessment import Assessment
from records.errors import RecruitingError
from records.language import Language
from records.posting import Posting
from records.resume import Resume
from retrieval.matching import Match

Failed = tuple[str, RecruitingError]
"""A file's name and why it could not be read."""


def match_list(resume: Resume, matches: Sequence[Match], strong_line: float, language: Language) -> cl.CustomElement:
    """The best postings with similarity bars and reasons."""
    props = {
        "language": language,
        "resume": resume.sha256,
        "candidate": resume.candidate,
        "strong_line": strong_line,
        "matches": [asdict(match) for match in matches],
    }
    return cl.CustomElement(name="MatchList", display="inline", props=props)


def assessment_card(resume: Resume, posting: Posting, matches: Sequence[Match], language: Language) -> cl.CustomElement:
    """A card without an assessment yet; `written` and `failed` fill it."""
    props = {
        "language": language,
        "status": "writing",
        "resume": resume.sha256,
        "candidate": resume.candidate,
        "file": resume.file,
        "posting": {"id": posting.id, "title": posting.title},
        "read": {
            "lines": len(resume.lines),
            "pages": resume.pages,
            "source": resume.source,
            "hidden": len(resume.hidden),
            "warnings": _warnings(resume, language),
        },
        "assessment": {},
        "others": [
            {"posting": match.posting, "title": match.title, "similarity": match.similarity}
            for match in matches
            if match.posting != posting.id
        ],
    }
    return cl.CustomElement(name="AssessmentCard", display="inline", props=props)


async def written(card: cl.CustomElement, part: Draft | Assessment) -> None:
    """Show what is written so far, or the whole assessment."""
    status = "done" if isinstance(part, Assessment) else "writing"
    shown = part.model_dump()
    shown["ratings"] = sorted(shown["ratings"], key=lambda rating: rating["necessity"] != "must")  # must-haves first
    card.props = {**card.props, "status": status, "assessment": shown}
    await card.update()


async def failed(card: cl.CustomElement, error: RecruitingError, language: Language) -> None:
    """Show why there is no assessment, and what can be done."""
    said = {"message": error.message(language), "advice": error.advice(language)}
    card.props = {**card.props, "status": "failed", "error": said}
    await card.update()


def receipt(
    received: int, failures: Sequence[Failed], language: Language, of: Literal["resumes", "postings"] = "resumes"
) -> cl.CustomElement:
    """What became of a drop of resumes or postings."""
    rows = [{"file": f, "message": e.message(language), "advice": e.advice(language)} for f, e in failures]
    props = {"language": language, "of": of, "received": received, "read": received - len(rows), "failed": rows}
    return cl.CustomElement(name="Receipt", display="inline", props=props)


def sources(found: Sequence[Source], language: Language) -> cl.CustomElement:
    """The lines an answer rests on."""
    rows = [{"resume": source.resume_sha, **asdict(source)} for source in found]
    return cl.CustomElement(name="Sources", display="inline", props={"language": language, "sources": rows})


def resume_page(resume: Resume, lines: tuple[int, int], language: Language, panel: str) -> cl.CustomElement:
    """The side panel: the page with the lines from first to last marked; always the same panel of a session."""
    props: dict[str, Any] = {
        "language": language,
        "resume": resume.sha256,
        "candidate": resume.candidate,
        "file": resume.file,
        "pages": resume.pages,
        "first_line": lines[0],
        "last_line": lines[1],
        "lines": [asdict(line) for line in resume.lines],
    }
    page = cl.CustomElement(name="ResumePage", display="side", props=props)
    page.id = panel
    return page


def _warnings(resume: Resume, language: Language) -> list[str]:
    told = [warning_words(code, language) for code in resume.warnings]
    return [*told, *(say("suspicious", language, n=line.line) for line in resume.suspicious)]
