"""The bundled sample and everything that the buttons of its card do."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Locator, expect

from chat.words import say
from e2e.chat_page import ChatPage
from e2e.conftest import OpenPage
from records.language import Language

EACH_LANGUAGE = pytest.mark.parametrize(("browser_language", "language"), [("zh-CN", "zh"), ("en-US", "en")])


def sample(open_page: OpenPage, browser_language: str, language: Language) -> tuple[ChatPage, Locator]:
    chat = open_page(browser_language)
    chat.starter(say("starter_sample", language))
    return chat, chat.finished().first


@EACH_LANGUAGE
def test_the_sample_starter_gives_a_card(open_page: OpenPage, browser_language: str, language: Language) -> None:
    chat, card = sample(open_page, browser_language, language)

    expect(card.get_by_test_id("assessed-by")).to_have_text("规则评估" if language == "zh" else "Assessed by rules")
    assert card.get_attribute("lang") == browser_language.removesuffix("-US")
    assert card.get_by_test_id("evidence").count() > 3
    chat.screenshot(f"card-{language}-light-1280", card)


def test_another_of_the_five_postings_can_be_assessed(open_page: OpenPage) -> None:
    chat, card = sample(open_page, "zh-CN", "zh")

    card.get_by_test_id("other-posting").click()
    choices = chat.page.get_by_role("menuitem")
    expect(choices).to_have_count(4)
    wanted = choices.nth(1).locator("span").first.inner_text()
    choices.nth(1).click()

    expect(chat.finished(cards=2).last).to_contain_text(wanted)


def test_a_match_can_be_assessed_from_its_row(open_page: OpenPage) -> None:
    chat, _ = sample(open_page, "en-US", "en")
    row = chat.matches.nth(2)

    row.get_by_role("button", name=re.compile("^Assess")).click()

    expect(chat.finished(cards=2).last).to_contain_text(row.locator(".bole-match-title").inner_text())


@EACH_LANGUAGE
def test_the_interview_kit_is_shown_and_given_as_a_file(
    open_page: OpenPage, browser_language: str, language: Language, tmp_path: Path
) -> None:
    chat, card = sample(open_page, browser_language, language)

    card.get_by_test_id("interview-kit").click()

    expect(chat.page.locator("a[download]", has_text=".docx")).to_be_visible()
    kit = chat.downloaded(re.compile(say("kit", language) + r".*\.md"), tmp_path)
    heading, *_ = kit.read_text(encoding="utf-8").splitlines()
    expect(chat.replies.last).to_contain_text(heading.strip("# "))
    chat.screenshot(f"interview-kit-{language}")


def test_the_assessment_is_exported_as_a_word_file_that_holds_the_score(open_page: OpenPage, tmp_path: Path) -> None:
    chat, card = sample(open_page, "zh-CN", "zh")

    exported(chat, card, "docx")

    file = docx.Document(str(chat.downloaded(re.compile(r"\.docx$"), tmp_path)))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    assert card.get_by_test_id("score").inner_text() in "\n".join([*(p.text for p in file.paragraphs), *cells])


def test_the_assessment_is_exported_as_markdown_with_its_evidence(open_page: OpenPage, tmp_path: Path) -> None:
    chat, card = sample(open_page, "en-US", "en")

    exported(chat, card, "md")

    text = chat.downloaded(re.compile(r"\.md$"), tmp_path).read_text(encoding="utf-8")
    assert card.get_by_test_id("score").inner_text() in text
    assert card.get_by_test_id("evidence").first.get_attribute("data-first-line") in text


def exported(chat: ChatPage, card: Locator, kind: str) -> None:
    card.get_by_test_id("export").click()
    chat.page.get_by_test_id(f"export-{kind}").click()
