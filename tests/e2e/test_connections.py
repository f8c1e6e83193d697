"""With no setting made, nothing leaves this machine."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser

from e2e.conftest import OpenPage
from e2e.resumes import chinese_pdf, english_docx, scan
from e2e.running_chat import RunningChat, SocketWatch
from retrieval.documents.frames import RECOGNISE


def test_the_chat_turns_to_no_address_beyond_loopback_from_its_start_to_the_last_answer(
    open_page: OpenPage, chat: RunningChat, browser: Browser, made: Path
) -> None:
    page = open_page()
    with SocketWatch(chat) as watch:
        page.drop(chinese_pdf(browser, made), english_docx(made), scan(browser, made))
        page.finished(cards=3)
        page.send("她带过团队吗？")
        page.replies.last.get_by_test_id("evidence").first.wait_for()
        page.settled()
        (recogniser,) = (one.pid for one in chat.processes() if RECOGNISE in one.cmdline())

    assert watch.samples > 10
    assert "127.0.0.1" in watch.seen
    assert watch.foreign == set()
    assert {chat.pid, recogniser} <= set(chat.watched)
    assert chat.foreign_addresses == []
    assert page.foreign_requests == []


@pytest.mark.parametrize(("origin", "status"), [("http://another.example", 400), ("", 200)])
def test_the_socket_opens_for_the_chats_own_page_only(chat: RunningChat, origin: str, status: int) -> None:
    handshake = f"{chat.url}/ws/socket.io/?EIO=4&transport=polling"

    assert httpx.get(handshake, headers={"Origin": origin or chat.url}, timeout=60).status_code == status
