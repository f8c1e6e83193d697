from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.database import Database
from records.errors import PostingAmbiguous, PostingNotFound
from records.posting import Posting, Requirement
from records.postings import Postings, posting_version

PYTHON = Requirement(
    id="R1", text="三年以上 Python", kind="skill", necessity="must", weight=2, years=3, skills=("python",)
)
DEGREE = Requirement(id="R2", text="本科及以上", kind="education", necessity="nice", weight=1.5, degree="bachelor")


def posting(title: str = "后端工程师", text: str = "三年以上 Python；本科及以上。", **more: object) -> Posting:
    return Posting.model_validate(
        {"id": "", "title": title, "text": text, "language": "zh", "requirements": (PYTHON, DEGREE)} | more
    )


def requirements() -> st.SearchStrategy[Requirement]:
    return st.builds(
        Requirement,
        id=st.text(max_size=16),
        weight=st.floats(0.001, 100),
        years=st.none() | st.floats(0, 60),
        skills=st.lists(st.text()).map(tuple),
    )


@given(st.builds(Posting, requirements=st.lists(requirements(), max_size=3).map(tuple)))
def test_a_posting_comes_back_as_it_was_added(shared_database: Database, added: Posting) -> None:
    postings, unseen = Postings(shared_database), f"{added.text} {uuid4()}"
    added = added.model_copy(update={"text": unseen})

    kept = postings.add(added)

    assert postings.get(kept.id) == kept
    assert kept.model_copy(update={"id": added.id}) == added


def test_an_id_is_made_from_the_title(database: Database) -> None:
    assert Postings(database).add(posting("Senior Java Engineer")).id == "senior-java-engineer"


def test_a_posting_keeps_the_id_it_came_with(database: Database) -> None:
    assert Postings(database).add(posting(id="ai-应用")).id == "ai-应用"


def test_two_postings_of_one_title_have_two_ids(database: Database) -> None:
    postings = Postings(database)

    assert [postings.add(posting(text=text)).id for text in ("甲", "乙", "丙")] == [
        "后端工程师",
        "后端工程师-2",
        "后端工程师-3",
    ]


@pytest.mark.parametrize("again", ["Python 三年\n本科", " Python  三年\r\n\r\n本科 \n", "Python\u3000三年 本科"])
def test_the_same_words_added_twice_stay_one_posting(database: Database, again: str) -> None:
    postings = Postings(database)
    first = postings.add(posting(text="Python 三年\n本科"))

    assert postings.add(posting("另一个标题", text=again)) == first
    assert postings.list() == (first,)


def test_adding_a_closed_posting_again_opens_it(database: Database) -> None:
    postings = Postings(database)
    closed = postings.close(postings.add(posting()).id)

    assert postings.add(posting()) == closed.model_copy(update={"state": "open"})


def test_a_posting_that_is_not_there_is_said_to_be_missing(database: Database) -> None:
    with pytest.raises(PostingNotFound, match="baker"):
        Postings(database).get("baker")


@pytest.mark.parametrize(
    "name", ["senior-java-engineer", "Senior Java Engineer", " SENIOR JAVA engineer ", "senior-j", "Senior Java"]
)
def test_a_posting_is_found_by_id_title_or_start_of_its_id(database: Database, name: str) -> None:
    postings = Postings(database)
    kept = postings.add(posting("Senior Java Engineer"))
    postings.add(posting("Senior Nurse", text="other"))

    assert postings.find(name) == kept


def test_a_chinese_posting_is_found_by_the_start_of_its_title(database: Database) -> None:
    postings = Postings(database)
    kept = postings.add(posting("高级后端工程师（上海）"))

    assert postings.find("高级后端") == kept


@pytest.mark.parametrize("name", ["", "  ", "java", "%", "_", "???", "senior-java-engineer-of-the-year"])
def test_a_name_that_fits_no_posting_finds_none(database: Database, name: str) -> None:
    postings = Postings(database)
    postings.add(posting("Senior Java Engineer"))
    postings.add(posting("!!!", text="nameless"))

    assert postings.find(name) is None


