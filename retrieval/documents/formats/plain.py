"""Reading plain text and Markdown: every line that holds something, in order."""

from __future__ import annotations

import re

from records.errors import EmptyFile, UnsupportedFile
from records.resume import Kind
from retrieval.documents.formats.encodings import decoded
from retrieval.documents.found import Found, FoundLine

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_MARKDOWN_RULE = re.compile(r"^\s*(?:[-*_]\s*){3,}$|^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*$")
_MARKDOWN_MARKS = re.compile(r"^\s*#{1,6}\s+|\*\*|__|(?<!\w)`|`(?!\w)")
_MARKDOWN_LINK = re.compile(r"!?\[([^\]]*)\]\((?:mailto:|tel:)?([^)\s]+)[^)]*\)")


def read_plain(content: bytes, file: str, kind: Kind) -> Found:
    """The lines of a text file; of Markdown's marks only those that carry no word are taken away."""
    text = decoded(content)
    if text is None:
        raise UnsupportedFile(file=file, kind=kind.upper())
    if not text.strip():
        raise EmptyFile(file=file)
    lines = lines_of(text)
    if kind == "md":
        lines = [_without_marks(line) for line in lines if not _MARKDOWN_RULE.match(line)]
    return Found(kind, 1, tuple(FoundLine(1, line) for line in lines))


def lines_of(text: str) -> list[str]:
    """A text's lines, whichever sign ends them."""
    return _BREAK.split(text)


def _without_marks(line: str) -> str:
    """A Markdown line as it is shown: links keep both their words and their address."""
    plain = _MARKDOWN_MARKS.sub("", _MARKDOWN_LINK.sub(_link_words, line))
    return plain.strip().strip("|").replace("|", "  ") if line.strip().startswith("|") else plain


def _link_words(link: re.Match[str]) -> str:
    words, address = link.group(1).strip(), link.group(2)
    return words if not address or words in address or address in words else f"{words} ({address})"
