from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.screening.naming import named
from agents.screening.rank_words import ranks_in
from unit.agents.screening.listed import in_order

TEN = in_order(
    "Avery Samplewood",
    "张三",
    "李四",
    "Robin Fictum",
    "王小明",
    "Ann Fictum",
    "欧阳样例",
    "Zhang Wei",
    "cv_zhou.pdf",
    "Will Placeholder",
)
TEN = tuple(replace(place, file="cv_zhou.pdf") if place.candidate == "cv_zhou.pdf" else place for place in TEN)


@pytest.mark.parametrize(
    ("words", "ranks"),
    [
        ("#3", [3]),
        ("why is #4 not higher?", [4]),
        ("第3名", [3]),
        ("第三名和第五名", [3, 5]),
        ("第2、5名", [2, 5]),
        ("No. 3", [3]),
        ("rank 2 and 5", [2, 5]),
        ("ranks 2 to 5", [2, 3, 4, 5]),
        ("the first and the third", [1, 3]),
        ("ranked 3rd", [3]),
        ("5号候选人", [5]),
        ("the first three", [1, 2, 3]),
        ("top 2", [1, 2]),
        ("前三名", [1, 2, 3]),
        ("the last two", [9, 10]),
        ("最后两名", [9, 10]),
        ("the last one", [10]),
        ("倒数第二名", [9]),
    ],
)
def test_places_are_named_in_words(words: str, ranks: list[int]) -> None:
    found = named(words, TEN)

    assert [place.rank for place in found.places] == ranks
    assert found.clear


@pytest.mark.parametrize(
    "words", ["first 3 years", "前 5 年", "第三条", "the top 10% earners", "以前三个项目", "5 years", "7 分", "5月1号"]
)
def test_numbers_of_something_else_are_no_places(words: str) -> None:
    assert list(ranks_in(words)) == []


@pytest.mark.parametrize(
    ("words", "candidates"),
    [
        ("compare Avery Samplewood and 张三", ["Avery Samplewood", "张三"]),
        ("Samplewood, Avery", ["Avery Samplewood"]),
        ("why is avery below robin?", ["Avery Samplewood", "Robin Fictum"]),
        ("张 三和李四", ["张三", "李四"]),
        ("小明和王女士", ["王小明"]),
        ("样例", ["欧阳样例"]),
        ("4.pdf", ["Robin Fictum"]),
        ("cv_zhou 和第一名", ["cv_zhou.pdf", "Avery Samplewood"]),
        ("Will she fit?", []),
    ],
)
def test_candidates_are_named_by_name_or_file(words: str, candidates: list[str]) -> None:
    found = named(words, TEN)

    assert [place.candidate for place in found.places] == candidates
    assert found.clear


def test_a_name_that_two_bear_is_told_with_both() -> None:
    found = named("compare Fictum with Avery", TEN)

    assert [place.candidate for place in found.places] == ["Avery Samplewood"]
    assert [(one.words, [place.candidate for place in one.places]) for one in found.shared] == [
        ("Fictum", ["Robin Fictum", "Ann Fictum"])
    ]
    assert not found.clear


def test_a_full_name_is_not_shared_by_those_who_bear_a_part_of_it() -> None:
    assert [place.candidate for place in named("Ann Fictum", TEN).places] == ["Ann Fictum"]


def test_a_rank_that_two_share_is_told_with_both_and_one_that_a_tie_leaves_out_is_theirs() -> None:
    tied = (TEN[0], replace(TEN[1], rank=1), TEN[2])

    for words in ("#1", "#2"):
        (shared,) = named(words, tied).shared
        assert [place.candidate for place in shared.places] == ["Avery Samplewood", "张三"]
    assert [place.candidate for place in named("#3", tied).places] == ["李四"]


@pytest.mark.parametrize(
    ("words", "nobody"),
    [
        ("#99", ("#99",)),
        ("compare Avery, Robin and Bob Stranger", ("Bob Stranger",)),
        ("比较张三和孙悟空", ("孙悟空",)),
        ("compare Avery and Robin on Python and Kubernetes", ()),
    ],
)
def test_who_is_nobody_of_the_list_is_told(words: str, nobody: tuple[str, ...]) -> None:
    assert named(words, TEN).nobody == nobody


@given(st.sets(st.integers(1, 10), min_size=1))
def test_every_rank_that_is_listed_is_found_once(ranks: set[int]) -> None:
    words = "compare " + ", ".join(f"#{rank}" for rank in sorted(ranks))

    assert [place.rank for place in named(words, TEN).places] == sorted(ranks)
