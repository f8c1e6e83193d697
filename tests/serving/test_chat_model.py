"""What Bole asks of the chat model, asked of the real vLLM: the tiny model writes nonsense in the agreed form."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Iterable
from contextlib import aclosing

from agents.answers import Answer, Dossier, Inquiry
from agents.assessor import Case
from agents.model_answers import LanguageModelAnswerer
from agents.model_assessor import LanguageModelAssessor
from deploy.running import Running
from invented import posting
from records.assessment import Assessment, Evidence
from records.errors import ModelAnswerInvalid
from retrieval.chat_request import BATCH, INTERACTIVE, ChatRequest, Sampling
from retrieval.model_server import ModelServer
from retrieval.redaction import redact
from serving.asked import AtRandomSeeds, candidate, case_of, counted, shareable, tokens_of
from serving.conftest import CHAT_NAME

Record = Callable[[str, object], None]

AT_ONCE = 10
SOON = 20.0  # a step of the engine takes well under a second; the machine may have others to serve


async def assessed(assessor: LanguageModelAssessor, case: Case) -> Assessment | ModelAnswerInvalid:
    """The assessment, or the failure that people are told."""
    try:
        return [part async for part in assessor.assess(case)][-1]  # type: ignore[return-value]
    except ModelAnswerInvalid as error:
        return error


def quotes_of(assessment: Assessment) -> Iterable[Evidence]:
    return [place for part in (*assessment.ratings, *assessment.strengths) for place in part.evidence]


async def batch(url: str, cases: list[Case]) -> tuple[list[Assessment | ModelAnswerInvalid], AtRandomSeeds]:
    server = AtRandomSeeds(url, seed=len(cases), at_once=AT_ONCE)
    assessor = LanguageModelAssessor(server, CHAT_NAME, priority=BATCH)
    return await asyncio.gather(*(assessed(assessor, case) for case in cases)), server


async def test_fifty_assessments_at_random_seeds_are_valid_or_a_stated_failure(
    chat_server: Running, record_property: Record
) -> None:
    cases = [case_of(number) for number in range(50)]
    began = time.monotonic()
    ended, server = await batch(chat_server.url, cases)
    valid = [(case, one) for case, one in zip(cases, ended, strict=True) if isinstance(one, Assessment)]
    failures = [one for one in ended if isinstance(one, ModelAnswerInvalid)]
    places = [(case, place) for case, one in valid for place in quotes_of(one)]

    record_property("valid", len(valid))
    record_property("failed", len(failures))
    record_property("answers asked for", len(server.asked))
    record_property("quotes", len(places))
    record_property("seconds", round(time.monotonic() - began, 1))
    assert len(valid) + len(failures) == 50
    assert len(valid) >= 40  # the engine holds the model to the form: a failure is the exception
    assert all(failure.message("zh") and failure.message("en") for failure in failures)
    assert len(places) > 50
    for case, place in places:
        lines = case.resume.lines[place.first_line - 1 : place.last_line]
        assert place.quote == "\n".join(line.text for line in lines)


async def test_nine_tenths_of_what_a_batch_shares_are_read_from_the_prefix_cache(
    chat_server: Running, record_property: Record
) -> None:
    # A posting that the server has not read before.
    cases = [case_of(number, title="Ferry Timetable Engineer") for number in range(100, 120)]
    before = counted(chat_server, "prefix_cache_hits_total")
    _, server = await batch(chat_server.url, cases)
    hits = counted(chat_server, "prefix_cache_hits_total") - before
    shared = shareable([tokens_of(chat_server, messages) for messages in server.asked])

    record_property("shareable tokens", shared)
    record_property("served from the cache", hits)
    record_property("share", round(hits / shared, 3))
    assert len(server.asked) >= 20
    assert hits >= 0.9 * shared


async def test_a_question_over_150_000_tokens_of_resumes_is_answered(
    chat_server: Running, record_property: Record
) -> None:
    people = [candidate(number, projects=450) for number in range(200, 210)]
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
    assert all(f"[{number}:450]" in server.asked[-1][1]["content"] for number in range(1, 11))


def long_answer(priority: int = INTERACTIVE) -> ChatRequest:
    """A request that nothing ends before thousands of tokens are written."""
    numbers = {"type": "array", "items": {"type": "integer"}, "minItems": 2000, "maxItems": 2000}
    schema = {"type": "object", "properties": {"numbers": numbers}, "required": ["numbers"]}
    said = "Write many numbers."
    return ChatRequest(
        messages=({"role": "user", "content": said},),
        model=CHAT_NAME,
        schema=schema,
        max_tokens=20_000,
        sampling=Sampling(temperature=1.0, seed=1),
        priority=priority,
    )


def until(server: Running, name: str, reached: Callable[[float], bool], having: str = "") -> float:
    """The server's number once it is as wanted; the last one seen where it never is."""
    give_up = time.monotonic() + SOON
    while not reached(now := counted(server, name, having)) and time.monotonic() < give_up:
        time.sleep(0.1)
    return now


async def test_who_stops_listening_ends_the_request_on_the_server(chat_server: Running) -> None:
    aborted = counted(chat_server, "request_success_total", "abort")
    async with aclosing(ModelServer(chat_server.url).stream_chat(long_answer())) as pieces:
        written = [await anext(pieces) for _ in range(10)]
        assert counted(chat_server, "num_requests_running") == 1

    assert "".join(written).startswith('{"numbers":')
    assert until(chat_server, "num_requests_running", lambda running: running == 0) == 0
    assert until(chat_server, "request_success_total", lambda n: n > aborted, "abort") == aborted + 1


async def test_a_person_is_served_while_a_batch_waits(chat_server: Running) -> None:
    server = ModelServer(chat_server.url, at_once=1)
    order: list[str] = []

    async def ask(who: str, priority: int) -> None:
        async with aclosing(server.stream_chat(short(priority))) as pieces:
            async for _ in pieces:
                pass
        order.append(who)

    first = asyncio.create_task(ask("batch", BATCH))
    await asyncio.sleep(0)
    others = [asyncio.create_task(ask("batch", BATCH)) for _ in range(4)]
    person = asyncio.create_task(ask("person", INTERACTIVE))
    await asyncio.gather(first, person, *others)

    assert order == ["batch", "person", *["batch"] * 4]
    assert server.knows_priority  # or the engine would serve all as they come


def short(priority: int) -> ChatRequest:
    """A request for exactly 40 numbers: all take about as long."""
    request = long_answer(priority)
    schema = json.loads(json.dumps(request.schema).replace("2000", "40"))
    return ChatRequest(
        messages=request.messages,
        model=CHAT_NAME,
        schema=schema,
        max_tokens=4000,
        sampling=request.sampling,
        priority=priority,
    )
