from __future__ import annotations

import json

import pytest

from agents.asking import Asking
from agents.candidate_message import (
    LanguageModelCorrespondent,
    MessageDraft,
    MessageKind,
    message_by_rules,
    unfit,
    wish_of,
)
from fakes import ScriptedChatModel
from invented import assessment, posting, resume
from records.errors import ModelAnswerInvalid
from records.language import Language
from unit.agents.whole_prompts import said_to, written_down


def wish(kind: MessageKind = "decline", language: Language = "en"):  # type: ignore[no-untyped-def]
    return wish_of(kind, resume(language), posting(language), assessment(language), language)


@pytest.mark.parametrize("kind", ["invite", "decline"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_rules_own_message_holds_nothing_that_must_not_stand_in_one(kind: MessageKind, language: Language) -> None:
    own = wish(kind, language)
    body = message_by_rules(own).text

    assert own.candidate in body
    assert unfit(body, own) == ""


async def test_the_model_gets_no_name_and_no_assessment_for_a_refusal() -> None:
    server = ScriptedChatModel([json.dumps({"paragraphs": ["Thank you, [NAME]."]})])
    parts = [part async for part in LanguageModelCorrespondent(Asking(server, "qwen")).write(wish())]
    last = parts[-1]

    assert isinstance(last, MessageDraft)
    assert "Thank you, Avery Samplewood." in last.text
    said = str(server.requests[0].messages)
    assert "Avery" not in said
    assert "Python" not in said


@pytest.mark.parametrize("kind", ["invite", "decline"])
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_whole_prompt_is_as_written_down(kind: MessageKind, language: Language) -> None:
    server = ScriptedChatModel([json.dumps({"paragraphs": ["[NAME]"]})])
    correspondent = LanguageModelCorrespondent(Asking(server, "qwen"))
    assert [part async for part in correspondent.write(wish(kind, language))]

    assert said_to(server) == written_down(f"message.{language}.{kind}")


@pytest.mark.parametrize(
    "bad",
    [
        "You lack experience.",
        "Other candidates were stronger.",
        "Your score was too low.",
        "We need somebody of another age: how old are you?",
        "You reached 6 of 10.",
    ],
)
async def test_a_refusal_with_a_reason_a_score_or_a_trait_is_no_draft(bad: str) -> None:
    server = ScriptedChatModel([json.dumps({"paragraphs": [bad]})] * 2)
    with pytest.raises(ModelAnswerInvalid):
        async for _ in LanguageModelCorrespondent(Asking(server, "qwen")).write(wish()):
            pass