def test_a_name_that_fits_two_postings_names_both(database: Database) -> None:
    postings = Postings(database)
    postings.add(posting("Nurse", text="day"))
    postings.add(posting("Nurse", text="night"))

    with pytest.raises(PostingAmbiguous, match="nurse, nurse-2"):
        postings.find("Nurse")


def test_an_id_wins_over_longer_ids_that_start_with_it(database: Database) -> None:
    postings = Postings(database)
    day = postings.add(posting("Nurse", text="day"))
    postings.add(posting("Nurse", text="night"))

    assert postings.find("nurse") == day


def test_postings_are_listed_oldest_first(database: Database) -> None:
    postings = Postings(database)
    added = tuple(postings.add(posting(title, text=title)) for title in ("B", "C", "A"))

    assert postings.list() == added


def test_postings_are_listed_by_state(database: Database) -> None:
    postings = Postings(database)
    kept = postings.add(posting("A", text="a"))
    closed = postings.close(postings.add(posting("B", text="b")).id)

    assert postings.list(state="open") == (kept,)
    assert postings.list(state="closed") == (closed,)


def test_a_changed_posting_replaces_the_old_one_under_its_id(database: Database) -> None:
    postings = Postings(database)
    kept = postings.add(posting())
    changed = kept.model_copy(update={"title": "架构师", "requirements": (DEGREE,)})

    assert postings.update(changed) == changed
    assert postings.list() == (changed,)


def test_a_removed_posting_is_gone(database: Database) -> None:
    postings = Postings(database)
    kept = postings.add(posting())

    postings.remove(kept.id)

    assert postings.list() == ()


@pytest.mark.parametrize("change", ["remove", "close"])
def test_a_posting_that_is_not_there_cannot_be_changed(database: Database, change: str) -> None:
    with pytest.raises(PostingNotFound):
        getattr(Postings(database), change)("baker")


def test_a_posting_that_is_not_there_cannot_be_updated(database: Database) -> None:
    with pytest.raises(PostingNotFound):
        Postings(database).update(posting(id="baker"))


def test_making_a_requirement_a_must_have_makes_a_new_version() -> None:
    must = DEGREE.model_copy(update={"necessity": "must"})

    assert posting_version(posting(requirements=(PYTHON, must))) != posting_version(posting())


def test_closing_a_posting_leaves_its_version() -> None:
    assert posting_version(posting(state="closed")) == posting_version(posting())


def test_a_page_holds_the_postings_with_the_words_and_the_state_asked(database: Database) -> None:
    postings = Postings(database)
    kept = [postings.add(posting(title=f"工程师 {n}", text=f"第 {n} 个，100% 远程")) for n in range(5)]
    postings.close(kept[4].id)

    assert {one.id for one in postings.page("工程师", "open", 0, 10)} == {one.id for one in kept[:4]}
    assert [one.id for one in postings.page("100% 远程", "closed", 0, 10)] == [kept[4].id]
    assert len(postings.page("", None, 3, 10)) == 2
    assert postings.page("100_", None, 0, 10) == ()
    assert (postings.count(), postings.count("工程师", "open")) == (5, 4)


def test_the_open_posting_that_words_mention_is_the_one_with_the_longest_title(database: Database) -> None:
    postings = Postings(database)
    for title in ("Engineer", "Data Engineer", "Cook"):
        postings.add(posting(title=title, text=title))
    postings.close("cook")

    found = postings.mentioned("Please screen against the DATA ENGINEER posting")

    assert found is not None
    assert found.title == "Data Engineer"
    assert postings.mentioned("as a cook") is None


def test_all_postings_that_words_mention_are_told_whatever_their_state(database: Database) -> None:
    postings = Postings(database)
    for title in ("Engineer", "Data Engineer", "Cook", "Nurse"):
        postings.add(posting(title=title, text=title))
    postings.close("cook")

    found = postings.all_mentioned("a data engineer who can cook")

    assert [one.title for one in found] == ["Data Engineer", "Engineer", "Cook"]
