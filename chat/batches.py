"""Batches in the chat: begun by a drop, watched while they run, found again by whoever comes back."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import chainlit as cl

from agents.screening.exporting import Format, exported
from agents.screening.moves import moves
from agents.screening.screening import Order, SentFile
from agents.screening.standings import Weighed
from chat.batch_board import board_of
from chat.batch_list import list_of
from chat.batch_words import say
from chat.files_out import DOCX, safe_name
from chat.office import office
from chat.session import conversation, spoken
from records.batch import Batch
from records.language import Language
from records.posting import Posting

LOOK_SECONDS: Final = 1.0
"""Between two looks at a running batch: each redraws its board."""
LOOK_SHARE: Final = 0.1
"""Most of the time that the looks may take: the list of thousands is ranked anew for each."""
BATCH_FROM: Final = 6
"""Of so many files on a drop is a batch: five cards can still be read one after the other."""
SHOWN_AGAIN: Final = 10
UNSEEN_SHOWN: Final = 3
"""Of the batches that were done unseen so many are shown unasked; the next conversation shows the next."""
CHOOSING: Final = timedelta(days=1)
"""So long a batch that waits for its posting is shown again unasked; `/screen` lists it ever after."""

_MIME: Final[dict[Format, str]] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "docx": DOCX,
}
_WATCHED: Final = "watched_batches"


@dataclass(frozen=True)
class _Watched:
    """A board on the page, and what keeps it up to date."""

    board: cl.CustomElement
    task: asyncio.Task[None]


async def begin(files: Sequence[SentFile], language: Language, posting: Posting | None, *, chosen: bool) -> None:
    """A batch of the files, whose receipt is shown at once; without a posting it waits until one is chosen."""
    by = office().assessing.default
    await asyncio.to_thread(office().check_assessor, by)
    screening, order = office().screening, Order(posting, language, by)
    name = files[0].name if len(files) == 1 else say("files", language, n=len(files))
    receiving = say("receiving", language, name=name)
    batch = await asyncio.to_thread(
        screening.begin, uuid.uuid4().hex[:16], name, order, "running" if chosen else "choosing"
    )
    conversation().batch = batch.id
    async with cl.Step(name=receiving, type="tool") as step:
        receipt = await asyncio.to_thread(screening.receive, batch.id, files)
        step.output = say("received", language, n=receipt.received)
    await show_board(batch.id, language)


async def add(files: Sequence[SentFile], batch_id: str, language: Language) -> None:
    """More files for a batch; those that it holds already are copies."""
    await asyncio.to_thread(office().screening.receive, batch_id, files)
    await show_board(batch_id, language)


async def show_board(batch_id: str, language: Language) -> None:
    """The board of a batch, kept up to date while it runs."""
    conversation().batch = batch_id
    props = await asyncio.to_thread(board_of, office(), batch_id, language)
    if props["state"] == "choosing":
        props["postings"] = await asyncio.to_thread(_postings)
    board = cl.CustomElement(name="BatchBoard", display="inline", props=props)
    await cl.Message("", elements=[board]).send()
    watch(board, language)


def watch(board: cl.CustomElement, language: Language) -> None:
    """Keep a board up to date in the background; an older board of the same batch is left as it is."""
    batch_id = board.props["batch"]
    watched: dict[str, _Watched] = cl.user_session.get(_WATCHED) or {}
    if (before := watched.get(batch_id)) is not None:
        before.task.cancel()
    watched[batch_id] = _Watched(board, asyncio.create_task(_follow(board, language)))
    cl.user_session.set(_WATCHED, watched)


def watch_again(batch_id: str, language: Language) -> None:
    """Follow the board of a batch that a button let go on."""
    watched: dict[str, _Watched] = cl.user_session.get(_WATCHED) or {}
    if (known := watched.get(batch_id)) is not None:
        watch(known.board, language)


async def _follow(board: cl.CustomElement, language: Language) -> None:
    """Until the batch is done or put aside."""
    while True:
        began = time.monotonic()
        props = {**board.props, **await asyncio.to_thread(board_of, office(), board.props["batch"], language)}
        if props != board.props:
            board.props = props
            await board.update()
        if props["state"] != "running":
            return
        await asyncio.sleep(max(LOOK_SECONDS, (time.monotonic() - began) / LOOK_SHARE))


async def show_list(batch_id: str, language: Language) -> None:
    """The whole shortlist in the side panel."""
    props = await asyncio.to_thread(list_of, office(), batch_id, language)
    panel = cl.CustomElement(name="Shortlist", display="side", props=props)
    panel.id = conversation().side_panel
    await panel.send(for_id="", persist=False)
    await cl.ElementSidebar.set_title(say("shortlist", language))


async def export(batch_id: str, kind: Format, language: Language) -> None:
    """The batch as a file to hand on."""
    found = await asyncio.to_thread(office().exporting.of, batch_id, language)
    content = await asyncio.to_thread(exported, kind, found)
    name = f"{safe_name(found.batch.name, found.batch.posting)}.{kind}"
    file = cl.File(name=name, content=content, mime=_MIME[kind], display="inline")
    await cl.Message(say("exported", language, file=name, n=len(found.places)), elements=[file]).send()


async def weighed_in_words(batch_id: str, words: str) -> Weighed:
    """Score by other weights, as people say it; a new requirement is rated for everyone first."""
    standings, language = office().standings, spoken()
    weighed = await asyncio.to_thread(standings.weigh_in_words, batch_id, words)
    if not weighed.unrated:
        return weighed
    async with cl.Step(name=say("rating_new", language), type="tool") as step:
        step.output = say("rated", language, n=await standings.rate_further(batch_id))
    after = await asyncio.to_thread(standings.shortlist, batch_id)
    return replace(weighed, after=after, moves=moves(weighed.before, after), unrated=0)


async def weigh(batch_id: str, words: str, language: Language) -> None:
    """Score by other weights, and show the list with who moved."""
    weighed = await weighed_in_words(batch_id, words)
    told = say("weighed", language, version=weighed.weighing.version, moved=len(weighed.moves))
    props = await asyncio.to_thread(list_of, office(), batch_id, language, weighed)
    await cl.Message(told, elements=[cl.CustomElement(name="Shortlist", display="inline", props=props)]).send()


async def welcome_back(language: Language) -> None:
    """Show whoever opens a conversation what is under way, waits for a posting since today, or was done unseen."""
    today = datetime.now(UTC) - CHOOSING
    done = (await asyncio.to_thread(office().screening.batches.unseen, "chat"))[:UNSEEN_SHOWN]
    for batch in await asyncio.to_thread(office().screening.batches.unfinished, "chat", "running", "choosing"):
        if batch.state == "choosing" and batch.created_at < today:
            continue
        await cl.Message(
            say("choosing" if batch.state == "choosing" else "under_way", language, name=batch.name)
        ).send()
        await show_board(batch.id, language)
    for batch in done:
        await cl.Message(say("done_unseen", language, name=batch.name)).send()
        await show_board(batch.id, language)


async def show_all(language: Language) -> None:
    """How to begin a batch, and those there are."""
    found = await asyncio.to_thread(office().screening.batches.list)
    actions = [
        cl.Action(name="batch_show", payload={"batch": batch.id}, label=_label(batch)) for batch in found[:SHOWN_AGAIN]
    ]
    await cl.Message(say("how_batch", language) + (say("earlier", language) if actions else ""), actions=actions).send()


def _label(batch: Batch) -> str:
    title = f" · {batch.posting.title}" if batch.posting else ""
    return f"{batch.name}{title} · {batch.created_at.astimezone():%Y-%m-%d %H:%M}"


def _postings() -> list[dict[str, Any]]:
    return [{"id": posting.id, "title": posting.title} for posting in office().library.all()]
