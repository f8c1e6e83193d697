"""See the vectors: numbers, their spread and the heat map in the side panel, each of whose cells opens its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from chat.words import say
from e2e.chat_page import ChatPage
from e2e.conftest import EACH_WINDOW, OpenPage
from e2e.resumes import english_docx
from e2e.running_chat import running_chat
from records.language import Language

EACH_LANGUAGE = pytest.mark.parametrize(("browser_language", "language"), [("zh-CN", "zh"), ("en-US", "en")])
CELLS = ".heatmap-label text"
AS_WIDE = """() => document.querySelector("#side-view-content .js-plotly-plot svg.main-svg").clientWidth
    === document.querySelector('[data-testid="vectors"]').clientWidth"""


def view(chat: ChatPage) -> Locator:
    return chat.page.get_by_test_id("vectors")


def figures(chat: ChatPage) -> Locator:
    return chat.page.locator("#side-view-content .js-plotly-plot")


def opened(open_page: OpenPage, language: Language, dark: bool = False, width: int = 1280) -> ChatPage:
    """The vectors of the sample beside its best posting, with both figures drawn."""
    chat = open_page("zh-CN" if language == "zh" else "en-US", dark=dark, width=width)
    chat.starter(say("starter_sample", language))
    chat.finished()
    chat.matches.first.get_by_test_id("see-vectors").click()
    expect(figures(chat)).to_have_count(2)
    expect(figures(chat).first.locator(CELLS).first).to_be_visible()
    return chat


@EACH_WINDOW
def test_a_match_shows_its_vectors_as_numbers_and_figures(
    open_page: OpenPage, browser_language: str, dark: bool, width: int
) -> None:
    language: Language = "zh" if browser_language == "zh-CN" else "en"
    chat = opened(open_page, language, dark, width)

    expect(view(chat)).to_contain_text("all-MiniLM-L6-v2")
    expect(view(chat)).to_contain_text("384")
    values = view(chat).get_by_test_id("vector-values").locator("li")
    expect(values).to_have_count(50)
    assert all(re.fullmatch(r"[+−]0\.\d{4}", value) for value in values.all_inner_texts())
    assert chat.overflow() <= 0
    panel = chat.page.locator("#side-view-content")
    assert panel.evaluate("panel => panel.scrollWidth - panel.clientWidth") <= 0
    chat.screenshot(f"vectors-{language}-{'dark' if dark else 'light'}-{width}")
    figures(chat).last.scroll_into_view_if_needed()
    chat.screenshot(f"vectors-figures-{language}-{'dark' if dark else 'light'}-{width}")


def middle_of_a_cell(chat: ChatPage) -> tuple[float, float]:
    """Where the first cell of the first figure is, once the figure is drawn in its last size."""
    cell = figures(chat).first.locator(CELLS).first
    cell.wait_for()
    box, before = cell.bounding_box(), None
    while box is None or box != before:
        chat.page.wait_for_timeout(300)
        box, before = cell.bounding_box(), box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_cell_of_the_heat_map_opens_its_line_and_the_vectors_open_again(open_page: OpenPage) -> None:
    chat = opened(open_page, "en")
    line = figures(chat).first.locator(".xtick text").first.text_content() or ""
    chat.page.mouse.click(*middle_of_a_cell(chat))

    expect(chat.panel.get_by_test_id("marked-line").first).to_have_attribute("data-line", line.removeprefix("L"))
    expect(figures(chat)).to_have_count(0)

    chat.matches.nth(1).get_by_test_id("see-vectors").click()
    expect(figures(chat)).to_have_count(2)
    expect(chat.panel).to_have_count(0)


def test_a_cell_says_the_words_it_compares(open_page: OpenPage) -> None:
    chat = opened(open_page, "en")
    chat.page.mouse.move(*middle_of_a_cell(chat), steps=3)

    expect(figures(chat).first.locator(".hoverlayer .hovertext")).to_contain_text(
        re.compile(r"L\d+ .*[01]\.\d{4}", re.S)
    )
    chat.screenshot("vectors-hover-en")


def test_another_requirement_of_the_posting_is_shown_by_its_own_vector(open_page: OpenPage) -> None:
    chat = opened(open_page, "en")
    before = view(chat).get_by_test_id("vector-values").inner_text()
    choice = view(chat).get_by_role("combobox")
    other = next(one for one in ("R1", "R2") if one != choice.input_value())
    choice.select_option(other)

    expect(view(chat).get_by_test_id("vector-values")).not_to_have_text(before)
    expect(choice).to_have_value(other)
    expect(figures(chat)).to_have_count(2)


def test_the_figures_are_as_wide_as_the_panel_after_it_was_made_narrower(open_page: OpenPage) -> None:
    chat = opened(open_page, "en")
    chat.page.set_viewport_size({"width": 1000, "height": 900})

    chat.page.wait_for_function(AS_WIDE)


def test_free_words_are_shown_beside_the_latest_resume(open_page: OpenPage, made: Path) -> None:
    chat = open_page("en-US")
    chat.command("vectors", "Kubernetes on AWS, call me on 13900000417")
    expect(view(chat).get_by_test_id("vector-text")).to_have_text("Kubernetes on AWS, call me on [PHONE]")
    expect(figures(chat)).to_have_count(1)

    chat.drop(english_docx(made))
    chat.finished()
    chat.command("vectors", "Kubernetes on AWS")
    expect(figures(chat)).to_have_count(2)
    view(chat).locator("summary").click()
    expect(view(chat).locator("details li")).to_have_count(12)
    expect(view(chat).locator("details li").first).to_contain_text("Kubernetes clusters on AWS")
    chat.screenshot("vectors-words-en")


@EACH_LANGUAGE
def test_a_moved_line_says_so_and_can_be_kept_for_everybody_and_taken_back(
    open_page: OpenPage, browser_language: str, language: Language
) -> None:
    chat = open_page(browser_language)
    chat.starter(say("starter_sample", language))
    chat.finished()
    origin = chat.page.get_by_test_id("line-origin")
    expect(origin).to_have_attribute("data-origin", "model")
    chat.screenshot(f"line-model-{language}", chat.page.get_by_test_id("match-list"))

    chat.page.get_by_role("slider").fill("0.33")
    expect(origin).to_have_attribute("data-origin", "conversation")
    chat.screenshot(f"line-moved-{language}", chat.page.get_by_test_id("match-list"))

    origin.get_by_role("button", name="对所有人生效" if language == "zh" else "Keep for everybody").click()
    expect(origin).to_have_attribute("data-origin", "moved")
    another = open_page(browser_language, width=390, dark=True)
    another.starter(say("starter_sample", language))
    another.finished()
    there = another.page.get_by_test_id("line-origin")
    expect(there).to_have_attribute("data-origin", "moved")
    expect(another.page.get_by_role("slider")).to_have_value("0.33")
    another.screenshot(f"line-kept-{language}-dark-390", another.page.get_by_test_id("match-list"))

    there.get_by_role("button", name="恢复（所有人）" if language == "zh" else "Reset for everybody").click()
    expect(there).to_have_attribute("data-origin", "model")
    expect(another.page.get_by_role("slider")).to_have_value("0.5")


def test_a_line_that_is_set_holds_for_everybody_and_says_so(open_page: OpenPage, tmp_path: Path) -> None:
    with running_chat(tmp_path, BOLE_STRONG_LINE="0.3") as chat_with_setting:
        chat = open_page("en-US", at=chat_with_setting)
        chat.starter(say("starter_sample", "en"))
        chat.finished()
        origin = chat.page.get_by_test_id("line-origin")
        expect(origin).to_have_text("set by BOLE_STRONG_LINE")

        chat.page.get_by_role("slider").fill("0.9")
        expect(origin.get_by_role("button")).to_have_text(["Reset"])  # nothing can be kept beside a setting
        origin.get_by_role("button").click()
        expect(chat.page.get_by_role("slider")).to_have_value("0.3")
        chat.page.close()  # before its server ends
