from __future__ import annotations

from retrieval.chinese_words import WORDS, dictionary, in_english

ROWS = [line.split("\t") for line in WORDS.read_text(encoding="utf-8").splitlines() if not line.startswith("# ")]


def test_every_row_has_english_and_chinese_words_and_no_word_stands_twice() -> None:
    assert {len(row) for row in ROWS} == {2}
    listed = [word for _, chinese in ROWS for word in chinese.split("|")]
    assert len(listed) == len(set(listed)) == len(dictionary())
    assert all(english.isascii() and english.strip() for english, _ in ROWS)


def test_known_words_come_in_english_and_unknown_ones_are_left_out() -> None:
    assert in_english("魑魅照顾病人").split() == ["care", "for", "patient"]


def test_a_single_character_is_a_word_only_where_it_stands_alone() -> None:
    assert in_english("卖保险").split() == ["sell", "insurance"]
    assert in_english("卖萌").split() == []


def test_what_is_not_chinese_stays() -> None:
    assert in_english("用 Python 3").split() == ["Python", "3"]
