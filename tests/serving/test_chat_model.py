"""What Bole asks of the chat model, asked of the real vLLM: the tiny model writes nonsense in the agreed form."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass

import pytest

from agents.answers.answers import Answer, Dossier, Inquiry
from agents.answers.model_answers import LanguageModelAnswerer
from agents.assessors.assessor import Case
from agents.assessors.model_assessor import LanguageModelAssessor
from deploy.running import Running
from invented import posting
from records.assessment import Assessment, Evidence
from records.errors import ModelAnswerInvalid
from retrieval.chat_request import BATCH, INTERACTIVE, ChatRequest, Message, Sampling
from retrieval.model_server import ModelServer
from retrieval.redaction import redact
from serving.asked import AtRandomSeeds, candidate, case_of, counted, shareable, tokens_of, until
from serving.conftest import AT_ONCE, CHAT_NAME

Record = Callable[[str, object], None]


async def assessed(assessor: LanguageModelAssessor, case: Case) -> Assessment | ModelAnswerInvalid:
    """The assessment, or the failure that people are told."""
    try:
        return [part async for part in assessor.assess(case)][-1]  # type: ignore[return-value]
    except ModelAnswerInvalid as error:
        return error


def quotes_of(assessment: Assessment) -> Iterable[Evidence]:
    return [place for part in (*assessment.ratings, *assessment.strengths) for place in part.evidence]


@dataclass(frozen=True)
class Batch:
    """What became of the cases, what was asked for them, and how many tokens of that the server had read before."""

    cases: list[Case]
    ended: list[Assessment | ModelAnswerInvalid]
    asked: list[Sequence[Message]]
    hits: float


def batch(server: Running, numbers: range) -> Batch:
    """Cases whose beginning the server has not read before, unless by an earlier batch."""
    model = AtRandomSeeds(server.url, seed=numbers.start, at_once=AT_ONCE)
    assessor = LanguageModelAssessor(model, CHAT_NAME, priority=BATCH)
    cases = [case_of(number) for number in numbers]

    async def all_of_them() -> list[Assessment | ModelAnswerInvalid]:
        return await asyncio.gather(*(assessed(assessor, case) for case in cases))

    before = counted(server, "prefix_cache_hits_total")
    ended = asyncio.run(all_of_them())
    return Batch(cases, ended, model.asked, counted(server, "prefix_cache_hits_total") - before)


@pytest.fixture(scope="module")
def twenty(chat_server: Running) -> Batch:
    return batch(chat_server, range(20))


def test_nine_tenths_of_what_a_batch_shares_are_read_from_the_prefix_cache(
    chat_server: Running, twenty: Batch, record_property: Record
) -> None:
    shared = shareable([tokens_of(chat_server, messages) for messages in twenty.asked])

    record_property("shareable tokens", shared)
    record_property("served from the cache", twenty.hits)
    record_property("share", round(twenty.hits / shared, 3))
    assert len(twenty.asked) >= 20
    assert 0.9 * shared <= twenty.hits <= shared


def test_fifty_assessments_at_random_seeds_are_valid_or_a_stated_failure(
    chat_server: Running, twenty: Batch, record_property: Record
) -> None:
    thirty = batch(chat_server, range(20, 50))
    cases, ended = [*twenty.cases, *thirty.cases], [*twenty.ended, *thirty.ended]
    valid = [(case, one) for case, one in zip(cases, ended, strict=True) if isinstance(one, Assessment)]
    failures = [one for one in ended if isinstance(one, ModelAnswerInvalid)]
    places = [(case, place) for case, one in valid for place in quotes_of(one)]

    record_property("valid", len(valid))
    record_property("failed", len(failures))
    record_property("answers asked for", len(twenty.asked) + len(thirty.asked))
    record_property("quotes", len(places))
    assert len(valid) + len(failures) == 50
    assert len(valid) >= 40  # the engine holds the model to the form: a failure is the exception
    assert all(failure.message("zh") and failure.message("en") for failure in failures)
    assert len(places) > 50
    for case, place in places:
        lines = case.resume.lines[place.first_line - 1 : place.last_line]
        assert place.quote == "\n".join(line.text for line in lines)


async def test_a_question_over_150_000_tokens_of_resumes_is_answered(
    chat_server: Running, record_property: Record
) -> None:
    people = [candidate(number, projects=330) for number in range(200, 210)]
    inquiry = Inquiry("What stands out?", tuple(Dossier(who, redact(who)) for who in people), "en", (posting("en"),))
    server = AtRandomSeeds(chat_server.url, seed=0, at_once=1)
    before = counted(chat_server, "prompt_tokens_total")
    began = time.monotonic()
    answer = [part async for part in LanguageModelAnswerer(server, CHAT_NAME).answer(inquiry)][-1]
    read = counted(chat_server, "prompt_tokens_total") - before

    record_property("tokens read", read)
    record_property("seconds", round(time.monotonic() - began, 1))
    assert isinstance(answer, Answer)
    assert answer.text
    assert answer.left_out == ()
    assert read >= 150_000
    assert all(f"[{number}:335]" in server.asked[-1][1]["content"] for number in range(1, 11))


ENDLESS = 9000
"""Places of an answer that takes minutes: it is broken off before it ends."""


def answer_of(places: int, priority: int = INTERACTIVE) -> ChatRequest:
    """A request whose answer takes at least two tokens a place: nothing ends it before."""
    schema = {"type": "array", "items": {"type": "boolean"}, "minItems": places, "maxItems": places}
    return ChatRequest(
        messages=({"role": "user", "content": "Yes or no?"},),
        model=CHAT_NAME,
        schema=schema,
        max_tokens=20_000,
        sampling=Sampling(temperature=1.0, seed=1),
        priority=priority,
    )


async def test_who_stops_listening_ends_the_request_on_the_server(chat_server: Running) -> None:
    before = counted(chat_server, "generation_tokens_total")
    async with aclosing(ModelServer(chat_server.url).stream_chat(answer_of(places=4000))) as pieces:
        written = [await anext(pieces) for _ in range(10)]
        assert counted(chat_server, "num_requests_running") == 1

    assert "".join(written).startswith("[")
    assert until(chat_server, "num_requests_running", lambda running: running == 0) == 0
    assert counted(chat_server, "generation_tokens_total") - before < 8000  # of which it would have at least so many


async def test_the_engine_serves_a_person_before_the_batch_that_waits(chat_server: Running) -> None:
    server = ModelServer(chat_server.url)  # lets all of them through: who waits, waits in the engine

    def ask(priority: int) -> asyncio.Task[str]:
        return asyncio.create_task(anext(server.stream_chat(answer_of(ENDLESS, priority))))

    async def seen(name: str, requests: int) -> None:
        assert await asyncio.to_thread(until, chat_server, name, lambda now: now == requests) == requests

    running = [ask(BATCH) for _ in range(AT_ONCE)]  # as many as the engine runs at once
    await seen("num_requests_running", AT_ONCE)
    waiting = [ask(BATCH) for _ in range(AT_ONCE)]
    await seen("num_requests_waiting", AT_ONCE)
    person = ask(INTERACTIVE)
    await seen("num_requests_waiting", AT_ONCE + 1)
    running[0].cancel()  # one place is free
    await person  # in the order in which they came it would be the last

    await seen("num_requests_waiting", AT_ONCE)
    assert not any(answer.done() for answer in (*running[1:], *waiting))
    assert server.knows_priority  # or the engine would serve all as they come
    for answer in (*running, *waiting):
        answer.cancel()
    await asyncio.wait((*running, *waiting))
