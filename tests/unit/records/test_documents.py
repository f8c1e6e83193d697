from __future__ import annotations

import dataclasses

import pytest

from records.database import Database
from records.documents import Documents
from records.errors import DocumentAmbiguous, DocumentNotFound
from records.resume import Line, Profile, Resume

PAPER = Resume(
    "paper.pdf",
    "ab" * 32,
    "pdf",
    pages=2,
    language="zh",
    source="text",
    lines=(Line(1, 1, "跨语言迁移", "header"), Line(2, 2, "四、结果", "other")),
    profile=Profile(name="跨语言"),
)


def other(number: int) -> Resume:
    return dataclasses.replace(PAPER, sha256=f"{number:064x}", file=f"{number}.pdf")


def test_the_same_file_twice_is_one_document(database: Database) -> None:
    documents = Documents(database)
    first = documents.add(PAPER, "跨语言迁移")

    assert documents.add(dataclasses.replace(PAPER, file="copy.pdf"), "另一个题目") == first
    assert documents.list() == (first,)
    assert documents.same(PAPER.sha256) == first


def test_a_document_keeps_its_lines_and_no_profile(database: Database) -> None:
    documents = Documents(database)
    document = documents.add(PAPER, "跨语言迁移")

    assert documents.reading(document.id) == dataclasses.replace(PAPER, profile=Profile())


@pytest.mark.parametrize("name", ["跨语言迁移", "paper.pdf", "跨语言"])
def test_a_document_is_found_by_id_title_file_and_the_start_of_its_id(database: Database, name: str) -> None:
    document = Documents(database).add(PAPER, "跨语言迁移")

    assert Documents(database).find(name) == document


def test_documents_of_one_title_have_ids_of_their_own_and_are_told_apart(database: Database) -> None:
    documents = Documents(database)
    ids = [documents.add(other(number), "Storage").id for number in (1, 2)]

    assert ids == ["storage", "storage-2"]
    with pytest.raises(DocumentAmbiguous):
        documents.find("Storage")


def test_a_title_without_letters_has_a_key_too(database: Database) -> None:
    assert Documents(database).add(PAPER, "—").id == "document"


def test_a_removed_document_is_not_found(database: Database) -> None:
    documents = Documents(database)
    document = documents.add(PAPER, "跨语言迁移")
    documents.remove(document.id)

    assert documents.list() == ()
    for missing in (documents.find, documents.reading, documents.remove):
        with pytest.raises(DocumentNotFound):
            missing(document.id)


def test_every_change_is_counted_and_a_file_that_is_there_already_is_none(database: Database) -> None:
    documents = Documents(database)
    document = documents.add(PAPER, "跨语言迁移")
    added = documents.revision()
    documents.add(PAPER, "跨语言迁移")
    assert documents.revision() == added

    documents.remove(document.id)
    assert documents.revision() > added
