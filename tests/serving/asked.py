"""Cases for the served chat model, and what its server says of the work it did."""

from __future__ import annotations

import random
import re
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import replace

import httpx

from agents.assessors.assessor import Case
from deploy.running import Running
from invented import posting, resume
from records.resume import Line, Resume
from retrieval.chat_request import ChatRequest, Message, Sampling
from retrieval.model_server import ModelServer
from retrieval.redaction import redact

SOON = 120.0  # a step of the engine takes well under a second; the machine may have others to serve
_SAMPLE = re.compile(r"^vllm:(\w+)(?:\{.*\})? (\S+)$", re.MULTILINE)


class AtRandomSeeds(ModelServer):
    """Every request at another seed and with no limit to the choice of words; keeps what was asked."""

    def __init__(self, url: str, seed: int, at_once: int) -> None:
        super().__init__(url, at_once=at_once)
        self._seeds = random.Random(seed)
        self.asked: list[Sequence[Message]] = []

    async def stream_chat(self, request: ChatRequest) -> AsyncGenerator[str]:
        self.asked.append(request.messages)
        sampling = Sampling(temperature=1.0, seed=self._seeds.randrange(2**31))
        async with aclosing(super().stream_chat(replace(request, sampling=sampling))) as pieces:
            async for piece in pieces:
                yield piece


def candidate(number: int, projects: int = 3) -> Resume:
    """An invented candidate whose lines nobody else has."""
    plain = resume("zh")
    own = [
        Line(len(plain.lines) + n, 2, f"Project {number}.{n}: moved {number + n} services to Go", "experience")
        for n in range(1, projects + 1)
    ]
    return replace(plain, sha256=f"{number:064x}", lines=(*plain.lines, *own))


def case_of(number: int) -> Case:
    """An invented candidate and a posting of two requirements, assessed in Chinese."""
    who, wanted = candidate(number), posting("zh")
    short = wanted.model_copy(update={"requirements": wanted.requirements[:2]})
    return Case(who, redact(who), short, "zh")


def tokens_of(server: Running, messages: Sequence[Message]) -> list[int]:
    """The messages as the model reads them."""
    body = {"model": server.serving.model.name, "messages": list(messages), "add_generation_prompt": True}
    answer = httpx.post(f"{server.url}/tokenize", json=body, timeout=60).raise_for_status()
    tokens: list[int] = answer.json()["tokens"]
    return tokens


def counted(server: Running, name: str) -> float:
    """A number of the server's metrics, all labels added up."""
    text = httpx.get(f"{server.url}/metrics", timeout=60).raise_for_status().text
    found = [float(value) for metric, value in _SAMPLE.findall(text) if metric == name]
    assert found, f"the server counts no {name}"
    return sum(found)


def until(server: Running, name: str, reached: Callable[[float], bool]) -> float:
    """The server's number once it is as wanted; the last one seen where it never is. It tells nobody of a change."""
    give_up = time.monotonic() + SOON
    while not reached(now := counted(server, name)) and time.monotonic() < give_up:
        time.sleep(0.1)
    return now


def shareable(prompts: Sequence[Sequence[int]]) -> int:
    """Tokens that a prompt begins with as one before it did, all prompts together."""
    return sum(max(_common(later, earlier) for earlier in prompts[:n]) for n, later in enumerate(prompts) if n)


def _common(one: Sequence[int], other: Sequence[int]) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
