from __future__ import annotations

import json
from typing import Any

import pytest

from agents.assessors.model_answer import finished_parts, read_answer
from invented import model_answer
from records.errors import ModelAnswerInvalid

IDS = ("R1", "R2", "R3")


def written(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False)


def test_a_whole_answer_is_read() -> None:
    assert read_answer(written(model_answer()), IDS, "en").ratings["R2"].verdict == "partial"


def test_raw_control_characters_inside_strings_are_read_as_blanks() -> None:
    text = written(model_answer()).replace("Built order", "Built\n\x01order")

    assert read_answer(text, IDS, "en").ratings["R1"].comment == "Built  order services in Python."


def test_an_answer_that_breaks_off_is_invalid() -> None:
    with pytest.raises(ModelAnswerInvalid, match="complete"):
        read_answer(written(model_answer())[:-5], IDS, "en")


def test_the_reason_is_told_in_the_language_of_the_asker() -> None:
    with pytest.raises(ModelAnswerInvalid) as raised:
        read_answer("", IDS, "zh")

    assert "回答不完整" in raised.value.message("zh")


@pytest.mark.parametrize("score", [0, 11, float("nan"), float("inf"), "high", None])
def test_a_score_outside_the_scale_is_invalid(score: object) -> None:
    with pytest.raises(ModelAnswerInvalid, match="score"):
        read_answer(written(model_answer() | {"score": score}), IDS, "en")


def test_an_unknown_verdict_is_invalid_and_its_place_is_named() -> None:
    answer = model_answer()
    answer["ratings"]["R2"]["verdict"] = "great"

    with pytest.raises(ModelAnswerInvalid, match=r"ratings\.R2\.verdict"):
        read_answer(written(answer), IDS, "en")


def test_a_requirement_that_was_not_rated_is_invalid() -> None:
    answer = model_answer()
    del answer["ratings"]["R3"]

    with pytest.raises(ModelAnswerInvalid, match="R3"):
        read_answer(written(answer), IDS, "en")


@pytest.mark.parametrize("text", ["", "hello", "[1, 2]", '{"ratings": 3, "strengths": {}, "fit": [', "null"])
def test_what_is_no_answer_so_far_has_no_finished_parts(text: str) -> None:
    parts = finished_parts(text)

    assert (parts.ratings, parts.strengths, parts.gaps, parts.fit) == ({}, (), (), "")


def test_a_rating_is_finished_with_its_comment() -> None:
    text = written(model_answer())
    comment_begins = text.index("Built")

    assert finished_parts(text[: comment_begins + 8]).ratings == {}
    assert list(finished_parts(text[: text.index('"R2"')]).ratings) == ["R1"]


def test_finished_parts_only_ever_grow() -> None:
    text = written(model_answer("zh"))
    sizes = [
        (len(parts.ratings), len(parts.strengths), len(parts.gaps), bool(parts.fit))
        for parts in (finished_parts(text[:end]) for end in range(len(text) + 1))
    ]

    assert sizes == sorted(sizes)
    assert sizes[-1] == (3, 1, 1, True)
