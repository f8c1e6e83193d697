"""The main job: resumes are dropped, assessed, and every claim leads to the lines it rests on."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Locator, expect

from e2e.chat_page import ChatPage
from e2e.conftest import OpenPage
from e2e.resumes import CHINESE_NAME, ENGLISH_NAME, chinese_pdf, english_docx


@pytest.fixture(scope="module")
def pdf(browser: Browser, made: Path) -> Path:
    return chinese_pdf(browser, made)


@pytest.fixture(scope="module")
def word(made: Path) -> Path:
    return english_docx(made)


def card_of(chat: ChatPage, candidate: str) -> Locator:
    return chat.cards.filter(has=chat.page.get_by_role("heading", name=candidate, exact=True))


def test_a_chinese_pdf_and_an_english_docx_in_one_drop_give_two_cards_whose_evidence_is_on_the_page(
    open_page: OpenPage, pdf: Path, word: Path
) -> None:
    chat = open_page("zh-CN")
    chat.screenshot("first-screen")
    chat.drop(pdf, word)
    chat.finished(cards=2)

    chinese, english = card_of(chat, CHINESE_NAME), card_of(chat, ENGLISH_NAME)
    for card in (chinese, english):
        assert 1 <= float(card.get_by_test_id("score").inner_text()) <= 10
        expect(card.get_by_test_id("requirement").first).to_be_visible()
        expect(card).not_to_contain_text("隐藏文字")
    chat.screenshot("card", chinese)

    _, quote = chat.open_evidence(chinese)
    (mark,) = chat.marks()
    assert without_blanks(drawn_in(pdf, mark["box"])) == without_blanks(quote)
    assert mark["dark"] > 0.01  # the picture shows ink there
    chat.screenshot("panel")

    panel, quote = chat.open_evidence(english)
    expect(panel.get_by_test_id("marked-line")).to_have_text(quote)
    chat.screenshot("panel-of-a-docx")


def test_each_resume_is_matched_with_five_postings_by_similarity(open_page: OpenPage, word: Path) -> None:
    chat = open_page("en-US")
    chat.drop(word)
    chat.finished()

    expect(chat.matches).to_have_count(5)
    assert "Site Reliability Engineer" in chat.matches.first.inner_text()
    assert all(re.search(r"\b0\.\d{4}\b", row.inner_text()) for row in chat.matches.all())
    chat.screenshot("matches-en", chat.page.get_by_test_id("match-list"))


def test_moving_the_line_changes_which_matches_are_strong(open_page: OpenPage, word: Path) -> None:
    chat = open_page("en-US")
    chat.drop(word)
    chat.finished()
    slider = chat.page.get_by_role("slider")

    slider.fill("0")
    expect(chat.page.locator('[data-testid="match"][data-strong="true"]')).to_have_count(5)
    slider.fill("1")
    expect(chat.page.locator('[data-testid="match"][data-strong="true"]')).to_have_count(0)


def test_reading_matching_and_assessing_are_shown_as_steps(open_page: OpenPage, word: Path) -> None:
    chat = open_page("en-US")
    chat.drop(word)
    chat.finished()

    steps = chat.page.locator('[data-step-type="tool"], [data-step-type="llm"]')
    assert [step.split(maxsplit=2)[1] for step in steps.all_inner_texts()] == ["Reading", "Matching", "Assessing"]


def without_blanks(text: str) -> str:
    return re.sub(r"\s", "", text)


def drawn_in(pdf: Path, box: dict[str, float]) -> str:
    """The text whose characters lie in a part of a PDF's first page, by PDFium."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        width, height = page.get_size()
        text: str = page.get_textpage().get_text_bounded(
            left=box["left"] * width,
            right=box["right"] * width,
            top=height - box["top"] * height,
            bottom=height - box["bottom"] * height,
        )
    return text
