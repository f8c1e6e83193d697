from __future__ import annotations

import invented
from agents.fleet.rows import Outcome, Taken, outcome, taken
from records.errors import CorruptFile, EmptyFile


def test_a_member_of_a_container_comes_back_as_it_was_found() -> None:
    member = Taken(3, "简历.zip › 张三.pdf", "bucket/简历.zip", (1, 0), "a" * 64)

    assert taken(member.row()) == member
    assert member.name == "张三.pdf"


def test_a_file_that_could_not_be_opened_keeps_its_reason() -> None:
    back = taken(Taken(1, "a.pdf", "/a.pdf", error=EmptyFile(file="a.pdf")).row())

    assert (type(back.error), back.error and back.error.facts) == (EmptyFile, {"file": "a.pdf"})


def test_an_outcome_comes_back_as_it_was() -> None:
    whole = Outcome("a" * 64, invented.resume("zh"), b"\x00\x01", invented.assessment("zh", ("met", "met", "met")))

    assert outcome(whole.row()) == whole


def test_rows_have_the_same_types_whatever_became_of_a_content() -> None:
    whole = Outcome("a" * 64, invented.resume("en"), b"\x00", invented.assessment("en", ("met", "met", "met")))
    failed = whole.failed(CorruptFile(file="a.pdf"))

    assert {k: type(v) for k, v in failed.row().items()} == {k: type(v) for k, v in whole.row().items()}
    assert outcome(failed.row()).assessment is None


def test_half_a_character_in_a_name_does_not_stop_a_run() -> None:
    assert taken(Taken(1, "\udc80.pdf", "/a").row()).file == "?.pdf"
