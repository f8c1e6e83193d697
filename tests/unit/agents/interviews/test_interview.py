from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest

from agents.interviews import en, zh
from agents.interviews.interview import MOST_TO_VERIFY, InterviewKit, interview_kit
from agents.interviews.word import kit_as_word
from invented import assessment, posting, resume
from records.assessment import Strength
from records.language import Language
from records.resume import Position, Profile

TODAY = date(2026, 11, 20)


def kit(language: Language = "en", **changes: object) -> InterviewKit:
    changed = assessment(language).model_copy(update=changes)
    return interview_kit(changed, resume(language), posting(language), language, TODAY)


def kinds(one: InterviewKit) -> list[str]:
    return [question.kind for question in one.questions]


def test_every_requirement_that_is_not_met_is_verified_must_haves_first() -> None:
    verified = [question.about for question in kit().questions if question.kind == "verify"]

    assert verified == ["R2 8 years of backend development", "R3 AWS certification"]


def test_a_met_must_have_gets_a_question_on_the_job_with_the_lines_it_refers_to() -> None:
    (technical,) = [question for question in kit("zh").questions if question.kind == "technical"]

    assert technical.question.startswith("关于 Python：")
    assert technical.evidence[0].first_line == 3


def test_ways_of_working_are_asked_about_the_latest_employer() -> None:
    behavioural = [question.question for question in kit().questions if question.kind == "behavioural"]

    assert len(behavioural) == 3
    assert behavioural[0].startswith("Thinking of your time at Fictional Freight: Please tell me")


def test_the_latest_employer_is_the_current_one_wherever_it_stands() -> None:
    earlier, current = (Position(3, "", "Before", "2024", "2026"), Position(9, "", "Now", "2023", None, current=True))
    employed = replace(resume(), profile=Profile(positions=(earlier, current)))
    asked = interview_kit(assessment(), employed, posting(), "en", TODAY).questions

    assert any("your time at Now" in question.question for question in asked)


def test_a_strength_whose_numbers_are_not_in_its_lines_is_verified() -> None:
    evidence = assessment().strengths[0].evidence
    doubtful = kit(strengths=(Strength(claim="Led a team of 40.", evidence=evidence),))
    question = next(question for question in doubtful.questions if "40" in question.question)

    assert question.kind == "verify"
    assert question.evidence == evidence


def test_a_strength_that_stands_on_its_lines_is_not_doubted() -> None:
    assert kinds(kit()).count("verify") == 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_questions_to_the_candidate_name_no_line_numbers(language: Language) -> None:
    for question in kit(language).questions:
        assert "第" not in question.question or "行" not in question.question
        assert "lines " not in question.question


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_blank_stays_open(language: Language) -> None:
    page = kit(
        language, strengths=(Strength(claim="99 人", evidence=assessment().strengths[0].evidence),)
    ).to_markdown()

    assert "{" not in page


def test_the_page_shows_question_reason_good_answer_and_quoted_lines() -> None:
    page = kit("zh").to_markdown()

    assert page.startswith("# 面试提纲：沈样例 · 高级后端工程师\n\n*由规则撰写（未使用语言模型）。*\n\n## 重点核实\n\n")
    assert "- 核实 Kubernetes 的深度" in page
    assert "    - 针对：R2 8 年以上后端开发经验\n    - 好的回答：" in page
    assert "    - 简历依据：第 3–4 行 “带领 4 人小组，用 Python 和 FastAPI 开发订单服务 / 把 12 个服务迁移到" in page
    assert "    - 简历依据：没有相关内容" in page


def test_a_kit_in_another_language_than_the_assessment_leaves_its_focus_out() -> None:
    other = interview_kit(assessment("zh"), resume("zh"), posting("zh"), "en", TODAY)

    assert other.focus == ()
    assert other.to_markdown().startswith("# Interview kit: ")


def test_nice_to_haves_are_asked_about_only_as_far_as_there_is_time_must_haves_always() -> None:
    many = tuple(
        rating.model_copy(update={"requirement": f"R{n}"}) for n, rating in enumerate(assessment().ratings[1:] * 8, 1)
    )
    verified = [question for question in kit(ratings=many).questions if question.kind == "verify"]

    assert len(verified) == MOST_TO_VERIFY == 8
    assert all("8 years" in question.about for question in verified)


def test_questions_of_the_same_kind_take_turns() -> None:
    skill = assessment().ratings[0].model_copy(update={"verdict": "not_stated", "evidence": ()})
    first, second = [question.question for question in kit(ratings=(skill, skill)).questions][:2]

    assert first != second


def test_both_languages_ask_the_same_things() -> None:
    chinese, english = zh.ASKS, en.ASKS

    assert chinese.headings.keys() == english.headings.keys()
    assert (len(chinese.technical), len(chinese.behavioural)) == (len(english.technical), len(english.behavioural))
    assert {
        (kind, verdict, len(asks))
        for kind, by_verdict in chinese.verify.items()
        for verdict, asks in by_verdict.items()
    } == {
        (kind, verdict, len(asks))
        for kind, by_verdict in english.verify.items()
        for verdict, asks in by_verdict.items()
    }
    assert all("not_stated" in by_verdict for by_verdict in chinese.verify.values())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_marked_strength_is_asked_about_in_both_files_of_the_kit(language: Language) -> None:
    marked = assessment(language).strengths[0].model_copy(update={"unsupported": ("40",)})
    one = kit(language, strengths=(marked,))
    heading = {"zh": zh, "en": en}[language].ASKS.headings["unsupported"]
    document = "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(kit_as_word(one))).paragraphs)

    assert heading in [question.about for question in one.questions]
    for written in (one.to_markdown(), document):
        assert heading in written
