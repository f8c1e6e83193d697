"""What Bole costs beside the engine: its batch assessment against a bare client: `python -m benchmarks.serving`.

Both send the same requests, recorded from Bole once, to the same server in the same run, by turns. The bare client
does what `vllm bench serve` does: so many requests at once, the answer streamed and thrown away; Bole asks for the
answers of a batch whole. A salt of its own for every round keeps the prefix cache of one round from serving the next.
Without `--url` the server is vLLM on the CPU with a tiny model whose tokens come many times as fast as a 4B model's
there, on the cores that Bole runs on: the hardest case.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import time
from collections.abc import AsyncGenerator, Coroutine, Iterator, Mapping, Sequence
from contextlib import aclosing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final

import httpx

from agents.assessors.assessor import Case
from agents.assessors.model_assessor import LanguageModelAssessor
from benchmarks.invented_postings import invented_postings, invented_resumes
from benchmarks.tables import show, skipped
from deploy.models import CHAT
from deploy.running import free_port, started
from deploy.serve_tiny import ENVIRONMENT, tiny
from deploy.vllm import CPU_PYTHON
from records.errors import ModelAnswerInvalid
from retrieval.chat_request import BATCH, ChatRequest, Sampling
from retrieval.model_server import ModelServer
from retrieval.redaction import redact

COMMAND: Final = "python -m benchmarks.serving"
RESUMES: Final = 24
AT_ONCE: Final = 8
ROUNDS: Final = 3
SINGLE: Final = 15
START_SECONDS: Final = 900.0
_GENERATED: Final = re.compile(r"^vllm:generation_tokens_total\{.*\} (\S+)$", re.MULTILINE)


@dataclass(frozen=True)
class Round:
    """Tokens written in so many seconds."""

    tokens: float
    seconds: float

    @property
    def speed(self) -> float:
        """Tokens a second."""
        return self.tokens / self.seconds


class Recording(ModelServer):
    """Asks as Bole does, each case at a seed of its own and each round with a salt; keeps bodies and first pieces."""

    def __init__(self, url: str, salt: str, at_once: int = AT_ONCE) -> None:
        super().__init__(url, at_once=at_once + at_once // 3)  # of which a batch may take three in four
        self.salt = salt
        self.bodies: list[dict[str, Any]] = []
        self.first: float | None = None

    async def stream_chat(self, request: ChatRequest) -> AsyncGenerator[str]:
        """The answer's pieces; notes when the first came."""
        seed = sum(map(ord, request.messages[-1]["content"])) + (request.sampling.seed or 0)
        asked = replace(request, sampling=Sampling(temperature=1.0, seed=seed), extra={"cache_salt": self.salt})
        body = asked.body()
        self.bodies.append({**body.pop("extra_body"), **body})
        self.first = None
        async with aclosing(super().stream_chat(asked)) as pieces:
            async for piece in pieces:
                self.first = self.first or time.perf_counter()
                yield piece


def main() -> None:
    """Against the server at `--url`, or a tiny one of its own."""
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__)
    parser.add_argument("--url", help="a server that runs already, such as make serve's, without /v1 at its end")
    parser.add_argument("--resumes", type=int, default=RESUMES)
    parser.add_argument("--at-once", type=int, default=AT_ONCE)
    given = parser.parse_args()
    with served(given.url) as url:
        asyncio.run(_measured(url, cases_of(given.resumes), given.at_once))


@contextmanager
def served(url: str | None) -> Iterator[str]:
    """The address given, or that of a tiny model's server that ends with the block."""
    if url is not None:
        yield url
        return
    with TemporaryDirectory(prefix="bole-bench-") as folder:
        serving = tiny("chat", Path(folder) / "chat", free_port())
        with started(serving, Path(folder) / "log", ENVIRONMENT) as server:
            yield server.ready(START_SECONDS).url


def run() -> None:
    """Both tables on the tiny model, where the engine is installed."""
    if not CPU_PYTHON.exists():
        skipped("Serving", "the engine is not installed; `make test-serving` does it")
        return
    with served(None) as url:
        asyncio.run(_measured(url, cases_of(RESUMES), AT_ONCE))


