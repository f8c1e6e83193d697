"""RTF as a row of tokens, and the code pages of its bytes (Rich Text Format Specification 1.9.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z'])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
# The charsets of fonts and the code pages of files that are known by another name, or by a larger one.
_CHARSETS = {77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5hkscs", 161: "cp1253"}
_CHARSETS |= {162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251"}
_CHARSETS |= {222: "cp874", 238: "cp1250", 255: "cp437"}
_PAGES = {936: "gb18030", 54936: "gb18030", 950: "big5hkscs", 65001: "utf-8", 10000: "mac_roman", 10008: "gb2312"}
_PAGES |= {number: f"cp{number}" for number in (437, 850, 852, 866, 874, 932, 949, *range(1250, 1259))}
SYMBOLS = "symbols"
_SYMBOL_CHARSET = 2
DEFAULT_PAGE = "cp1252"


@dataclass(frozen=True, slots=True)
class Token:
    """A control word with its number, a control sign, a byte or text, or a brace."""

    kind: Literal["word", "sign", "byte", "text", "open", "close"]
    text: str
    number: int | None = None


def tokens(source: str) -> Iterator[Token]:
    """The tokens of a file whose bytes stand in a text one to one; binary parts are left out."""
    at = 0
    while (found := _TOKEN.search(source, at)) is not None:
        at = found.end()
        kind = found.lastgroup
        if kind in {"word", "number"}:
            number = found.group("number")
            if found.group("word") == "bin" and number is not None:
                at += max(0, int(number))
                continue
            yield Token("word", found.group("word"), int(number) if number is not None else None)
        elif kind == "hex":
            yield Token("byte", chr(int(found.group("hex"), 16)))
        elif kind == "sign":
            yield Token("sign", found.group("sign"))
        elif kind == "brace":
            yield Token("open" if found.group() == "{" else "close", "")
        else:
            yield Token("text", found.group())


def charset(number: int) -> str | None:
    """The encoding of a font's charset; None where it is the file's own."""
    return SYMBOLS if number == _SYMBOL_CHARSET else _CHARSETS.get(number)


def code_page(number: int) -> str:
    """The encoding of a code page."""
    return _PAGES.get(number, DEFAULT_PAGE)


def from_bytes(content: bytes, encoding: str) -> str:
    """Text of one font: signs of a symbol font as Word keeps them, in the private area."""
    if encoding == SYMBOLS:
        return "".join(chr(0xF000 + byte) if byte > 0x20 else " " for byte in content)
    return content.decode(encoding, "replace")
