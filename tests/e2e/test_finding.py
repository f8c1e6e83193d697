"""Candidates found in the talent pool: for a posting, by conditions, and like others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from chat.words import say
from e2e.chat_page import ChatPage
from e2e.conftest import EACH_WINDOW, OpenPage
from e2e.resumes import CHINESE_NAME, ENGLISH_NAME, chinese_pdf, english_docx
from e2e.running_chat import RunningChat, running_chat
from records.errors import EmptyPool

ANALYST = """Devon Inventado
Data Analyst, 7 years
Beijing
Experience
Data Analyst, Nowhere Parcels (invented), January 2018 - present
Built dashboards in Tableau with SQL and Python
Education
MSc Statistics, Example University (invented), 2015 - 2017
"""
COUNTING = {"zh-CN": "多少人在上海工作 3 年以上？", "en-US": "How many people in Shanghai have over 3 years?"}


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningChat]:
    """A chat of its own, so that its pool holds these three alone."""
    with running_chat(tmp_path_factory.mktemp("pool")) as running:
        yield running


def test_an_empty_pool_says_what_to_do(open_page: OpenPage, pool: RunningChat) -> None:
    chat = open_page("en-US", at=pool)

    chat.command("find", words="everyone with Java")

    expect(chat.replies.last).to_contain_text(EmptyPool().message("en"))


@pytest.fixture(scope="module")
def files(browser: Browser, made: Path) -> list[Path]:
    analyst = made / "devon.txt"
    analyst.write_text(ANALYST, encoding="utf-8")
    return [chinese_pdf(browser, made), english_docx(made), analyst]


def filled(chat: ChatPage, files: list[Path]) -> None:
    chat.drop(*files)
    chat.finished(cards=3)


def test_candidates_are_found_for_a_posting_and_a_condition_is_dropped_with_a_click(
    open_page: OpenPage, pool: RunningChat, files: list[Path]
) -> None:
    chat = open_page("en-US", at=pool)
    filled(chat, files)
    found = chat.page.get_by_test_id("candidate-list").last

    chat.command("find", words="data-analyst with SQL and over 5 years")

    chat.settled()
    expect(found.get_by_test_id("condition")).to_have_text(["5 years or more", "with SQL"])
    expect(found.get_by_test_id("candidate")).to_have_count(1)
    expect(found.get_by_test_id("candidate")).to_contain_text("Devon Inventado")
    expect(found.get_by_test_id("totals")).to_contain_text("1 of 3 fulfil")
    chat.screenshot("find-posting-en", found)

    found.get_by_test_id("condition").filter(has_text="SQL").click()
    expect(found.get_by_test_id("condition")).to_have_text(["5 years or more"])
    expect(found.get_by_test_id("candidate").filter(has_text=ENGLISH_NAME)).to_have_count(1)

    found.get_by_role("button", name="Devon Inventado", exact=False).first.click()
    found.get_by_test_id("evidence").first.click()
    expect(chat.panel).to_be_visible()


def test_more_like_the_chosen_leaves_the_chosen_out(open_page: OpenPage, pool: RunningChat, files: list[Path]) -> None:
    chat = open_page("en-US", at=pool)
    chat.command("find", words="data-analyst")
    chat.settled()
    first = chat.page.get_by_test_id("candidate-list").first
    first.get_by_test_id("candidate").filter(has_text="Devon").get_by_role("checkbox").check()

    first.get_by_test_id("more-like").click()

    expect(chat.page.get_by_test_id("candidate-list")).to_have_count(2)
    like = chat.page.get_by_test_id("candidate-list").last
    expect(like.get_by_test_id("candidate")).to_have_count(2)
    expect(like.get_by_test_id("candidate").filter(has_text="Devon")).to_have_count(0)
    chat.screenshot("find-like-en", like)


def test_a_found_candidate_who_is_assessed_joins_the_conversation(
    open_page: OpenPage, pool: RunningChat, files: list[Path]
) -> None:
    chat = open_page("en-US", at=pool)
    chat.command("find", words="data-analyst with SQL")
    chat.page.get_by_test_id("candidate").first.get_by_role("button", name="Assess", exact=True).click()

    (card,) = chat.finished().all()

    expect(card).to_contain_text("Devon Inventado")


@EACH_WINDOW
def test_a_question_about_the_whole_pool_is_counted(
    open_page: OpenPage,
    pool: RunningChat,
    browser_language: str,
    dark: bool,
    width: int,
) -> None:
    chat = open_page(browser_language, dark=dark, width=width, at=pool)

    chat.send(COUNTING[browser_language])
    chat.settled()

    found = chat.page.get_by_test_id("candidate-list")
    expect(found.get_by_test_id("candidate").first).to_be_attached()
    expect(found).to_contain_text(CHINESE_NAME)
    assert chat.overflow() <= 0
    chat.screenshot(f"find-count-{browser_language[:2]}-{'dark' if dark else 'light'}-{width}", found)


def test_find_without_words_says_how_and_offers_postings(open_page: OpenPage, pool: RunningChat) -> None:
    chat = open_page("zh-CN", at=pool)

    chat.starter(say("starter_find", "zh"))

    expect(chat.replies.last).to_contain_text(say("how_find", "zh"))
    chat.replies.last.get_by_role("button").filter(has_text="Supply Chain Planner").click()
    expect(chat.page.get_by_test_id("candidate")).to_have_count(3)
    chat.screenshot("find-how-zh")