async def _measured(url: str, cases: Sequence[Case], at_once: int) -> None:
    recording = Recording(url, "recorded", at_once)
    await _assess(recording, cases)
    bodies, rows, ratios = recording.bodies, [], []
    for n in range(1, ROUNDS + 1):
        if n % 2:
            bole = await _round(url, _assess(Recording(url, f"Bole {n}", at_once), cases))
        bare = await _round(url, _replay(url, bodies, f"bare {n}", at_once))
        if not n % 2:
            bole = await _round(url, _assess(Recording(url, f"Bole {n}", at_once), cases))
        ratios.append(bole.speed / bare.speed)
        rows.append([str(n), f"{bare.speed:.0f}", f"{bole.speed:.0f}", f"{ratios[-1]:.3f}"])
    title = f"Batch assessment of {len(cases)} resumes, {len(bodies)} requests, {at_once} at once: tokens a second"
    show(title, COMMAND, ["round", "bare client", "Bole", "ratio"], rows)
    print(f"\nMedian ratio: {median(ratios):.3f}; target ≥ 0.95.")

    pairs = [await _first_pieces(url, cases[0], f"first {n}") for n in range(SINGLE)]
    cells = [f"{1000 * median(each):.0f} ms" for each in (*zip(*pairs, strict=True), [b - a for a, b in pairs])]
    header = ["", "bare client", "Bole", "added"]
    show(f"First piece of an answer, {SINGLE} times one by one", COMMAND, header, [["median", *cells]])
    print("\nTarget: at most 50 ms added.")


def cases_of(number: int) -> list[Case]:
    """So many invented resumes against one invented posting, in the posting's language."""
    posting = next(invented_postings(1))
    return [Case(resume, redact(resume), posting, posting.language) for resume in invented_resumes(number)]


async def _assess(server: Recording, cases: Sequence[Case]) -> None:
    assessor = LanguageModelAssessor(server, CHAT.name, priority=BATCH)
    await asyncio.gather(*(_assessed(assessor, case) for case in cases))


async def _assessed(assessor: LanguageModelAssessor, case: Case) -> None:
    # A failure is an outcome too: it was asked for twice, and both requests are in the record.
    with suppress(ModelAnswerInvalid):
        async with aclosing(assessor.assess(case)) as parts:
            async for _ in parts:
                pass


async def _replay(url: str, bodies: Sequence[Mapping[str, Any]], salt: str, at_once: int) -> None:
    places = asyncio.Semaphore(at_once)

    async def one(body: Mapping[str, Any]) -> None:
        async with places:
            async for _ in _bare(client, url, body, salt):
                pass

    async with httpx.AsyncClient(timeout=None) as client:
        await asyncio.gather(*map(one, bodies))


async def _bare(client: httpx.AsyncClient, url: str, body: Mapping[str, Any], salt: str) -> AsyncGenerator[str]:
    """The pieces of an answer, asked for without Bole."""
    asked = {**body, "cache_salt": salt, "stream": True}
    async with client.stream("POST", f"{url}/v1/chat/completions", json=asked) as answer:
        answer.raise_for_status()
        rest = b""
        async for content in answer.aiter_bytes():
            *lines, rest = (rest + content).split(b"\n")  # of the client's own lines some end at a nonsense character
            for line in (one for one in lines if one.startswith(b"data: {")):
                for choice in json.loads(line[6:])["choices"]:
                    if piece := choice["delta"].get("content"):
                        yield piece


async def _round(url: str, work: Coroutine[Any, Any, None]) -> Round:
    before, began = _generated(url), time.perf_counter()
    await work
    seconds = time.perf_counter() - began
    return Round(_generated(url) - before, seconds)


def _generated(url: str) -> float:
    """Tokens that the server has written since it started."""
    return sum(map(float, _GENERATED.findall(httpx.get(f"{url}/metrics", timeout=60).raise_for_status().text)))


async def _first_pieces(url: str, case: Case, salt: str) -> tuple[float, float]:
    """Seconds to the first piece: without Bole, and from the moment Bole is asked for the assessment."""
    server = Recording(url, f"{salt} Bole")
    began = time.perf_counter()
    async with aclosing(LanguageModelAssessor(server, CHAT.name).assess(case)) as parts:
        await anext(parts)
    waited = server.first - began if server.first is not None else float("nan")
    async with httpx.AsyncClient(timeout=None) as client:
        began = time.perf_counter()
        async with aclosing(_bare(client, url, server.bodies[0], f"{salt} bare")) as pieces:
            await anext(pieces)
        return time.perf_counter() - began, waited


if __name__ == "__main__":
    main()
