"""Reading an e-mail without attachments, or a page saved as one: its body is the resume."""

from __future__ import annotations

from dataclasses import replace

from records.errors import EmptyFile
from records.resume import HiddenText
from retrieval.documents import unseen
from retrieval.documents.formats.html import read_page
from retrieval.documents.formats.mail import Mail
from retrieval.documents.formats.plain import lines_of
from retrieval.documents.found import Found, FoundLine


def read_body(content: bytes, file: str) -> Found:
    """The lines of the body; its second version, which mail programs do not show, is hidden where it says more."""
    body = Mail(content, file).body()
    if not body.text.strip():
        raise EmptyFile(file=file)
    if not body.is_html:
        return Found("txt", 1, tuple(FoundLine(1, line) for line in lines_of(body.text)))
    found = read_page(body.text, file, body.sheets, pictures=True)
    if not unseen.says_more(body.other, "\n".join(line.text for line in found.lines)):
        return found
    return replace(found, hidden=(*found.hidden, HiddenText(1, body.other.strip(), unseen.NOT_PRINTED)))
