from __future__ import annotations

import pytest

from made_files import zipped
from records.errors import CorruptFile, EncryptedFile, NoTextFound, UnsupportedFile
from retrieval.documents.kinds import kind_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("content", "file", "kind"),
    [
        (b"%PDF-1.7\n...", "resume.docx", "pdf"),
        (b"junk of a mail gateway\n" * 20 + b"%PDF-1.4", "resume.pdf", "pdf"),
        (zipped({"word/document.xml": b"<w/>"}), "resume.pdf", "docx"),
        ("张三\n工作经历".encode("gb18030"), "resume.txt", "txt"),
        (b"# Avery Samplewood\n", "resume.md", "md"),
        (b"Avery Samplewood, no ending", "resume", "txt"),
    ],
)
def test_a_file_is_what_its_content_says_whatever_its_name(content: bytes, file: str, kind: str) -> None:
    assert kind_of(content, file) == kind


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"{\\rtf1 hello}", "RTF"),
        (zipped({"notes.txt": b"hello"}), "ZIP"),
        (zipped({"xl/workbook.xml": b"<w/>"}), "XLSX (Excel)"),
        (OLE + "WordDocument".encode("utf-16-le"), "DOC (Word 97–2003)"),
        (b"<!DOCTYPE html><html><body>hi</body></html>", "HTML"),
        (b"\x00\x01\x02\x03" * 50, "BIN"),
    ],
)
def test_a_kind_that_is_not_read_is_called_by_its_name(content: bytes, kind: str) -> None:
    with pytest.raises(UnsupportedFile) as refused:
        kind_of(content, "resume")
    assert refused.value.facts["kind"] == kind


def test_an_encrypted_word_file_is_told_from_an_old_one() -> None:
    with pytest.raises(EncryptedFile):
        kind_of(OLE + "EncryptedPackage".encode("utf-16-le"), "resume.docx")


def test_a_picture_has_no_text() -> None:
    with pytest.raises(NoTextFound):
        kind_of(b"\x89PNG\r\n\x1a\n" + bytes(64), "scan.pdf")


@pytest.mark.parametrize("content", [b"\x00\x01\x02\x03" * 50, b"1 0 obj<</Pages 2 0 R>>endobj\nstartxref"])
def test_a_file_called_pdf_that_is_none_is_damaged_not_a_kind_we_do_not_read(content: bytes) -> None:
    with pytest.raises(CorruptFile):
        kind_of(content, "resume.pdf")
