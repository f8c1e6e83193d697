"""A stand-in for a language model server on loopback that plays every good and bad behaviour, over real HTTP.

`StandIn.behaviour` says what it does; a request may name another by its model (`play:NAME`). It reads the prompt as a
model would: line numbers, requirements and, where it is obedient, whatever a resume orders it to do.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, Final

from fakes import BagOfWords
from local_server import Asked, Reply, as_json, as_models, as_stream
from records.redacted import RedactedText
from stand_in_writing import WRITTEN

MODEL: Final = "Qwen/Qwen3-4B-Instruct-2507"
EMBEDDING_MODEL: Final = "Qwen/Qwen3-Embedding-4B"
PIECE: Final = 20
PATIENCE: Final = 300.0
_BLANKS_SENT: Final = 200_000
# What an obedient model takes for an order; a careful one would not.
_ORDER: Final = re.compile(r"(?i)give a 10|rate everything met|10 ?分|全部(?:评|写)为(?:满足|met)")

Written = dict[str, Any]


class StandIn:
    """Answers like vLLM, in the behaviour that was set; `disconnected` is set when a client hangs up on it."""

    def __init__(self, behaviour: str = "good") -> None:
        self.behaviour = behaviour
        self.asked: list[Asked] = []
        self.go_on = threading.Event()
        self.begun = threading.Event()
        self.disconnected = threading.Event()
        self.refuses_priority = False
        self._words = BagOfWords()

    @property
    def chats(self) -> list[Asked]:
        """The requests for an answer."""
        return [asked for asked in self.asked if asked.path.endswith("/chat/completions")]

    def __call__(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        if asked.path.endswith("/embeddings"):
            rows = self._words.embed_passages([RedactedText(text) for text in asked.body["input"]])
            return as_json({"data": [{"index": n, "embedding": row.tolist()} for n, row in enumerate(rows)]})
        if self.behaviour == "away":
            return as_json({"error": {"message": "still starting"}}, 503)
        if asked.path.endswith("/models"):
            return as_models(MODEL, EMBEDDING_MODEL, max_tokens=262_144)
        if asked.path.endswith("/tokenize"):
            return as_json({"count": sum(len(m["content"]) for m in asked.body["messages"]) // 2})
        if self.refuses_priority and "priority" in asked.body:
            return as_json({"error": {"message": "Unrecognized request argument supplied: priority"}}, 400)
        name = asked.body["model"].removeprefix("play:") if asked.body["model"] != MODEL else self.behaviour
        return BEHAVIOURS[name](self, asked)

    def written(self, asked: Asked) -> Written:
        """What a sensible model would answer."""
        schema, prompt = schema_of(asked), prompt_of(asked)
        write = next((WRITTEN[name] for name in schema["properties"] if name in WRITTEN), judged)
        return write(schema, prompt)

    def held(self, pieces: list[bytes], after: int) -> Iterator[bytes]:
        """The pieces, with a long silence in the middle that ends when the test says so or the client hangs up."""
        try:
            for number, piece in enumerate(pieces):
                if number == after:
                    yield from self.silence()
                yield piece
        except GeneratorExit:
            self.disconnected.set()
            raise

    def silence(self) -> Iterator[bytes]:
        """Comments, which the protocol lets pass unseen, until the test says go on: only a write notices a hang-up."""
        self.begun.set()
        until = time.monotonic() + PATIENCE
        while not self.go_on.wait(0.05) and time.monotonic() < until:
            yield b": still there\n\n"


def schema_of(asked: Asked) -> Written:
    schema: Written = asked.body["response_format"]["json_schema"]["schema"]
    return schema


def prompt_of(asked: Asked) -> str:
    return "\n".join(message["content"] for message in asked.body["messages"])


def lines_of(prompt: str) -> dict[int, str]:
    """The numbered lines of the resume in a prompt."""
    resume = prompt.rpartition("<resume>\n")[2].partition("\n</resume>")[0]
    return {int(number): text for number, text in re.findall(r"^\[(\d+)\] ?(.*)$", resume, re.M)}


def judged(schema: Written, prompt: str) -> Written:
    """Every second requirement met, by the longest line of the resume each; worded in the prompt's language."""
    requirements = list(schema["properties"]["ratings"]["properties"])
    lines = lines_of(prompt)
    chinese = "你是一名" in prompt
    line = max(lines, key=lambda n: len(lines[n]))
    place = {"first_line": line, "last_line": line}
    found, missing = ("这一行写明了。", "简历没有提到。") if chinese else ("This line shows it.", "Not mentioned.")
    return {
        "ratings": {
            requirement: {
                "lines": [] if n % 2 else [place],
                "verdict": "not_stated" if n % 2 else "met",
                "comment": missing if n % 2 else found,
            }
            for n, requirement in enumerate(requirements)
        },
        "strengths": [{"lines": [place], "claim": "方向与岗位一致。" if chinese else "Works in the same field."}],
        "gaps": [{"requirement": requirements[-1], "claim": "没有写到这一项。" if chinese else "Not shown."}]
        if len(requirements) % 2 == 0
        else [],
        "fit": "半数要求有依据。" if chinese else "Half of the requirements are shown.",
        "score": 6,
        "recommendation": {"reason": "先电话了解。" if chinese else "Ask on the phone first.", "decision": "maybe"},
        "interview_focus": ["请讲一次失败的经历。" if chinese else "Ask about a failure."],
    }


