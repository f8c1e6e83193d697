"""What the buttons of a batch's board and shortlist do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import chainlit as cl

from agents.screening.exporting import format_of
from agents.screening.screening import Screening
from agents.screening.shortlist import Place
from agents.screening.standings import Weighed
from agents.screening.weighing import set_by_hand
from chat import batch_questions, batches
from chat.batch_board import board_of
from chat.batch_list import list_of, place_of
from chat.elements import assessment_card, written
from chat.office import office
from chat.session import conversation, spoken
from chat.writing_actions import Answer, Payload
from records.batch import Batch
from records.errors import NothingAssessedYet, ResumeNotFound
from records.posting import Posting


async def _show(payload: Payload) -> Answer:
    await batches.show_board(_batch(payload), spoken())
    return None


async def _seen(payload: Payload) -> Answer:
    """The page showed that the batch is done: whoever comes later is not told again."""
    await asyncio.to_thread(office().screening.batches.see, _batch(payload))
    return None


async def _choose(payload: Payload) -> Answer:
    posting = await asyncio.to_thread(office().library.find, str(payload["posting"])) if payload["posting"] else None
    await asyncio.to_thread(office().screening.choose, _batch(payload), posting)
    batches.watch_again(_batch(payload), spoken())
    return await _board(payload)


def _changed(change: Callable[[Screening, str], Batch]) -> Callable[[Payload], Awaitable[Answer]]:
    async def answer(payload: Payload) -> Answer:
        await asyncio.to_thread(change, office().screening, _batch(payload))
        batches.watch_again(_batch(payload), spoken())
        return await _board(payload)

    return answer


async def _board(payload: Payload) -> Answer:
    """The board as it stands now, for the button that was pressed on it."""
    return await asyncio.to_thread(board_of, office(), _batch(payload), spoken())


async def _open(payload: Payload) -> Answer:
    await batches.show_list(_batch(payload), spoken())
    return None


async def _list(payload: Payload) -> Answer:
    return await asyncio.to_thread(list_of, office(), _batch(payload), spoken())


async def _weigh(payload: Payload) -> Answer:
    """Weights and must-haves as they stand on the sliders."""
    batch_id, weights, musts = _batch(payload), payload["weights"], payload["musts"]

    def weigh() -> Weighed:
        now = office().standings.requirements(batch_id) or ()
        then = set_by_hand(now, weights, {name: bool(must) for name, must in musts.items()})
        return office().standings.weigh(batch_id, str(payload.get("words", "")), then)

    return await _told(batch_id, await asyncio.to_thread(weigh))


async def _undo(payload: Payload) -> Answer:
    batch_id = _batch(payload)
    return await _told(batch_id, await asyncio.to_thread(office().standings.undo, batch_id, ""))


async def _told(batch_id: str, weighed: Weighed) -> Answer:
    return await asyncio.to_thread(list_of, office(), batch_id, spoken(), weighed)


async def _card(payload: Payload) -> Answer:
    """The whole card of a candidate, in the conversation."""
    batch_id, language = _batch(payload), spoken()
    place = place_of(await asyncio.to_thread(office().standings.shortlist, batch_id), int(payload["ordinal"]))
    if place is None:
        raise NothingAssessedYet
    resume = await asyncio.to_thread(office().intake.resume, place.resume)
    if resume is None:
        raise ResumeNotFound(file=place.file)
    posting = await asyncio.to_thread(posting_of, batch_id, place)
    held = conversation()
    held.resumes.setdefault(resume.sha256, resume)
    held.keep(resume, posting, place.assessment)
    card = assessment_card(resume, posting, (), language)
    card.props["opened"] = True
    await _uncover(payload)
    await cl.Message("", elements=[card]).send()
    await written(card, place.assessment)
    return None


async def _export(payload: Payload) -> Answer:
    await batches.export(_batch(payload), format_of(f"batch.{payload['format']}"), spoken())
    return None


async def _compare(payload: Payload) -> Answer:
    await _uncover(payload)
    await batch_questions.compare(_batch(payload), [int(one) for one in payload["ordinals"]], spoken())
    return None


async def _uncover(payload: Payload) -> None:
    """Close the side panel where it lies over the conversation: what was asked for appears behind it."""
    if payload.get("covered"):
        await cl.ElementSidebar.set_elements([])


def posting_of(batch_id: str, place: Place) -> Posting:
    """What a candidate was assessed for: the batch's posting as it stood, or the best of the library."""
    return office().screening.batches.get(batch_id).posting or office().library.find(place.posting)


def _batch(payload: Payload) -> str:
    return str(payload["batch"])


BATCHES: Final[dict[str, Callable[[Payload], Awaitable[Answer]]]] = {
    "batch_show": _show,
    "batch_seen": _seen,
    "batch_choose": _choose,
    "batch_pause": _changed(Screening.pause),
    "batch_go_on": _changed(Screening.go_on),
    "batch_cancel": _changed(Screening.cancel),
    "batch_retry": _changed(Screening.retry_failed),
    "batch_open": _open,
    "batch_list": _list,
    "batch_weigh": _weigh,
    "batch_undo": _undo,
    "batch_card": _card,
    "batch_export": _export,
    "batch_compare": _compare,
}
