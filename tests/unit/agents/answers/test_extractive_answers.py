from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from agents.answers.answers import Answer, Dossier, Inquiry
from agents.answers.extractive_answers import ExtractiveAnswerer
from invented import assessment, posting, resume
from records.errors import NoResumeYet
from records.redacted import RedactedText
from retrieval.redaction import redact


def words_shared(question: RedactedText, lines: Sequence[RedactedText]) -> list[float]:
    """How many of the question's words stand in a line: enough of a ranker for a test."""
    asked = {word.strip("?？,.").lower() for word in question.split()}
    return [float(len(asked & {word.strip(",.").lower() for word in line.split()})) for line in lines]


ENGLISH = Dossier(resume("en"), redact(resume("en")))
CHINESE = Dossier(resume("zh"), redact(resume("zh")))


async def answered(inquiry: Inquiry) -> Answer:
    (answer,) = [part async for part in ExtractiveAnswerer(words_shared).answer(inquiry)]
    assert isinstance(answer, Answer)
    return answer


async def test_the_closest_lines_are_quoted_and_said_to_be_only_that() -> None:
    answer = await answered(Inquiry("Has she led a team", (ENGLISH,), "en"))

    assert answer.text == (
        "No language model is connected. These are the lines of the resumes closest to the question: "
        "a search result, not a judgement.\n\n"
        "**Avery Samplewood**\n\n"
        "- Led a team of 4 and built order services in Python and FastAPI [1]"
    )
    assert answer.sources[0].first_line == 4
    assert answer.by == "rules"


async def test_lines_are_grouped_by_candidate_and_those_without_are_counted() -> None:
    answer = await answered(Inquiry("谁用过 Kubernetes ？p95 延迟 12", (ENGLISH, CHINESE), "zh"))

    assert "**Avery Samplewood**\n\n- Cut \\*p95\\* latency by 35% \\| moved 12 services to Kubernetes [" in answer.text
    assert answer.text.startswith("没有连接语言模型，下面是简历中与问题最相关的原文，只是检索结果，不是判断：")


async def test_only_the_candidate_named_in_the_question_is_searched() -> None:
    answer = await answered(Inquiry("沈样例 用 Python 吗", (ENGLISH, CHINESE), "zh"))

    assert {source.candidate for source in answer.sources} == {"沈样例"}


async def test_nothing_close_is_said_plainly() -> None:
    answer = await answered(Inquiry("zebra", (ENGLISH,), "en"))

    assert answer.sources == ()
    assert "no line fits the question" in answer.text


async def test_a_question_without_a_resume_is_refused() -> None:
    with pytest.raises(NoResumeYet):
        await answered(Inquiry("?", (), "en"))


@pytest.mark.parametrize("question", ["为什么只有 7 分？", "分数为什么这么低", "这个评分怎么来的？", "解释一下得分"])
async def test_a_chinese_question_on_the_score_is_answered_from_the_scorecard(question: str) -> None:
    dossier = replace(CHINESE, assessments=(assessment("zh"),))
    answer = await answered(Inquiry(question, (dossier,), "zh", (posting("zh"),)))

    assert answer.text == (
        "**沈样例** 在“高级后端工程师”上得 **7.0** 分。"
        "分数由程序按评分卡计算：从 10 分起，每条要求按权重折算；满足计全部，部分满足计一半，不满足或未提及不计；"
        "简历中只有一处依据的再按 80% 计，两处的按 90% 计（学历、证书、语言除外）。"
        "按权重达成 67%，得 7.0 分。对应的建议：建议面试。语言模型自己的评分是 7 分，只供对照。\n\n"
        "- R1（必备）熟练使用 Python 开发后端服务：满足，但依据不足三处，扣 1.3 分。用 Python 开发过订单服务。[1]\n"
        "- R2（必备）8 年以上后端开发经验：部分满足，扣 0.9 分。有 5 年经验，少于要求的 8 年。[1]\n"
        "- R3（加分）持有 AWS 认证：未提及，扣 0.8 分。没有提到 AWS 认证。"
    )
    assert answer.sources[0].first_line == 3


@pytest.mark.parametrize("question", ["Why only 7?", "How was the score computed?", "why is she rated so low"])
async def test_an_english_question_on_the_score_is_answered_from_the_scorecard(question: str) -> None:
    dossier = replace(ENGLISH, assessments=(assessment("en"),))
    answer = await answered(Inquiry(question, (dossier,), "en", (posting("en"),)))

    assert answer.text.startswith("**Avery Samplewood** scores **7.0** for “Senior Backend Engineer”. The score is")
    assert "- R2 (must-have) 8 years of backend development: partly met, costs 0.9. 5 of the 8 years asked. [1]" in (
        answer.text
    )


@pytest.mark.parametrize(
    "question", ["怎么分工的？", "为什么只有 3 年经验", "why only 3 years of Python?", "如何分析数据"]
)
async def test_other_questions_are_searched(question: str) -> None:
    dossier = replace(ENGLISH, assessments=(assessment("en"),))
    answer = await answered(Inquiry(question, (dossier,), "zh"))

    assert "没有连接语言模型" in answer.text


async def test_the_effect_of_a_missing_must_have_is_explained() -> None:
    capped = assessment("zh", ("not_stated", "met", "met")).model_copy(update={"score": 2.3})
    answer = await answered(Inquiry("为什么 2.3 分", (replace(CHINESE, assessments=(capped,)),), "zh"))

    assert "按权重达成 22%，得 3.0 分；因为缺少必备要求（R1），满分按 6.9 折算，最终 2.3 分。" in answer.text


async def test_the_candidate_with_the_score_asked_about_is_explained() -> None:
    high = replace(ENGLISH, assessments=(assessment("en").model_copy(update={"score": 9.1}),))
    low = replace(CHINESE, assessments=(assessment("zh"),))
    answer = await answered(Inquiry("why only 7?", (high, low), "en"))

    assert "沈样例" in answer.text
    assert "Avery" not in answer.text
