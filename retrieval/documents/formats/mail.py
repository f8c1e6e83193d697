"""E-mails (RFC 822, .eml) and pages saved with their pictures (MHTML): attachments, and the body.

Job sites send and export resumes in both forms, the second one often named .doc.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from typing import TypeAlias

from records.errors import CorruptFile
from retrieval.documents.formats.encodings import decoded, decoded_as

Part: TypeAlias = "Message[str, str]"

# A header that no person types at the top of a text, beside those that one might.
_MACHINE_HEADER = re.compile(
    rb"^(?:mime-version|received|message-id|return-path|delivered-to|content-type|x-mailer|dkim-signature"
    rb"|content-transfer-encoding|snapshot-content-location)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER_LINE = re.compile(rb"(?:[\x21-\x39\x3b-\x7e]+[ \t]*:|[ \t]|From )")
_LONGEST_HEADERS = 64 * 1024

# Logos, lines and faces below a signature; a scanned page has more bytes than the first even as a poor JPEG, and a
# picture inside the text is only taken for a page beyond the second.
_SMALLEST_PICTURE = 10 * 1024
_SMALLEST_PAGE = 100 * 1024
_PAGE_PARTS = frozenset({"text/css", "text/javascript", "application/javascript", "application/x-javascript"})
_NO_RESUME = re.compile(
    r"text/(?:calendar|(?:x-)?vcard|directory|css)|audio/|video/|font/|message/(?!rfc822)|multipart/"
    r"|application/(?:(?:x-)?pkcs7-signature|pgp-signature|ics)"
)
_FEWEST_OF_A_BODY = 40  # characters; a body of less is a greeting


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an e-mail: as HTML with the page's style sheets, or plain; `other` is its second version."""

    text: str
    is_html: bool
    sheets: tuple[str, ...] = ()
    other: str = ""


def is_mail(content: bytes) -> bool:
    """Whether bytes begin with a block of headers of which at least one was written by a program."""
    head = re.split(rb"\r?\n\r?\n|\r\r", content[:_LONGEST_HEADERS].removeprefix(b"\xef\xbb\xbf").lstrip(), maxsplit=1)[
        0
    ]
    lines = [line for line in re.split(rb"\r\n|\r|\n", head) if line]
    return bool(lines) and all(map(_HEADER_LINE.match, lines)) and _MACHINE_HEADER.search(head) is not None


class Mail:
    """One message: its attachments, its body."""

    def __init__(self, content: bytes, file: str) -> None:
        self._file = file
        try:
            self._message: Part = message_from_bytes(content.removeprefix(b"\xef\xbb\xbf").lstrip())
            for part in self._message.walk():
                _repair_headers(part)
            self._leaves = list(_leaves(self._message))
        except (RecursionError, ValueError, LookupError, HeaderParseError) as broken:
            raise CorruptFile(file=file) from broken

    def members(self) -> list[tuple[int, str]]:
        """Number and name of every attachment that could be a resume; none where the body is all there is.

        Beside an attachment the body is a covering letter at most, and a letter's words are not the resume's; so it is
        left out. Pictures that the body shows, and very small ones, belong to its looks; only where there is nothing
        else to read can one of them be the resume.
        """
        attached = [number for number in range(len(self._leaves)) if self._is_attached(number)]
        if not attached and not self._is_saved_page() and self._body_is_a_greeting():
            attached = [number for number, part in enumerate(self._leaves) if _is_picture(part, _SMALLEST_PAGE)]
        return [(number, self._name(number)) for number in attached]

    def read(self, number: int) -> bytes:
        """An attachment's bytes; raises CorruptFile."""
        if not 0 <= number < len(self._leaves):
            raise CorruptFile(file=self._file)
        try:
            return _bytes_of(self._leaves[number])
        except (ValueError, LookupError, TypeError, RecursionError) as broken:
            raise CorruptFile(file=self._name(number)) from broken

    def start_of(self, number: int, count: int) -> bytes:
        """The first bytes of an attachment."""
        return self.read(number)[:count]

    def body(self) -> Body:
        """The text of the message; the HTML version where there is one, since it keeps tables and hides nothing."""
        shown = [part for part in self._leaves if _is_text(part)]
        pages = [_text_of(part) for part in shown if part.get_content_type() != "text/plain"]
        plain = "\n".join(_text_of(part) for part in shown if part.get_content_type() == "text/plain")
        sheets = tuple(_text_of(part) for part in self._leaves if part.get_content_type() == "text/css")
        page = next((text for text in pages if text.strip()), None)
        return Body(plain, False) if page is None else Body(page, True, sheets, plain)

    def _is_attached(self, number: int) -> bool:
        part = self._leaves[number]
        kind = part.get_content_type()
        if _is_text(part) or _NO_RESUME.match(kind) or kind in _PAGE_PARTS:
            return False
        if part.get_content_maintype() == "image":
            return not self._is_saved_page() and not self._is_shown(part) and _is_picture(part, _SMALLEST_PICTURE)
        return not self._is_saved_page() or _file_name(part) is not None

    def _is_shown(self, part: Part) -> bool:
        """Whether the body shows a picture at a place in its text."""
        name = str(part.get("Content-ID", "")).strip(" <>")
        return bool(name) and any(f"cid:{name}" in _text_of(page) for page in self._leaves if _is_page(page))

    def _is_saved_page(self) -> bool:
        """A page saved by a browser or by Word was sent to nobody."""
        related = self._message.get_content_type() in {"multipart/related", "text/html"}
        return related and not any(self._message.get(name) for name in ("To", "Cc", "Received", "Message-ID"))

    def _body_is_a_greeting(self) -> bool:
        words = re.sub(r"<style.*?</style>|<[^>]*>|&\w+;|\s", "", self.body().text, flags=re.DOTALL | re.IGNORECASE)
        return len(words) < _FEWEST_OF_A_BODY

    def _name(self, number: int) -> str:
        part = self._leaves[number]
        if (name := _file_name(part)) is not None:
            return name
        if part.get_content_type() == "message/rfc822":
            inner = _inner(part)
            return f"{_words(str(inner[0].get('Subject', ''))) if inner else ''}".strip() + ".eml"
        return f"{number}.{part.get_content_subtype()}"


