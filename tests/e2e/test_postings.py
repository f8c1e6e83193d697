"""Postings added in the chat, which resumes are matched with from then on."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from chat.words import say
from e2e.chat_page import ChatPage
from e2e.conftest import OpenPage
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


@pytest.fixture
def watchmaker(made: Path) -> Path:
    path = made / "卫虚白.md"
    path.write_text(WATCHMAKER, encoding="utf-8")
    return path


def removed(chat: ChatPage) -> None:
    chat.page.get_by_role("button", name=say("remove", "zh", title=TITLE)).last.click()
    expect(chat.replies.last).to_contain_text(say("removed", "zh", title=TITLE))


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

    for file in posting_files():
        expect(chat.replies.last).to_contain_text(file.stem)
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
