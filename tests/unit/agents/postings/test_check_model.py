from __future__ import annotations

import json
from typing import Any

import pytest

from agents.asking import Asking, Progress
from agents.postings.check import Finding
from agents.postings.check_model import LanguageModelPostingCheck
from fakes import ScriptedChatModel
from records.errors import ModelAnswerInvalid
from records.language import Language
from unit.agents.whole_prompts import said_to, written_down

CHINESE = "后端工程师\n抗压能力强，性格开朗\n3 年 Java 经验\n应届生优先\n简历投 hr@example.com"
ENGLISH = "Backend engineer\nThick-skinned team player\n3 years of Java\nGraduates welcome\nApply to hr@example.com"


def found(line: int, words: str, **changes: Any) -> dict[str, Any]:
    return {"line": line, "words": words, "reason": "Why.", "suggestion": "Instead.", "kind": "vague"} | changes


def by_rules(line: int, words: str) -> Finding:
    return Finding("vague", "pressure", line, words, "Reason.", "Suggestion.")


async def checked(*written: dict[str, Any], known: tuple[Finding, ...] = (), text: str = CHINESE) -> list[Finding]:
    server = ScriptedChatModel([json.dumps({"findings": written})])
    check = LanguageModelPostingCheck(Asking(server, "qwen")).check(text, known, "zh")
    *progress, last = [part async for part in check]
    assert all(isinstance(part, Progress) for part in progress)
    assert isinstance(last, tuple)
    return list(last)


@pytest.mark.parametrize(("language", "text"), [("zh", CHINESE), ("en", ENGLISH)])
async def test_the_whole_prompt_is_as_written_down(language: Language, text: str) -> None:
    server = ScriptedChatModel([json.dumps({"findings": []})])
    assert [part async for part in LanguageModelPostingCheck(Asking(server, "qwen")).check(text, (), language)]

    assert said_to(server) == written_down(f"check.{language}")


async def test_a_finding_that_quotes_its_line_is_told_as_the_models() -> None:
    assert await checked(found(2, " 性格开朗 ")) == [
        Finding("vague", "model", 2, "性格开朗", "Why.", "Instead.", found_by="model")
    ]


@pytest.mark.parametrize(
    "invented",
    [
        found(2, "性格外向"),  # stands nowhere
        found(3, "性格开朗"),  # stands in another line
        found(0, "性格开朗"),
        found(99, "性格开朗"),
        found(2, "强"),  # too short to say what is meant
        found(2, "  "),
    ],
)
async def test_a_finding_whose_words_do_not_stand_in_its_line_is_dropped(invented: dict[str, Any]) -> None:
    assert await checked(invented) == []


@pytest.mark.parametrize("words", ["抗压能力强", "抗压", "抗压能力强，性格开朗"])
async def test_what_the_rules_said_already_is_not_said_again(words: str) -> None:
    known = (by_rules(2, "抗压能力强"),)

    assert await checked(found(2, words), known=known) == [*known]


async def test_the_same_words_are_told_once() -> None:
    assert len(await checked(found(2, "性格开朗"), found(2, "性格开朗", kind="discriminatory"))) == 1


async def test_the_models_findings_come_between_the_rules_by_line() -> None:
    known = (by_rules(2, "抗压能力强"), by_rules(5, "简历"))
    findings = await checked(found(4, "应届生优先"), found(2, "性格开朗"), known=known)

    assert [(finding.line, finding.found_by) for finding in findings] == [
        (2, "rules"),
        (2, "model"),
        (4, "model"),
        (5, "rules"),
    ]


async def test_the_model_takes_nothing_away_from_what_the_rules_found() -> None:
    known = (by_rules(2, "抗压能力强"),)

    assert await checked(known=known) == [*known]


async def test_the_form_of_the_answer_allows_lines_that_exist_only() -> None:
    server = ScriptedChatModel([json.dumps({"findings": []})])
    assert [part async for part in LanguageModelPostingCheck(Asking(server, "qwen")).check(CHINESE, (), "zh")]
    schema = server.requests[0].schema
    assert schema is not None

    assert schema["properties"]["findings"]["items"]["properties"]["line"]["maximum"] == 5


@pytest.mark.parametrize("bad", [found(2, "性格开朗", kind="note"), found(2, "性格开朗", reason=""), {"line": 2}])
async def test_an_answer_of_another_form_is_asked_for_once_more_and_then_a_stated_failure(bad: dict[str, Any]) -> None:
    server = ScriptedChatModel([json.dumps({"findings": [bad]})] * 2)
    with pytest.raises(ModelAnswerInvalid, match="findings"):
        async for _ in LanguageModelPostingCheck(Asking(server, "qwen")).check(CHINESE, (), "zh"):
            pass

    assert len(server.requests) == 2
