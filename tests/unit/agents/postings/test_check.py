from __future__ import annotations

import pytest

from agents.postings.check import check_posting
from records.language import HAN, Language
from samples import posting_files
from unit.agents.posting_sentences import CLEAN, CONSISTENT, CONTRADICTIONS, FOUND


def topics(text: str) -> list[str]:
    return [finding.topic for finding in check_posting(text, "en")]


@pytest.mark.parametrize(("topic", "sentence"), FOUND)
def test_a_sentence_that_should_not_stand_in_a_posting_is_found(topic: str, sentence: str) -> None:
    assert topic in topics(sentence)


@pytest.mark.parametrize("sentence", CLEAN)
def test_a_clean_sentence_is_left_alone(sentence: str) -> None:
    assert topics(sentence) == []


@pytest.mark.parametrize(("topic", "text"), CONTRADICTIONS)
def test_a_contradiction_is_found(topic: str, text: str) -> None:
    assert topic in topics(text)


@pytest.mark.parametrize("text", CONSISTENT)
def test_what_agrees_is_left_alone(text: str) -> None:
    assert [finding for finding in check_posting(text, "en") if finding.kind == "contradictory"] == []


def test_the_tables_are_large_enough_to_mean_something() -> None:
    assert len(set(FOUND)) >= 60
    assert len(set(CLEAN)) >= 100


@pytest.mark.parametrize(("topic", "text"), [*FOUND, *CONTRADICTIONS])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_finding_quotes_words_of_its_line_and_says_why_and_what_instead(
    topic: str, text: str, language: Language
) -> None:
    for finding in check_posting(text, language):
        assert finding.words in text.split("\n")[finding.line - 1]
        assert finding.reason
        assert finding.suggestion
        assert bool(HAN.search(finding.reason + finding.suggestion)) is (language == "zh") or HAN.search(finding.words)


def test_the_same_words_are_found_once() -> None:
    assert topics("年龄 35 岁以下") == ["age"]


def test_findings_come_in_the_order_of_the_lines() -> None:
    lines = [finding.line for finding in check_posting("薪资面议\n抗压能力强\n限男性", "zh")]

    assert lines == [1, 2, 3]


def test_no_bundled_posting_discriminates_or_contradicts_itself() -> None:
    for file in posting_files():
        kinds = {finding.kind for finding in check_posting(file.read_text(encoding="utf-8"), "zh")}
        assert kinds <= {"vague", "note"}, file
