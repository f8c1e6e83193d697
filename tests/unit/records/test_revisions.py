"""An index asks whether what it holds is current; the answer must change with every change, and with nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from records.database import Database
from records.posting import Posting, Requirement
from records.postings import Postings

ASKED = Requirement(id="R1", text="Excel", kind="skill", necessity="must", weight=3)
CLERK = Posting(id="clerk", title="Clerk", text="Clerk\nExcel", language="en", requirements=(ASKED,))

CHANGES: dict[str, Callable[[Postings], object]] = {
    "added": lambda kept: kept.add(CLERK.model_copy(update={"id": "cook", "text": "Cook"})),
    "updated": lambda kept: kept.update(CLERK.model_copy(update={"title": "Head clerk"})),
    "closed": lambda kept: kept.close("clerk"),
    "removed": lambda kept: kept.remove("clerk"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_revision_of_the_library_moves_with_every_change(database: Database, change: str) -> None:
    kept = Postings(database)
    kept.add(CLERK)
    before = kept.revision()

    CHANGES[change](kept)

    assert kept.revision() > before


def test_reopening_a_closed_posting_moves_it_too(database: Database) -> None:
    kept = Postings(database)
    kept.add(CLERK)
    kept.close("clerk")
    before = kept.revision()

    assert kept.reopen("clerk").state == "open"
    assert kept.revision() > before
    assert [state for _, state in kept.versions().values()] == ["open"]


def test_adding_the_same_words_again_and_looking_change_nothing(database: Database) -> None:
    kept = Postings(database)
    kept.add(CLERK)
    before = kept.revision()

    kept.add(CLERK)
    kept.list()
    kept.find("clerk")

    assert kept.revision() == before


def test_some_postings_come_in_the_order_asked_without_those_that_are_gone(database: Database) -> None:
    kept = Postings(database)
    for name in ("a", "b", "c"):
        kept.add(CLERK.model_copy(update={"id": name, "text": name}))

    assert [posting.id for posting in kept.some(["c", "gone", "a"])] == ["c", "a"]
