"""The library of documents in the chat: added by file, searched by question, shown, removed."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Sequence
from typing import Final

import chainlit as cl

from agents.intake import Arrival
from agents.shelf import Added
from chat.elements import Tally, receipt
from chat.library_results import library_added, library_found, library_list, library_similar
from chat.office import office
from chat.screening import ReceivedFile, arrivals
from chat.session import conversation
from chat.words import say
from records.errors import RecruitingError
from records.language import Language
from retrieval.document_ranking import Found, FoundDocument

_MOST_PASSAGES: Final = 12
_MOST_SIMILAR: Final = 5
_TELL_SECONDS: Final = 0.5
"""Least time between two updates of a step: each goes to the page."""

_at_work: set[asyncio.Task[None]] = set()
"""Adding that goes on after its message was answered; a task that nobody holds may be collected."""

logger = logging.getLogger(__name__)


async def show_library(language: Language) -> None:
    """What is in the library, and how to add to it."""
    documents = await asyncio.to_thread(office().shelf.all)
    elements = [library_list(documents, language)] if documents else []
    text = say("library_head" if documents else "library_empty", language, n=len(documents))
    await cl.Message(text, elements=elements).send()


async def search(words: str, language: Language) -> None:
    """Passages for a question, by document."""
    documents = await asyncio.to_thread(office().shelf.all)
    if not documents:
        await cl.Message(say("library_empty", language)).send()
        return
    begins = "library_searching" if office().embedding.loaded else "library_searching_after_loading"
    async with cl.Step(name=say(begins, language), type="tool") as step:
        found = await asyncio.to_thread(_search, words)
        step.name = say("library_searching", language)
        step.output = say("library_searched", language, n=len(found.documents), total=len(documents))
    if not found.documents:
        await cl.Message(say("library_nothing", language)).send()
        return
    await cl.Message("", elements=[library_found(words, found, documents, language)]).send()


async def similar(document_id: str, language: Language) -> None:
    """Documents like one of the library."""
    shelf = office().shelf
    document = await asyncio.to_thread(shelf.find, document_id)
    found = await asyncio.to_thread(_like, document.id)
    if not found:
        await cl.Message(say("library_none_similar", language, title=document.title)).send()
        return
    known = await asyncio.to_thread(shelf.all)
    await cl.Message("", elements=[library_similar(document, found, known, language)]).send()


async def add_files(files: Sequence[ReceivedFile], language: Language) -> None:
    """Add files behind the chat, which stays free for questions: a long document takes a minute."""
    task = asyncio.create_task(_add(files, language))
    _at_work.add(task)
    task.add_done_callback(_ended)


async def _add(files: Sequence[ReceivedFile], language: Language) -> None:
    tally, added = Tally(), list[Added]()
    async for arrival in arrivals(files, language, tally):
        try:
            added.append(await _added(arrival, language))
        except RecruitingError as error:
            tally.failures.append((arrival.shown, error))
    if added:
        await cl.Message("", elements=[library_added(added, language)]).send()
    if tally.failures:
        await cl.Message("", elements=[receipt(tally, language, "documents")]).send()


async def _added(arrival: Arrival, language: Language) -> Added:
    async with cl.Step(name=say("reading", language, file=arrival.shown), type="tool") as step:
        tell = _Progress(step, arrival.shown, language)
        try:
            added = await asyncio.to_thread(office().shelf.add, arrival, tell.recognising, tell.embedded)
        except RecruitingError as error:
            step.is_error, step.output = True, error.message(language)
            raise
        step.name = say("library_adding", language, file=arrival.shown)
        counts = {"lines": len(added.reading.lines), "pages": added.reading.pages}
        step.output = say("read_done" if added.new else "library_known", language, **counts)
    return added


class _Progress:
    """Shows in a step how far a thread is; its methods are called in that thread."""

    def __init__(self, step: cl.Step, file: str, language: Language) -> None:
        self._step = step
        self._file = file
        self._language = language
        self._loop = asyncio.get_running_loop()
        self._told = 0.0

    def recognising(self) -> None:
        """Recognition begins, which takes seconds a page."""
        self._tell(say("reading_slowly", self._language, file=self._file))

    def embedded(self, done: int, total: int) -> None:
        """So many of so many passages are embedded."""
        if time.monotonic() - self._told >= _TELL_SECONDS:
            self._tell(say("library_adding_part", self._language, file=self._file, done=done, total=total))

    def _tell(self, name: str) -> None:
        self._told = time.monotonic()
        asyncio.run_coroutine_threadsafe(self._update(name), self._loop)

    async def _update(self, name: str) -> None:
        if not self._step.end:  # what was sent from the thread may come after the step is over
            self._step.name = name
            await self._step.update()


def _search(words: str) -> Found:
    return office().shelf.search(words, _MOST_PASSAGES, _strong_line())


def _like(document_id: str) -> tuple[FoundDocument, ...]:
    return office().shelf.like(document_id, _MOST_SIMILAR, _strong_line())


def _strong_line() -> float:
    """Called in a thread only: it waits for a model that is still loading."""
    return office().line.in_force(conversation().strong_line).value


def _ended(task: asyncio.Task[None]) -> None:
    _at_work.discard(task)
    if not task.cancelled() and (error := task.exception()) is not None:
        logger.error("adding documents ended early", exc_info=error)
