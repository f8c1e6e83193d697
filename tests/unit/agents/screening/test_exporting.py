"""A batch taken from the records for its file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import invented
from agents.assessing import Assessing
from agents.postings.library import Library
from agents.screening.export import Exporting
from agents.screening.exporting import exported, format_of
from agents.screening.standings import Standings
from records.assessments import Assessments
from records.batch import Arrived, Batch
from records.batches import Batches
from records.database import Database, open_database
from records.errors import BatchNotFound, EmptyFile, ExportUnknown
from records.language import Language
from records.posting import Posting
from records.postings import Postings, posting_version
from records.resumes import Resumes
from records.tables import now


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = open_database(f"sqlite:///{tmp_path}/records.db")
    yield database
    database.close()


class Records:
    """A batch of one assessed file and one that failed."""

    def __init__(self, database: Database, posting: Posting | None) -> None:
        self.batches, self.postings = Batches(database), Postings(database)
        self.record = record = Assessments(database)
        resumes = Resumes(database, reader_version=1)
        resumes.add(invented.resume())
        self.batches.begin(Batch("b1", "drop", "chat", posting, "en", "model", "running", 1, now()))
        self.batches.add_files("b1", [Arrived("a.pdf", "e" * 64), Arrived("b.pdf", error=EmptyFile(file="b.pdf"))])
        record.add(invented.assessment(), posting_version(invented.posting()), "c")
        number = record.number("e" * 64, "backend-1", posting_version(invented.posting()), "c")
        assert number is not None
        self.number: int = number
        self.standings = Standings(self.batches, record, resumes, Assessing({}, record, lambda *_: ""))
        self.exporting = Exporting(self.batches, self.standings, Library(self.postings))

    def assess(self) -> None:
        self.batches.was_assessed("b1", 1, self.number)


@pytest.mark.parametrize(
    ("file", "name"), [("a.xlsx", "xlsx"), ("a.b.CSV", "csv"), ("/x/a.jsonl", "jsonl"), ("名单.docx", "docx")]
)
def test_the_ending_of_a_file_names_its_format(file: str, name: str) -> None:
    assert format_of(file) == name


@pytest.mark.parametrize("file", ["a.xls", "a", ".xlsx", "a.pdf", "xlsx"])
def test_any_other_ending_is_told_with_those_there_are(file: str) -> None:
    with pytest.raises(ExportUnknown) as told:
        format_of(file)

    assert ".xlsx, .csv, .jsonl, .docx" in told.value.advice("en")


def test_a_batch_is_taken_whole_in_its_own_language(database: Database) -> None:
    records = Records(database, invented.posting())
    records.assess()

    export = records.exporting.of("b1")

    assert export.language == "en"
    assert [place.candidate for place in export.places] == ["Avery Samplewood"]
    assert (export.receipt.counts["assessed"], export.receipt.counts["failed"]) == (1, 1)
    assert export.requirements == invented.posting().requirements
    assert (export.version, export.title("backend-1")) == (0, "Senior Backend Engineer")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_is_written_in_the_language_that_is_asked_for(database: Database, language: Language) -> None:
    records = Records(database, invented.posting())
    records.assess()

    head = exported("csv", records.exporting.of("b1", language)).decode("utf-8-sig")

    assert head.startswith("名次" if language == "zh" else "Rank")


def test_the_weights_in_force_are_those_of_the_last_version(database: Database) -> None:
    records = Records(database, invented.posting())
    records.assess()
    records.standings.weigh_in_words("b1", "make R3 a must-have")

    export = records.exporting.of("b1")

    assert export.version == 1
    assert export.places == records.standings.shortlist("b1")
    assert export.places[0].must_haves == (2, 3)


def test_who_is_assessed_after_the_receipt_was_taken_waits_for_the_next_file(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = Records(database, invented.posting())
    taken = records.batches.receipt("b1")
    records.assess()
    monkeypatch.setattr(records.batches, "receipt", lambda _: taken)

    assert records.exporting.of("b1").places == ()


def test_a_batch_that_is_screened_for_another_posting_holds_nothing_of_the_one_before(database: Database) -> None:
    records = Records(database, invented.posting())
    records.assess()
    records.exporting.of("b1")
    other = invented.posting().model_copy(update={"id": "other-1"})
    records.record.add(invented.assessment().model_copy(update={"posting": "other-1"}), posting_version(other), "c")
    number = records.record.number("e" * 64, "other-1", posting_version(other), "c")

    records.batches.choose("b1", other)
    assert records.exporting.of("b1").places == ()
    records.batches.was_assessed("b1", 1, number or 0)

    assert [place.posting for place in records.exporting.of("b1").places] == ["other-1"]


def test_where_each_has_a_posting_of_their_own_titles_come_from_the_library(database: Database) -> None:
    records = Records(database, None)
    records.assess()
    assert records.exporting.of("b1").title("backend-1") == "backend-1"  # gone from the library, or never in it

    records.postings.add(with_text(invented.posting()))

    export = records.exporting.of("b1")
    assert (export.requirements, export.title("backend-1")) == (None, "Senior Backend Engineer")


def test_a_batch_that_is_not_there_is_told(database: Database) -> None:
    with pytest.raises(BatchNotFound):
        Records(database, None).exporting.of("b2")


def with_text(posting: Posting) -> Posting:
    return posting.model_copy(update={"text": "Senior Backend Engineer\n- Python in production"})
