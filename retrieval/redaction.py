"""Masks the person before retrieval and before the model; the only maker of `RedactedText`.

Masks are fixed words, so a resume with another name, address or number gives the same redacted text byte for byte.
Line i of the result is line i of the resume: line numbers still hold.
"""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from typing import Final

from records.redacted import RedactedText
from records.resume import Profile, Resume

NAME: Final = "[NAME]"
WITHHELD: Final = "[WITHHELD]"
"""Stands for a line that speaks to software: people see it on the card, a language model does not."""

_FULL_WIDTH: Final = {ord(sign) + 0xFEE0: sign for sign in string.ascii_letters + string.digits + "@.:-+()/_"}
"""Full-width letters and digits hide numbers from ASCII patterns; the mapping keeps every offset. Chinese commas stay:
they end an address."""

_PRODUCTS: Final = r"(?!(?:asp|vb|ado|ml)\.net\b|(?:socket|draw)\.io\b)"
"""Names of tools that look like addresses."""
_ADDRESS: Final = r"[^\s()|<>\u0080-\uffff]"
_HOSTS: Final = r"(?:github|gitee|gitlab|linkedin|kaggle|zhihu|csdn|juejin|cnblogs|behance|dribbble|medium|twitter|x)"
_PATTERNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("[EMAIL]", re.compile(r"[\w.+\-]+\s?@\s?[\w\-]+(?:\.[\w\-]+)*\.[A-Za-z]{2,}", re.ASCII)),
    (
        "[LINK]",
        re.compile(
            rf"https?://{_ADDRESS}+|www\.{_ADDRESS}+|\b(?:[\w\-]+\.)*{_HOSTS}\.(?:com|cn|io|net|org)(?:/{_ADDRESS}*)?"
            rf"|\b{_PRODUCTS}(?:[\w\-]+\.)+(?:com|cn|org|net|io|me|dev|edu|info|site|page|tech)/{_ADDRESS}+",
            re.ASCII | re.IGNORECASE,
        ),
    ),
    # Resident identity card of China: region, date of birth, serial, check digit. US social security number.
    (
        "[ID]",
        re.compile(
            r"(?<!\d)[1-9]\d{5}\s?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\s?\d{3}[\dXx](?!\d)"
            r"|(?<![\d\-])\d{3}-\d{2}-\d{4}(?![\d\-])",
            re.ASCII,
        ),
    ),
    (
        "[PHONE]",
        re.compile(
            r"(?<![\w.])(?:\(?(?:\+|00)?86\)?[\s\-]?)?1[3-9]\d(?:[\s\-]?\d{4}){2}(?!\d)"  # mobile, China
            r"|(?<![\w.])\(?0[1-9]\d{1,2}\)?[\s\-]?\d{7,8}(?!\d)"  # landline, China
            r"|(?<![\w.])\+(?=(?:[\s.\-()]{0,2}\d){9,15}(?!\d))\d{1,3}(?:[\s.\-]?\(?\d{1,4}\)?){2,5}(?!\d)"  # any
            r"|(?<![\w.])(?:1[\s.\-])?(?:\(\d{3}\)\s?|\d{3}[.\-])\d{3}[\s.\-]\d{4}(?!\d)"  # North America
            r"|(?<![\w.])0(?:\d{3,4}\s\d{3}\s?\d{3,4}|2\d\s\d{4}\s?\d{4})(?!\d)",  # United Kingdom
            re.ASCII,
        ),
    ),
    # Only the account is masked; the word that announces it stays.
    (
        "[CONTACT]",
        re.compile(
            r"(?i)(?:微信号?|V信|wechat(?: id)?|QQ号?)\s?:\s?(?P<masked>[a-z0-9][\w\-]{4,19})"
            r"|(?:微信号|wechat id)\s+(?P<named>[a-z0-9][\w\-]{4,19})|QQ号?\s?(?P<number>\d{5,11})(?!\d)",
            re.ASCII,
        ),
    ),
)
_NAME_FIELD: Final = re.compile(
    r"(?i)((?:姓\s*名|(?:full\s+)?\bname)\s*[:：]\s*)"
    r"([\u4e00-\u9fff·]{2,8}|[A-Z][\w.'\-]+(?:[ \t]+[A-Z][\w.'\-]+){0,3})"
)
_BARE_DOMAIN: Final = re.compile(
    rf"(?i)(?<![\w@.]){_PRODUCTS}[\w\-]{{3,}}\.(?:com|cn|me|dev|io|net|org)(?![\w.])", re.ASCII
)
_BARE_NUMBER: Final = re.compile(r"(?<![\w.\-])\d{5}\s?\d{4,7}(?![\w.\-])", re.ASCII)
"""In the header a long number by itself is a telephone's; elsewhere it may be anything."""
_LATIN_BEFORE: Final = r"(?<![^\W\u3400-\u9fff])"
_LATIN_AFTER: Final = r"(?![^\W\u3400-\u9fff])"
"""A Latin name may touch Chinese, which sets no blanks, but no other letter."""


