"""`bole interview`, `message`, `postings write` and `postings check`, by rules and by a stand-in for the model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from integration.running_bole import Bole
from local_server import serving
from records.language import Language
from samples import resume_files
from stand_in import StandIn

RESUME = next(file for file in resume_files() if file.suffix == ".docx")


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """A language model server that plays what it is told to, connected."""
    stand_in = StandIn()
    with serving(stand_in) as url:
        monkeypatch.setenv("BOLE_LLM_URL", f"{url}/v1")
        yield stand_in


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


@pytest.mark.usefixtures("model")
def test_a_model_writes_the_interview_kit(bole: Bole) -> None:
    said = bole("interview", RESUME, "--posting", "data-analyst", "--language", "en", "--by", "model", "--json")

    assert said.status == 0
    assert said.value["written_by"] == "model"
    assert "model" in {question["written_by"] for question in said.value["questions"]}


@pytest.mark.usefixtures("model")
def test_a_model_drafts_the_message_and_code_puts_name_and_blanks_in(bole: Bole) -> None:
    asked = ("--posting", "data-analyst", "--kind", "decline", "--language", "en", "--by", "model", "--json")
    said = bole("message", RESUME, *asked)

    assert said.value["written_by"] == "model"
    assert said.value["text"].startswith("Dear Avery Samplewood,\n\nThank you for your application")
    assert "[your name and company]" in said.value["text"]


@pytest.mark.usefixtures("model")
def test_a_model_drafts_the_posting_and_its_own_figures_are_marked(bole: Bole) -> None:
    said = bole("postings", "write", "Backend engineer, Berlin, Go, 5 years", "--by", "model", "--json")

    assert said.value["written_by"] == "model"
    assert "Led a team of 12 [please check]" in said.value["text"]
    assert "5+ years of backend development\n" in said.value["text"]


@pytest.mark.usefixtures("model")
def test_a_model_adds_to_what_the_rules_find_in_the_wording(bole: Bole, tmp_path: Path) -> None:
    posting = tmp_path / "posting.md"
    posting.write_text("Engineer\n\nCompetitive salary.\n", encoding="utf-8")
    said = bole("postings", "check", posting, "--by", "model", "--json")

    assert {finding["found_by"] for finding in said.value} == {"rules", "model"}
    assert all(finding["words"] in posting.read_text("utf-8") for finding in said.value)


def test_a_model_that_fails_is_told_and_rules_do_not_take_its_place_in_silence(bole: Bole, model: StandIn) -> None:
    model.behaviour = "truncated"
    said = bole("postings", "write", "Backend engineer, Berlin", "--json")

    assert said.failed("model_answer_invalid")
