from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import invented
from records.assessments import Assessments
from records.batch import Arrived, Batch, BatchState
from records.batches import Batches
from records.database import Database
from records.errors import BatchNotFound, EmptyFile, ModelUnavailable
from records.errors.kept import error_kept, kept_error
from records.posting import Posting
from records.resumes import Resumes
from records.tables import now

A, B = "a" * 64, "b" * 64


def batch(batch_id: str = "b1", posting: Posting | None = None) -> Batch:
    return Batch(batch_id, "drop", "chat", posting, "en", "rules", "running", 1, now())


@pytest.fixture
def batches(database: Database) -> Batches:
    batches = Batches(database)
    batches.begin(batch(posting=invented.posting()))
    return batches


def test_a_batch_keeps_its_posting_as_it_stood(batches: Batches) -> None:
    assert batches.get("b1").posting == invented.posting()


def test_a_batch_begun_twice_is_one(batches: Batches) -> None:
    again = batches.begin(replace(batch(), name="another"))

    assert again.name == "drop"
    assert len(batches.list()) == 1


def test_a_batch_that_is_not_there_is_told(batches: Batches) -> None:
    with pytest.raises(BatchNotFound):
        batches.get("b2")
    with pytest.raises(BatchNotFound):
        batches.add_files("b2", [Arrived("a.pdf", A)])


def test_the_same_content_joins_as_a_copy_under_whatever_name(batches: Batches) -> None:
    batches.add_files("b1", [Arrived("a.pdf", A), Arrived("b.pdf", B)])
    added = batches.add_files("b1", [Arrived("c.pdf", A), Arrived("c.pdf", A)])

    assert [file.state for file in added] == ["copy", "copy"]
    assert [file.ordinal for file in added] == [3, 4]


def test_what_could_not_be_kept_is_on_the_receipt_with_its_reason(batches: Batches) -> None:
    batches.add_files(
        "b1", [Arrived("a.pdf", error=EmptyFile(file="a.pdf")), Arrived("b.pdf", error=EmptyFile(file="b"))]
    )

    receipt = batches.receipt("b1")

    assert [file.state for file in receipt.files] == ["failed", "failed"]
    assert next(file.error.message("zh") for file in receipt.failed if file.error) == "a.pdf 是空文件。"


def test_a_file_goes_from_waiting_to_read_to_assessed(batches: Batches, database: Database) -> None:
    Resumes(database, 1).add(invented.resume())
    Assessments(database).add(invented.assessment(), "v1", "rules-en")
    number = Assessments(database).number(invented.resume().sha256, "backend-1", "v1", "rules-en") or 0
    batches.add_files("b1", [Arrived("a.pdf", A)])

    states = [batches.file("b1", 1).state]
    batches.was_read("b1", 1)
    states.append(batches.file("b1", 1).state)
    batches.was_assessed("b1", 1, number)
    states.append(batches.file("b1", 1).state)

    assert states == ["waiting", "read", "assessed"]
    assert batches.assessed("b1") == {1: number}


def test_what_was_assessed_does_not_fail_afterwards(batches: Batches, database: Database) -> None:
    Resumes(database, 1).add(invented.resume())
    Assessments(database).add(invented.assessment(), "v1", "rules-en")
    batches.add_files("b1", [Arrived("a.pdf", A)])
    batches.was_assessed("b1", 1, 1)

    batches.has_failed("b1", 1, EmptyFile(file="a.pdf"))

    assert batches.file("b1", 1).state == "assessed"


def test_a_batch_let_run_again_begins_a_new_round(batches: Batches) -> None:
    rounds = [
        batches.set_state("b1", state).round for state in ("running", "paused", "running", "cancelled", "running")
    ]

    assert rounds == [1, 1, 2, 2, 3]


def test_failed_files_whose_content_is_here_can_be_tried_again(batches: Batches) -> None:
    batches.add_files("b1", [Arrived("a.pdf", A), Arrived("b.zip", error=EmptyFile(file="b.zip"))])
    batches.has_failed("b1", 1, ModelUnavailable(url="http://x", reason={"zh": "断了", "en": "lost"}))

    again = batches.retry_failed("b1")

    assert again.round == 2
    assert [file.state for file in batches.receipt("b1").files] == ["waiting", "failed"]


def test_a_retry_with_nothing_to_try_is_no_round(batches: Batches) -> None:
    assert batches.retry_failed("b1").round == 1


def test_only_running_batches_of_the_owner_with_open_files_are_unfinished(batches: Batches) -> None:
    assert batches.unfinished("chat") == ()
    batches.add_files("b1", [Arrived("a.pdf", A)])

    assert [one.id for one in batches.unfinished("chat")] == ["b1"]
    assert batches.unfinished("command") == ()
    batches.set_state("b1", "paused")
    assert batches.unfinished("chat") == ()
    assert [one.id for one in batches.unfinished("chat", "running", "paused")] == ["b1"]


