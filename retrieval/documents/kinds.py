"""What a file is, told by its content; its name is never trusted."""

from __future__ import annotations

import re
from pathlib import PurePath

from records.errors import CorruptFile, EmptyFile, EncryptedFile, PackedFile, UnsupportedFile
from records.resume import Kind
from retrieval.documents.formats import ole, zips
from retrieval.documents.formats.encodings import decoded
from retrieval.documents.formats.mail import Mail, is_mail
from retrieval.documents.formats.markup import is_page

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM", b"GIF87a", b"GIF89a")

# PDF readers accept junk before the header as long as it starts within the first 1024 bytes (ISO 32000, Annex H).
_PDF_HEADER_WITHIN = 1024
_PDF_OBJECT = re.compile(rb"\b\d+[ \t]+\d+[ \t]+obj\b|\bstartxref\b|\btrailer\b")

# Names that read the same in Chinese and in English, because they stand inside a sentence of either.
_CLAIMED = frozenset({"PDF", "DOCX", "DOC", "ODT", "RTF", "HTML", "HTM", "TXT", "MD"})
_PDF_SOURCE = re.compile(r"\b\d+ \d+ ?obj\b[^\n]{0,3}<<|\bstartxref\b")
_RTF = b"{\\rtf"
_PACKED_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x1f\x8b\x08", "GZIP"),
    (b"BZh", "BZIP2"),
    (b"\xfd7zXZ\x00", "XZ"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"MSCF\x00\x00", "CAB"),
    (b"\x78\x9f\x3e\x22", "winmail.dat (Outlook)"),
)
_OTHER_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"%!PS", "PostScript"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
)
_OTHER_SIGNATURES = tuple(start for start, _ in _PACKED_STARTS)
_PACKAGES: tuple[tuple[str, str], ...] = (
    ("xl/workbook.xml", "XLSX (Excel)"),
    ("xl/workbook.bin", "XLSB (Excel)"),
    ("ppt/presentation.xml", "PPTX (PowerPoint)"),
    ("index/document.iwa", "Pages (Apple)"),
    ("index.zip", "Pages (Apple)"),
    ("meta-inf/container.xml", "EPUB"),
    ("ofd.xml", "OFD"),
    ("content.xml", "OpenDocument"),
)
_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("Workbook", "XLS (Excel 97–2003)"),
    ("Book", "XLS (Excel 5.0/95)"),
    ("PowerPoint Document", "PPT (PowerPoint 97–2003)"),
    ("__properties_version1.0", "MSG (Outlook)"),
    ("Contents", "WPS (Microsoft Works)"),
)


def kind_of(content: bytes, file: str) -> Kind:
    """The kind of a resume file; raises the ReadingError that fits where it is none that can be read.

    Of a file that is two things at once the first bytes decide, as they do for most programs; only a PDF may start
    late, behind what is not itself a kind with a signature.
    """
    if _is_picture(content):
        return "image"
    if content.startswith(ole.START):
        return _kind_of_ole(content, file)
    if content.startswith(zips.START):
        return _kind_of_zip(content, file)
    if content.lstrip().startswith(_RTF):
        return "rtf"
    if _is_pdf(content):
        return "pdf"
    _refuse(content, file)
    return _kind_of_mail(content, file) if is_mail(content) else _kind_of_text(content, file)


def _is_picture(content: bytes) -> bool:
    return content.startswith(_PICTURES) or (content.startswith(b"RIFF") and content[8:12] == b"WEBP")


def is_package(content: bytes) -> bool:
    """Whether a ZIP is one file of an office program rather than a container of files."""
    try:
        return _package_kind(zips.stored_names(content)) is not None
    except ValueError:
        return False


def _package_kind(names: set[str]) -> str | None:
    """What the parts of a ZIP make together, its names being in small letters; None for mere files."""
    typed = "[content_types].xml" in names
    if "word/document.xml" in names or (typed and any(name.startswith("word/") for name in names)):
        return "docx"
    if "mimetype" in names and "content.xml" in names:
        return "odt"
    found = next((kind for part, kind in _PACKAGES if part in names), None)
    return found or ("Office" if typed and "_rels/.rels" in names else None)


def _kind_of_ole(content: bytes, file: str) -> Kind:
    """An OLE file is an old Office file or the safe in which a new one is locked."""
    try:
        opened = ole.OleFile(content)
    except ValueError as broken:
        raise CorruptFile(file=file) from broken
    if "EncryptedPackage" in opened.streams or opened.has_locked_text():
        raise EncryptedFile(file=file)
    if "WordDocument" in opened.streams:
        return "doc"
    kind = next((kind for stream, kind in _OLE_STREAMS if stream in opened.streams), "OLE")
    raise UnsupportedFile(file=file, kind=kind)


def _kind_of_zip(content: bytes, file: str) -> Kind:
    try:
        names = zips.stored_names(content)
    except ValueError as broken:
        raise CorruptFile(file=file) from broken
    kind = _package_kind(names)
    if kind in {"docx", "odt"}:
        return "docx" if kind == "docx" else _kind_of_open_document(content, file)
    if kind is not None:
        raise UnsupportedFile(file=file, kind=kind)
    if not zips.Archive(content, file).members():
        raise EmptyFile(file=file)
    raise PackedFile(file=file, kind="ZIP")


def _kind_of_open_document(content: bytes, file: str) -> Kind:
    """Texts are read; tables and slides of the same family say by their type that they are none."""
    kind = zips.first_part(content, "mimetype")
    if not kind.startswith(b"application/vnd.oasis.opendocument.text"):
        raise UnsupportedFile(file=file, kind=kind.rsplit(b".", 1)[-1].decode("ascii", "replace")[:20] or "ZIP")
    return "odt"


def _is_pdf(content: bytes) -> bool:
    if b"%PDF-" not in content[: _PDF_HEADER_WITHIN + 5] or content.startswith(_OTHER_SIGNATURES):
        return False
    return _PDF_OBJECT.search(content) is not None or not is_mail(content)


def _refuse(content: bytes, file: str) -> None:
    """Refuse what has the signature of a kind that is not read."""
    for start, kind in _PACKED_STARTS:
        if content.startswith(start):
            raise PackedFile(file=file, kind=kind)
    for start, kind in _OTHER_STARTS:
        if content.startswith(start):
            raise UnsupportedFile(file=file, kind=kind)


def _kind_of_mail(content: bytes, file: str) -> Kind:
    """An e-mail without attachments is read by its body; one with attachments is a container."""
    mail = Mail(content, file)
    if mail.members():
        raise PackedFile(file=file, kind="EML")
    return "html" if mail.body().is_html else "txt"


def _kind_of_text(content: bytes, file: str) -> Kind:
    text = decoded(content)
    named = PurePath(file).suffix.lower()
    if text is None or _PDF_SOURCE.search(text[:4000]):
        kind = _suffix(file)
        raise CorruptFile(file=file) if text or kind in _CLAIMED else UnsupportedFile(file=file, kind=kind)
    markdown = named in {".md", ".markdown"}
    if is_page(text, markdown):
        return "html"
    if text.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        raise UnsupportedFile(file=file, kind="XML")
    return "md" if markdown else "txt"


def _suffix(file: str) -> str:
    """An unknown kind is called by the file's ending: the only word its sender knows for it."""
    return PurePath(file).suffix.removeprefix(".").upper()[:10] or "BIN"
