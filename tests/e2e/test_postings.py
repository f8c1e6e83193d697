"""Postings added in the chat, which resumes are matched with from then on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from e2e.chat_page import ChatPage
from e2e.conftest import EACH_WINDOW, OpenPage
from e2e.running_chat import RunningChat, running_chat
from records.errors import NoRequirements
from samples import posting_files

TITLE = "钟表修复师"
POSTING = f"""{TITLE}
岗位职责：
1. 修复古董座钟与机械腕表，撰写修复档案
2. 负责走时检测、洗油与零件手工制作
任职要求：
1. 大专及以上学历，精密机械、文物保护等相关专业
2. 3 年以上机械钟表修复经验
3. 熟悉擒纵机构与游丝调校，能独立制作摆轮轴心
4. 有钟表维修工高级证书者优先"""
ASKED = "3 年以上机械钟表修复经验"
WATCHMAKER = """卫虚白
钟表修复｜5 年古董座钟与机械腕表修复经验
工作经历
乌有博物馆（虚构）｜钟表修复师 2019.07 – 至今
独立修复座钟 86 台，撰写修复档案
负责走时检测与洗油，手工制作摆轮轴心
教育背景
示例职业学院（虚构）｜精密机械｜大专 2016.09 – 2019.06
"""
NOTHING_ASKED = """诚聘店员
薪资福利：
五险一金，双休，节日福利，免费工作餐，年度体检，带薪年假，生日礼金，交通补贴
工作地点：上海市某某路 1 号，地铁 2 号线出口"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningChat]:
    """A chat of its own, so that what is added here is in nobody else's library."""
    with running_chat(tmp_path_factory.mktemp("postings")) as running:
        yield running


@pytest.fixture
def watchmaker(made: Path) -> Path:
    path = made / "卫虚白.md"
    path.write_text(WATCHMAKER, encoding="utf-8")
    return path


TRADES = ("蜡染", "木雕", "竹编", "制陶", "装裱", "制笔", "制琴", "漆器", "风筝")


def ten_postings() -> str:
    """The watchmaker's posting among nine others, parted by blank lines."""
    others = [f"{trade}工程师\n任职要求：\n1. 3 年以上{trade}工作经验\n2. 大专及以上学历" for trade in TRADES]
    return "\n\n".join([*others[:4], POSTING, *others[4:]])


def row(listed: Locator, title: str) -> Locator:
    return listed.get_by_test_id("posting").filter(has=listed.page.get_by_text(title, exact=True))


def taken(chat: ChatPage) -> Locator:
    return chat.page.get_by_test_id("postings-taken").last


def removed(chat: ChatPage, title: str = TITLE) -> None:
    """Remove a posting where it is listed last, after the page asked."""
    one = chat.page.locator(f'[data-testid="posting"]:has-text("{title}")').last
    one.get_by_role("button", name=f"移除“{title}”").click()
    one.get_by_test_id("removal").get_by_role("button", name="确认移除").click()
    expect(one).to_have_attribute("data-gone", "true")


def test_a_pasted_posting_is_matched_with_the_next_resume_until_it_is_removed(
    open_page: OpenPage, watchmaker: Path
) -> None:
    chat = open_page()
    chat.send(POSTING)
    expect(chat.replies.last).to_contain_text(TITLE)
    expect(chat.replies.last).to_contain_text(ASKED)
    chat.settled()
    chat.screenshot("posting-added")

    chat.drop(watchmaker)
    expect(chat.finished().first).to_contain_text(TITLE)
    expect(chat.matches.first).to_contain_text(TITLE)

    removed(chat)
    chat.command("match")
    chat.finished(cards=2)
    expect(chat.matches.nth(5)).not_to_contain_text(TITLE)


def test_the_postings_command_lists_the_library(open_page: OpenPage) -> None:
    chat = open_page()

    chat.command("postings")

    listed = chat.page.get_by_test_id("postings-library")
    for file in posting_files():
        expect(listed.locator(f'[data-posting="{file.stem}"]')).to_have_count(1)
    chat.screenshot("postings-zh")


def test_a_posting_sent_with_the_postings_command_is_added(open_page: OpenPage) -> None:
    chat = open_page()

    chat.command("postings", words=POSTING)

    expect(chat.replies.last).to_contain_text(ASKED)
    removed(chat)


def test_a_file_called_a_posting_is_added(open_page: OpenPage, made: Path) -> None:
    file = made / "钟表修复师.txt"
    file.write_text(POSTING, encoding="utf-8")
    chat = open_page()

    chat.drop(file, words="这是岗位")

    expect(chat.replies.last).to_contain_text(ASKED)
    expect(chat.cards).to_have_count(0)
    removed(chat)


def test_a_posting_that_asks_nothing_gets_advice_and_the_others_are_added(open_page: OpenPage, made: Path) -> None:
    empty, good = made / "空岗位.txt", made / "好岗位.txt"
    empty.write_text(NOTHING_ASKED, encoding="utf-8")
    good.write_text(POSTING, encoding="utf-8")
    chat = open_page()

    chat.drop(empty, good, words="这是两个岗位")

    expect(chat.failed_files).to_have_count(1)
    expect(chat.failed_files).to_contain_text("空岗位.txt")
    expect(chat.failed_files).to_contain_text(NoRequirements(title="").advice("zh"))
    expect(chat.page.get_by_test_id("receipt")).to_contain_text("收到 2 份 · 已添加 1 份 · 未能添加 1 份")
    expect(chat.page.get_by_test_id("receipt")).not_to_contain_text("评分")
    chat.screenshot("posting-that-asks-nothing")
    removed(chat)


