"""The chat on the real vLLM, both models served: a card fills while it is written, and stopping reaches the engine."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from deploy.running import Running
from e2e.chat_page import ChatPage
from e2e.chromium import chromium
from e2e.running_chat import running_chat
from invented import CHINESE_LINES
from serving.asked import counted, until

PATIENCE = 240_000  # milliseconds: an answer at the likeliest words is a long one, and cores may be shared
BEGUN = 400  # tokens of some 2,000: more than one requirement, and far from all


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def page(
    browser: Browser, chat_server: Running, embedding_server: Running, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ChatPage]:
    """One conversation with both models served."""
    settings = {"BOLE_LLM_URL": f"{chat_server.url}/v1", "BOLE_EMBEDDING": f"{embedding_server.url}/v1"}
    with running_chat(tmp_path_factory.mktemp("chat"), **settings) as running:
        context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
        chat = ChatPage(context.new_page(), running.url)
        yield chat
        context.close()
        assert chat.complaints == []
        assert chat.foreign_requests == []


def resume_file(folder: Path, mark: str) -> Path:
    file = folder / f"{mark}.txt"
    file.write_text("\n".join([*CHINESE_LINES, f"参与 {mark} 项目，负责接口测试"]), "utf-8")
    return file


@contextmanager
def held_in_the_middle(server: Running, before: float) -> Iterator[None]:
    """Everything of the server stands still once it has begun its answer: the page, which shares the cores with it,
    has all the time that it needs. `before` is what it had written until then."""
    assert until(server, "generation_tokens_total", lambda written: written >= before + BEGUN) >= before + BEGUN
    os.killpg(server.process.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(server.process.pid, signal.SIGCONT)  # who hung up is told to the engine before it writes on
        for _ in range(3):
            counted(server, "num_requests_running")
        os.killpg(server.process.pid, signal.SIGCONT)


def test_an_assessment_streams_into_its_card(page: ChatPage, chat_server: Running, tmp_path: Path) -> None:
    before = counted(chat_server, "generation_tokens_total")
    page.drop(resume_file(tmp_path, "streams"))
    with held_in_the_middle(chat_server, before):
        writing = page.with_status("writing", PATIENCE)
        expect(writing.get_by_test_id("requirement").first).to_be_visible(timeout=PATIENCE)
        first = writing.get_by_test_id("requirement").count()
        page.screenshot("vllm-streaming", writing)
    done = page.with_status("done", PATIENCE)

    expect(done.get_by_test_id("assessed-by")).to_have_text("语言模型评估")
    assert 1 <= first < done.get_by_test_id("requirement").count()
    lines = {*CHINESE_LINES, "参与 streams 项目，负责接口测试"}
    shown = [quote.inner_text() for quote in done.get_by_test_id("evidence").locator("q").all()]
    assert shown
    assert {line for quote in shown for line in quote.splitlines()} <= lines
    page.screenshot("vllm-assessed", done)


def test_the_stop_button_ends_the_request_on_the_server(page: ChatPage, chat_server: Running, tmp_path: Path) -> None:
    before = counted(chat_server, "generation_tokens_total")
    finished = counted(chat_server, "request_success_total")
    page.drop(resume_file(tmp_path, "stopped"))
    with held_in_the_middle(chat_server, before):
        writing = page.with_status("writing", PATIENCE)
        expect(writing.get_by_test_id("requirement").first).to_be_visible(timeout=PATIENCE)
        page.page.locator("#stop-button").click()
        expect(page.with_status("stopped", PATIENCE)).to_contain_text("已停止")

    assert until(chat_server, "num_requests_running", lambda running: running == 0) == 0
    assert counted(chat_server, "request_success_total") == finished  # it did not run to its end meanwhile
