"""Postings, interview kits and messages that Bole drafts, and the check of a posting's wording."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Locator, expect

from chat.words import say
from e2e.conftest import OpenPage
from e2e.running_chat import RunningChat
from records.errors import ModelAnswerInvalid
from records.language import Language
from stand_in import StandIn

RESUME = (
    "应聘数据分析师\n\n工作经历\n示例零售（虚构） 数据分析师 2018.03 - 2024.06\n"
    "用 SQL 和 Python 搭建销售报表\n带领 3 人小组做用户留存分析\n\n教育经历\n示例大学 统计学 本科 2014 - 2018\n"
)
TITLE = "云上后端工程师"
DOCX = re.compile(r"\.docx$")


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    file = tmp_path / "resume.txt"
    file.write_text(RESUME, "utf-8")
    return file


def finding(within: Locator, words: str) -> Locator:
    return within.get_by_test_id("finding").filter(has=within.page.get_by_text(words, exact=True))


def holding(*words: str) -> re.Pattern[str]:
    """A text that holds these words in this order."""
    return re.compile(".*".join(map(re.escape, words)), re.DOTALL)


def words_of(file: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(file)).paragraphs)


def test_a_posting_is_drafted_edited_checked_saved_and_listed(
    open_page: OpenPage, model: StandIn, at_work: RunningChat
) -> None:
    model.behaviour = "good"
    chat = open_page(at=at_work)
    chat.command("write", words="后端工程师 上海 5年 Go，男")
    draft = chat.page.get_by_test_id("posting-draft")
    text = draft.get_by_role("textbox")
    expect(text).to_have_value(holding("工作地点：上海", "带过 12 人团队【请核对】"))
    expect(draft.get_by_test_id("draft-by")).to_have_text("由语言模型撰写")
    expect(draft.get_by_test_id("draft-remarks")).to_contain_text("男")

    text.fill(text.input_value().replace("后端工程师", TITLE, 1) + "\n薪资面议")
    draft.get_by_role("button", name="检查措辞").click()
    expect(finding(draft, "薪资面议")).to_contain_text("请写出薪资范围")
    chat.settled()
    chat.screenshot("posting-draft-zh", draft)
    draft.get_by_role("button", name="保存岗位").click()
    saved = chat.page.get_by_test_id("postings-taken")
    expect(saved.get_by_role("status").first).to_contain_text("已加入岗位库")
    skill = saved.get_by_test_id("requirement").filter(has_text="熟练使用 Go")
    expect(skill.get_by_test_id("necessity")).to_have_text("必备")
    expect(saved).not_to_contain_text("待填写")

    chat.command("postings")
    row = chat.page.get_by_test_id("postings-library").get_by_test_id("posting").first
    expect(row).to_contain_text(TITLE)
    row.get_by_role("button", name=f"检查“{TITLE}”的措辞").click()
    expect(finding(row, "薪资面议")).to_contain_text("含糊")
    row.get_by_role("button", name="再请语言模型检查").click()
    expect(row.get_by_text("语言模型发现")).to_be_visible()
    expect(finding(row, "薪资面议")).to_be_visible()


def test_an_interview_kit_comes_in_both_languages_as_a_word_file_and_messages_are_drafted(
    open_page: OpenPage, model: StandIn, at_work: RunningChat, resume: Path, tmp_path: Path
) -> None:
    model.behaviour = "good"
    chat = open_page(at=at_work)
    chat.drop(resume)
    card = chat.finished().first
    card.get_by_test_id("interview-kit").click()
    expect(chat.replies.last).to_contain_text("需要当面确认")
    assert "需要当面确认" in words_of(chat.downloaded(DOCX, tmp_path))

    chat.settled()
    chat.page.get_by_role("button", name="English", exact=True).click()
    expect(chat.replies.last).to_contain_text("It needs to be confirmed in person.")
    assert "It needs to be confirmed in person." in words_of(chat.downloaded(DOCX, tmp_path))

    chat.settled()
    chat.page.get_by_role("button", name="面试邀请").click()
    invitation = chat.page.locator('[data-testid="message-draft"][data-kind="invite"]').get_by_role("textbox")
    expect(invitation).to_have_value(holding("您好", "【日期和时间】"))
    chat.settled()
    chat.page.get_by_role("button", name="Refusal").click()
    refusal = chat.page.locator('[data-testid="message-draft"][data-kind="decline"]').get_by_role("textbox")
    expect(refusal).to_have_value(holding("Dear", "We wish you all the best."))


def test_a_kit_that_is_being_written_can_be_stopped_and_one_that_fails_is_written_by_rules(
    open_page: OpenPage, model: StandIn, at_work: RunningChat, resume: Path
) -> None:
    model.behaviour = "good"
    chat = open_page(at=at_work)
    chat.drop(resume)
    kit = chat.finished().first.get_by_test_id("interview-kit")

    model.behaviour = "stall"
    kit.click()
    expect(chat.page.get_by_text("字）")).to_be_visible()
    assert model.begun.wait(60)
    chat.page.locator("#stop-button").click()
    expect(chat.replies.last).to_contain_text(say("stopped", "zh"))
    assert model.disconnected.wait(60)

    chat.settled()
    model.behaviour = "truncated"
    kit.click()
    expect(chat.replies.last).to_contain_text("语言模型的回答无法使用")
    expect(chat.replies.last).to_contain_text(ModelAnswerInvalid(reason="").advice("zh"))
    chat.settled()  # until then the buttons below a message do nothing
    chat.page.get_by_role("button", name=say("write_by_rules", "zh")).click()
    expect(chat.replies.last).to_contain_text("由规则撰写")


@pytest.mark.parametrize(
    ("language", "words", "dark", "width"),
    [("zh", "后端工程师 上海 5年", False, 1280), ("en", "Backend engineer, Berlin, 5 years", True, 390)],
)
def test_a_model_that_fails_while_it_drafts_a_posting_is_told_and_rules_take_over_where_asked(
    open_page: OpenPage,
    model: StandIn,
    at_work: RunningChat,
    language: Language,
    words: str,
    dark: bool,
    width: int,
    tmp_path: Path,
) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Go", "utf-8")
    model.behaviour = "500"
    chat = open_page("zh-CN" if language == "zh" else "en-US", dark=dark, width=width, at=at_work)
    chat.command("write", words=words, file=notes)
    expect(chat.replies.last).to_contain_text("engine died")
    expect(chat.replies.last).to_contain_text(say("writing_failed", language))
    expect(chat.replies.last.get_by_role("button", name=say("write_again", language))).to_be_visible()

    chat.settled()
    chat.page.get_by_role("button", name=say("write_by_rules", language)).click()
    draft = chat.page.get_by_test_id("posting-draft")
    expect(draft.get_by_test_id("draft-by")).to_contain_text("规则" if language == "zh" else "rules")
    expect(draft.get_by_role("textbox")).to_have_value(holding("上海" if language == "zh" else "Berlin", "Go"))
    expect(chat.cards).to_have_count(0)  # the file was read for its words, not as a resume
    chat.settled()
    chat.screenshot(f"posting-draft-by-rules-{language}", draft)
    assert chat.overflow() <= 0
