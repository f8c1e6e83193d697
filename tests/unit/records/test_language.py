from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.language import language_of, preferred_language, text_language

CHINESE = "负责后端服务的设计与开发，带领五人团队完成支付系统的重构，接口延迟降低百分之四十。"
ENGLISH = "Designed and built the payment services, led a team of five and cut latency by forty percent."


def test_a_chinese_text_is_chinese() -> None:
    assert text_language(CHINESE) == "zh"


def test_an_english_text_is_english() -> None:
    assert text_language(ENGLISH) == "en"


def test_an_english_text_with_chinese_sentences_is_mixed() -> None:
    assert text_language(f"{ENGLISH} {ENGLISH} {ENGLISH} {CHINESE}") == "mixed"


def test_technical_terms_leave_a_chinese_resume_chinese() -> None:
    assert text_language("熟练使用 Python、Kubernetes 和 PostgreSQL，五年后端开发经验，主导微服务拆分") == "zh"


def test_a_chinese_name_leaves_an_english_resume_english() -> None:
    assert text_language(f"Lin Xiaohe (林小禾)\n{ENGLISH}") == "en"


@pytest.mark.parametrize("text", ["", " \n", "2019 – 2024", "a, b"])
def test_a_text_without_words_counts_as_english(text: str) -> None:
    assert text_language(text) == "en"


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert text_language(text) in ("zh", "en", "mixed")
    assert language_of(text) in ("zh", "en")


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("为什么只有 6 分?", "zh"),
        ("她会 Kubernetes 吗?", "zh"),
        ("Has she led a team?", "en"),
        ("What does 高级工程师 mean in the second line of her resume, please, and in the third?", "en"),
        ("", "en"),
    ],
)
def test_a_question_is_answered_in_its_own_language(question: str, language: str) -> None:
    assert language_of(question) == language


@pytest.mark.parametrize(
    ("tag", "language"),
    [("zh-CN", "zh"), ("zh_TW.UTF-8", "zh"), ("ZH", "zh"), ("en-GB", "en"), ("de", "en"), ("", "en"), (None, "en")],
)
def test_a_browser_is_shown_chinese_if_it_asks_for_it_and_english_otherwise(tag: str | None, language: str) -> None:
    assert preferred_language(tag) == language
