from __future__ import annotations

import json

import pytest

from agents.asking import Asking
from agents.postings.blanks import BLANK
from agents.postings.draft import PostingDraft, draft_of
from agents.postings.library import read_posting
from agents.postings.template import parts_of
from agents.postings.writer import LanguageModelPostingWriter
from fakes import ScriptedChatModel
from records.language import Language
from unit.agents.whole_prompts import said_to, written_down

WORDS = "上海 高级Java后端 5年 支付 会英语"
PARTS = {"title": "后端", "duties": ["负责支付系统"], "must": ["5 年以上经验"], "nice": []}


def by_rules(words: str) -> str:
    return draft_of(parts_of(words, "zh"), words, "zh", "rules").text


async def by_model(words: str, **parts: object) -> PostingDraft:
    writer = LanguageModelPostingWriter(Asking(ScriptedChatModel([json.dumps(PARTS | parts)]), "qwen"))
    last = [part async for part in writer.write(words, "zh")][-1]
    assert isinstance(last, PostingDraft)
    return last


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", "上海 高级Java后端 5年 支付，男，35岁以下\n英语读写，联系 hr@example.com"),
        (
            "en",
            "Senior Java backend, 5 years, payments, female preferred, age 25-35\nwritten English, hr@example.com",
        ),
    ],
)
async def test_the_whole_prompt_is_as_written_down(language: Language, words: str) -> None:
    server = ScriptedChatModel([json.dumps(PARTS)])
    assert [part async for part in LanguageModelPostingWriter(Asking(server, "qwen")).write(words, language)]

    assert said_to(server) == written_down(f"posting.{language}")


def test_rules_write_what_the_words_say_and_leave_blanks_for_the_rest() -> None:
    text = by_rules(WORDS)

    assert text.startswith("高级Java后端\n公司名称：【待填写】\n工作地点：上海\n薪资范围：【待填写】")
    assert "5 年以上" in text


def test_conditions_on_age_and_gender_do_not_reach_the_draft() -> None:
    assert "男" not in by_rules("北京 护士 男 35岁以下 大专")
    assert "35" not in by_rules("北京 护士 男 35岁以下 大专")


async def test_a_figure_that_the_words_do_not_hold_is_marked() -> None:
    draft = await by_model(WORDS, must=["5 年以上经验", "带过 12 人团队"])

    assert "带过 12 人团队【请核对】" in draft.text
    assert "5 年以上经验【" not in draft.text


async def test_what_is_said_of_the_employer_or_discriminates_is_left_out() -> None:
    draft = await by_model(WORDS, nice=["五险一金，年终奖", "限男性"])

    assert draft.left_out == 2
    assert "五险" not in draft.text
    assert "男" not in draft.text


async def test_only_what_must_go_is_counted_as_left_out() -> None:
    draft = await by_model(WORDS, must=["5 年以上经验", "5 年以上经验", " "], nice=["限男性", "限男性"])

    assert draft.left_out == 1
    assert draft.text.count("5 年以上经验") == 1


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("招聘个人助理 上海", "招聘个人助理"),
        ("招名厨 上海", "招名厨"),
        ("找个体户会计", "找个体户会计"),
        ("我们想招个人助理 上海", "个人助理"),
        ("招一名会计 上海", "会计"),
        ("招个 会计 上海", "会计"),
        ("我想找一位名厨", "名厨"),
    ],
)
def test_a_title_keeps_its_letters_where_one_could_also_count(words: str, title: str) -> None:
    assert parts_of(words, "zh").title == title


def test_what_is_said_before_the_job_and_a_wish_parted_by_blanks_are_understood() -> None:
    parts = parts_of("我想招一个后端工程师 上海 会 Go，会 Kafka 优先", "zh")

    assert parts.title == "后端工程师"
    assert parts.must == ["熟悉 Go"]
    assert parts.nice == ["熟悉 Kafka"]
    assert parts_of("招聘经理 北京", "zh").title == "招聘经理"
    assert parts_of("We are looking for a backend engineer, Berlin", "en").title == "backend engineer"


@pytest.mark.parametrize(
    ("words", "language"),
    [("后端工程师 上海 5年 Go", "zh"), ("Backend engineer, Berlin, Go, 5 years", "en")],
)
def test_a_saved_draft_asks_nothing_that_is_still_to_be_filled_in(words: str, language: Language) -> None:
    asked = read_posting(draft_of(parts_of(words, language), words, language, "rules").text).requirements

    assert not any(BLANK[language] in one.text for one in asked)
    assert {one.necessity for one in asked if "5" in one.text or "Go" in one.text} == {"must"}


async def test_a_saved_draft_asks_for_a_marked_figure_without_the_mark() -> None:
    draft = await by_model(WORDS, must=["5 年以上经验", "带过 12 人团队"])

    asked = [one.text for one in read_posting(draft.text).requirements]

    assert "带过 12 人团队" in asked
