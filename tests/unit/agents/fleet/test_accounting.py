from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agents.fleet.accounting import joined, missing, receipt
from agents.fleet.rows import Taken
from records.errors import CorruptFile, EmptyFile, ModelUnavailable, NotScreened, ReadingTimedOut, RecruitingError

CORRUPT = CorruptFile(file="b.pdf")
CONTENTS = st.sampled_from(["a", "b", "c", None])
OUTCOMES = st.sampled_from([None, CORRUPT, ReadingTimedOut(file="c.pdf", seconds="10")])


def found(*contents: str | None) -> list[Taken]:
    return [
        Taken(n, f"{n}.pdf", f"/{n}.pdf", sha256=content, error=None if content else EmptyFile(file=f"{n}.pdf"))
        for n, content in enumerate(contents, start=1)
    ]


@given(st.lists(CONTENTS, max_size=9), st.dictionaries(st.sampled_from("abc"), OUTCOMES))
def test_every_file_is_accounted_for_once(contents: list[str | None], known: dict[str, RecruitingError | None]) -> None:
    accounted = receipt(found(*contents), known)

    assert [file.file for file in accounted.files] == [file.file for file in found(*contents)]
    assert accounted.received == accounted.read + accounted.counts["copy"] + len(accounted.failed)
    assert all(file.error for file in accounted.failed)


@given(st.lists(CONTENTS, max_size=9), st.dictionaries(st.sampled_from("abc"), OUTCOMES))
def test_what_is_missing_is_each_content_once_that_is_not_assessed(
    contents: list[str | None], known: dict[str, RecruitingError | None]
) -> None:
    left = [file.sha256 for file in missing(found(*contents), known)]

    assert len(left) == len(set(left))
    assert set(left) == {
        content
        for content in contents
        if content and (content not in known or isinstance(known[content], ReadingTimedOut))
    }


def test_a_failure_that_lies_in_the_file_is_not_tried_again_and_one_of_the_model_is() -> None:
    known = {"a": CORRUPT, "b": ModelUnavailable(url="http://localhost", reason={"zh": "", "en": ""})}

    assert [file.sha256 for file in missing(found("a", "b"), known)] == ["b"]


def test_a_content_that_no_worker_finished_is_stated() -> None:
    (failed,) = receipt(found("a", "b"), {"b": None}).failed

    assert (failed.file, type(failed.error)) == ("1.pdf", NotScreened)


def test_an_assessment_stands_before_a_failure_whichever_was_found_first() -> None:
    assert joined([("a", CORRUPT), ("a", None), ("b", None), ("b", CORRUPT)]) == {"a": None, "b": None}


def test_a_copy_of_what_cannot_be_read_has_failed_under_its_own_name() -> None:
    accounted = receipt(found("a", "a", "b", "b"), {"a": CORRUPT, "b": None})

    assert [file.state for file in accounted.files] == ["failed", "failed", "assessed", "copy"]
    assert [file.error and file.error.facts["file"] for file in accounted.failed] == ["1.pdf", "2.pdf"]
