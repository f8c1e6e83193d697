"""A page that was away comes back to all that happened meanwhile, also one that connects twice at its very start."""

from __future__ import annotations

import json
import sqlite3
import time
import uuid
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from playwright.sync_api import expect

from e2e.conftest import MakeResume, OpenPage
from e2e.running_chat import RunningChat, running_chat
from local_server import serving
from stand_in import StandIn

PATIENCE = 30.0


def assessed(chat: RunningChat) -> int:
    """How many assessments the chat has on record."""
    with closing(sqlite3.connect(chat.folder / "data" / "bole.db")) as records:
        count: int = records.execute("SELECT count(*) FROM assessments").fetchone()[0]
    return count


def test_what_was_finished_while_the_page_was_away_is_there_when_it_is_back(
    open_page: OpenPage, model: StandIn, at_work: RunningChat, make_resume: MakeResume
) -> None:
    model.behaviour = "stall"
    before = assessed(at_work)
    chat = open_page(at=at_work)
    chat.drop(make_resume("zh", "away"))
    writing = chat.with_status("writing")
    expect(writing.get_by_test_id("requirement").first).to_be_visible()

    with chat.away():
        pass
    expect(writing).to_have_count(1)
    expect(chat.page.locator("#stop-button")).to_be_visible()
    with chat.away():
        model.go_on.set()
        give_up = time.monotonic() + PATIENCE
        while assessed(at_work) == before:
            assert time.monotonic() < give_up
            time.sleep(0.05)
        time.sleep(1)  # what is on record is said next: now, to nobody, and not to a page that is back

    card = chat.finished()
    expect(card.get_by_test_id("requirement").first).to_be_visible()
    chat.screenshot("back-again-zh")


def test_a_chat_that_was_started_anew_goes_on_with_what_its_page_shows(
    open_page: OpenPage, tmp_path: Path, make_resume: MakeResume
) -> None:
    folder = tmp_path / "restarted"
    folder.mkdir()
    with running_chat(folder) as before:
        chat = open_page("en-US", at=before)
        chat.drop(make_resume("en", "kept"))
        score = chat.finished().get_by_test_id("score").inner_text()
        chat.page.evaluate("sockets.splice(0)")
    with running_chat(folder, port=urlsplit(before.url).port or 0):
        chat.connected_again()

        reply = chat.ask("Why this score?")

    expect(reply).to_contain_text(score)
    assert chat.replies.count() == 3  # matches, card and answer: what stood there stands there once


def test_an_assessment_that_the_chat_was_ended_in_is_shown_as_stopped_and_can_be_made_again(
    open_page: OpenPage, tmp_path: Path, make_resume: MakeResume
) -> None:
    model = StandIn("stall")
    folder = tmp_path / "ended"
    folder.mkdir()
    with serving(model) as url, serving(StandIn()) as embedding:
        settings = {"BOLE_LLM_URL": f"{url}/v1", "BOLE_EMBEDDING": f"{embedding}/v1"}
        with running_chat(folder, **settings) as before:
            chat = open_page("zh-CN", at=before)
            chat.drop(make_resume("zh", "ended"))
            expect(chat.with_status("writing").get_by_test_id("requirement").first).to_be_visible()
        model.behaviour = "good"
        with running_chat(folder, port=urlsplit(before.url).port or 0, **settings):
            stopped = chat.with_status("stopped")
            chat.screenshot("ended-meanwhile-zh", stopped)
            stopped.get_by_role("button").first.click()

            expect(chat.with_status("done").get_by_test_id("assessed-by")).to_have_text("语言模型评估")


def connected(http: httpx.Client, session: str) -> str:
    """Connects as the page of a session does, by long polling; gives where to ask for what the chat says."""
    polling = "/ws/socket.io/?EIO=4&transport=polling"
    polling += f"&sid={json.loads(http.get(polling).text[1:])['sid']}"
    told = {"clientType": "webapp", "sessionId": session, "userEnv": "{}", "chatProfile": "bole", "threadId": ""}
    http.post(polling, content=f"40{json.dumps(told)}")
    wait_for("40", http, polling)
    http.post(polling, content='42["connection_successful"]')
    return polling


def wait_for(packet: str, http: httpx.Client, polling: str) -> None:
    """Until a packet comes that begins so."""
    give_up = time.monotonic() + PATIENCE
    while not any(one.startswith(packet) for one in http.get(polling).text.split("\x1e")):
        assert time.monotonic() < give_up


def test_a_page_that_connects_twice_at_its_start_has_the_commands(chat: RunningChat) -> None:
    session = str(uuid.uuid4())
    with httpx.Client(base_url=chat.url, timeout=PATIENCE) as http:
        wait_for('42["set_commands"', http, connected(http, session))

        wait_for('42["set_commands"', http, connected(http, session))
