"""The cards of a batch in one Word file, as python-docx opens it."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

import invented
from agents.export.export import to_docx
from agents.screening.export import Export
from agents.screening.exporting import exported
from agents.screening.weighing import Change, changed
from records.language import Language
from screened import best_for_each, export, people, person

Document = docx.document.Document


def pack(whole: Export) -> Document:
    return docx.Document(BytesIO(exported("docx", whole)))


def words(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def titles(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Title"]


def test_the_shortlist_comes_first_and_then_every_card_best_first_on_a_page_of_its_own() -> None:
    document = pack(export())

    assert titles(document) == [
        "Shortlist: drop",
        "Candidate assessment: Sample 2",
        "Candidate assessment: Sample 1",
        "Candidate assessment: Sample 3",
    ]
    breaks = [p.paragraph_format.page_break_before for p in document.paragraphs if p.style.name == "Title"]
    assert [bool(one) for one in breaks] == [False, True, True, True]


def test_the_shortlist_is_a_table_with_a_row_a_candidate() -> None:
    rows = [[cell.text for cell in row.cells] for row in pack(export()).tables[0].rows]

    assert rows[0] == ["Rank", "Candidate", "Score", "Recommendation", "Must-haves with evidence", "Please note"]
    assert rows[2] == ["2", "Sample 1\n1.pdf", "7.0", "Interview recommended", "2 of 2", "Please look at R2."]
    assert len(rows) == 4


def test_a_card_says_what_it_says_when_it_is_exported_alone() -> None:
    alone = docx.Document(BytesIO(to_docx(invented.assessment(), invented.resume(), invented.posting())))
    (one,) = [person(1, invented.assessment(), candidate=invented.resume().candidate, file=invented.resume().file)]
    document = pack(export([one]))

    assert words(document)[-len(words(alone)) :] == words(alone)
    cells = [[cell.text for row in table.rows for cell in row.cells] for table in (alone.tables[0], document.tables[1])]
    assert cells[0] == cells[1]


def test_a_card_says_what_the_weights_in_force_give() -> None:
    then = changed(invented.posting().requirements, [Change("R3", "must")])
    whole = export(people()[:1], requirements=then, words="make AWS a must-have")
    document = pack(whole)

    assert f"Score: {whole.places[0].score:.1f} / 10" in words(document)
    assert "Version 1 of the weights (make AWS a must-have)" in words(document)[1]
    assert document.tables[1].rows[3].cells[1].text == "Must-have · 1"


def test_who_is_not_on_the_shortlist_is_named_below_it_with_the_reason() -> None:
    told = words(pack(export()))

    assert "7 received: 3 assessed, 1 the same as another, 2 failed, 1 still to do." in told
    assert [line.split(":")[0] for line in told[told.index("Files that failed") + 1 :][:2]] == [
        "empty.pdf",
        "locked.pdf",
    ]


@pytest.mark.parametrize(
    ("language", "nobody"), [("zh", "还没有评估出任何人。"), ("en", "Nobody has been assessed yet.")]
)
def test_a_batch_in_which_nobody_is_assessed_says_so(language: Language, nobody: str) -> None:
    document = pack(export([], language))

    assert nobody in words(document)
    assert len(titles(document)) == 1


def test_the_pack_of_a_chinese_batch_is_chinese_throughout() -> None:
    document = pack(export(language="zh"))

    assert titles(document)[:2] == ["候选名单：drop", "候选人评估：Sample 2"]
    assert [cell.text for cell in document.tables[0].rows[0].cells][:3] == ["名次", "候选人", "评分"]


def test_where_each_has_a_posting_of_their_own_the_shortlist_and_the_cards_name_it() -> None:
    first, second = people()[:2]
    other = second.assessment.model_copy(update={"posting": "other-1"})
    document = pack(best_for_each([first, person(2, other)], {"backend-1": "Backend", "other-1": "Data Analyst"}))

    assert [row.cells[1].text.split("\n")[2] for row in document.tables[0].rows[1:]] == ["Data Analyst", "Backend"]
    assert [line for line in words(document) if line.startswith("Posting: ")] == [
        "Posting: Data Analyst",
        "Posting: Backend",
    ]


@pytest.mark.parametrize(
    "name", ["A\x00v\x0be\ufffery", "A" * 40_000, "two\nlines", "\u202eevil\u202c", "=1+1", "<w:p/>"]
)
def test_names_of_strangers_do_not_break_the_file(name: str) -> None:
    shown = name.replace("\x00", "").replace("\x0b", "").replace("\ufffe", "")
    document = pack(export([person(1, invented.assessment(), candidate=name, file=name)]))

    assert titles(document)[1] == f"Candidate assessment: {shown}"
    assert document.tables[0].rows[1].cells[1].text == f"{shown}\n{shown}"
