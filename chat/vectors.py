"""See the vectors: what a requirement or free words are as numbers, and how near they are to the lines of a resume."""

from __future__ import annotations

import asyncio
from dataclasses import asdict, dataclass
from typing import Any, Final

import chainlit as cl
import numpy as np

from agents.vector_view import BestCells, VectorView, best_cells, vector_view
from chat.figures import Named, heat_map, spread, with_config
from chat.office import office
from chat.session import conversation
from chat.words import say
from records.errors import NoResumeYet
from records.language import Language
from records.posting import Posting, Requirement
from records.redacted import RedactedText
from records.resume import Resume
from retrieval.embedding import Task
from retrieval.redaction import redact_text

_TASK: Final[Task] = "posting_to_resumes"
"""Free words are compared as a requirement is: with the same instruction to the model."""
_LONGEST_WORDS: Final = 2_000
"""Letters; of more the bundled model would read the beginning only."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A requirement as numbers, and the best pairs of the posting's requirements and the resume's lines."""

    requirement: Requirement
    text: RedactedText
    vector: VectorView
    cells: BestCells


async def show(resume: Resume | None, posting: Posting, language: Language, requirement: str = "") -> None:
    """The side panel with a requirement's vector, by default the one that is met best, and the heat map."""
    seen = await asyncio.to_thread(_seen, resume, posting, requirement)
    rows = [Named(posting.requirements[row].id, posting.requirements[row].text) for row in seen.cells.rows]
    lines = [resume.lines[column] for column in seen.cells.columns] if resume else []
    columns = [Named(f"L{line.n}", line.text) for line in lines]
    drawn = [heat_map(seen.cells, rows, columns, language)] if columns else []
    figures = [_element(figure) for figure in (*drawn, spread(seen.vector.histogram, language))]
    for figure in figures:
        await figure.send(for_id="", persist=False)  # shown by the panel, not by a message
    props = {**_props(seen, posting, resume, language), "figures": [figure.to_dict() for figure in figures]}
    panel = cl.CustomElement(name="Vectors", display="side", props=props)
    panel.id = conversation().side_panel
    await panel.send(for_id="", persist=False)


async def show_words(words: str, language: Language) -> None:
    """Free words beside the latest resume; without words the latest resume beside its best posting."""
    held = conversation()
    resume = next(reversed(held.resumes.values()), None)
    if words.strip():
        await cl.Message(say("vectors_of_words", language)).send()
        await show(resume, _as_posting(words.strip()[:_LONGEST_WORDS], language), language)
        return
    matches = held.matches.get(resume.sha256, ()) if resume else ()
    if not matches:
        raise NoResumeYet
    posting = await asyncio.to_thread(office().library.find, matches[0].posting)
    await cl.Message(say("vectors_of_match", language, title=posting.title)).send()
    await show(resume, posting, language)


def _element(figure: Any) -> cl.Plotly:
    element = cl.Plotly(name=figure.layout.title.text, figure=figure, display="inline")
    element.content = with_config(element.content)
    return element


def _as_posting(words: str, language: Language) -> Posting:
    """Words as a posting of one requirement, which is no posting of the library and has no id."""
    asked = Requirement(id="", text=words, kind="skill", necessity="must", weight=1)
    return Posting(id="", title=words, text=words, language=language, requirements=(asked,))


def _seen(resume: Resume | None, posting: Posting, wanted: str) -> _Seen:
    """Takes as long as embedding takes."""
    cosines = (
        office().matching.similarity_by_line(resume, posting)
        if resume
        else np.zeros((len(posting.requirements), 0), dtype=np.float32)
    )
    best = int(cosines.max(axis=1).argmax()) if cosines.size else 0
    at = next((n for n, asked in enumerate(posting.requirements) if asked.id == wanted), best)
    requirement = posting.requirements[at]
    text = redact_text(requirement.text)
    vector = vector_view(office().embedding.embed_queries([text], _TASK)[0])
    return _Seen(requirement, text, vector, best_cells(cosines))


def _props(seen: _Seen, posting: Posting, resume: Resume | None, language: Language) -> dict[str, Any]:
    return {
        "language": language,
        "posting": posting.id,
        "title": posting.title,
        "resume": resume.sha256 if resume else "",
        "candidate": resume.candidate if resume else "",
        "requirement": seen.requirement.id,
        "requirements": [{"id": asked.id, "text": asked.text} for asked in posting.requirements],
        "vector": {
            "model": office().embedding.model,
            "dimensions": seen.vector.dimensions,
            "length": seen.vector.length,
            "text": seen.text,
            "values": seen.vector.first,
        },
        "pairs": _pairs(seen.cells, posting, resume) if resume else [],
    }


def _pairs(cells: BestCells, posting: Posting, resume: Resume) -> list[dict[str, Any]]:
    """What the heat map says, for those who cannot see it, the best first: the best line of each requirement.

    Of free words, which are one row, every line shown.
    """
    kept = [range(len(row)) if not posting.id else (row.index(max(row)),) for row in cells.cosines]
    found = [
        (row[column], at, cells.columns[column])
        for at, row, columns in zip(cells.rows, cells.cosines, kept, strict=True)
        for column in columns
    ]
    return [
        {
            "requirement": posting.requirements[at].text if posting.id else "",
            "line": asdict(resume.lines[line]),
            "similarity": cosine,
        }
        for cosine, at, line in sorted(found, key=lambda pair: (-pair[0], pair[1:]))
    ]
