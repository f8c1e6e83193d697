"""What the buttons of the page's elements do; each answer goes back to the element that asked."""

from __future__ import annotations

import asyncio
import base64
import struct
from collections.abc import Awaitable, Callable
from typing import Final

import chainlit as cl

from chat import answering, files_out, finding, library, posting_list, strong_line, vectors, versions
from chat.batch_actions import BATCHES
from chat.elements import resume_page
from chat.going_on import go_on, keep
from chat.library_results import document_page
from chat.office import office
from chat.replies import try_sample
from chat.reranking import rerank_again
from chat.screening import assess, match_and_assess
from chat.session import conversation, spoken
from chat.stopping import stoppable
from chat.writing_actions import WRITING, Answer, Payload
from records.errors import RecruitingError
from records.resume import Resume


async def perform(action: cl.Action) -> Answer:
    """Do what a button stands for; what goes wrong is told where the button is."""
    await go_on()
    try:
        return await ACTIONS[action.name](action.payload)
    except RecruitingError as error:
        language = spoken()
        return {"error": f"{error.message(language)} {error.advice(language)}"}
    finally:
        await keep()


async def _show_lines(payload: Payload) -> Answer:
    resume = await _resume(payload)
    last = len(resume.lines)  # lines from 0 to 0 mark nothing
    first_line, last_line = (min(max(0, int(payload[key])), last) for key in ("first_line", "last_line"))
    page = resume_page(resume, (first_line, last_line), spoken(), conversation().side_panel)
    await page.send(for_id="", persist=False)
    return None


async def _resume_page(payload: Payload) -> Answer:
    return _picture(await asyncio.to_thread(office().intake.page_picture, await _resume(payload), int(payload["page"])))


async def _show_document(payload: Payload) -> Answer:
    shelf = office().shelf
    document = await asyncio.to_thread(shelf.find, str(payload["document"]))
    reading = await asyncio.to_thread(shelf.reading, document)
    first_line, last_line = (min(max(0, int(payload[key])), len(reading.lines)) for key in ("first_line", "last_line"))
    page = document_page(document, reading, (first_line, last_line), spoken(), conversation().side_panel)
    await page.send(for_id="", persist=False)
    return None


async def _document_page(payload: Payload) -> Answer:
    shelf = office().shelf
    document = await asyncio.to_thread(shelf.find, str(payload["document"]))
    return _picture(await asyncio.to_thread(shelf.page_picture, document, int(payload["page"])))


async def _similar_documents(payload: Payload) -> Answer:
    await library.similar(str(payload["document"]), spoken())
    return None


async def _remove_document(payload: Payload) -> Answer:
    removed = await asyncio.to_thread(office().shelf.remove, str(payload["document"]))
    return {"removed": removed.id}


def _picture(picture: bytes) -> Answer:
    width, height = struct.unpack(">II", picture[16:24])  # a PNG states its size right after its signature
    return {
        "image": f"data:image/png;base64,{base64.b64encode(picture).decode()}",
        "width": width,
        "height": height,
    }


async def _assess(payload: Payload) -> Answer:
    resume = await _resume(payload)
    conversation().resumes.setdefault(resume.sha256, resume)  # a candidate found in the pool joins here
    await stoppable(assess(resume, office().library.find(payload["posting"]), spoken(), payload.get("by")))
    return None


async def _strong_line(payload: Payload) -> Answer:
    return await strong_line.move(float(payload["value"]))


async def _keep_line(payload: Payload) -> Answer:  # noqa: ARG001
    return await strong_line.keep()


async def _reset_line(payload: Payload) -> Answer:  # noqa: ARG001
    return await strong_line.reset()


async def _vectors(payload: Payload) -> Answer:
    posting = await asyncio.to_thread(office().library.find, payload["posting"])
    await vectors.show(await _resume(payload), posting, spoken(), str(payload.get("requirement", "")))
    return None


async def _export(payload: Payload) -> Answer:
    await files_out.export(payload["resume"], payload["posting"], payload["format"], spoken())
    return None


async def _postings_page(payload: Payload) -> Answer:
    return await asyncio.to_thread(posting_list.page, office().library, payload)


def _posting_change(action: str) -> Callable[[Payload], Awaitable[Answer]]:
    async def changed(payload: Payload) -> Answer:
        return await asyncio.to_thread(posting_list.change, office().library, action, payload)

    return changed


async def _rerank_again(payload: Payload) -> Answer:  # noqa: ARG001
    await rerank_again(spoken())
    return None


async def _try_sample(payload: Payload) -> Answer:  # noqa: ARG001
    await try_sample(spoken())
    return None


async def _version(payload: Payload) -> Answer:
    await versions.decide(str(payload["newer"]), str(payload["older"]), str(payload["choice"]))
    return None


async def _find_candidates(payload: Payload) -> Answer:
    await finding.show(finding.wanted_of(payload), spoken())
    return None


async def _search_candidates(payload: Payload) -> Answer:
    return {"list": await finding.shown_again(payload, spoken())}


async def _match_candidate(payload: Payload) -> Answer:
    resume = await _resume(payload)
    conversation().resumes.setdefault(resume.sha256, resume)
    await stoppable(match_and_assess(resume, spoken()))
    return None


async def _ask_again(payload: Payload) -> Answer:
    await answering.again(payload)
    return None


async def _search_instead(payload: Payload) -> Answer:
    await answering.again(payload, "rules")
    return None


async def _resume(payload: Payload) -> Resume:
    """A resume of the conversation, an earlier version of one, or any of the records."""
    held, sha256 = conversation(), str(payload.get("resume"))
    return held.resumes.get(sha256) or held.earlier.get(sha256) or await finding.received(sha256)


ACTIONS: Final[dict[str, Callable[[Payload], Awaitable[Answer]]]] = {
    "show_lines": _show_lines,
    "resume_page": _resume_page,
    "assess": _assess,
    "strong_line": _strong_line,
    "keep_line": _keep_line,
    "reset_line": _reset_line,
    "vectors": _vectors,
    **WRITING,
    **BATCHES,
    "export": _export,
    "postings_page": _postings_page,
    **{action: _posting_change(action) for action in posting_list.CHANGES},
    "show_document": _show_document,
    "document_page": _document_page,
    "similar_documents": _similar_documents,
    "remove_document": _remove_document,
    "try_sample": _try_sample,
    "rerank_again": _rerank_again,
    "version": _version,
    "find_candidates": _find_candidates,
    "search_candidates": _search_candidates,
    "match_candidate": _match_candidate,
    "ask_again": _ask_again,
    "search_instead": _search_instead,
}
