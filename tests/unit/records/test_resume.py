from __future__ import annotations

import dataclasses

import pytest

from records.resume import DEGREE_ORDER, Line, Profile, Resume

RESUME = Resume(
    file="lin-xiaohe.txt",
    sha256="0" * 64,
    kind="txt",
    pages=1,
    language="mixed",
    source="text",
    lines=(
        Line(1, 1, "林小禾", "header"),
        Line(2, 1, "Led a team of five", "experience"),
        Line(3, 1, "  and two interns", "experience"),
    ),
)


def test_a_quote_is_the_resumes_own_lines() -> None:
    assert RESUME.quote(2, 3) == "Led a team of five\n  and two interns"


def test_a_quote_of_one_line_is_that_line() -> None:
    assert RESUME.quote(1, 1) == "林小禾"


def test_a_candidate_is_called_by_name_where_it_was_read() -> None:
    assert dataclasses.replace(RESUME, profile=Profile(name="林小禾")).candidate == "林小禾"


def test_a_candidate_without_a_name_is_called_by_the_file() -> None:
    assert RESUME.candidate == "lin-xiaohe.txt"


def test_a_resume_does_not_change() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        RESUME.file = "other.txt"  # type: ignore[misc]


def test_degrees_rise() -> None:
    assert DEGREE_ORDER.index("associate") < DEGREE_ORDER.index("bachelor") < DEGREE_ORDER.index("doctor")