def _inner(part: Part) -> list[Part]:
    """The parts of a part."""
    inner = part.get_payload()
    return [each for each in inner if isinstance(each, Message)] if isinstance(inner, list) else []


def _leaves(part: Part) -> Iterator[Part]:
    """The parts that hold something, an attached message being one of them."""
    if part.get_content_maintype() == "multipart" and part.is_multipart():
        for each in _inner(part):
            yield from _leaves(each)
    else:
        yield part


def _repair_headers(part: Part) -> None:
    """Raw bytes in headers (Chinese programs write names so) become characters, which the parser else throws away."""
    for name, value in list(part.raw_items()):
        if any("\udc80" <= sign <= "\udcff" for sign in str(value)):
            raw = str(value).encode("utf-8", "surrogateescape")
            part.replace_header(name, decoded(raw) or raw.decode("gb18030", "replace"))


def _bytes_of(part: Part) -> bytes:
    if part.is_multipart():
        return b"".join(each.as_bytes() for each in _inner(part)[:1])
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _is_text(part: Part) -> bool:
    """Whether a part is read as the message itself: text that came without a name and is not set apart."""
    body = part.get_content_type() in {"text/plain", "text/html", "application/xhtml+xml"}
    return body and part.get_content_disposition() != "attachment" and _file_name(part) is None


def _is_page(part: Part) -> bool:
    return _is_text(part) and part.get_content_type() != "text/plain"


def _is_picture(part: Part, least: int) -> bool:
    return part.get_content_maintype() == "image" and len(_bytes_of(part)) >= least


def _text_of(part: Part) -> str:
    """A text part in its declared encoding, or in the one it is in."""
    content = _bytes_of(part)
    return decoded_as(content, part.get_param("charset")) or decoded(content) or content.decode("utf-8", "replace")


def _file_name(part: Part) -> str | None:
    """The name that the sender's computer gave a part, in whichever of the four ways it was written."""
    name = part.get_filename()
    return (_words(name).strip() or None) if name is not None else None


def _words(header: str) -> str:
    """A header in words: encoded words decoded (RFC 2047)."""
    try:
        pieces = decode_header(header)
    except (HeaderParseError, ValueError, LookupError):
        pieces = [(header, None)]
    return "".join(_decoded_piece(piece, charset) for piece, charset in pieces).replace("\r", "").replace("\n", "")


def _decoded_piece(piece: str | bytes, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    return decoded_as(piece, charset) or decoded(piece) or piece.decode("gb18030", "replace")
