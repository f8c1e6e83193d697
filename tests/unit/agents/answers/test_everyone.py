from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from agents.answers.answers import Answer, Dossier, Inquiry, Progress
from agents.answers.everyone import asks_everyone, entries_schema, read_entries
from agents.answers.everyone_answers import MOST_IN_GROUP, grouped
from agents.answers.model_answers import LanguageModelAnswerer
from fakes import ScriptedChatModel
from invented import resume
from records.errors import ModelAnswerInvalid, ModelUnavailable
from records.language import Language
from records.resume import SuspiciousLine
from retrieval.redaction import redact

PEOPLE = ("Ann Invented", "Bo | [Madeup]", "Cem Fictum")


def dossier(name: str, **changes: Any) -> Dossier:
    read = replace(resume("en", name=name), sha256=name, **changes)
    return Dossier(read, redact(read))


THREE = tuple(dossier(name) for name in PEOPLE)
NUMBERED = dict(enumerate(THREE, 1))


def entry(verdict: str = "yes", line: int | None = 4, sentence: str = "Led a team of 4.") -> dict[str, Any]:
    lines = [{"first_line": line, "last_line": line}] if line else []
    return {"lines": lines, "verdict": verdict, "sentence": sentence}


def written(**entries: dict[str, Any]) -> str:
    return json.dumps(entries)


ALL_YES = written(c1=entry(), c2=entry("no", None, "Never led."), c3=entry("not_stated", None, "Not said."))


async def asked(
    server: ScriptedChatModel, dossiers: tuple[Dossier, ...] = THREE, language: Language = "en"
) -> tuple[list[Progress], Answer]:
    question = "Who has led more than three people?" if language == "en" else "谁带过三人以上的团队？"
    parts = [part async for part in LanguageModelAnswerer(server, "qwen").answer(Inquiry(question, dossiers, language))]
    *progress, answer = parts
    assert isinstance(answer, Answer)
    return [part for part in progress if isinstance(part, Progress)], answer


@pytest.mark.parametrize(
    "question",
    [
        "谁带过五人以上的团队？",
        "哪些人会Kubernetes",
        "哪位候选人有 AWS 认证？",
        "有没有人做过金融行业？",
        "有人会日语吗",
        "每个人的英语怎么样，都能当工作语言吗？",
        "他们都用过 Python 吗？",
        "谁带过最多十人以内的小团队？",
        "who has led more than five people?",
        "Which of them know Kubernetes?",
        "Which candidates have worked abroad?",
        "Does anyone speak Japanese?",
        "Has everybody used Python?",
        "How many of them have a master's degree?",
        "Do all the candidates have a degree?",
    ],
)
def test_a_question_to_everyone_is_recognised(question: str) -> None:
    assert asks_everyone(question)


@pytest.mark.parametrize(
    "question",
    [
        "她带过团队吗？",
        "她带过多少人？",
        "她向谁汇报？",
        "谁最合适？",
        "谁的 Python 更好？",
        "比较一下这两位",
        "为什么只有 6 分？",
        "他的项目经历怎么样？",
        "Who is the best fit?",
        "Which candidate has the strongest Python?",
        "Has she led a team?",
        "How many people did she lead?",
        "Why only 6?",
        "Compare the candidates",
    ],
)
def test_a_question_on_one_or_on_who_is_best_is_not(question: str) -> None:
    assert not asks_everyone(question)


async def test_the_table_has_a_row_for_each_candidate_and_counts_on_top() -> None:
    progress, answer = await asked(ScriptedChatModel([ALL_YES]))

    assert answer.text == "Of 3 candidates: **1 yes**, 0 partly, 1 no, 1 not stated in the resume."
    assert [(row.candidate, row.verdict, row.sentence) for row in answer.rows] == [
        (PEOPLE[0], "yes", "Led a team of 4."),
        (PEOPLE[1], "no", "Never led."),
        (PEOPLE[2], "not_stated", "Not said."),
    ]
    assert [source.first_line for source in answer.rows[0].sources] == [4]
    assert progress == [Progress(0, 3), Progress(3, 3)]


async def test_the_table_speaks_chinese() -> None:
    _, answer = await asked(ScriptedChatModel([ALL_YES]), language="zh")

    assert answer.text == "3 位候选人中，**1 位符合**，0 位部分符合，1 位不符合，1 位简历没有写。"


async def test_the_form_of_the_answer_asks_for_each_candidate_and_allows_lines_that_exist_only() -> None:
    server = ScriptedChatModel([ALL_YES])
    await asked(server)
    schema = server.requests[0].schema

    assert schema == entries_schema({1: 6, 2: 6, 3: 6})
    assert schema["required"] == ["c1", "c2", "c3"]
    assert list(schema["properties"]["c1"]["properties"]) == ["lines", "verdict", "sentence"]


