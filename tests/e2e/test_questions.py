"""Questions about the candidates of a conversation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from chat.words import say
from e2e.conftest import OpenPage
from e2e.resumes import chinese_pdf, english_docx
from records.errors import NoResumeYet
from records.language import Language


@pytest.mark.parametrize(
    ("browser_language", "language", "question"),
    [("zh-CN", "zh", "她带过团队吗？"), ("en-US", "en", "Has she led a team?")],
)
def test_a_question_gets_lines_of_the_resume_that_open_the_page(
    open_page: OpenPage, browser: Browser, made: Path, browser_language: str, language: Language, question: str
) -> None:
    chat = open_page(browser_language)
    chat.drop(chinese_pdf(browser, made) if language == "zh" else english_docx(made))
    chat.finished()

    evidence = chat.ask(question).get_by_test_id("evidence")
    expect(evidence.filter(has_text="5 人内容小组" if language == "zh" else "Led a team of 4")).to_have_count(1)
    chat.screenshot(f"answer-{language}")

    quote = evidence.first.locator("q").inner_text()
    evidence.first.click()
    expect(chat.panel.get_by_test_id("marked-quote")).to_have_text(quote)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_question_on_the_score_is_answered_from_the_ratings(
    open_page: OpenPage, browser: Browser, made: Path, language: Language
) -> None:
    chat = open_page("zh-CN" if language == "zh" else "en-US")
    chat.drop(chinese_pdf(browser, made) if language == "zh" else english_docx(made))
    score = chat.finished().first.get_by_test_id("score").inner_text()

    reply = chat.ask(f"为什么只有 {score} 分？" if language == "zh" else "Why this score?")

    expect(reply).to_contain_text(score)
    expect(reply.locator("li").first).to_contain_text(re.compile(r"R\d+|必备|加分|must|nice"))
    chat.screenshot(f"why-this-score-{language}")


@pytest.mark.parametrize(
    ("browser_language", "language", "question"),
    [("zh-CN", "zh", "她带过团队吗？"), ("en-US", "en", "Has she led a team?")],
)
def test_a_question_without_a_resume_gets_advice_and_the_sample(
    open_page: OpenPage, browser_language: str, language: Language, question: str
) -> None:
    chat = open_page(browser_language)

    chat.send(question)

    reply = chat.replies.last
    expect(reply).to_contain_text(NoResumeYet().message(language))
    expect(reply).to_contain_text(NoResumeYet().advice(language))
    expect(chat.replies).to_have_count(1)
    chat.screenshot(f"no-resume-yet-{language}")
    chat.page.get_by_role("button", name=say("try_sample", language)).click()
    chat.finished()
