from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.documents.found import FoundLine
from retrieval.documents.text_lines import LONGEST, clean, readable, unified


def test_ligatures_radicals_and_wide_blanks_become_plain() -> None:
    assert clean("e\ufb03cient  \u2f2f作⻓期") == "efficient  工作长期"


def test_spread_letters_close_up() -> None:
    assert clean("E D U C A T I O N") == "EDUCATION"
    assert clean("教 育 背 景") == "教育背景"
    assert clean("姓    名：沈样例") == "姓名：沈样例"


def test_words_of_one_letter_in_a_sentence_stay_apart() -> None:
    assert clean("Built A B tests in R") == "Built A B tests in R"


def test_a_bullet_of_a_symbol_font_is_kept_and_an_icon_before_words_becomes_one() -> None:
    assert clean("\uf0b7 Led a team") == "• Led a team"
    assert clean("\uf095 avery@example.com") == "• avery@example.com"


def test_invisible_characters_are_dropped() -> None:
    assert clean("Py\u200bth\u00adon\u202e") == "Python"


def test_a_long_paragraph_is_parted_at_the_ends_of_sentences() -> None:
    sentence = "She led a team of four people and cut the cost of storage by a third within one year. "
    lines = list(readable([FoundLine(1, sentence * 10)]))

    assert len(lines) > 1
    assert all(len(line.text) <= LONGEST and line.text.endswith(".") for line in lines)
    assert " ".join(line.text for line in lines) == (sentence * 10).strip()


@given(st.lists(st.text(alphabet="ab 工作。.，, \n", max_size=700), max_size=6))
def test_no_character_but_blanks_is_lost(texts: list[str]) -> None:
    read = "".join(line.text for line in readable(FoundLine(1, text) for text in texts))

    assert read.replace(" ", "") == "".join("".join(texts).split())


def test_titles_in_radicals_and_ligatures_are_read_as_drawn() -> None:
    assert unified("⼯作经历 ⻓ ﬁrst") == "工作经历 长 first"
