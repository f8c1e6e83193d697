"""Postings added in the chat, which resumes are matched with from then on."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from chat.words import say
from e2e.chat_page import ChatPage
from e2e.conftest import OpenPage
from records.errors import NoRequirements

TITLE = "古籍修复师"
POSTING = f"""{TITLE}
岗位职责：
1. 修复宋元明清善本与地方志，撰写修复档案
2. 负责纸张检测、脱酸与书叶补缀
任职要求：
1. 本科及以上学历，文物保护、古典文献等相关专业
2. 3 年以上古籍或书画修复经验
3. 熟悉手工纸、浆糊与传统装帧，能独立完成线装书修复
4. 有文物修复师资格证书者优先"""
CONSERVATOR = """卫虚白
古籍修复｜5 年书画与善本修复经验
工作经历
乌有图书馆（虚构）｜古籍修复师 2019.07 – 至今
独立修复明清线装书 86 册，撰写修复档案
负责手工纸检测与脱酸，浆糊由自己调制
教育背景
示例文博学院（虚构）｜文物保护｜本科 2015.09 – 2019.06
"""
NOTHING_ASKED = """招聘信息
岗位职责：
（略）
公司环境优美，下午茶不断，期待你的加入，一起出发，一起成长，欢迎随时来电咨询，我们等你。"""


@pytest.fixture
def conservator(made: Path) -> Path:
    path = made / "卫虚白.md"
    path.write_text(CONSERVATOR, encoding="utf-8")
    return path


def removed(chat: ChatPage) -> None:
    chat.page.get_by_role("button", name=say("remove", "zh", title=TITLE)).last.click()
    expect(chat.replies.last).to_contain_text(say("removed", "zh", title=TITLE))


def test_a_pasted_posting_is_matched_with_the_next_resume_until_it_is_removed(
    open_page: OpenPage, conservator: Path
) -> None:
    chat = open_page()
    chat.send(POSTING)
    expect(chat.replies.last).to_contain_text(TITLE)
    expect(chat.replies.last).to_contain_text("3 年以上古籍或书画修复经验")
    chat.settled()
    chat.screenshot("posting-added")

    chat.drop(conservator)
    expect(chat.finished().first).to_contain_text(TITLE)
    expect(chat.matches.first).to_contain_text(TITLE)

    removed(chat)
    chat.command("match")
    chat.finished(cards=2)
    expect(chat.matches.nth(5)).not_to_contain_text(TITLE)


def test_the_postings_command_lists_the_library(open_page: OpenPage) -> None:
    chat = open_page()

    chat.command("postings")

    expect(chat.replies.last.locator("li")).to_have_count(12)
    expect(chat.replies.last).to_contain_text("AI 应用开发工程师")
    expect(chat.replies.last).to_contain_text("Registered Nurse, Intensive Care Unit")
    chat.screenshot("postings-zh")


def test_a_posting_sent_with_the_postings_command_is_added(open_page: OpenPage) -> None:
    chat = open_page()

    chat.command("postings", words=POSTING)

    expect(chat.replies.last).to_contain_text("3 年以上古籍或书画修复经验")
    removed(chat)


def test_a_file_called_a_posting_is_added(open_page: OpenPage, made: Path) -> None:
    file = made / "古籍修复师.txt"
    file.write_text(POSTING, encoding="utf-8")
    chat = open_page()

    chat.drop(file, words="这是岗位")

    expect(chat.replies.last).to_contain_text("3 年以上古籍或书画修复经验")
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
    chat.screenshot("posting-that-asks-nothing")
    removed(chat)


def test_a_pasted_posting_that_asks_nothing_gets_advice(open_page: OpenPage) -> None:
    chat = open_page()

    chat.send(NOTHING_ASKED)

    expect(chat.replies.last).to_contain_text(NoRequirements(title="").advice("zh"))
