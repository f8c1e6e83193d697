"""The first screen, in both languages and themes, on a desk and on a telephone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from chat.words import say
from e2e.conftest import OpenPage
from records.language import Language

STARTERS = ("screen", "batch", "postings", "find", "ask", "sample")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("browser_language", "language"), [("zh-CN", "zh"), ("en-US", "en")])
def test_the_first_screen_says_what_this_is_and_offers_six_ways_to_begin(
    open_page: OpenPage, browser_language: str, language: Language, dark: bool, width: int
) -> None:
    chat = open_page(browser_language, dark=dark, width=width)
    welcome = chat.page.locator("#welcome-screen")

    title, *sentences = [line for line in say("welcome", language).splitlines() if line]
    assert len(sentences) == 2
    for words in (title.strip("*"), *sentences):
        expect(welcome).to_contain_text(words)
    expect(chat.page.locator("#starters button")).to_have_text([say(f"starter_{one}", language) for one in STARTERS])
    assert chat.overflow() <= 0
    assert dark == chat.page.evaluate("document.documentElement.classList.contains('dark')")
    chat.screenshot(f"first-screen-{language}-{'dark' if dark else 'light'}-{width}")


@pytest.mark.parametrize("browser_language", ["zh-CN", "en-US"])
def test_an_assessment_fits_a_telephone(open_page: OpenPage, browser_language: str) -> None:
    language: Language = "zh" if browser_language == "zh-CN" else "en"
    chat = open_page(browser_language, dark=True, width=390)
    chat.starter(say("starter_sample", language))
    (card,) = chat.finished().all()

    assert chat.overflow() <= 0
    assert card.evaluate("card => card.scrollWidth - card.clientWidth") <= 0
    chat.screenshot(f"card-{language}-dark-390", card)
    chat.screenshot(f"matches-{language}-dark-390", chat.page.get_by_test_id("match-list"))

    panel, _ = chat.open_evidence(card)
    expect(panel).to_be_visible()
    if language == "zh":  # the sample in English is a DOCX, which has no picture
        assert len(chat.marks()) == 1
    assert chat.overflow() <= 0
    chat.screenshot(f"panel-{language}-dark-390")
