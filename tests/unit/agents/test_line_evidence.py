from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.line_evidence import MOST_LINES, LineEvidence, Support
from retrieval.redaction import redact_text

LINES = ["Python services for freight", "用 Kafka 传递订单", "no Terraform experience", "some Java", ""]


def support(requirement: str, lines: list[str] = LINES) -> Support:
    return LineEvidence([redact_text(line) for line in lines]).support(requirement)


def test_what_two_lines_hold_together_counts_in_full() -> None:
    held = support("熟悉 Python 和 Kafka")

    assert (held.share, held.found, held.missing) == (1.0, ("Python", "Kafka"), ())
    assert held.lines[0] == 1


def test_what_is_missing_is_named() -> None:
    held = support("Python and Rust")

    assert (held.share, held.found, held.missing) == (0.5, ("Python",), ("Rust",))


def test_a_line_that_says_no_is_not_support_but_is_remembered() -> None:
    held = support("Terraform")

    assert (held.share, held.lines, held.denied) == (0.0, (), (3,))


def test_a_weak_mention_is_worth_a_third_unless_no_more_is_asked() -> None:
    assert support("Java").share == pytest.approx(1 / 3)
    assert support("Java").weak
    assert support("了解 Java").share == 1.0


@pytest.mark.parametrize("requirement", ["Python, Rust or Go", "掌握 Python、Rust、Go 之一", "Rust、Python 等"])
def test_of_alternatives_those_held_stand_for_all(requirement: str) -> None:
    assert support(requirement).share == 1.0


@pytest.mark.parametrize("requirement", ["", "5 年以上经验", "5 years of experience"])
def test_a_requirement_without_a_comparable_word_has_no_support(requirement: str) -> None:
    assert support(requirement) == Support()


@pytest.mark.parametrize("lines", [[], ["", ""]])
def test_a_resume_without_words_supports_nothing(lines: list[str]) -> None:
    held = support("Python", lines)

    assert (held.share, held.lines, held.denied, held.missing) == (0.0, (), (), ("Python",))


@given(
    st.lists(st.sampled_from([*LINES, "Rust", "成本核算", "no Kafka"]), max_size=8),
    st.sampled_from(["Python and Kafka", "成本核算 Rust", "Java", "freight orders"]),
)
def test_support_always_points_at_few_lines_that_exist(lines: list[str], requirement: str) -> None:
    held = support(requirement, lines)

    assert 0 <= held.share <= 1
    assert len(held.lines) <= MOST_LINES
    assert len(set(held.lines)) == len(held.lines)
    assert set(held.lines) | set(held.denied) <= set(range(1, len(lines) + 1))
    assert bool(held.lines) == (held.share > 0)
