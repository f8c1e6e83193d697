"""What a message leads to: a screening, postings, an answer."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import chainlit as cl

from agents.answers.everyone import asks_everyone
from agents.answers.pool_questions import asks_of_pool
from agents.screening.screening import SentFile
from agents.screening.weighing_words import asks_weighing
from chat import (
    answering,
    batch_questions,
    batches,
    files_out,
    finding,
    interviews,
    library,
    posting_drafts,
    postings,
    vectors,
)
from chat.naming_documents import says_document
from chat.office import office
from chat.screening import ReceivedFile, match_and_assess, named_posting, screen
from chat.session import conversation, spoken
from chat.stopping import offer_stop_button
from chat.words import say
from records.assessment import Assessment
from records.errors import NoResumeYet, RecruitingError
from records.language import Language, language_of
from records.posting import Posting
from records.resume import Resume
from samples import resume_files


@asynccontextmanager
async def reported_errors() -> AsyncIterator[None]:
    """Whatever goes wrong is said, with what to do about it, in the user's language."""
    try:
        yield
    except RecruitingError as error:
        language = spoken()
        actions = [sample_action(language)] if isinstance(error, NoResumeYet) else []
        await cl.Message(f"{error.message(language)}\n\n{error.advice(language)}", actions=actions).send()


async def reply(message: cl.Message) -> None:
    """Do what a message asks for."""
    language = _asked_in(message.content)
    files = received_files(message)
    if not message.content.strip():
        await offer_stop_button()
    if files:
        await _receive(message, files, language)
    elif message.command == "vectors":
        await vectors.show_words(message.content, language)
    elif message.command == "library" and message.content.strip():
        await library.search(message.content.strip(), language)
    elif message.command == "write":
        await posting_drafts.write(message.content, language)
    elif _is_posting(message):
        await postings.add_pasted(message.content, language)
    elif await _about_batch(message, language):
        return
    elif message.command == "find" or (not message.command and _asks_of_pool(message.content)):
        await finding.find(message.content, language)
    elif message.command in COMMANDS:
        await COMMANDS[message.command](language)
    else:
        await answering.answer(message.content, language)


async def _about_batch(message: cl.Message, language: Language) -> bool:
    """Whether words were about the batch that was shown last, and were answered."""
    batch, words = conversation().batch, message.content
    if batch is None or message.command or not words.strip() or _POOL.search(words):
        return False
    if asks_weighing(words):
        await batches.weigh(batch, words, language)
        return True
    return await batch_questions.answered(batch, words, language)


def _asks_of_pool(question: str) -> bool:
    """Whether everybody on record is meant; with several resumes in the conversation "who" means these people."""
    here = office().server is not None and len(conversation().resumes) > 1 and asks_everyone(question)
    return asks_of_pool(question) and (not here or bool(_POOL.search(question)))


def _is_posting(message: cl.Message) -> bool:
    """Whether a posting was pasted; with the command any text of several lines is one."""
    several_lines = "\n" in message.content.strip()
    return (message.command == "postings" and several_lines) or postings.looks_like_posting(message.content)


def received_files(message: cl.Message) -> list[ReceivedFile]:
    """The files sent with a message."""
    return [ReceivedFile(element.name, Path(element.path)) for element in message.elements or [] if element.path]


async def try_sample(language: Language) -> None:
    """Screen a bundled resume in the user's language."""
    file = next(
        f
        for f in resume_files()
        if (f.suffix == ".pdf" and "lin" in f.name if language == "zh" else f.suffix == ".docx")
    )
    await cl.Message(say("sample_said", language, file=file.name)).send()
    await screen([ReceivedFile(file.name, file)], language)


def sample_action(language: Language) -> cl.Action:
    """A button that tries the sample."""
    return cl.Action(name="try_sample", payload={}, label=say("try_sample", language))


async def _receive(message: cl.Message, files: list[ReceivedFile], language: Language) -> None:
    if message.command == "library" or (not message.command and says_document(message.content)):
        await library.add_files(files, language)
        return
    if message.command == "write":
        words = f"{message.content}\n{await posting_drafts.words_of(files)}".strip()
        await posting_drafts.write(words, _asked_in(message.content.strip() or words))
        return
    if message.command == "postings" or postings.says_posting(message.content):
        await postings.add_files(files, language)
        return
    posting = await asyncio.to_thread(named_posting, message.content)
    if posting is not None:
        language = _asked_in(_beside(posting, message.content))
    if await asyncio.to_thread(_is_batch, files):
        await _screen_batch(files, language, posting, message.content)
        return
    await screen(files, language, posting)
    if message.content.strip().endswith(("?", "？")):
        await answering.answer(message.content, language)


def _is_batch(files: list[ReceivedFile]) -> bool:
    """Whether so many files came that cards one after the other would be no help."""
    if len(files) >= batches.BATCH_FROM:
        return True
    try:
        return sum(len(office().intake.unpack(file.path, file.name)) for file in files) >= batches.BATCH_FROM
    except RecruitingError:  # what cannot be opened is told where it is received
        return False


async def _screen_batch(files: list[ReceivedFile], language: Language, posting: Posting | None, words: str) -> None:
    """A new batch, or more files for the one that runs or waits for its posting."""
    sent = [SentFile(file.path, file.name) for file in files]
    unfinished = await asyncio.to_thread(office().screening.batches.unfinished, "chat", "running", "choosing")
    held = conversation().batch
    if held in {one.id for one in unfinished} and posting is None and not words.strip():
        await batches.add(sent, held, language)
        return
    best = bool(_BEST.search(words))
    await batches.begin(sent, language, posting, chosen=best or posting is not None)


async def _how_screen(language: Language) -> None:
    await cl.Message(say("how_screen", language), actions=[sample_action(language)]).send()
    await batches.show_all(language)


async def _how_ask(language: Language) -> None:
    actions = [] if conversation().resumes else [sample_action(language)]
    await cl.Message(say("how_ask", language), actions=actions).send()


async def _match_again(language: Language) -> None:
    resumes = list(conversation().resumes.values())
    if not resumes:
        raise NoResumeYet
    await match_and_assess(resumes[-1], language)


async def _latest_kit(language: Language) -> None:
    resume, assessment = _latest()
    await interviews.write_kit(resume.sha256, assessment.posting, language)


async def _latest_export(language: Language) -> None:
    resume, assessment = _latest()
    await files_out.export(resume.sha256, assessment.posting, "docx", language)


def _latest() -> tuple[Resume, Assessment]:
    found = conversation().latest()
    if found is None:
        raise NoResumeYet
    return found


def _asked_in(words: str) -> Language:
    """The language of the words where there are enough to tell, else the browser's."""
    return language_of(words) if len(words.strip()) >= _TELLING else spoken()


def _beside(posting: Posting, words: str) -> str:
    """The words without the posting's name: who names an English title does not ask for English."""
    return re.sub(f"{re.escape(posting.title)}|{re.escape(posting.id)}", "", words, flags=re.IGNORECASE)


_TELLING: Final = 4
_BEST: Final = re.compile(r"(?i)最合适|最匹配|各自|分别|\bbest (?:posting|match|job)\b|\bbest[- ]matching\b|\beach\b")
_POOL: Final = re.compile(r"人才库|库里|全库|talent pool|on record|database", re.IGNORECASE)

COMMANDS: Final[dict[str, Callable[[Language], Awaitable[None]]]] = {
    "screen": _how_screen,
    "ask": _how_ask,
    "postings": postings.show_library,
    "match": _match_again,
    "library": library.show_library,
    "interview": _latest_kit,
    "export": _latest_export,
    "sample": try_sample,
}
