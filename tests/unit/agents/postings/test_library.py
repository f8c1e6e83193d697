from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from agents.postings.library import Library, read_posting
from records.database import open_database
from records.errors import NoRequirements, PostingKnown, PostingNotFound, RequirementNotFound
from records.postings import Postings
from samples import posting_files

COOK = "岗位：厨师\n任职要求\n- 3 年以上中餐经验\n- 持有健康证"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    database = open_database(f"sqlite:///{tmp_path}/records.db")
    yield Library(Postings(database))
    database.close()


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("厨师", "厨师"),
        ("岗位名称：厨师", "厨师"),
        ("# **Job title: Cook**", "Cook"),
        ("【厨师】", "厨师"),
        ("【急招】厨师（夜班）", "厨师（夜班）"),
        ("厨师（女，25-35岁）", "厨师"),
        ("\ufeff厨师", "厨师"),
        ("招聘职位：\n厨师", "厨师"),
        ("\n\n  厨师  ", "厨师"),
    ],
)
def test_the_title_is_the_first_line_without_label_and_marks(first: str, title: str) -> None:
    posting = read_posting(f"{first}\n任职要求\n- 3 年以上中餐经验\n- 持有健康证")

    assert posting.title == title
    assert title in posting.text.splitlines()[0]
    assert posting.text.splitlines()[1] == "任职要求"
    assert "3 年以上中餐经验" in [requirement.text for requirement in posting.requirements]


@pytest.mark.parametrize("text", ["", " \n ", "hello", "岗位："])
def test_a_posting_that_asks_nothing_is_refused(text: str) -> None:
    with pytest.raises(NoRequirements):
        read_posting(text)


def test_a_very_long_title_is_cut() -> None:
    assert len(read_posting("Cook " * 100 + "\nRequirements\n- 3 years of cooking").title) <= 200


def test_the_same_posting_pasted_again_is_the_one_that_is_there(library: Library) -> None:
    assert library.add(COOK) == library.add(f"\n{COOK}\n")
    assert len(library.all()) == 1


def test_a_posting_is_found_by_id_and_by_title_until_it_is_removed(library: Library) -> None:
    added = library.add(COOK)

    assert library.find(added.id) == library.find("厨师") == added
    library.remove("厨师")
    assert library.all() == ()
    with pytest.raises(PostingNotFound):
        library.remove(added.id)


def test_the_bundled_postings_have_readable_ids_titles_and_requirements(library: Library) -> None:
    library.add_samples(posting_files())
    postings = {posting.id: posting for posting in library.all()}

    assert set(postings) == {file.stem for file in posting_files()}
    assert all(posting.title and len(posting.requirements) >= 5 for posting in postings.values())
    assert {posting.language for posting in postings.values()} == {"zh", "en"}


def test_a_posting_given_again_is_known_and_a_closed_one_is_reopened(library: Library) -> None:
    outcomes = [library.take(COOK).outcome, library.take(COOK).outcome]
    library.close("厨师")

    assert [*outcomes, library.take(COOK).outcome] == ["added", "known", "reopened"]
    assert [posting.title for posting in library.all()] == ["厨师"]


def test_an_edited_posting_keeps_its_id_and_its_requirements_are_read_again(library: Library) -> None:
    added = library.add(COOK)

    edited = library.edit("厨师", COOK.replace("3 年", "5 年"))

    assert edited.id == added.id
    assert "5 年以上中餐经验" in [requirement.text for requirement in edited.requirements]


def test_an_edit_that_would_make_two_postings_the_same_is_refused(library: Library) -> None:
    other = COOK.replace("厨师", "面点师")
    library.add(COOK)
    library.add(other)

    with pytest.raises(PostingKnown):
        library.edit("厨师", other)


def test_a_requirement_becomes_nice_to_have_and_a_must_have_again(library: Library) -> None:
    library.add(COOK)

    assert library.set_necessity("厨师", "R2", "nice").requirements[1].necessity == "nice"
    assert library.set_necessity("厨师", "R2", "must").requirements[1].necessity == "must"
    with pytest.raises(RequirementNotFound):
        library.set_necessity("厨师", "R99", "must")


def test_a_closed_posting_is_listed_as_closed_until_it_is_reopened(library: Library) -> None:
    library.add(COOK)

    library.close("厨师")
    assert [posting.title for posting in library.listed("closed")] == ["厨师"]
    assert library.all() == ()
    assert library.reopen("厨师").state == "open"
