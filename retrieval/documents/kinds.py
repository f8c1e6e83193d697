"""What a file is, told by its content; its name is never trusted."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from records.errors import CorruptFile, EncryptedFile, NoTextFound, UnsupportedFile
from records.resume import Kind
from retrieval.documents.formats.encodings import decoded

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM", b"GIF87a", b"GIF89a")

# PDF readers accept junk before the header as long as it starts within the first 1024 bytes (ISO 32000, Annex H).
_PDF_HEADER_WITHIN = 1024

# Names that read the same in Chinese and in English, because they stand inside a sentence of either.
_CLAIMED = frozenset({"PDF", "DOCX", "TXT", "MD"})
_PDF_SOURCE = re.compile(r"\b\d+ \d+ ?obj\b[^\n]{0,3}<<|\bstartxref\b")
_OTHER_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "RTF"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"Rar!", "RAR"),
    (b"\x1f\x8b", "GZIP"),
    (b"%!PS", "PostScript"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
)
_ZIP_MEMBERS: tuple[tuple[str, str], ...] = (
    ("xl/workbook.xml", "XLSX (Excel)"),
    ("ppt/presentation.xml", "PPTX (PowerPoint)"),
    ("content.xml", "ODT (OpenDocument)"),
    ("META-INF/container.xml", "EPUB"),
    ("Index/Document.iwa", "Pages (Apple)"),
)
_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("WordDocument", "DOC (Word 97–2003)"),
    ("Workbook", "XLS (Excel 97–2003)"),
    ("PowerPoint Document", "PPT (PowerPoint 97–2003)"),
)


def kind_of(content: bytes, file: str) -> Kind:
    """The kind of a resume file; raises the ReadingError that fits where it is none that can be read."""
    if b"%PDF-" in content[: _PDF_HEADER_WITHIN + 5]:
        return "pdf"
    if content.startswith(_PICTURES):
        raise NoTextFound(file=file)
    if content.startswith(_OLE):
        raise _refusal_of_ole(content, file)
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _kind_of_zip(content, file)
    for start, kind in _OTHER_STARTS:
        if content.startswith(start):
            raise UnsupportedFile(file=file, kind=kind)
    return _kind_of_text(content, file)


def _refusal_of_ole(content: bytes, file: str) -> Exception:
    """An OLE container is an encrypted DOCX or an old Office file; its directory holds UTF-16 names."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return EncryptedFile(file=file)
    for stream, kind in _OLE_STREAMS:
        if stream.encode("utf-16-le") in content:
            return UnsupportedFile(file=file, kind=kind)
    return UnsupportedFile(file=file, kind="OLE")


def _kind_of_zip(content: bytes, file: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as broken:
        raise CorruptFile(file=file) from broken
    if any(name.startswith("word/") for name in names):
        return "docx"
    for member, kind in _ZIP_MEMBERS:
        if member in names:
            raise UnsupportedFile(file=file, kind=kind)
    raise UnsupportedFile(file=file, kind="ZIP")


def _kind_of_text(content: bytes, file: str) -> Kind:
    text = decoded(content)
    if text is None or _PDF_SOURCE.search(text[:4000]):
        kind = _suffix(file)
        raise CorruptFile(file=file) if text or kind in _CLAIMED else UnsupportedFile(file=file, kind=kind)
    start = text.lstrip()[:200].lower()
    if start.startswith(("<!doctype html", "<html", "<head", "<body")):
        raise UnsupportedFile(file=file, kind="HTML")
    if start.startswith("<?xml"):
        raise UnsupportedFile(file=file, kind="HTML" if "<html" in text[:2000].lower() else "XML")
    return "md" if PurePath(file).suffix.lower() in {".md", ".markdown"} else "txt"


def _suffix(file: str) -> str:
    """An unknown kind is called by the file's ending: the only word its sender knows for it."""
    return PurePath(file).suffix.removeprefix(".").upper()[:10] or "BIN"
