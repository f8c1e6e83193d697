"""`bole interview`, `message`, `postings write` and `postings check`, by rules."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from integration.running_bole import Bole
from records.language import Language
from samples import resume_files

RESUME = next(file for file in resume_files() if file.suffix == ".docx")


def test_an_interview_kit_asks_and_says_what_a_good_answer_holds_and_who_wrote_it(bole: Bole) -> None:
    said = bole("interview", RESUME, "--posting", "data-analyst", "--language", "en", "--json")

    assert said.status == 0
    assert said.value["written_by"] == "rules"
    assert {question["kind"] for question in said.value["questions"]} == {"verify", "technical", "behavioural"}
    assert all(question["question"] and question["good_answer"] for question in said.value["questions"])


def test_an_interview_kit_is_written_as_a_word_file_with_all_its_questions(bole: Bole, tmp_path: Path) -> None:
    kit = bole("interview", RESUME, "--posting", "data-analyst", "--json").value

    assert bole("interview", RESUME, "--posting", "data-analyst", "--out", tmp_path / "kit.docx").status == 0
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "kit.docx")).paragraphs)
    assert all(question["question"] in words for question in kit["questions"])


@pytest.mark.parametrize(("language", "greeting"), [("zh", "Avery Samplewood，您好"), ("en", "Avery Samplewood")])
@pytest.mark.parametrize("kind", ["invite", "decline"])
def test_a_message_greets_by_name_and_tells_no_score(bole: Bole, kind: str, language: Language, greeting: str) -> None:
    asked = ("--posting", "data-analyst", "--kind", kind, "--language", language, "--json")
    said = bole("message", RESUME, *asked)

    assert said.status == 0
    assert greeting in said.value["text"]
    assert "/ 10" not in said.value["text"]


def test_a_posting_from_a_few_words_leaves_blank_what_nobody_said(bole: Bole) -> None:
    said = bole("postings", "write", "上海 高级Java后端 5年 支付 会英语", "--json")

    assert said.status == 0
    assert "上海" in said.value["text"]
    assert "薪资范围：【待填写】" in said.value["text"]
    assert said.value["blanks"] == said.value["text"].count("【待填写】")


def test_the_wording_of_a_posting_is_checked_with_the_words_in_question(bole: Bole, tmp_path: Path) -> None:
    posting = tmp_path / "posting.md"
    posting.write_text("# Rockstar engineer\n\nYoung male, under 35, competitive salary.\n", encoding="utf-8")
    said = bole("postings", "check", posting, "--json")

    assert said.status == 1
    assert {finding["topic"] for finding in said.value} == {"slogan", "gender", "age", "pay"}
    assert all(finding["words"] in posting.read_text("utf-8") for finding in said.value)
