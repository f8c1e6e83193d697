"""From results to the props of the page's elements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal

import chainlit as cl

from agents.answers.answers import Row, Source
from agents.assessors.assessor import Draft
from chat.reading_words import suspicious_because, unseen_because, warnings_told
from chat.shown_assessment import shown_assessment
from records.assessment import Assessment
from records.errors import RecruitingError
from records.language import Language
from records.posting import Posting
from records.resume import Resume
from retrieval.matching import Match

Failed = tuple[str, RecruitingError]
"""A file's name and why it could not be read."""

_HIDDEN_SHOWN: Final = 100
_LETTERS_SHOWN: Final = 600


def match_list(
    resume: Resume, matches: Sequence[Match], strong_line: dict[str, Any], language: Language
) -> cl.CustomElement:
    """The best postings with similarity bars and reasons; `strong_line` as `chat.strong_line` shows it."""
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
        "read": _read(resume, language),
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
    card.props = {**card.props, "status": status, "assessment": shown_assessment(part)}
    await card.update()


async def failed(card: cl.CustomElement, error: RecruitingError, language: Language) -> None:
    """Show why there is no assessment, and what can be done."""
    said = {"message": error.message(language), "advice": error.advice(language)}
    card.props = {**card.props, "status": "failed", "error": said}
    await card.update()


async def stopped(card: cl.CustomElement) -> None:
    """Show that a person stopped the assessment; what was written until then is no assessment and is taken away."""
    card.props = {**card.props, "status": "stopped", "assessment": {}}
    await card.update()


@dataclass
class Tally:
    """What became of a drop so far: received is read and failed together; of what was read, copies and versions."""

    received: int = 0
    failures: list[Failed] = field(default_factory=list)
    copies: int = 0
    """Files of the very same content as another of the drop."""
    versions: int = 0
    """Resumes that may be new versions of earlier ones."""


def receipt(
    tally: Tally, language: Language, of: Literal["resumes", "postings", "documents"] = "resumes"
) -> cl.CustomElement:
    """What became of a drop of resumes, postings or documents."""
    rows = [{"file": f, "message": e.message(language), "advice": e.advice(language)} for f, e in tally.failures]
    props = {
        "language": language,
        "of": of,
        "received": tally.received,
        "read": tally.received - len(rows),
        "failed": rows,
        "copies": tally.copies,
        "versions": tally.versions,
    }
    return cl.CustomElement(name="Receipt", display="inline", props=props)


def sources(found: Sequence[Source], language: Language) -> cl.CustomElement:
    """The lines an answer rests on."""
    rows = [{"resume": source.resume_sha, **asdict(source)} for source in found]
    return cl.CustomElement(name="Sources", display="inline", props={"language": language, "sources": rows})


def everyone_table(rows: Sequence[Row], language: Language) -> cl.CustomElement:
    """One row for each candidate of a question to everyone."""
    props = {"language": language, "rows": [asdict(row) for row in rows]}
    return cl.CustomElement(name="EveryoneTable", display="inline", props=props)


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


def _read(resume: Resume, language: Language) -> dict[str, Any]:
    """What reading found; of hidden text no more than a person would read."""
    return {
        "lines": len(resume.lines),
        "pages": resume.pages,
        "source": resume.source,
        "warnings": warnings_told(resume.warnings, language),
        "hidden": len(resume.hidden),
        "hidden_texts": [
            {"page": hidden.page, "why": unseen_because(hidden.why, language), "text": _cut(hidden.text)}
            for hidden in resume.hidden[:_HIDDEN_SHOWN]
        ],
        "suspicious": [
            {
                "why": suspicious_because(found.why, language),
                "first_line": found.line,
                "last_line": found.line,
                "page": resume.lines[found.line - 1].page,
                "quote": resume.quote(found.line, found.line),
            }
            for found in resume.suspicious
        ],
        "gaps": [asdict(gap) for gap in resume.profile.gaps],
    }


def _cut(text: str) -> str:
    return text if len(text) <= _LETTERS_SHOWN else text[:_LETTERS_SHOWN] + "…"
