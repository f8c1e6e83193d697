"""HTML as text: recognised without trusting a name, decoded without trusting its own word for its encoding."""

from __future__ import annotations

import re

from retrieval.documents.formats.encodings import decoded, decoded_as

_BEFORE = re.compile(r"(?:\ufeff|\s|<\?xml[^>]*>|<!--.*?-->)*", re.DOTALL)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_PIECE = re.compile(
    r"<(?:meta|title|base|link|style|table|tbody|tr|div|p|span|h[1-6]|center|font|ul|ol|dl|section|article|main|b|strong"
    r"|br|hr|img|form|pre)\b[^<>]*>",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([-\w:]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"\A\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([-\w]+)", re.IGNORECASE)
_HEAD = 4096  # bytes; browsers look for the charset in the first 1024


def is_page(text: str, markdown: bool) -> bool:
    """Whether a text is HTML: it opens as a page, or it opens with a tag and ends with one.

    Markdown may hold HTML, so a file called so must open as a page.
    """
    before = _BEFORE.match(text)
    start = before.end() if before else 0
    if _PAGE.match(text, start):
        return True
    return not markdown and _PIECE.match(text, start) is not None and text.rstrip("\0 \t\r\n").endswith(">")


def page_text(content: bytes) -> str | None:
    """The source of a page: clear UTF-8 whatever it says of itself, else what it says, else what fits."""
    head = content[:_HEAD]
    found = _CHARSET.search(head) or _XML_ENCODING.search(head)
    named = decoded_as(content, found.group(1).decode("ascii", "replace")) if found and b"\x00" not in head else None
    return named if named is not None else decoded(content)