def test_a_pasted_posting_that_asks_nothing_gets_advice(open_page: OpenPage) -> None:
    chat = open_page()

    chat.send(NOTHING_ASKED)

    expect(chat.replies.last).to_contain_text(NoRequirements(title="").advice("zh"))


def test_ten_pasted_postings_are_listed_and_one_is_edited_matched_closed_and_reopened(
    open_page: OpenPage, own: RunningChat, watchmaker: Path
) -> None:
    chat = open_page(at=own)
    chat.send(ten_postings())
    listed = taken(chat)
    expect(listed.get_by_test_id("posting")).to_have_count(10)
    expect(chat.replies.last).to_contain_text("新添加 10 个岗位")
    chat.settled()
    chat.screenshot("postings-taken-zh")

    edited = "高级钟表修复师"
    row(listed, TITLE).get_by_role("button", name=f"编辑“{TITLE}”").click()
    listed.get_by_role("textbox").fill(POSTING.replace(TITLE, edited, 1))
    listed.get_by_role("button", name="保存").click()
    expect(row(listed, edited)).to_have_count(1)
    expect(row(listed, TITLE)).to_have_count(0)

    chat.drop(watchmaker)
    chat.finished()
    expect(chat.matches.first).to_contain_text(edited)

    row(listed, edited).get_by_role("button", name=f"关闭“{edited}”").click()
    expect(row(listed, edited)).to_have_attribute("data-state", "closed")
    chat.command("match")
    chat.finished(cards=2)
    again = chat.page.get_by_test_id("match-list").nth(1)
    expect(again.get_by_test_id("match")).to_have_count(5)
    expect(again).not_to_contain_text(edited)

    row(listed, edited).get_by_role("button", name=f"重新开放“{edited}”").click()
    expect(row(listed, edited)).to_have_attribute("data-state", "open")
    chat.command("match")
    chat.finished(cards=3)
    expect(chat.page.get_by_test_id("match-list").nth(2).get_by_test_id("match").first).to_contain_text(edited)


def test_postings_pasted_again_are_counted_as_known(open_page: OpenPage, own: RunningChat) -> None:
    chat = open_page(at=own)
    chat.send(ten_postings())
    expect(taken(chat).get_by_test_id("posting")).to_have_count(10)
    chat.settled()

    chat.send(ten_postings())

    expect(chat.page.get_by_test_id("postings-taken")).to_have_count(2)
    expect(chat.replies.last).to_contain_text("10 个岗位库里已有，没有重复添加")
    expect(taken(chat).get_by_text("库里已有", exact=True)).to_have_count(10)


def test_the_list_is_searched_filtered_and_continued_on_the_server(open_page: OpenPage, own: RunningChat) -> None:
    chat = open_page(at=own)
    chat.send(ten_postings())
    taken(chat).get_by_test_id("posting").first.wait_for()
    chat.command("postings")
    listed = chat.page.get_by_test_id("postings-library")
    rows = listed.get_by_test_id("posting")
    expect(rows).to_have_count(20)

    listed.get_by_test_id("next").click()
    expect(rows).to_have_count(int(listed.get_by_test_id("postings-total").inner_text()))

    listed.get_by_role("searchbox").fill("木雕")
    expect(rows).to_have_count(1)
    rows.get_by_role("button", name="木雕工程师", exact=True).click()
    experience = rows.get_by_test_id("requirement").filter(has_text="3 年以上木雕工作经验")
    chip = experience.get_by_test_id("necessity")
    expect(chip).to_have_text("必备")
    chip.click()
    expect(chip).to_have_text("加分")

    rows.get_by_role("button", name="关闭“木雕工程师”").click()
    expect(rows).to_have_attribute("data-state", "closed")
    listed.get_by_role("button", name="开放", exact=True).click()
    expect(rows).to_have_count(0)
    listed.get_by_role("button", name="已关闭", exact=True).click()
    expect(rows).to_have_count(1)


def test_an_edit_that_asks_nothing_is_told_at_the_row(open_page: OpenPage, own: RunningChat) -> None:
    chat = open_page(at=own)
    chat.command("postings")
    one = chat.page.get_by_test_id("posting").first
    one.get_by_role("button", name="编辑").click()

    one.get_by_role("textbox").fill(NOTHING_ASKED)
    one.get_by_role("button", name="保存").click()

    expect(one.get_by_role("status")).to_contain_text(NoRequirements(title="").advice("zh"))
    expect(one.get_by_role("textbox")).to_have_value(NOTHING_ASKED)


@EACH_WINDOW
def test_the_list_of_postings_fits_every_window(
    open_page: OpenPage, own: RunningChat, browser_language: str, dark: bool, width: int
) -> None:
    chat = open_page(browser_language, dark=dark, width=width, at=own)
    chat.command("postings")
    listed = chat.page.get_by_test_id("postings-library")
    rows = listed.get_by_test_id("posting")
    rows.nth(0).locator("[aria-expanded]").first.click()
    rows.nth(1).locator("[aria-expanded]").last.click()
    rows.nth(2).locator("[aria-expanded]").nth(1).click()

    chat.screenshot(f"postings-{browser_language}-{'dark' if dark else 'light'}-{width}", whole_of=listed)

    assert chat.overflow() <= 0
