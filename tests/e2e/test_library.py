"""The library of documents in the chat: added, searched, opened at the page, removed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from chat.words import say
from e2e.chat_page import ChatPage
from e2e.conftest import OpenPage
from e2e.running_chat import RunningChat, running_chat
from papers import storage_paper, transfer_paper

STORAGE = "Batteries at the Edge of the Grid"
TRANSFER = "面向低资源语言的跨语言迁移学习"
QUESTION = "低资源机器翻译 with Transformers"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningChat]:
    """A chat of its own: what is in the library is the same for everybody who uses it."""
    with running_chat(tmp_path_factory.mktemp("library")) as running:
        yield running


def view(chat: ChatPage, name: str) -> Locator:
    found = chat.page.get_by_test_id(f"library-{name}").last
    expect(found).to_be_visible(timeout=180_000)
    return found


def document(within: Locator, title: str) -> Locator:
    return within.get_by_test_id("document").filter(has=within.page.get_by_text(title, exact=True))


def removed(chat: ChatPage, title: str) -> None:
    """Removed as a person does: asked for, confirmed, gone."""
    before = chat.page.get_by_test_id("library-list").count()
    chat.command("library")
    expect(chat.page.get_by_test_id("library-list")).to_have_count(before + 1)
    row = document(view(chat, "list"), title)
    row.get_by_role("button", name=title).last.click()
    row.get_by_test_id("removal").get_by_role("button").first.click()
    expect(row).to_have_attribute("data-gone", "true")


def asked(chat: ChatPage, words: str) -> Locator:
    before = chat.page.get_by_test_id("library-found").count()
    chat.command("library", words)
    expect(chat.page.get_by_test_id("library-found")).to_have_count(before + 1, timeout=180_000)
    chat.settled()
    return view(chat, "found")


def test_an_empty_library_says_how_to_fill_it(open_page: OpenPage, library: RunningChat) -> None:
    chat = open_page(at=library)

    chat.command("library")

    expect(chat.replies.last).to_contain_text("资料库还是空的")
    chat.screenshot("library-empty-zh")


def test_two_papers_are_added_found_opened_at_the_passage_and_removed(
    open_page: OpenPage, library: RunningChat, made: Path
) -> None:
    chat = open_page(at=library)
    chat.drop(storage_paper(made), transfer_paper(made), words="这是论文")
    added = view(chat, "added")
    expect(added.get_by_test_id("document")).to_have_count(2)
    expect(chat.cards).to_have_count(0)
    chat.screenshot("library-added-zh")

    found = asked(chat, QUESTION)
    first = found.get_by_test_id("document").first
    expect(first).to_contain_text(TRANSFER)
    chat.screenshot("library-found-zh")

    passage = first.get_by_test_id("passage").first
    passage.click()
    expect(chat.panel).to_be_visible()
    marks = chat.marks()
    assert marks
    assert all(float(str(mark["dark"])) > 0.01 for mark in marks)
    expect(chat.panel.get_by_test_id("marked-quote")).to_contain_text("低资源机器翻译的质量提高")
    chat.screenshot("library-page-zh")

    removed(chat, TRANSFER)
    chat.command("library", QUESTION)
    expect(chat.page.get_by_text(say("library_nothing", "zh"))).to_be_visible()
    removed(chat, STORAGE)


def test_a_passage_on_the_last_page_opens_that_page(open_page: OpenPage, library: RunningChat, made: Path) -> None:
    chat = open_page("en-US", at=library)
    chat.drop(storage_paper(made), words="a white paper for the library")
    view(chat, "added")

    found = asked(chat, "where do old cells work after they leave the grid?")
    found.get_by_test_id("passage").first.click()

    expect(chat.panel).to_have_attribute("data-page", "3")
    expect(chat.panel.get_by_test_id("marked-quote")).to_contain_text("street lamps")
    removed(chat, STORAGE)


@pytest.mark.parametrize(
    ("language", "dark", "width"),
    [("zh-CN", True, 1280), ("en-US", False, 390), ("en-US", True, 1280), ("zh-CN", False, 390)],
)
def test_the_library_fits_every_window(
    open_page: OpenPage, library: RunningChat, made: Path, language: str, dark: bool, width: int
) -> None:
    chat = open_page(language, dark=dark, width=width, at=library)
    name = f"{language}-{'dark' if dark else 'light'}-{width}"
    chat.drop(storage_paper(made), transfer_paper(made), words="library")
    chat.screenshot(f"library-added-{name}", whole_of=view(chat, "added"))

    chat.screenshot(f"library-found-{name}", whole_of=asked(chat, QUESTION))
    chat.command("library")
    listed = view(chat, "list")
    document(listed, STORAGE).get_by_role("button", name=STORAGE).last.click()
    chat.screenshot(f"library-removal-{name}", whole_of=listed)

    assert chat.overflow() <= 0
