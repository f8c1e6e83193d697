from __future__ import annotations

import pytest

from made_files import zipped
from records.errors import CorruptFile, OversizedFile
from retrieval.documents.packages import Package, local, number, parsed

LINK = '<Relationships><Relationship Id="{}" Type="x/{}" Target="{}" TargetMode="{}"/></Relationships>'


def test_parts_are_found_whatever_their_case_and_leading_stroke() -> None:
    package = Package(zipped({"word/Document.xml": b"<w/>"}), "a.docx")

    assert package.has("/word/document.xml")
    assert local(package.part("word/document.xml")) == "w"
    assert package.part("word/nothing.xml") is None


def test_relations_inside_and_outside_are_kept_apart() -> None:
    inside = LINK.format("a", "header", "../header1.xml", "Internal").encode()
    outside = LINK.format("b", "hyperlink", "mailto:avery@example.com", "External").encode()
    package = Package(zipped({"word/_rels/a.xml.rels": inside, "word/_rels/b.xml.rels": outside}), "a.docx")

    assert package.related("word/a.xml") == {"a": ("header", "header1.xml")}
    assert package.addresses("word/b.xml") == {"b": "mailto:avery@example.com"}
    assert package.addresses("word/a.xml") == package.related("word/b.xml") == {}


def test_a_part_whose_tree_would_fill_the_memory_is_refused_unparsed() -> None:
    with pytest.raises(OversizedFile):
        parsed(b"<w>" + b"<a/>" * 2_000_000 + b"</w>", "a.docx")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<w>",
        b"<w>" * 5_000 + b"</w>" * 5_000,
        b'<!DOCTYPE w [<!ENTITY a "' + b"x" * 1_000_000 + b'">]><w b="' + b"&a;" * 1_000 + b'"/>',
    ],
    ids=["nothing", "torn", "too deep", "entities that multiply"],
)
def test_xml_that_cannot_be_trusted_is_damaged(content: bytes) -> None:
    with pytest.raises(CorruptFile):
        parsed(content, "a.docx")


@pytest.mark.parametrize(
    ("text", "read"), [("12", 12.0), (" 50% ", 50.0), ("-3.5", -3.5), ("", None), ("wide", None), (None, None)]
)
def test_a_measure_is_a_number_or_nothing(text: str | None, read: float | None) -> None:
    assert number(text) == read
