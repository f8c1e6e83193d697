"""What of a conversation fits into the model's context, counted by the server that serves the model."""

from __future__ import annotations

import asyncio
import hashlib
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from agents.answers.extractive_answers import RankLines
from agents.chat_model import ChatModel
from records.redacted import RedactedText
from retrieval.model_server import ServedModel

UNKNOWN_CONTEXT: Final = 32_768
"""Where the server does not say how much it takes: what every server of Qwen3-4B-Instruct-2507 can be expected to."""
RESERVE: Final = 512
"""For the marks of the chat template and the places where blocks meet: counts add up nearly, not exactly."""
CERTAIN_SHARE: Final = 0.25
"""An estimate below this share of the room needs no count: the smallest units of a tokenizer are bytes, and no
character has more than four of them, so no text has more than four tokens for each that the estimate gives."""
AT_ONCE: Final = 4
_SINGLE: Final = re.compile(r"[^\x00-\x7f]|[0-9]")
_MOST_KEPT: Final = 10_000
_LINES_THAT_TELL: Final = 3


class ServedChatModel(ChatModel, Protocol):
    """A language model whose server tells within 3 seconds whether it is there, and how much it can read."""

    def answers(self) -> Sequence[ServedModel]:
        """The models served; raises `ModelUnavailable`."""
        ...


@dataclass(frozen=True)
class Chosen:
    """The candidates that fit, and those left out, each in the conversation's order."""

    kept: tuple[int, ...]
    left_out: tuple[int, ...]


def estimated_tokens(text: str) -> int:
    """A careful estimate for Qwen3: one for a digit and for every character beyond ASCII, one for three others.

    Its tokenizer takes each digit by itself, and line numbers make many; English comes at four to five characters a
    token, Chinese at about 1.5.
    """
    singles = len(_SINGLE.findall(text))
    return singles + math.ceil((len(text) - singles) / 3)


class TokenCounter:
    """Counts texts at the server, each text once; by estimate where the server cannot count."""

    def __init__(self, server: ChatModel, model: str) -> None:
        self._server = server
        self._model = model
        self._kept: dict[bytes, int] = {}
        self._cannot = False

    async def counts(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text as a message by itself: a little more than it has within a longer one."""
        gate = asyncio.Semaphore(AT_ONCE)

        async def counted(text: str) -> int:
            async with gate:
                return await self._count(text)

        return list(await asyncio.gather(*(counted(text) for text in texts)))

    async def sizes(self, texts: Sequence[str], room: int) -> list[int]:
        """Tokens of each text; the server is asked only where the estimate leaves open whether all fit into `room`."""
        estimates = [estimated_tokens(text) for text in texts]
        return estimates if sum(estimates) <= room * CERTAIN_SHARE else await self.counts(texts)

    async def _count(self, text: str) -> int:
        key = hashlib.sha256(text.encode()).digest()
        if key not in self._kept:
            exact = None
            if not self._cannot:
                exact = await self._server.count_tokens(({"role": "user", "content": text},), self._model)
                self._cannot = exact is None
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = estimated_tokens(text) if exact is None else exact
        return self._kept[key]


def context_of(served: Sequence[ServedModel], model: str) -> int:
    """How many tokens the served model takes for question and answer together."""
    return next((one.max_tokens for one in served if one.name == model and one.max_tokens), UNKNOWN_CONTEXT)


def chosen(tokens: Mapping[int, int], room: int, order: Sequence[int]) -> Chosen:
    """Candidates are taken in `order` while they fit; a long one that does not leaves its place to shorter ones."""
    kept: set[int] = set()
    for number in order:
        if tokens[number] <= room:
            kept.add(number)
            room -= tokens[number]
    return Chosen(tuple(n for n in tokens if n in kept), tuple(n for n in tokens if n not in kept))


def by_relevance(
    question: RedactedText, lines: Mapping[int, Sequence[RedactedText]], rank: RankLines | None
) -> list[int]:
    """The candidates, those first whose best lines are closest to the question; without a ranking as they came."""
    if rank is None:
        return list(lines)
    scores = list(rank(question, [line for of_one in lines.values() for line in of_one]))
    told: dict[int, float] = {}
    for number, of_one in lines.items():
        own, scores = scores[: len(of_one)], scores[len(of_one) :]
        told[number] = sum(sorted(own, reverse=True)[:_LINES_THAT_TELL])
    return sorted(lines, key=lambda number: -told[number])
