from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agents.postings.cleaning import LONGEST_LINE, cleaned

SENTENCES = st.sampled_from(
    ["负责后端开发。", "Builds services in Python. ", "熟悉 SQL；", "3 years of Go! ", " ", "\n"]
)


def unrepeated(text: str) -> str:
    lines = (line.strip() for line in text.replace("\ufeff", "").splitlines())
    return "".join("".join(dict.fromkeys(lines)).split())


@given(st.text() | st.lists(SENTENCES, max_size=200).map("".join))
def test_no_word_is_lost_but_repeated_lines(text: str) -> None:
    assert "".join(cleaned(text).split()) == unrepeated(text)


def test_blank_and_repeated_lines_go() -> None:
    assert cleaned("厨师\n\n 有健康证 \n有健康证\n") == "厨师\n有健康证"


def test_a_long_line_is_parted_where_its_sentences_end() -> None:
    lines = cleaned("负责后端服务的开发与维护。" * 100).splitlines()

    assert all(len(line) <= LONGEST_LINE and line.endswith("。") for line in lines)
