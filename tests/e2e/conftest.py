"""The running chat and a browser, each started once for all end-to-end tests and ended after the last of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize

from e2e.chat_page import ChatPage
from e2e.chromium import chromium
from e2e.running_chat import RunningChat, running_chat
from local_server import serving
from stand_in import StandIn

OpenPage = Callable[..., ChatPage]
MakeResume = Callable[..., Path]

RESUME = {
    "zh": "应聘数据分析师\n\n工作经历\n示例零售（虚构） 数据分析师 2018.03 - 2024.06\n"
    "用 SQL 和 Python 搭建销售报表，{mark}\n"
    "带领 3 人小组做用户留存分析\n\n教育经历\n示例大学 统计学 本科 2014 - 2018\n",
    "en": "Data Analyst\n\nExperience\nData Analyst, Fictional Retail, 2018.03 - 2024.06\n"
    "Built sales reports with SQL and Python, {mark}\nLed a team of 3 on customer retention\n\n"
    "Education\nBSc Statistics, Invented University, 2014 - 2018\n",
}


EACH_WINDOW = pytest.mark.parametrize(
    ("browser_language", "dark", "width"),
    [("zh-CN", False, 1280), ("zh-CN", True, 390), ("en-US", False, 390), ("en-US", True, 1280)],
    ids=["zh-light-1280", "zh-dark-390", "en-light-390", "en-dark-1280"],
)
"""Every two of language, theme and width together once."""


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="package")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningChat]:
    """The chat with no setting made but where it keeps its records."""
    with running_chat(tmp_path_factory.mktemp("chat")) as running:
        yield running


@pytest.fixture(scope="module")
def model() -> StandIn:
    """The language model of `at_work`, which behaves as a test says."""
    return StandIn()


@pytest.fixture(scope="module")
def at_work(model: StandIn, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningChat]:
    """A chat whose language model is the stand-in."""
    with serving(model) as url, serving(StandIn()) as embedding:
        settings = {"BOLE_LLM_URL": f"{url}/v1", "BOLE_EMBEDDING": f"{embedding}/v1"}
        with running_chat(tmp_path_factory.mktemp("at-work"), **settings) as running:
            yield running
        model.go_on.set()


@pytest.fixture
def open_page(browser: Browser, chat: RunningChat) -> Iterator[OpenPage]:
    """Opens the chat in a browser of a language, theme and width; none may have complained in the end."""
    opened: list[ChatPage] = []

    def open_one(
        language: str = "zh-CN", dark: bool = False, width: int = 1280, at: RunningChat = chat, height: int = 900
    ) -> ChatPage:
        size = ViewportSize(width=width, height=height)
        context = browser.new_context(locale=language, viewport=size, color_scheme="dark" if dark else "light")
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


@pytest.fixture
def make_resume(tmp_path: Path) -> MakeResume:
    """A resume that differs from all others by a mark: what is on record would not be judged again."""

    def make(language: str, mark: str, order: str = "") -> Path:
        file = tmp_path / f"resume-{mark}.txt"
        file.write_text(RESUME[language].format(mark=mark) + order, "utf-8")
        return file

    return make
