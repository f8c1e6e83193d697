from __future__ import annotations

import json
from typing import Any

from agents.assessors.answer_schema import ModelAnswer
from agents.assessors.assessor import Case
from agents.assessors.model_assessor import LanguageModelAssessor
from agents.assessors.self_consistency import attempts, by_majority
from fakes import BagOfWords, ScriptedChatModel
from invented import case, model_answer
from records.assessment import Assessment


def answer(*verdicts: str, own: float = 7) -> dict[str, Any]:
    written = model_answer() | {"score": own}
    for rating, verdict in zip(written["ratings"].values(), verdicts, strict=True):
        rating |= {"verdict": verdict, "lines": [] if verdict == "not_stated" else [{"first_line": 4, "last_line": 4}]}
    return written


def voted(*answers: dict[str, Any]) -> list[str]:
    combined = by_majority([ModelAnswer.model_validate(each) for each in answers])
    return [rating.verdict for rating in combined.ratings.values()]


async def assessed(server: ScriptedChatModel, samples: int, one: Case | None = None) -> Assessment:
    assessor = LanguageModelAssessor(server, "qwen", samples=samples)
    *_, last = [part async for part in assessor.assess(one or case())]
    assert isinstance(last, Assessment)
    return last


def test_each_rating_is_what_most_samples_say() -> None:
    said = voted(answer("met", "met", "met"), answer("met", "not_met", "partial"), answer("partial", "not_met", "met"))

    assert said == ["met", "not_met", "met"]


def test_of_two_verdicts_as_frequent_the_more_cautious_one_stands() -> None:
    assert voted(answer("met", "partial", "not_met"), answer("partial", "not_stated", "not_stated")) == [
        "partial",
        "not_stated",
        "not_stated",
    ]


def test_the_own_score_is_the_middle_one() -> None:
    answers = [ModelAnswer.model_validate(answer("met", "met", "met", own=own)) for own in (9, 3, 7)]

    assert by_majority(answers).score == 7


def test_every_sample_and_every_second_attempt_has_a_seed_of_its_own() -> None:
    seeds = [sampling.seed for sample in range(9) for sampling in attempts(sample)]

    assert len(set(seeds)) == 18


async def test_the_spread_of_the_score_is_kept_and_a_wide_one_is_flagged() -> None:
    script = [json.dumps(answer(*said)) for said in (("met",) * 3, ("not_met",) * 3, ("met",) * 3)]
    assessment = await assessed(ScriptedChatModel(script), 3)

    assert len(assessment.sample_scores) == 3
    assert assessment.score == max(assessment.sample_scores) > min(assessment.sample_scores) == 1.0
    assert any("not steady" in flag for flag in assessment.flags)
    assert assessment.provenance is not None
    assert assessment.provenance.samples == 3


async def test_what_the_samples_say_alike_is_embedded_once() -> None:
    embedding = BagOfWords()
    script = [json.dumps(answer(*said)) for said in (("met",) * 3, ("not_met",) * 3, ("met",) * 3)]
    assessor = LanguageModelAssessor(ScriptedChatModel(script), "qwen", embedding, samples=3)
    assert [part async for part in assessor.assess(case())]

    assert len(embedding.passages) == len(set(embedding.passages)) > 0


async def test_one_sample_has_no_spread() -> None:
    assessment = await assessed(ScriptedChatModel([json.dumps(model_answer())]), 1)

    assert assessment.sample_scores == ()


async def test_the_same_case_is_asked_at_the_same_seeds_again() -> None:
    script = [json.dumps(model_answer())] * 3
    first, second = ScriptedChatModel(script), ScriptedChatModel(script)

    assert await assessed(first, 3) == await assessed(second, 3)
    assert [each.sampling for each in first.requests] == [each.sampling for each in second.requests]
    assert len({each.sampling.seed for each in first.requests}) == 3