def test_every_version_of_the_weights_is_kept(batches: Batches) -> None:
    own = invented.posting().requirements
    batches.weigh("b1", "first", own)
    batches.weigh("b1", "second", own[:1])

    assert [(one.version, one.words, one.requirements) for one in batches.weighings("b1")] == [
        (1, "first", own),
        (2, "second", own[:1]),
    ]


names = st.text(min_size=1, max_size=40)


@given(st.lists(st.tuples(names, st.sampled_from([A, B, "c" * 64, None])), max_size=12))
def test_the_receipt_names_every_file_and_its_sums_agree(
    shared_database: Database, files: list[tuple[str, str | None]]
) -> None:
    batches = Batches(shared_database)
    one = f"b{len(batches.list())}"
    batches.begin(batch(one))

    batches.add_files(one, [Arrived(n, s, None if s else EmptyFile(file=n)) for n, s in files])

    receipt = batches.receipt(one)
    assert [file.file for file in receipt.files] == [name.encode(errors="replace").decode() for name, _ in files]
    assert receipt.received == len(files) == sum(receipt.counts.values())
    assert receipt.open == len({s for _, s in files if s}) == batches.open_files(one)


def test_an_error_is_told_in_either_language_after_it_was_kept() -> None:
    error = ModelUnavailable(url="http://x", reason={"zh": "断了", "en": "lost"})

    again = kept_error(error_kept(error))

    assert type(again) is ModelUnavailable
    assert (again.message("zh"), again.advice("en")) == (error.message("zh"), error.advice("en"))


def test_an_error_of_a_kind_that_is_gone_says_its_code() -> None:
    assert "no_longer_there" in kept_error({"code": "no_longer_there", "facts": {}}).message("en")


def test_a_batch_may_be_screened_for_another_posting(batches: Batches, database: Database) -> None:
    Resumes(database, 1).add(invented.resume())
    Assessments(database).add(invented.assessment(), "v1", "rules-en")
    batches.add_files("b1", [Arrived("a.pdf", A), Arrived("b.pdf", B)])
    batches.was_assessed("b1", 1, 1)
    batches.weigh("b1", "first", invented.posting().requirements)

    chosen = batches.choose("b1", None)

    assert (chosen.posting, chosen.round) == (None, 2)
    assert [file.state for file in batches.receipt("b1").files] == ["read", "waiting"]
    assert batches.weighings("b1") == ()


def test_a_copy_of_a_file_that_cannot_be_read_has_failed_under_its_own_name(batches: Batches) -> None:
    batches.add_files("b1", [Arrived("a.pdf", A), Arrived("b.pdf", A)])
    batches.has_failed("b1", 1, EmptyFile(file="a.pdf"))
    batches.add_files("b1", [Arrived("c.pdf", A)])

    assert [error.message("en") for file in batches.receipt("b1").failed if (error := file.error)] == [
        "a.pdf is empty.",
        "b.pdf is empty.",
        "c.pdf is empty.",
    ]
    batches.retry_failed("b1")
    assert [file.state for file in batches.receipt("b1").files] == ["waiting", "copy", "copy"]


def test_a_batch_that_was_done_is_unseen_until_a_page_shows_it(batches: Batches) -> None:
    batches.add_files("b1", [Arrived("a.pdf", A), Arrived("b.pdf", B)])
    batches.has_failed("b1", 1, EmptyFile(file="a.pdf"))
    assert batches.unseen("chat") == ()  # the other file is still open

    batches.has_failed("b1", 2, EmptyFile(file="b.pdf"))
    assert [done.id for done in batches.unseen("chat")] == ["b1"]
    assert batches.unseen("command") == ()

    batches.see("b1")
    assert batches.unseen("chat") == ()


def test_a_batch_that_was_seen_done_and_got_more_files_is_unseen_once_they_are_done(batches: Batches) -> None:
    batches.add_files("b1", [Arrived("a.pdf", error=EmptyFile(file="a.pdf"))])
    batches.see("b1")
    batches.add_files("b1", [Arrived("b.pdf", error=EmptyFile(file="b.pdf"))])

    assert [done.id for done in batches.unseen("chat")] == ["b1"]


def test_a_batch_with_a_copy_is_unseen_again_after_its_failed_files_were_retried(batches: Batches) -> None:
    batches.add_files("b1", [Arrived("a.pdf", A), Arrived("again.pdf", A)])
    batches.has_failed("b1", 1, EmptyFile(file="a.pdf"))
    batches.see("b1")
    batches.retry_failed("b1")
    assert batches.unseen("chat") == ()

    batches.has_failed("b1", 1, EmptyFile(file="a.pdf"))
    assert [done.id for done in batches.unseen("chat")] == ["b1"]


@pytest.mark.parametrize("state", ["choosing", "paused", "cancelled"])
def test_a_batch_that_a_person_put_aside_is_not_shown_as_done(batches: Batches, state: BatchState) -> None:
    batches.add_files("b1", [Arrived("a.pdf", error=EmptyFile(file="a.pdf"))])
    batches.set_state("b1", state)

    assert batches.unseen("chat") == ()


def test_only_a_batch_that_is_there_is_seen(batches: Batches) -> None:
    with pytest.raises(BatchNotFound):
        batches.see("b2")