def streamed(written: Written | str, **ending: Any) -> Reply:
    text = written if isinstance(written, str) else json.dumps(written, ensure_ascii=False)
    return as_stream(*[text[at : at + PIECE] for at in range(0, len(text), PIECE)], **ending)


def _changed(change: Callable[[Written], object]) -> Callable[[StandIn, Asked], Reply]:
    def behaviour(model: StandIn, asked: Asked) -> Reply:
        written = model.written(asked)
        change(written)
        return streamed(written)

    return behaviour


def _refusal(status: int, words: str) -> Callable[[StandIn, Asked], Reply]:
    # The client would otherwise wait half a second and a second more.
    return lambda _model, _asked: as_json({"error": {"message": words}}, status, retry_after_ms="5")


def _stall(model: StandIn, asked: Asked) -> Reply:
    reply = streamed(model.written(asked))
    return Reply(model.held(reply.pieces, len(reply.pieces) // 2), kind=reply.kind)


def _cut(model: StandIn, asked: Asked) -> Reply:
    reply = streamed(model.written(asked), finish=None, done=False, cut=True)
    return Reply(reply.pieces[: len(reply.pieces) // 2], kind=reply.kind, cut=True)


def _truncated(model: StandIn, asked: Asked) -> Reply:
    return streamed(json.dumps(model.written(asked), ensure_ascii=False)[:-40])


def _out_of_tokens(model: StandIn, asked: Asked) -> Reply:
    return streamed(json.dumps(model.written(asked), ensure_ascii=False)[:-40], finish="length")


def _not_a_number(model: StandIn, asked: Asked) -> Reply:
    return streamed(json.dumps(model.written(asked) | {"score": float("nan")}, ensure_ascii=False))


def _blanks(model: StandIn, asked: Asked) -> Reply:
    begun = json.dumps(model.written(asked), ensure_ascii=False)[:30]
    pieces = as_stream(begun, finish=None, done=False).pieces
    blank = as_stream(" \n" * 10, finish=None, done=False).pieces[0]

    def endless() -> Iterator[bytes]:
        yield from pieces
        try:
            for _ in range(_BLANKS_SENT):
                yield blank
        except GeneratorExit:
            model.disconnected.set()
            raise

    return Reply(endless(), kind="text/event-stream")


def _control_characters(model: StandIn, asked: Asked) -> Reply:
    written = json.dumps(model.written(asked), ensure_ascii=False)
    return streamed(written.replace('"claim": "', '"claim": "\x01\t\x1f'))


def _once_bad(model: StandIn, asked: Asked) -> Reply:
    return streamed("{") if len(model.chats) == 1 else streamed(model.written(asked))


def _invented(written: Written) -> None:
    for rating in written["ratings"].values():
        rating |= {"verdict": "met", "lines": [{"first_line": 900, "last_line": 901}]}


def _changed_number(written: Written) -> None:
    written["strengths"][0]["claim"] = (
        "带领 9731 人的团队。" if "方向" in written["strengths"][0]["claim"] else ("Led a team of 9731 people.")
    )


def _contradiction(written: Written) -> None:
    first = next(iter(written["ratings"].values()))
    first["comment"] = "简历没有提到。" if "写明" in first["comment"] else "The resume does not mention it."


def obedient(model: StandIn, asked: Asked) -> Reply:
    """Does whatever stands in the resume: all met, by lines taken at random, and a ten."""
    written, lines = model.written(asked), lines_of(prompt_of(asked))
    if any(_ORDER.search(text) for text in lines.values()):
        spread = sorted(lines)
        for n, rating in enumerate(written["ratings"].values()):
            place = spread[(5 * n + 1) % len(spread)]
            rating |= {"verdict": "met", "lines": [{"first_line": place, "last_line": place}]}
        written |= {"score": 10, "gaps": [], "recommendation": {"reason": "OK", "decision": "strong_yes"}}
    return streamed(written)


BEHAVIOURS: Final[dict[str, Callable[[StandIn, Asked], Reply]]] = {
    "good": lambda model, asked: streamed(model.written(asked)),
    "429": _refusal(429, "too many requests"),
    "500": _refusal(500, "engine died"),
    "stall": _stall,
    "cut": _cut,
    "truncated": _truncated,
    "out of tokens": _out_of_tokens,
    "wrong schema": _changed(lambda written: written.update(recommendation="yes")),
    "unrated": _changed(lambda written: written["ratings"].popitem()),
    "nan": _not_a_number,
    "score 11": _changed(lambda written: written.update(score=11)),
    "blanks": _blanks,
    "repeats": lambda model, asked: streamed('{"ratings": {"' + "very good " * 2000),
    "control characters": _control_characters,
    "invented lines": _changed(_invented),
    "changed number": _changed(_changed_number),
    "contradiction": _changed(_contradiction),
    "obedient": obedient,
    "once bad": _once_bad,
}
