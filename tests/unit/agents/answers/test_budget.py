from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.answers.answers import Answer, Dossier, Inquiry
from agents.answers.budget import UNKNOWN_CONTEXT, TokenCounter, by_relevance, chosen, context_of, estimated_tokens
from agents.answers.model_answers import LanguageModelAnswerer
from fakes import ScriptedChatModel
from invented import resume
from records.errors import ContextTooSmall
from records.redacted import RedactedText
from retrieval.chat_request import Message
from retrieval.model_server import ServedModel
from retrieval.redaction import redact, redact_text


class Counting(ScriptedChatModel):
    """Counts how often it was asked to count; None where it cannot."""

    def __init__(self, *script: str, context: int | None = None, cannot: bool = False) -> None:
        super().__init__(script, context=context)
        self.counted: list[str] = []
        self._cannot = cannot

    async def count_tokens(self, messages: Sequence[Message], model: str) -> int | None:
        self.counted.append(messages[0]["content"])
        return None if self._cannot else await super().count_tokens(messages, model)


def candidate(name: str, *lines: str) -> Dossier:
    read = resume("en", name=name)
    lines_of = tuple(replace(line, text=text) for line, text in zip(read.lines[1:], lines, strict=False))
    whole = replace(read, sha256=name, lines=(read.lines[0], *lines_of), profile=replace(read.profile, name=name))
    return Dossier(whole, redact(whole))


def words_shared(question: RedactedText, lines: Sequence[RedactedText]) -> list[float]:
    return [float(len(set(question.lower().split()) & set(line.lower().split()))) for line in lines]


LONG = tuple(f"a line number {n} about nothing much that fills the page of this resume" for n in range(5))
THREE = (
    candidate("Ann Invented", *LONG),
    candidate("Bob Invented", "kubernetes clusters", *LONG[1:]),
    candidate("Cem Invented", *LONG),
)


async def answered(server: ScriptedChatModel, question: str) -> Answer:
    answerer = LanguageModelAnswerer(server, "qwen", words_shared)
    *_, answer = [part async for part in answerer.answer(Inquiry(question, THREE, "en"))]
    assert isinstance(answer, Answer)
    return answer


@pytest.mark.parametrize(
    ("text", "tokens"),
    [("", 0), ("候选人", 3), ("abc", 1), ("abcd", 2), ("[1:12]", 4), ("带过4人 ok", 5), ("カナ", 2), ("é", 1)],
)
def test_the_estimate_takes_one_for_a_digit_or_a_character_beyond_ascii_and_one_for_three_others(
    text: str, tokens: int
) -> None:
    assert estimated_tokens(text) == tokens


async def test_a_text_is_counted_once() -> None:
    server = Counting()
    counter = TokenCounter(server, "qwen")

    assert await counter.counts(["abcd", "efgh"]) == await counter.counts(["abcd", "efgh"]) == [2, 2]
    assert len(server.counted) == 2


async def test_a_server_that_cannot_count_is_asked_once_and_the_estimate_serves() -> None:
    server = Counting(cannot=True)
    counter = TokenCounter(server, "qwen")
    await counter.counts(["候选人"])

    assert await counter.counts(["候选", "人"]) == [2, 1]
    assert len(server.counted) == 1


async def test_what_surely_fits_is_not_counted_at_all() -> None:
    server = Counting()

    assert await TokenCounter(server, "qwen").sizes(["abc" * 10], 40) == [10]
    assert server.counted == []


def test_a_model_that_is_served_without_a_length_is_taken_to_have_a_usual_one() -> None:
    assert context_of((ServedModel("qwen", 8192),), "qwen") == 8192
    assert context_of((ServedModel("other", 8192),), "qwen") == UNKNOWN_CONTEXT


def test_those_that_fit_are_kept_in_the_conversations_order() -> None:
    fitting = chosen({1: 50, 2: 30, 3: 60, 4: 20}, 110, [3, 2, 1, 4])

    assert (fitting.kept, fitting.left_out) == ((2, 3, 4), (1,))


def test_the_candidates_with_the_closest_lines_come_first() -> None:
    lines = {1: [redact_text("java")], 2: [redact_text("go kubernetes"), redact_text("kubernetes")]}

    assert by_relevance(redact_text("kubernetes"), lines, words_shared) == [2, 1]
    assert by_relevance(redact_text("kubernetes"), lines, None) == [1, 2]


async def test_past_the_budget_the_least_relevant_are_left_out_and_the_answer_names_them() -> None:
    server = Counting("Candidate 2 ran clusters [2:2].", context=2370)
    answer = await answered(server, "Tell me about kubernetes clusters")

    assert answer.left_out == ("Cem Invented",)
    assert "[2:2] kubernetes clusters" in server.requests[0].messages[1]["content"]
    assert "[3:" not in server.requests[0].messages[1]["content"]
    assert answer.text.endswith(
        "Left out this time: Cem Invented (1). To ask about any of them, name them in the question.)"
    )


async def test_a_named_candidate_always_stays() -> None:
    server = Counting("Candidate 3 did nothing [3:2].", context=2370)
    answer = await answered(server, "What did Cem do with kubernetes?")

    assert "Cem Invented" not in answer.left_out
    assert answer.left_out


async def test_a_context_in_which_no_resume_fits_is_a_stated_failure() -> None:
    with pytest.raises(ContextTooSmall):
        await answered(Counting(context=900), "Tell me about kubernetes")


@given(st.text())
def test_no_tokenizer_of_bytes_makes_more_than_four_tokens_of_an_estimated_one(text: str) -> None:
    assert len(text.encode("utf-8", "surrogatepass")) <= 4 * estimated_tokens(text)
