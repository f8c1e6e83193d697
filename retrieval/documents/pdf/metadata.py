"""What a PDF says beside its pages: its description (Info, XMP), attachments' names, titles of its outline."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterator
from html import unescape

import pypdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from pypdf.generic import StreamObject

from records.resume import HiddenText
from retrieval.documents.pdf.second_reader import STUMBLES
from retrieval.documents.suspicious import why_suspicious
from retrieval.documents.unseen import NOT_PRINTED, says_more

_WIDE = ctypes.POINTER(pdfium_c.FPDF_WCHAR)
_MOST = 500  # attachments, and titles of an outline
_LONGEST = 20_000  # characters of one text
_LARGEST_XMP = 1_000_000  # bytes
# XMP is XML; only its words are wanted, so nothing in it is resolved: tags are cut off, attributes' values kept.
_TAG = re.compile(r"<[^<>]*>")
_VALUE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)')""")
# What programs write for themselves: their names, dates, addresses of schemas, identifiers.
_BY_PROGRAMS = re.compile(r"/(?:Producer|Creator|CreationDate|ModDate|Trapped|PTEX\b.*)$")
_MACHINE = re.compile(
    r"^Adobe XMP|^This is \S*TeX|https?://ns\.|www\.w3\.org|purl\.org|^(?:uuid|xmp)[:.]|^[\d\-+:.TZ]*$"
)


def metadata_hidden(pdf: pdfium.PdfDocument, content: bytes, visible: str) -> tuple[HiddenText, ...]:
    """What a file (`content`, opened as `pdf`) says beside its pages that they, `visible`, do not; on page 1."""
    return tuple(HiddenText(1, text, NOT_PRINTED) for text in unprinted(pdf, content) if says_more(text, visible))


def unprinted(pdf: pdfium.PdfDocument, content: bytes) -> list[str]:
    """All texts beside the pages, each once; what is damaged is left out."""
    texts = [*_described(content), *_attachments(pdf), *_outline(pdf)]
    return list(dict.fromkeys(text[:_LONGEST] for text in texts if text.strip()))


def _described(content: bytes) -> list[str]:
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        entries = {key: str(value) for key, value in dict(reader.metadata or {}).items()}
        by_programs = {value for key, value in entries.items() if _BY_PROGRAMS.match(key)}
        texts = [*entries.values(), *_xmp(reader)]
    except STUMBLES:
        return []
    return [text for text in texts if text not in by_programs or why_suspicious(text)]


def _xmp(reader: pypdf.PdfReader) -> list[str]:
    packet = reader.root_object.get("/Metadata")
    stream = packet.get_object() if packet is not None else None
    if not isinstance(stream, StreamObject):
        return []
    xml = stream.get_data()[:_LARGEST_XMP].decode("utf-8", "replace")
    values = (one or two for tag in _TAG.findall(xml) for one, two in _VALUE.findall(tag))
    words = (unescape(word).strip() for word in (*_TAG.split(xml), *values))
    return [word for word in words if word and not _MACHINE.search(word)]


def _attachments(pdf: pdfium.PdfDocument) -> Iterator[str]:
    for at in range(min(_MOST, pdf.count_attachments())):
        attachment = pdfium_c.FPDFDoc_GetAttachment(pdf, at)
        length = pdfium_c.FPDFAttachment_GetName(attachment, None, 0)
        if length > 2:
            name = ctypes.create_string_buffer(length)
            pdfium_c.FPDFAttachment_GetName(attachment, ctypes.cast(name, _WIDE), length)
            yield name.raw[: length - 2].decode("utf-16-le", "replace")


def _outline(pdf: pdfium.PdfDocument) -> list[str]:
    titles = []
    for number, bookmark in enumerate(pdf.get_toc()):
        if number == _MOST:
            break
        titles.append(bookmark.get_title())
    return titles
