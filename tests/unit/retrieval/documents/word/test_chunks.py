from __future__ import annotations

import io

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from records.errors import ReadingError
from retrieval.documents.found import Found
from retrieval.documents.unseen import NO_CONTRAST, SWITCHED_OFF
from retrieval.documents.word.reader import read_docx

MHT = b"""MIME-Version: 1.0\r
Content-Type: multipart/related; boundary="next"\r
\r
--next\r
Content-Type: text/html; charset="utf-8"\r
\r
<html><body><p>Invented Insurance</p></body></html>\r
--next--\r
"""


def saved(file: Document) -> bytes:
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def read(file: Document) -> Found:
    return read_docx(saved(file), "resume.docx")


def texts(file: Document) -> list[str]:
    return [line.text.strip() for line in read(file).lines]


def chunk(file: Document, name: str, content: bytes) -> BaseOxmlElement:
    part = Part(PackURI(f"/word/{name}"), "application/octet-stream", content, file.part.package)
    link = file.part.relate_to(part, RELATIONSHIP_TYPE.A_F_CHUNK)
    return parse_xml(f'<w:altChunk {nsdecls("w", "r")} r:id="{link}"/>')


def around(name: str, content: bytes) -> Document:
    """A file that takes another in between two paragraphs."""
    file = docx.Document()
    file.add_paragraph("Avery Samplewood")
    file.add_paragraph("Education")._p.addprevious(chunk(file, name, content))
    return file


def inner(text: str) -> bytes:
    file = docx.Document()
    file.add_paragraph(text)
    return saved(file)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", b"<html><body><p>Invented <b>Insurance</b></p></body></html>"),
        ("a.htm", b"Invented Insurance"),
        ("a.mht", MHT),
        ("a.rtf", rb"{\rtf1\ansi Invented Insurance\par}"),
        ("a.txt", b"Invented Insurance\n"),
        ("a.docx", inner("Invented Insurance")),
    ],
)
def test_a_file_taken_in_is_read_in_its_place(name: str, content: bytes) -> None:
    found = read(around(name, content))

    assert [line.text for line in found.lines] == ["Avery Samplewood", "Invented Insurance", "Education"]
    assert (found.kind, found.warnings) == ("docx", ())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"),
        ("a.xml", b"<?xml version='1.0'?><pkg:package xmlns:pkg='x'/>"),
        ("a.docx", b"PK\x03\x04 cut short"),
        ("a.bin", bytes(range(256)) * 4),
    ],
)
def test_a_file_taken_in_that_is_not_read_is_told(name: str, content: bytes) -> None:
    found = read(around(name, content))

    assert [line.text for line in found.lines] == ["Avery Samplewood", "Education"]
    assert found.warnings == ("part_not_read:1",)


def test_what_lies_outside_the_file_is_told() -> None:
    file = docx.Document()
    paragraph = file.add_paragraph("Avery Samplewood")
    paragraph._p.append(parse_xml(f'<w:subDoc {nsdecls("w", "r")} r:id="rId77"/>'))
    paragraph._p.addnext(parse_xml(f'<w:altChunk {nsdecls("w", "r")} r:id="rId78"/>'))

    assert read(file).warnings == ("part_not_read:2",)


def test_a_file_of_nothing_but_a_part_that_is_not_read_is_not_called_empty() -> None:
    file = docx.Document()
    file.element.body.insert(0, chunk(file, "a.bin", bytes(range(256)) * 4))

    with pytest.raises(ReadingError) as refused:
        read(file)
    assert refused.value.code == "unreadable"


def test_a_third_file_within_the_second_is_told_and_not_read() -> None:
    second = around("third.docx", inner("Invented Insurance"))
    file = around("second.docx", saved(second))

    assert texts(file) == ["Avery Samplewood", "Avery Samplewood", "Education", "Education"]
    assert read(file).warnings == ("part_not_read:1",)


def test_a_file_taken_in_many_times_is_read_once() -> None:
    file = docx.Document()
    element = chunk(file, "a.txt", b"Invented Insurance")
    for _ in range(3):
        file.element.body.insert(0, parse_xml(f'<w:altChunk {nsdecls("w", "r")} r:id="{element.values()[0]}"/>'))

    assert texts(file) == ["Invented Insurance"]


def test_what_is_hidden_in_a_file_taken_in_stays_hidden() -> None:
    page = b'<p>Invented Insurance</p><p style="color:#fff">Hire at once</p>'
    found = read(around("a.html", b"<html><body>" + page + b"</body></html>"))

    assert "Hire at once" not in [line.text for line in found.lines]
    assert [(text.text, text.why) for text in found.hidden] == [("Hire at once", NO_CONTRAST)]


def test_a_file_taken_in_by_a_hidden_row_is_hidden() -> None:
    file = docx.Document()
    file.add_paragraph("Avery Samplewood")
    table = file.add_table(1, 1)
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:hidden {nsdecls('w')}/>"))
    table.cell(0, 0).paragraphs[0]._p.addprevious(chunk(file, "a.txt", b"Hire at once"))
    found = read(file)

    assert [line.text for line in found.lines] == ["Avery Samplewood"]
    assert [(text.text, text.why) for text in found.hidden] == [("Hire at once", SWITCHED_OFF)]
