from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.slug import LONGEST, PATTERN, slug

TITLES = st.text() | st.text(alphabet="高级工程师 Java-／C++éß①™ﬁ", max_size=120)


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Senior Java Engineer", "senior-java-engineer"),
        ("高级 Java 开发工程师（上海）", "高级-java-开发工程师-上海"),
        ("ＡＩ应用开发工程师", "ai应用开发工程师"),
        ("C++ / C# Developer", "cpp-csharp-developer"),
        (".NET Développeur", "net-developpeur"),
        ("  --help  ", "help"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_a_key_reads_like_its_title(title: str, key: str) -> None:
    assert slug(title) == key


@pytest.mark.parametrize("title", ["", "!!!", "Инженер"])
def test_a_title_without_usable_letters_still_gets_a_key(title: str) -> None:
    assert slug(title) == "posting"


def test_a_taken_key_is_numbered() -> None:
    assert slug("Nurse", {"nurse", "nurse-2"}) == "nurse-3"


def test_a_long_title_is_cut_between_words() -> None:
    assert slug("Principal " + "Software " * 9 + "Engineer") == "principal-software-software-software-software"


def test_a_long_title_without_spaces_is_cut_anywhere() -> None:
    assert slug("高" * 60) == "高" * LONGEST


@given(TITLES)
def test_every_key_has_the_shape_of_a_key(title: str) -> None:
    key = slug(title)

    assert PATTERN.fullmatch(key)
    assert len(key) <= LONGEST


@given(TITLES)
def test_a_key_is_its_own_key(title: str) -> None:
    assert slug(slug(title)) == slug(title)


@given(st.lists(TITLES, max_size=12))
def test_no_key_is_given_twice(titles: list[str]) -> None:
    taken: set[str] = set()
    for title in titles * 2:
        key = slug(title, taken)
        assert PATTERN.fullmatch(key)
        assert key not in taken
        taken.add(key)