def redact(resume: Resume) -> tuple[RedactedText, ...]:
    """One redacted text a line, in order: `redact(resume)[i]` masks `resume.lines[i]`."""
    name = name_pattern(resume.profile.name)
    return tuple(_line(line.text, line.section == "header", resume.profile, name) for line in resume.lines)


def withheld(resume: Resume, redacted: Sequence[RedactedText]) -> tuple[RedactedText, ...]:
    """The redacted lines as a language model may see them: those that speak to software are masked whole."""
    speaking = withheld_lines(resume)
    return tuple(RedactedText(WITHHELD) if n in speaking else line for n, line in enumerate(redacted, 1))


def withheld_lines(resume: Resume) -> frozenset[int]:
    """The lines that speak to software, by number; a language model has not seen them, so nothing rests on them."""
    return frozenset(found.line for found in resume.suspicious)


def redact_text(text: str, people: Sequence[str] = ()) -> RedactedText:
    """Any other text (a question, a posting, a pasted note) with contacts and the named people masked.

    Line by line: no number reaches over the end of a line, and the text keeps its lines.
    """
    names = [pattern for person in people if (pattern := name_pattern(person))]
    return RedactedText("\n".join(_without(names, _masked(line)) for line in text.split("\n")))


def name_pattern(name: str) -> re.Pattern[str] | None:
    """Finds a person's name as resumes write it: spaced out in Chinese, in capitals, or family name first."""
    parts = [re.escape(part) for part in re.split(r"[\s·,]+", name.strip()) if part]
    if not parts:
        return None
    if re.search(r"[\u4e00-\u9fff]", name):
        return re.compile(r"[\s·]*".join(re.escape(letter) for letter in re.sub(r"[\s·]", "", name)))
    forward, backward = r"[\s.]+".join(parts), r"[\s,]+".join([parts[-1], *parts[:-1]])
    return re.compile(rf"(?i){_LATIN_BEFORE}(?:{forward}|{backward}){_LATIN_AFTER}")


def _line(text: str, header: bool, profile: Profile, name: re.Pattern[str] | None) -> RedactedText:
    for mask, written in (("[EMAIL]", profile.emails), ("[PHONE]", profile.phones), ("[LINK]", profile.links)):
        for known in filter(_is_contact, written):
            text = text.replace(known, mask)
    masked = _without([name] if name else [], _masked(text))
    if header:
        masked = _BARE_DOMAIN.sub("[LINK]", _NAME_FIELD.sub(rf"\1{NAME}", masked))
        masked = _BARE_NUMBER.sub("[PHONE]", masked)
    return RedactedText(masked)


def _is_contact(known: str) -> bool:
    """Whether the reader found a contact that no pattern here finds by itself; a tool's name is none."""
    by_pattern = any(pattern.fullmatch(known) for _, pattern in _PATTERNS)
    return len(known) > 4 and not by_pattern and bool(re.match(f"(?i){_PRODUCTS}", known))


def _without(names: Sequence[re.Pattern[str]], text: str) -> str:
    for name in names:
        text = name.sub(NAME, text)
    return text


def _masked(text: str) -> str:
    plain = text.translate(_FULL_WIDTH)
    for mask, pattern in _PATTERNS:
        found = list(pattern.finditer(plain))
        for match in reversed(found):
            start, end = match.span(match.lastgroup or 0)
            text = text[:start] + mask + text[end:]
        if found:
            plain = text.translate(_FULL_WIDTH)
    return text
