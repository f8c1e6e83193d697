"""What leaves the chat as a file: assessments."""

from __future__ import annotations

import asyncio
import re
from typing import Final, Literal

import chainlit as cl

from agents.export.export import to_docx, to_markdown
from chat.office import office
from chat.session import conversation
from chat.words import say
from records.assessment import Assessment
from records.errors import NoResumeYet
from records.language import Language
from records.posting import Posting
from records.resume import Resume

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


async def export(resume: str, posting: str, kind: Literal["md", "docx"], language: Language) -> None:
    """The assessment as a Markdown or Word file."""
    found = assessed(resume, posting)
    if kind == "docx":
        content: bytes = await asyncio.to_thread(to_docx, found[2], found[0], found[1])
    else:
        content = to_markdown(found[2], found[0], found[1]).encode()
    name = f"{file_name(found[0], found[1])}.{kind}"
    file = cl.File(name=name, content=content, mime=DOCX if kind == "docx" else "text/markdown", display="inline")
    await cl.Message(say("exported", language, file=name), elements=[file]).send()


def assessed(resume: str, posting: str) -> tuple[Resume, Posting, Assessment]:
    """What the conversation holds of a resume and a posting; raises `NoResumeYet`."""
    held = conversation()
    assessment = held.assessment(resume, posting)
    if resume not in held.resumes or assessment is None:
        raise NoResumeYet
    return held.resumes[resume], held.postings.get(posting) or office().library.find(posting), assessment


def file_name(resume: Resume, posting: Posting) -> str:
    """A name for a file about both, without its ending."""
    return safe_name(resume.candidate, posting)


def safe_name(about: str, posting: Posting | None) -> str:
    """A name for a file about a candidate or a batch, by what it is called, without its ending."""
    called = about.rsplit(".", 1)[0]
    words = f"{called}-{posting.title}" if posting else called
    return re.sub(r"[^\w\u4e00-\u9fff\-]+", "-", words).strip("-")[:80]