async def test_a_group_of_everyone_shares_its_prompt_with_other_questions_up_to_the_question() -> None:
    server = ScriptedChatModel([ALL_YES, "So it is."])
    await asked(server)
    [_ async for _ in LanguageModelAnswerer(server, "qwen").answer(Inquiry("What of Python?", THREE, "en"))]
    everyone, other = (request.messages[1]["content"] for request in server.requests)

    assert everyone.partition("# Question")[0] == other.partition("# Question")[0]
    assert server.requests[0].messages[0] == server.requests[1].messages[0]


async def test_many_candidates_are_asked_about_in_groups_and_none_is_missing() -> None:
    many = tuple(dossier(f"Nobody {n:02}") for n in range(45))
    groups = [range(1, 21), range(21, 41), range(41, 46)]
    server = ScriptedChatModel([written(**{f"c{n}": entry() for n in group}) for group in groups])
    progress, answer = await asked(server, many)

    assert progress == [Progress(0, 45), Progress(20, 45), Progress(40, 45), Progress(45, 45)]
    assert [row.candidate for row in answer.rows] == [f"Nobody {n:02}" for n in range(45)]
    assert "[21:1]" in server.requests[1].messages[1]["content"]
    assert "[20:1]" not in server.requests[1].messages[1]["content"]


async def test_a_group_without_a_usable_answer_is_asked_once_more_and_then_said_to_have_none() -> None:
    many = tuple(dossier(f"Nobody {n:02}") for n in range(21))
    good = written(**{f"c{n}": entry() for n in range(1, 21)})
    server = ScriptedChatModel([good, "{", "{"])
    _, answer = await asked(server, many)

    assert [row.candidate for row in answer.rows if row.verdict is None] == ["Nobody 20"]
    assert "For 1 of them the language model gave no usable answer" in answer.text
    assert [request.sampling.seed for request in server.requests] == [0, 0, 1]


async def test_no_usable_answer_at_all_is_a_failure() -> None:
    with pytest.raises(ModelAnswerInvalid):
        await asked(ScriptedChatModel(["{", "{"]))


async def test_a_server_that_goes_away_is_a_failure() -> None:
    with pytest.raises(ModelUnavailable):
        await asked(ScriptedChatModel([ModelUnavailable(url="http://x", reason="gone")]))


async def test_a_yes_without_a_line_and_a_number_that_its_line_lacks_are_marked_in_their_rows() -> None:
    server = ScriptedChatModel(
        [written(c1=entry(line=None), c2=entry(sentence="Led a team of 12."), c3=entry("not_stated", None))]
    )
    _, answer = await asked(server)

    assert [(row.unproven, row.unheld) for row in answer.rows] == [(True, ()), (False, ("12",)), (False, ())]
    assert answer.unsupported == 1


async def test_lines_that_do_not_exist_or_were_withheld_are_removed_and_counted() -> None:
    spoken_to = dossier("Ann Invented", suspicious=(SuspiciousLine(4, "instruction"),))
    server = ScriptedChatModel([written(c1=entry(), c2=entry(line=99), c3=entry())])
    _, answer = await asked(server, (spoken_to, *THREE[1:]))

    assert answer.removed_references == 2
    assert [len(row.sources) for row in answer.rows] == [0, 0, 1]


async def test_only_the_named_candidates_are_asked_about_where_some_are_named() -> None:
    server = ScriptedChatModel([written(c1=entry(), c3=entry())])
    inquiry = Inquiry("Ann or Cem: who has led a team?", THREE, "en")
    *_, answer = [part async for part in LanguageModelAnswerer(server, "qwen").answer(inquiry)]

    assert isinstance(answer, Answer)
    assert answer.text.startswith("Of 2 candidates")


def test_a_missing_candidate_is_no_answer() -> None:
    with pytest.raises(ModelAnswerInvalid, match="2"):
        read_entries(written(c1=entry()), NUMBERED, "en")


def test_a_raw_control_character_in_a_sentence_does_no_harm() -> None:
    text = written(c1=entry(sentence="Led a\\team")).replace("\\\\t", "\t")

    assert read_entries(text, {1: THREE[0]}, "en")[0].sentence == "Led a eam"


def test_groups_hold_what_fits_beside_their_answer_and_leave_out_what_never_fits() -> None:
    sizes = {1: 40, 2: 40, 3: 500, 4: 40}

    assert grouped(sizes, lambda candidates: 100 - 5 * candidates) == ((1, 2), (4,))
    assert [len(group) for group in grouped(dict.fromkeys(range(50), 1), lambda _: 1000)] == [
        MOST_IN_GROUP,
        MOST_IN_GROUP,
        10,
    ]
