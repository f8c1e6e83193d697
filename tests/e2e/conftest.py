"""The running chat and a browser, each started once for all end-to-end tests and ended after the last of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from e2e.chat_page import ChatPage
from e2e.running_chat import RunningChat, running_chat

OpenPage = Callable[..., ChatPage]

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
# Nothing that Chromium would do on its own behalf; the sandbox does not start for root, as whom containers run.
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or whichever is installed."""
    executable = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    assert executable, f"none of {', '.join(CHROMIUMS)} is installed; `make browser` does it"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=SWITCHES)
        yield started
        started.close()


@pytest.fixture(scope="package")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningChat]:
    """The chat with no setting made but where it keeps its records."""
    with running_chat(tmp_path_factory.mktemp("chat")) as running:
        yield running


@pytest.fixture
def open_page(browser: Browser, chat: RunningChat) -> Iterator[OpenPage]:
    """Opens the chat in a browser of a language, theme and width; none may have complained in the end."""
    opened: list[ChatPage] = []

    def open_one(
        language: str = "zh-CN", dark: bool = False, width: int = 1280, at: RunningChat = chat, height: int = 900
    ) -> ChatPage:
        size = ViewportSize(width=width, height=height)
        context = browser.new_context(locale=language, viewport=size, color_scheme="dark" if dark else "light")
        context.set_default_timeout(10_000)
        if dark:
            context.add_init_script("localStorage.setItem('vite-ui-theme', 'dark')")
        opened.append(ChatPage(context.new_page(), at.url))
        return opened[-1]

    yield open_one
    for one in opened:
        one.page.context.close()
    assert [complaint for one in opened for complaint in one.complaints] == []
    assert [request for one in opened for request in one.foreign_requests] == []


@pytest.fixture(scope="package")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the files that the tests make."""
    return tmp_path_factory.mktemp("made")
