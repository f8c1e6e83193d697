"""What leaves the chat as a file: assessments and interview kits."""

from __future__ import annotations

import asyncio
import re
from typing import Literal

import chainlit as cl

from agents.export import to_docx, to_markdown
from agents.interview import interview_kit
from chat.office import office
from chat.session import conversation
from chat.words import say
from records.assessment import Assessment
from records.errors import NoResumeYet
from records.language import Language
from records.posting import Posting
from records.resume import Resume

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


async def export(resume: str, posting: str, kind: Literal["md", "docx"], language: Language) -> None:
    """The assessment as a Markdown or Word file."""
    found = _held(resume, posting)
    if kind == "docx":
        content: bytes = await asyncio.to_thread(to_docx, found[2], found[0], found[1])
    else:
        content = to_markdown(found[2], found[0], found[1]).encode()
    name = f"{_file_name(found[0], found[1])}.{kind}"
    file = cl.File(name=name, content=content, mime=_DOCX if kind == "docx" else "text/markdown", display="inline")
    await cl.Message(say("exported", language, file=name), elements=[file]).send()


async def interview_kit_message(resume: str, posting: str, language: Language) -> None:
    """The interview kit, to read here and as a file."""
    person, job, assessment = _held(resume, posting)
    kit = interview_kit(assessment, person, job, language).to_markdown()
    name = f"{say('kit', language)}-{_file_name(person, job)}.md"
    file = cl.File(name=name, content=kit.encode(), mime="text/markdown", display="inline")
    await cl.Message(kit, elements=[file]).send()


def _held(resume: str, posting: str) -> tuple[Resume, Posting, Assessment]:
    held = conversation()
    assessment = held.assessment(resume, posting)
    if resume not in held.resumes or assessment is None:
        raise NoResumeYet
    return held.resumes[resume], held.postings.get(posting) or office().library.find(posting), assessment


def _file_name(resume: Resume, posting: Posting) -> str:
    words = f"{resume.candidate.rsplit('.', 1)[0]}-{posting.title}"
    return re.sub(r"[^\w\u4e00-\u9fff\-]+", "-", words).strip("-")[:80]
