"""A batch from its drop to the workbook that is handed on, across a reload of the page."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path

import openpyxl
from playwright.sync_api import Locator, Page, Route, expect

from e2e.chat_page import ChatPage
from e2e.conftest import OpenPage
from e2e.running_chat import RunningChat
from made_files import zipped

PEOPLE = 33
BROKEN = {
    "broken.pdf": b"%PDF-1.7 nothing",
    "empty.docx": b"",
    "notes.bin": b"\x00\x01\x02\x03" * 40,
    "bad.docx": b"PK\x03\x04nothing",
    "also-empty.txt": b"",
}
COPIES = 2
DONE = 150_000


def resume(n: int) -> bytes:
    skills = ("Excel", "SQL", "SQL and Python", "SQL, Python and Tableau")[n % 4]
    german = "\nLanguages: German (fluent), English (native)" if n % 5 == 0 else ""
    years = f"{2022 - n % 6}-01 - 2025-06"
    return (
        f"Sample Person{chr(65 + n % 26)}{n}\nExperience\nData Analyst, Invented Parcels {n} Ltd, {years}\n"
        f"Built {n + 3} dashboards with {skills}\nEducation\nBSc Statistics, Example University (invented){german}"
    ).encode()


def packed(folder: Path) -> Path:
    files = {f"person-{n:02}.txt": resume(n) for n in range(PEOPLE)} | BROKEN
    files |= {f"again-{n}.txt": resume(0) for n in range(COPIES)}
    path = folder / "applications.zip"
    path.write_bytes(zipped(files))
    return path


def finished(chat: ChatPage) -> Locator:
    board = chat.page.get_by_test_id("batch-board").last
    expect(board).to_have_attribute("data-state", "done", timeout=DONE)
    return board


BEGUN = re.compile("running|done")  # where the page lags, the batch is through when it is first seen


@contextmanager
def unseen(page: Page) -> Iterator[None]:
    """Within it, the page does not tell the chat that it has shown a batch to its end: it may, before it is closed."""

    def pass_on(route: Route) -> None:
        if "batch_seen" in (route.request.post_data or ""):
            route.fulfill(json={"success": True, "response": None})
        else:
            route.continue_()

    page.route("**/project/action", pass_on)
    yield
    page.unroute("**/project/action")


def test_a_zip_of_forty_is_screened_across_a_reload_weighed_anew_and_exported(
    open_page: OpenPage, tmp_path: Path
) -> None:
    chat = open_page("en-US")
    chat.drop(packed(tmp_path))
    expect(chat.page.get_by_test_id("task").first).to_contain_text("40 received")
    chat.page.reload()
    choice = chat.page.get_by_test_id("choose-posting")
    expect(chat.page.get_by_test_id("task").first).to_contain_text("40 received")
    choice.locator("select").select_option(label="Data Analyst")
    with unseen(chat.page):
        choice.get_by_role("button").click()
        expect(chat.page.get_by_test_id("batch-board").last).to_have_attribute("data-state", BEGUN)

    chat.page.reload()

    expect(chat.page.get_by_test_id("leader").first).to_be_visible(timeout=DONE)
    board = finished(chat)
    expect(board).to_contain_text(f"{PEOPLE} of {PEOPLE + len(BROKEN)} assessed · {len(BROKEN)} failed")
    expect(board.get_by_test_id("batch-copies")).to_contain_text(f"{COPIES} the same as another")
    board.get_by_test_id("batch-failed").locator("summary").click()
    expect(board.get_by_test_id("failed-file")).to_have_count(len(BROKEN))
    for name in BROKEN:
        expect(board.get_by_test_id("batch-failed")).to_contain_text(name)

    chat.send("make Tableau a must-have and ignore the degree")
    expect(chat.page.get_by_test_id("move").first).to_be_visible()
    chat.settled()
    expect(chat.page.get_by_test_id("shortlist-row")).to_have_count(PEOPLE)
    before = chat.page.get_by_test_id("shortlist-row").first.inner_text()
    chat.page.get_by_test_id("undo-weights").click()
    expect(chat.page.get_by_test_id("shortlist-row").first).not_to_have_text(before)

    compare_the_first_three(chat)

    board.get_by_test_id("batch_export").click()
    chat.page.get_by_role("menuitem", name="Excel").click()
    book = openpyxl.load_workbook(chat.downloaded(re.compile(r"applications-Data-Analyst.*\.xlsx"), tmp_path))
    shortlist, receipt = book.worksheets[0], book.worksheets[2]
    pairs = ((a.value, b.value) for row in receipt.iter_rows() for a, b in pairwise(row))
    sums = {name: number for name, number in pairs if isinstance(name, str) and isinstance(number, int)}
    ranked = sum(isinstance(row[0].value, int) for row in shortlist.iter_rows())
    expected = (PEOPLE, PEOPLE, len(BROKEN), 40)
    assert (ranked, sums["Assessed"], sums["Failed"], sums["Received in all"]) == expected


def test_a_batch_that_was_done_while_the_page_was_closed_is_shown_to_whoever_comes_back_and_only_once(
    open_page: OpenPage, chat: RunningChat, tmp_path: Path
) -> None:
    before = open_page("zh-CN")
    path = tmp_path / "夜里.zip"
    path.write_bytes(zipped({f"{n}.txt": resume(100 + n) for n in range(12)}))
    with unseen(before.page):
        before.drop(path, words="data-analyst")
        expect(before.page.get_by_test_id("batch-board").last).to_have_attribute("data-state", BEGUN)
        expect(before.page.get_by_test_id("batch-board").last).to_contain_text("规则评估")
    before.page.close()
    wait_until_done(chat)

    after = open_page("zh-CN", width=390)
    expect(finished(after)).to_contain_text("夜里.zip")
    expect(after.replies.first).to_contain_text("已筛选完，当时没有打开页面")

    finished(after).get_by_test_id("batch_open").click()
    compare_the_first_three(after)
    assert after.overflow() <= 0

    later = open_page("zh-CN")
    later.command("screen")
    expect(later.replies.last).to_contain_text("已有的批次")
    expect(later.page.get_by_test_id("batch-board")).to_have_count(0)


def wait_until_done(chat: RunningChat) -> None:
    """Until every file of every batch is done, by the records themselves: a page would count as having seen it."""
    give_up = time.monotonic() + DONE / 1000
    with closing(sqlite3.connect(chat.folder / "data" / "bole.db")) as records:
        while records.execute("SELECT count(*) FROM batch_files WHERE finished_at IS NULL").fetchone() != (0,):
            assert time.monotonic() < give_up
            time.sleep(0.1)


def compare_the_first_three(chat: ChatPage) -> None:
    """By their boxes, side by side; each verdict opens the lines it rests on."""
    listed = chat.page.get_by_test_id("shortlist").last
    expect(listed.get_by_test_id("shortlist-row").nth(2)).to_be_visible()
    leading = [row.get_by_role("checkbox") for row in listed.get_by_test_id("shortlist-row").all()[:3]]
    for box in leading:
        box.check()
    listed.get_by_test_id("compare").click()
    side_by_side = chat.page.get_by_test_id("comparison")
    expect(side_by_side.get_by_test_id("compared")).to_have_count(3)
    expect(side_by_side.get_by_role("heading").first).to_be_in_viewport()
    evidence = side_by_side.get_by_test_id("evidence").first
    line = evidence.get_attribute("data-first-line")
    evidence.click()
    expect(chat.panel.get_by_test_id("marked-line").first).to_have_attribute("data-line", line or "")
