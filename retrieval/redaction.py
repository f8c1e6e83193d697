"""Masks the person before retrieval and before the model; the only maker of `RedactedText`.

Masks are fixed words, so a resume with another name, address or number gives the same redacted text byte for byte.
Line i of the result is line i of the resume: line numbers still hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from records.redacted import RedactedText
from records.resume import Profile, Resume

NAME: Final = "[NAME]"

_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""Full-width letters and digits hide numbers from ASCII patterns; the mapping keeps every offset."""

_HOSTS: Final = r"(?:github|gitee|gitlab|linkedin|kaggle|zhihu|csdn|juejin|cnblogs|behance|dribbble|medium|twitter|x)"
_PATTERNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("[EMAIL]", re.compile(r"[\w.+\-]+\s?@\s?[\w\-]+(?:\.[\w\-]+)+", re.ASCII)),
    (
        "[LINK]",
        re.compile(
            rf"https?://[^\s，。；、）)]+|www\.[^\s，。；、）)]+|\b(?:[\w\-]+\.)*{_HOSTS}\.(?:com|cn|io|net|org)(?:/[^\s，。；、）)|]*)?"
            r"|\b(?:[\w\-]+\.)+(?:com|cn|org|net|io|me|dev|edu|info|site|page|tech)/[^\s，。；、）)|]+",
            re.ASCII | re.IGNORECASE,
        ),
    ),
    # Resident identity card of China: region, date of birth, serial, check digit. US social security number.
    (
        "[ID]",
        re.compile(
            r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\d)"
            r"|(?<![\d\-])\d{3}-\d{2}-\d{4}(?![\d\-])",
            re.ASCII,
        ),
    ),
    (
        "[PHONE]",
        re.compile(
            r"(?<![\w.])(?:(?:\+|00)?86[\s\-]?)?1[3-9]\d(?:[\s\-]?\d{4}){2}(?!\d)"  # mobile, China
            r"|(?<![\w.])\(?0\d{2,3}\)?[\s\-]\d{7,8}(?!\d)"  # landline, China
            r"|(?<![\w.])\+\d{1,3}(?:[\s.\-]?\(?\d{1,4}\)?){2,5}(?!\d)"  # international
            r"|(?<![\w.])(?:1[\s.\-])?(?:\(\d{3}\)\s?|\d{3}[.\-])\d{3}[\s.\-]\d{4}(?!\d)"  # North America
            r"|(?<![\w.])0\d{3,4}\s\d{3}\s?\d{3,4}(?!\d)",  # United Kingdom
            re.ASCII,
        ),
    ),
    # Only the account is masked; the word that announces it stays.
    (
        "[CONTACT]",
        re.compile(r"(?i)(?:微信号?|wechat(?: id)?|QQ号?)\s?[:：]\s?(?P<masked>[a-z0-9][\w\-]{4,19})", re.ASCII),
    ),
)
_NAME_FIELD: Final = re.compile(
    r"(?i)((?:姓\s*名|(?:full\s+)?\bname)\s*[:：]\s*)"
    r"([\u4e00-\u9fff·]{2,8}|[A-Z][\w.'\-]+(?:[ \t]+[A-Z][\w.'\-]+){0,3})"
)
_BARE_DOMAIN: Final = re.compile(r"(?i)(?<![\w@.])[\w\-]{3,}\.(?:com|cn|me|dev|io|net|org)(?![\w.])", re.ASCII)


def redact(resume: Resume) -> tuple[RedactedText, ...]:
    """One redacted text a line, in order: `redact(resume)[i]` masks `resume.lines[i]`."""
    name = name_pattern(resume.profile.name)
    return tuple(_line(line.text, line.section == "header", resume.profile, name) for line in resume.lines)


def redact_text(text: str, people: Sequence[str] = ()) -> RedactedText:
    """Any other text (a question, a posting, a pasted note) with contacts and the named people masked."""
    masked = _masked(text)
    for person in people:
        if pattern := name_pattern(person):
            masked = pattern.sub(NAME, masked)
    return RedactedText(masked)


def name_pattern(name: str) -> re.Pattern[str] | None:
    """Finds a person's name as resumes write it: spaced out, in capitals, or family name first."""
    parts = [re.escape(part) for part in re.split(r"[\s·,]+", name.strip()) if part]
    if not parts:
        return None
    if re.search(r"[\u4e00-\u9fff]", name):
        return re.compile(r"[\s·]*".join(re.escape(letter) for letter in re.sub(r"[\s·]", "", name)))
    forward, backward = r"[\s.]+".join(parts), r"[\s,]+".join([parts[-1], *parts[:-1]])
    return re.compile(rf"(?i)(?<!\w)(?:{forward}|{backward})(?!\w)")


def _line(text: str, header: bool, profile: Profile, name: re.Pattern[str] | None) -> RedactedText:
    for known in (*profile.emails, *profile.phones, *profile.links):
        text = text.replace(known, "[CONTACT]") if known and not _masks(known) else text
    masked = _masked(text)
    if name:
        masked = name.sub(NAME, masked)
    if header:
        masked = _BARE_DOMAIN.sub("[LINK]", _NAME_FIELD.sub(rf"\1{NAME}", masked))
    return RedactedText(masked)


def _masks(text: str) -> bool:
    return any(pattern.fullmatch(text) for _, pattern in _PATTERNS)


def _masked(text: str) -> str:
    for mask, pattern in _PATTERNS:
        found = list(pattern.finditer(text.translate(_FULL_WIDTH)))
        for match in reversed(found):
            start, end = match.span("masked" if "masked" in pattern.groupindex else 0)
            text = text[:start] + mask + text[end:]
    return text
