"""What Bole adds to a question that a language model answers: `python -m benchmarks.follow_ups`.

No model is needed: a server of the benchmark's own counts tokens and answers at once, so all the time is Bole's.
"""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from statistics import median
from typing import Any, Final

from agents.answers.answers import Answer, Dossier, Inquiry
from agents.answers.budget import estimated_tokens
from agents.answers.model_answers import LanguageModelAnswerer
from agents.answers.prompt import messages, resume_block, turn_of
from agents.references import Telling
from benchmarks.tables import seconds, show
from chat.conversation import Conversation
from records.posting import Posting, Requirement
from records.resume import Line, Profile, Resume
from retrieval.model_server import ModelServer
from retrieval.redaction import redact, redact_text

COMMAND: Final = "python -m benchmarks.follow_ups"
CANDIDATES: Final = (1, 20, 100)
TOKENS_OF_ONE: Final = 2000
CONTEXT: Final = 262_144
REPEATS: Final = 7
PIECES: Final = 2000
"""Of a long answer; a token a piece, as vLLM streams."""
MODEL: Final = "Qwen/Qwen3-4B-Instruct-2507"
OPEN_QUESTION: Final = "What is their experience with incident reviews?"
EVERYONE: Final = "Who has led more than five people?"


@dataclass
class Arrivals:
    """When requests for an answer came in, how much was in the last, and how often something was counted."""

    at: float = 0.0
    characters: int = 0
    counted: int = 0
    times: list[float] = field(default_factory=list)


def run() -> None:
    """All tables."""
    with _server() as (url, arrivals):
        asyncio.run(_before(url, arrivals, 1))  # the first request of a process also imports
        before = [asyncio.run(_before(url, arrivals, n)) for n in CANDIDATES]
    show(
        "Follow-ups: from the question to the request at the server (scripted server, answers at once)",
        COMMAND,
        ["candidates", "prompt, characters", "first question", "its /tokenize calls", "later: median", "later: worst"],
        before,
    )
    show(
        f"Follow-ups: an answer of {PIECES} pieces made fit to be shown while it is written",
        COMMAND,
        ["candidates", "a piece, mean", "all pieces", "table for everyone, asked to shown"],
        [asyncio.run(_shown(n)) for n in CANDIDATES],
    )
    show(
        "Follow-ups: what of a prompt begins as the one before it (20 candidates)",
        COMMAND,
        ["what happened in between", "the same from the beginning"],
        _shared(),
    )


async def _before(url: str, arrivals: Arrivals, candidates: int) -> list[str]:
    answerer = LanguageModelAnswerer(ModelServer(url), MODEL)
    held, counted = Conversation(), arrivals.counted
    held.resumes = {resume.sha256: resume for resume in map(_resume, range(1, candidates + 1))}
    first = await _until_asked(answerer, held, arrivals)
    calls = arrivals.counted - counted
    later = [await _until_asked(answerer, held, arrivals) for _ in range(REPEATS)]
    cells = [f"{arrivals.characters:,}", seconds(first), str(calls), seconds(median(later)), seconds(max(later))]
    return [str(candidates), *cells]


async def _until_asked(answerer: LanguageModelAnswerer, held: Conversation, arrivals: Arrivals) -> float:
    """As the chat asks: the first question masks the resumes, later ones find them masked."""
    began = time.perf_counter()
    inquiry = Inquiry(OPEN_QUESTION, held.dossiers(), "en", (_posting(1),))
    [_ async for _ in answerer.answer(inquiry)]
    return arrivals.at - began


async def _shown(candidates: int) -> list[str]:
    inquiry = _inquiry([_resume(n) for n in range(1, candidates + 1)], OPEN_QUESTION)
    telling = Telling(dict(enumerate(inquiry.dossiers, 1)))
    pieces = list(_pieces(candidates))
    began = time.perf_counter()
    for piece in pieces:
        telling.told(piece)
    telling.rest()
    told = time.perf_counter() - began
    with _server() as (url, _):
        answerer = LanguageModelAnswerer(ModelServer(url), MODEL)
        everyone = Inquiry(EVERYONE, inquiry.dossiers, "en", inquiry.postings)
        began = time.perf_counter()
        *_, answer = [part async for part in answerer.answer(everyone)]
        table = time.perf_counter() - began
    if candidates > 1 and (not isinstance(answer, Answer) or len(answer.rows) != candidates):
        raise ValueError("the table is not complete")
    return [
        str(candidates),
        f"{1e6 * told / len(pieces):.0f} µs",
        seconds(told),
        seconds(table) if candidates > 1 else "-",
    ]


