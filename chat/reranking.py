"""Matching with a reranker that may be away: that is told once, and the conversation goes on without it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

import chainlit as cl

from agents.office import Office
from chat.office import office
from chat.session import conversation
from chat.words import say
from records.errors import RerankerError
from records.language import Language

Answer = TypeVar("Answer")


async def matched(match: Callable[[Office], Answer], language: Language) -> Answer:
    """What matching gives, in a thread; without the reranker, and saying so, where it is away."""
    held = conversation()
    if held.reranking:
        try:
            return await asyncio.to_thread(match, office())
        except RerankerError as error:
            held.reranking = False
            again = cl.Action(name="rerank_again", payload={}, label=say("rerank_again", language))
            told = f"{error.message(language)}\n\n{say('not_reranked', language)}"
            await cl.Message(told, actions=[again]).send()
    return await asyncio.to_thread(match, office().without_reranker())


async def rerank_again(language: Language) -> None:
    """Ask the reranker again from the next match on."""
    conversation().reranking = True
    await cl.Message(say("reranked_again", language)).send()
