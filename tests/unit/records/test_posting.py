from __future__ import annotations

import pytest
from pydantic import ValidationError

from records.posting import Posting, Requirement


def test_a_new_posting_is_open_and_asks_nothing_yet() -> None:
    posting = Posting(id="nurse", title="Nurse", text="Night shifts", language="en")

    assert posting.state == "open"
    assert posting.requirements == ()


def test_a_requirement_may_weigh_nothing_but_not_less() -> None:
    assert Requirement(id="R1", text="Python", kind="skill", necessity="nice", weight=0).weight == 0
    with pytest.raises(ValidationError, match="weight"):
        Requirement(id="R1", text="Python", kind="skill", necessity="must", weight=-1)


def test_a_requirement_is_a_must_or_nice_to_have_and_nothing_between() -> None:
    with pytest.raises(ValidationError, match="necessity"):
        Requirement.model_validate({"id": "R1", "text": "Python", "kind": "skill", "necessity": "maybe", "weight": 1})


def test_a_posting_does_not_change() -> None:
    posting = Posting(id="nurse", title="Nurse", text="Night shifts", language="en")

    with pytest.raises(ValidationError, match="frozen"):
        posting.state = "closed"  # type: ignore[misc]
