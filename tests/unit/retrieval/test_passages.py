from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.passages import passages, tokens_in
from retrieval.redaction import redact_text

LINES = st.lists(
    st.text(alphabet="ab c 12 成本核算 ,。+\u3000", max_size=80) | st.just("word " * 60) | st.just("成本" * 40),
    max_size=8,
)
ROOM = st.integers(min_value=1, max_value=60)


def letters(text: str) -> str:
    return "".join(text.split())


@given(LINES, ROOM)
def test_no_letter_is_lost_and_none_is_said_twice(lines: list[str], room: int) -> None:
    found = passages([redact_text(line) for line in lines], room)

    assert letters("".join(passage.text for passage in found)) == letters("".join(lines))


@given(LINES, ROOM)
def test_passages_go_through_the_lines_in_order(lines: list[str], room: int) -> None:
    found = passages([redact_text(line) for line in lines], room)

    assert all(1 <= passage.first_line <= passage.last_line <= len(lines) for passage in found)
    assert all(before.last_line <= after.first_line for before, after in pairwise(found))


@given(LINES, st.integers(min_value=10, max_value=300))
def test_no_passage_is_longer_than_the_embedding_reads(lines: list[str], room: int) -> None:
    assert all(tokens_in(passage.text) <= room for passage in passages([redact_text(line) for line in lines], room))


@pytest.mark.parametrize("lines", [[], [""], ["  ", "\u3000"]])
def test_nothing_gives_no_passage(lines: list[str]) -> None:
    assert passages([redact_text(line) for line in lines], 256) == ()


def test_short_lines_share_a_passage_and_keep_their_numbers() -> None:
    (passage,) = passages([redact_text(line) for line in ("", "负责成本核算", "", "led audits")], 256)

    assert (passage.first_line, passage.last_line, passage.text) == (2, 4, "负责成本核算\nled audits")


def test_a_very_long_line_is_cut_between_words() -> None:
    line = redact_text(" ".join(["experienced", "精通", "Kubernetes"] * 500))
    found = passages([line], 256)

    assert {passage.first_line for passage in found} == {1}
    assert [word for passage in found for word in passage.text.split()] == line.split()
