from __future__ import annotations

import pytest

from made_files import zipped
from made_ole import ole
from records.errors import CorruptFile, EncryptedFile, UnsupportedFile
from retrieval.documents.kinds import kind_of

TEXT = b"application/vnd.oasis.opendocument.text"
SHEET = b"application/vnd.oasis.opendocument.spreadsheet"


@pytest.mark.parametrize(
    ("content", "file", "kind"),
    [
        (b"%PDF-1.7\n...", "resume.docx", "pdf"),
        (b"junk of a mail gateway\n" * 20 + b"%PDF-1.4", "resume.pdf", "pdf"),
        (zipped({"word/document.xml": b"<w/>"}), "resume.pdf", "docx"),
        (zipped({"mimetype": TEXT, "content.xml": b"<o/>"}), "resume.docx", "odt"),
        (ole("WordDocument", "1Table"), "resume.docx", "doc"),
        (b"{\\rtf1 hello}", "resume.doc", "rtf"),
        (b"<!DOCTYPE html><html><body>hi</body></html>", "resume.doc", "html"),
        ("\ufeff<!-- saved -->\n<HTML><p>张样例</HTML>".encode("utf-16"), "resume.doc", "html"),
        (b"<table><tr><td>Avery</td></tr></table>\n", "resume.xls", "html"),
        (b"<div align=center>Avery</div>\n\n# Work\n", "resume.md", "md"),
        (b"<stdio.h> is what I know best", "resume.txt", "txt"),
        (b"<html>%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj", "resume.html", "pdf"),
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
        (zipped({"notes.txt": b"hello"}), "ZIP"),
        (zipped({"xl/workbook.xml": b"<w/>"}), "XLSX (Excel)"),
        (zipped({"mimetype": SHEET, "content.xml": b"<o/>"}), "spreadsheet"),
        (zipped({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<c/>"}), "EPUB"),
        (ole("Workbook"), "XLS (Excel 97–2003)"),
        (ole("__properties_version1.0"), "MSG (Outlook)"),
        (b"Rar!\x1a\x07\x00", "RAR"),
        (b"\x78\x9f\x3e\x22" + bytes(40), "winmail.dat (Outlook)"),
        (b"<?xml version='1.0'?><posting/>", "XML"),
        (b"\x00\x01\x02\x03" * 50, "BIN"),
    ],
)
def test_a_kind_that_is_not_read_is_called_by_its_name(content: bytes, kind: str) -> None:
    with pytest.raises(UnsupportedFile) as refused:
        kind_of(content, "resume")
    assert refused.value.facts["kind"] == kind


def test_an_encrypted_word_file_is_told_from_an_old_one() -> None:
    with pytest.raises(EncryptedFile):
        kind_of(ole("EncryptedPackage", "EncryptionInfo"), "resume.docx")


def test_a_picture_is_one_whatever_its_name() -> None:
    assert kind_of(b"\x89PNG\r\n\x1a\n" + bytes(64), "scan.pdf") == "image"


@pytest.mark.parametrize("content", [b"\x00\x01\x02\x03" * 50, b"1 0 obj<</Pages 2 0 R>>endobj\nstartxref"])
def test_a_file_called_pdf_that_is_none_is_damaged_not_a_kind_we_do_not_read(content: bytes) -> None:
    with pytest.raises(CorruptFile):
        kind_of(content, "resume.pdf")
