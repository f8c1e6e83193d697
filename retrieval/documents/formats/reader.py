"""Everything that is neither PDF nor Word nor a picture, each kind by its own reader."""

from __future__ import annotations

from records.resume import Kind
from retrieval.documents.formats.html import read_html
from retrieval.documents.formats.mail import is_mail
from retrieval.documents.formats.mail_body import read_body
from retrieval.documents.formats.odt import read_odt
from retrieval.documents.formats.office import read_doc
from retrieval.documents.formats.plain import read_plain
from retrieval.documents.formats.rtf import read_rtf
from retrieval.documents.found import Found, Recogniser


def read_other(content: bytes, file: str, kind: Kind, recogniser: Recogniser | None = None) -> Found:
    """The lines of a file of one of these kinds; raises a ReadingError, or RecognitionNeeded."""
    if kind in {"html", "txt"} and is_mail(content):
        return read_body(content, file)
    if kind == "doc":
        return read_doc(content, file, recogniser)
    if kind == "odt":
        return read_odt(content, file)
    if kind == "rtf":
        return read_rtf(content, file)
    if kind == "html":
        return read_html(content, file)
    return read_plain(content, file, kind)
