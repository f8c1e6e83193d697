"""What leaves the chat as a file: assessments and interview kits."""

from __future__ import annotations

import asyncio
import re
from typing import Any, Literal

import chainlit as cl

from agents.candidate_message import MessageDraft, MessageKind, wish_of
from agents.export import to_docx, to_markdown
from agents.interview import InterviewKit
from agents.interview_word import kit_as_word
from agents.message_wording import KINDS
from chat.office import office
from chat.session import conversation
from chat.words import say
from records.assessment import AssessedBy, Assessment
from records.errors import ModelError, NoResumeYet
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


async def interview_kit_message(resume: str, posting: str, language: Language, by: AssessedBy | None = None) -> None:
    """The interview kit, to read here and as files; where the model fails that is said, and rules are offered."""
    person, job, assessment = _held(resume, posting)
    told = cl.Message(say("kit_writing", language, title=job.title))
    await told.send()
    try:
        await asyncio.to_thread(office().check_assessor, by)
        async for part in office().drafting.kit((assessment, person, job), language, by):
            if isinstance(part, InterviewKit):
                await told.remove()
                await _show_kit(part, (person, job), language)
    except ModelError as error:
        await told.remove()
        payload = {"resume": resume, "posting": posting, "language": language, "by": "rules"}
        action = cl.Action(name="interview_kit", payload=payload, label=say("kit_by_rules", language))
        await cl.Message(f"{error.message(language)} {error.advice(language)}", actions=[action]).send()


async def message_draft(payload: dict[str, Any], language: Language) -> None:
    """A message to the candidate, for a person to copy, complete and send."""
    person, job, assessment = _held(str(payload["resume"]), str(payload["posting"]))
    kind: MessageKind = "invite" if payload["kind"] == "invite" else "decline"
    wish = wish_of(kind, person, job, assessment, language)
    by: AssessedBy | None = "rules" if payload.get("by") == "rules" else None
    try:
        await asyncio.to_thread(office().check_assessor, by)
        async for part in office().drafting.message(wish, by):
            if isinstance(part, MessageDraft):
                label = KINDS[language][f"by_{part.written_by}"]
                await cl.Message(f"{say('message_head', language)}{label}\n\n```text\n{part.text}\n```").send()
    except ModelError as error:
        action = cl.Action(
            name="candidate_message", payload={**payload, "by": "rules"}, label=say("kit_by_rules", language)
        )
        await cl.Message(f"{error.message(language)} {error.advice(language)}", actions=[action]).send()


async def _show_kit(kit: InterviewKit, about: tuple[Resume, Posting], language: Language) -> None:
    person, job = about
    name = f"{say('kit', language)}-{_file_name(person, job)}"
    markdown = kit.to_markdown()
    files = (("md", markdown.encode(), "text/markdown"), ("docx", await asyncio.to_thread(kit_as_word, kit), _DOCX))
    elements: list[cl.File] = [
        cl.File(name=f"{name}.{ending}", content=content, mime=mime, display="inline")
        for ending, content, mime in files
    ]
    held = {"resume": person.sha256, "posting": job.id}
    actions = [
        cl.Action(name="interview_kit", payload={**held, "language": "zh"}, label="中文"),
        cl.Action(name="interview_kit", payload={**held, "language": "en"}, label="English"),
        *(
            cl.Action(
                name="candidate_message",
                payload={**held, "kind": kind, "language": language},
                label=KINDS[language][kind],
            )
            for kind in ("invite", "decline")
        ),
    ]
    await cl.Message(markdown, elements=[*elements], actions=actions).send()


def _held(resume: str, posting: str) -> tuple[Resume, Posting, Assessment]:
    held = conversation()
    assessment = held.assessment(resume, posting)
    if resume not in held.resumes or assessment is None:
        raise NoResumeYet
    return held.resumes[resume], held.postings.get(posting) or office().library.find(posting), assessment


def _file_name(resume: Resume, posting: Posting) -> str:
    words = f"{resume.candidate.rsplit('.', 1)[0]}-{posting.title}"
    return re.sub(r"[^\w\u4e00-\u9fff\-]+", "-", words).strip("-")[:80]
