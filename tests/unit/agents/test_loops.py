from __future__ import annotations

import json
from time import thread_time

import pytest

from agents.loops import LoopWatch, loops
from invented import model_answer
from records.errors import ModelAnswerInvalid

TURNED = [
    " " * 200,
    '{"ratings": {' + "\n\t " * 100,
    "Very good. " * 40,
    "非常优秀，" * 60,
    "。" * 300,
    '"R1": {"lines": [], "verdict": "met", "comment": "ok"}, ' * 6,
]
STRAIGHT = [
    json.dumps(model_answer("zh"), ensure_ascii=False, indent=8),
    json.dumps(model_answer(), indent=2),
    "\n".join(f"| {name} | not stated | – |" for name in ("Avery", "Robin", "Kim", "Noor", "Sam", "Li", "Wu", "Zhao")),
    "|" + " --- |" * 12,
    " ".join(f"[1:{n}]" for n in range(1, 80)),
]


def take(text: str, at_most: int) -> None:
    watch = LoopWatch()
    for letter in text[:at_most]:
        watch.take(letter)


@pytest.mark.parametrize("text", TURNED)
def test_an_answer_that_turns_in_circles_is_stopped_long_before_its_last_token(text: str) -> None:
    with pytest.raises(ModelAnswerInvalid, match="repeating"):
        take(text * 20, at_most=1200)


@pytest.mark.parametrize("text", STRAIGHT)
def test_an_answer_that_goes_on_is_left_alone(text: str) -> None:
    take(text, at_most=len(text))

    assert not loops(text)


def test_watching_costs_next_to_nothing() -> None:
    watch, began = LoopWatch(), thread_time()
    for n in range(5000):
        watch.take(f" word{n}")

    assert thread_time() - began < 2  # a thousandth of what the model needs for them
