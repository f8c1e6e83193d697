"""What the page is told of the library of postings, and what its buttons change there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from agents.postings.library import Library
from chat.posting_list import PAGE, change, page, taken_list
from records.database import open_database
from records.errors import PostingNotFound, RecruitingError
from records.postings import Postings

COOK = "厨师\n任职要求\n- 3 年以上中餐经验\n- 持有健康证"


def trade(number: int) -> str:
    return f"Trade {number}\nRequirements\n- {number + 1} years of work in trade {number}"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    database = open_database(f"sqlite:///{tmp_path}/records.db")
    yield Library(Postings(database))
    database.close()


def test_a_page_never_holds_the_whole_of_a_long_library(library: Library) -> None:
    for number in range(PAGE + 3):
        library.add(trade(number))

    first, second = page(library, {}), page(library, {"offset": PAGE})

    assert (len(first["rows"]), len(second["rows"]), first["total"]) == (PAGE, 3, PAGE + 3)
    assert len({row["posting"] for row in [*first["rows"], *second["rows"]]}) == PAGE + 3


def test_a_page_holds_the_postings_of_the_state_that_was_asked_for(library: Library) -> None:
    closed, other = library.add(COOK).id, library.add(trade(1)).id
    library.close(closed)

    pages = {state: page(library, {"state": state}) for state in ("open", "closed", "all")}

    assert [row["posting"] for row in pages["closed"]["rows"]] == [closed]
    assert [row["posting"] for row in pages["open"]["rows"]] == [other]
    assert pages["all"]["total"] == 2


def test_what_was_given_twice_is_listed_once_with_what_became_of_it_first(library: Library) -> None:
    taken = [library.take(trade(2)), library.take(COOK), library.take(trade(2))]

    shown = taken_list(library, taken)

    assert shown["ids"] == [taken[0].posting.id, taken[1].posting.id]
    assert shown["outcomes"] == {taken[0].posting.id: "added", taken[1].posting.id: "added"}
    assert shown["total"] == 2


def test_a_change_answers_with_the_row_as_it_is_then(library: Library) -> None:
    cook = library.add(COOK).id
    requirement = library.find(cook).requirements[-1]
    other = "nice" if requirement.necessity == "must" else "must"

    toggled = change(
        library, "toggle_requirement", {"posting": cook, "requirement": requirement.id, "necessity": other}
    )
    closed = change(library, "close_posting", {"posting": cook})
    reopened = change(library, "reopen_posting", {"posting": cook})
    edited = change(library, "edit_posting", {"posting": cook, "text": COOK.replace("厨师", "主厨")})

    assert toggled["row"]["requirements"][-1]["necessity"] == other
    assert (closed["row"]["state"], reopened["row"]["state"]) == ("closed", "open")
    assert (edited["row"]["posting"], edited["row"]["title"]) == (cook, "主厨")


def test_a_removed_posting_is_gone(library: Library) -> None:
    cook = library.add(COOK).id

    assert change(library, "remove_posting", {"posting": cook}) == {"removed": cook}
    with pytest.raises(PostingNotFound):
        change(library, "close_posting", {"posting": cook})


def test_a_necessity_that_does_not_exist_changes_nothing(library: Library) -> None:
    cook = library.add(COOK)

    with pytest.raises(RecruitingError):
        change(library, "toggle_requirement", {"posting": cook.id, "requirement": "R1", "necessity": "perhaps"})

    assert library.find(cook.id) == cook
