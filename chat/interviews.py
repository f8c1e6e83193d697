"""The interview kit, and messages to a candidate, in the chat."""

from __future__ import annotations

import asyncio
from typing import Any

import chainlit as cl

from agents.candidate_message import MessageKind, wish_of
from agents.interviews.interview import InterviewKit
from agents.interviews.word import kit_as_word
from agents.message_wording import KINDS
from chat.being_written import offer_other_ways, whole
from chat.files_out import DOCX, assessed, file_name
from chat.office import office
from chat.session import spoken
from chat.words import say
from records.assessment import AssessedBy
from records.errors import ModelError
from records.language import Language
from records.posting import Posting
from records.resume import Resume


async def write_kit(resume: str, posting: str, language: Language, by: AssessedBy | None = None) -> None:
    """The interview kit, to read here and as files; where the model fails that is said, and rules are offered."""
    person, job, assessment = assessed(resume, posting)
    parts = office().drafting.kit((assessment, person, job), language, by)
    try:
        kit = await whole(parts, say("kit_writing", spoken(), title=job.title), spoken(), by)
    except ModelError as error:
        payload = {"resume": resume, "posting": posting, "language": language}
        await offer_other_ways(error, "interview_kit", payload, spoken())
    else:
        await _show_kit(kit, (person, job), language)


async def draft_message(payload: dict[str, Any], language: Language, by: AssessedBy | None = None) -> None:
    """A message to the candidate, for a person to copy, complete and send."""
    person, job, assessment = assessed(str(payload["resume"]), str(payload["posting"]))
    told_in = spoken()
    kind: MessageKind = "invite" if payload["kind"] == "invite" else "decline"
    parts = office().drafting.message(wish_of(kind, person, job, assessment, language), by)
    try:
        draft = await whole(parts, say("message_writing", told_in, kind=KINDS[told_in][kind]), told_in, by)
    except ModelError as error:
        await offer_other_ways(error, "candidate_message", payload, told_in)
    else:
        props = {"language": told_in, "kind": kind, "by": draft.written_by, "text": draft.text}
        shown = cl.CustomElement(name="MessageDraft", display="inline", props=props)
        await cl.Message(say("message_head", told_in), elements=[shown]).send()


async def _show_kit(kit: InterviewKit, about: tuple[Resume, Posting], language: Language) -> None:
    person, job = about
    name = f"{say('kit', language)}-{file_name(person, job)}"
    markdown = kit.to_markdown()
    files = (("md", markdown.encode(), "text/markdown"), ("docx", await asyncio.to_thread(kit_as_word, kit), DOCX))
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