def _pieces(candidates: int) -> Iterator[str]:
    for n in range(PIECES // 10):
        place = f"{1 + n % candidates}:{2 + n % 30}"
        yield from (f"Candidate {1 + n % candidates}", " led", " a", " team", " of", " 4", " [", place, "]", ".\n")


def _shared() -> list[list[str]]:
    resumes = [_resume(n) for n in range(1, 22)]
    twenty = _inquiry(resumes[:20], OPEN_QUESTION)
    turn = turn_of(redact_text(OPEN_QUESTION), "Candidate 1 did [1:2].", {})
    later = {
        "the next question": Inquiry("?", twenty.dossiers, "en", twenty.postings, (turn,)),
        "another candidate": _inquiry(resumes, OPEN_QUESTION),
        "another posting": Inquiry("?", twenty.dossiers, "en", (*twenty.postings, _posting(2))),
    }
    before = _read(twenty, OPEN_QUESTION)
    return [[name, f"{_same(before, _read(after, 'And now?')):.1%}"] for name, after in later.items()]


def _same(before: str, after: str) -> float:
    """The part of the earlier prompt that the later one begins with."""
    differ = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    return differ / len(before)


def _read(inquiry: Inquiry, question: str) -> str:
    numbers = range(1, len(inquiry.dossiers) + 1)
    return "".join(message["content"] for message in messages(inquiry, numbers, redact_text(question)))


def _inquiry(resumes: Sequence[Resume], question: str) -> Inquiry:
    dossiers = tuple(Dossier(resume, redact(resume)) for resume in resumes)
    return Inquiry(question, dossiers, "en", (_posting(1),))


def _resume(number: int) -> Resume:
    """An invented resume that takes about as many tokens as `TOKENS_OF_ONE`, by the careful estimate."""
    lines = [Line(1, 1, f"Nobody Number{number}", "header")]
    while True:
        n = len(lines) + 1
        text = f"Led {n} incident reviews with {number + n} engineers and cut alerts by {n}% in Prometheus and Grafana"
        lines.append(Line(n, 1, text, "experience"))
        name = f"Nobody Number{number}"
        read = Resume(
            f"{number}.pdf", f"{number:064}", "pdf", 1, "en", "text", tuple(lines), profile=Profile(name=name)
        )
        if n % 10 == 0 and estimated_tokens(resume_block(number, Dossier(read, redact(read)), "en")) >= TOKENS_OF_ONE:
            return read


def _posting(number: int) -> Posting:
    asked = [
        Requirement(
            id=f"R{n}", text=f"{n} years of incident response on call", kind="experience", necessity="must", weight=n
        )
        for n in range(1, 13)
    ]
    return Posting(id=f"p{number}", title=f"Engineer {number}", text="", language="en", requirements=tuple(asked))


@contextmanager
def _server() -> Iterator[tuple[str, Arrivals]]:
    arrivals = Arrivals()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(arrivals))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", arrivals
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(arrivals: Arrivals) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._send({"object": "list", "data": [{"id": MODEL, "object": "model", "max_model_len": CONTEXT}]})

        def do_POST(self) -> None:
            came = time.perf_counter()
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            characters = sum(len(message["content"]) for message in body["messages"])
            if self.path.endswith("/tokenize"):
                arrivals.counted += 1
                self._send({"count": characters // 4})
                return
            arrivals.at, arrivals.characters = came, characters
            self._stream(_answer(body))

        def _stream(self, text: str) -> None:
            choices = [{"index": 0, "delta": {"content": text}}, {"index": 0, "delta": {}, "finish_reason": "stop"}]
            rows = [f"data: {json.dumps({'id': '1', 'choices': [choice]})}\n\n" for choice in choices]
            self._send_bytes("".join([*rows, "data: [DONE]\n\n"]).encode(), "text/event-stream")

        def _send(self, value: object) -> None:
            self._send_bytes(json.dumps(value).encode(), "application/json")

        def _send_bytes(self, content: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nothing on standard error."""

    return Handler


def _answer(body: dict[str, Any]) -> str:
    form = body.get("response_format")
    if form is None:
        return "Candidate 1 led [1:2]."
    line = {"first_line": 2, "last_line": 2}
    entry = {"lines": [line], "verdict": "yes", "sentence": "Led 2 incident reviews."}
    return json.dumps(dict.fromkeys(form["json_schema"]["schema"]["properties"], entry))


if __name__ == "__main__":
    run()
