# ruff: noqa: E501  (a pattern is read whole or not at all)
"""E-mail addresses, telephone numbers and links in a resume's text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_ADDRESS = r"[A-Za-z0-9][\w.+\-]*{at}[A-Za-z0-9][A-Za-z0-9\-]*(?:{dot}[A-Za-z0-9\-]+)*{dot}[A-Za-z]{{2,}}"
_EMAIL = re.compile(_ADDRESS.format(at="@", dot=r"\."), re.ASCII)
# Blanks around the sign, and signs written as words, only after a label: "Manager @ Example.com" is no address.
_LABELLED_EMAIL = re.compile(
    r"(?:mail|邮箱|邮件|電郵|信箱)\W{0,4}(?P<address>"
    + _ADDRESS.format(at=r"\s?(?:@|[\[(]at[\])])\s?", dot=r"\s?(?:\.|[\[(]dot[\])])\s?")
    + ")",
    re.IGNORECASE | re.ASCII,
)
_SPELT_SIGNS = (
    (re.compile(r"\s?[\[(]at[\])]\s?", re.IGNORECASE), "@"),
    (re.compile(r"\s?[\[(]dot[\])]\s?", re.I), "."),
)
_PHONES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\d.])(?<!\(0\))(?<!\+\d[ -])(?<!\+\d\d[ -])(?<!\+\d\d\d[ -])(?:[（(]?(?:\+|00)?86[)）]?[\s\-]*)?1[3-9]\d(?:[\s\-]?\d){8}(?![\d.]\d|\d)",  # Chinese mobile
        r"(?<![\d\-])[（(]?0[1-9]\d{1,2}[)）]?[\s\-]?\d{7,8}(?:[\-转]\d{1,5})?(?!\d)",  # Chinese landline
        r"(?<![\d\w])[（(]?(?:\+|00)[1-9]\d{0,2}[)）]?(?:[\s.\-]?[（(]?\d{1,5}[)）]?){2,6}+(?![\d*]|[\s\-]?[xX*]{2})",  # international
        r"(?<![\d\-])(?:1[.\-\s])?(?:\(\d{3}\)\s?|\d{3}[.\-\s])\d{3}[.\-\s]\d{4}(?!\d)",  # North American
        r"(?<![\d\-])09\d{2}[\s\-]?\d{3}[\s\-]?\d{3}(?!\d)",  # Taiwanese mobile
        r"(?<![\d\-])[（(]0[2-8]\d?[)）][\s\-]?\d{3,4}[\s\-]\d{3,4}(?!\d)",  # Taiwanese and other landlines
        r"(?<![\d\-])07\d{3}\s?\d{6}(?!\d)",  # British mobile
        r"(?<![\d\-])0\d{2,4}\s\d{3,4}\s\d{3,4}(?!\d)",  # British and other national numbers in three groups
        (
            r"(?:tel|phone|mobile|cell|whatsapp|contact\s*(?:no|number)|电话|手机|联系方式|電話|手機|聯絡)\w*\W{0,4}"
            r"(?P<labelled>[+（(\d][\d\s().（）\-]{6,18}\d)"
        ),
    )
)
_DIGITS = range(7, 16)  # ITU-T E.164: at most 15
_URL_END = r"[^\s<>\"'()|,;\u2000-\u206f\u3000-\u9fff\uff00-\uffef]"
_LINK = re.compile(
    rf"(?:https?://|www\.){_URL_END}+"
    r"|(?<![@\w.\-/])(?:[a-z0-9\-]+\.)*(?:linkedin|github|gitlab|gitee|kaggle|medium|behance|dribbble|stackoverflow|zhihu|csdn|juejin"
    rf"|huggingface|bitbucket|cnblogs|jianshu|orcid)\.(?:com|cn|net|io|co|org)(?:/{_URL_END}*)?"
    rf"|(?<![@\w.\-/])(?:[a-z0-9\-]+\.)+(?:com|cn|io|dev|net|org|me|ai|co|app|edu|info|tech|site|page|xyz)/{_URL_END}+",
    re.IGNORECASE | re.ASCII,
)
_BARE_DOMAIN = re.compile(
    r"(?<![@\w.\-/])(?:[a-z0-9\-]{2,}\.)+(?:com|cn|io|dev|org|me|app|info|tech|site|page|xyz)(?![\w@/])", re.ASCII
)
_BROKEN_LINK = re.compile(r"(?:https?://|www\.|\.(?:com|cn|io|net|org)/)[^\s\u3000-\u9fff]*[/\-_.?=&]$", re.IGNORECASE)
_CARRIED_ON = re.compile(r"[\w\-./?=&%#~+]{1,80}$", re.ASCII)


def whole(texts: Sequence[str]) -> tuple[str, ...]:
    """The lines with a link or address that runs over a line's end put together again.

    Only where the first line plainly stops in the middle (`https://example.com/in/`, `avery@`) and the next holds
    nothing but the rest.
    """
    joined: list[str] = []
    for text in texts:
        broken = joined and (_BROKEN_LINK.search(joined[-1]) or joined[-1].endswith("@"))
        if broken and _CARRIED_ON.match(text) and "//" not in text:
            joined[-1] += text
        else:
            joined.append(text)
    return tuple(joined)


def emails_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Addresses in order, each once."""
    return _once(address for text in texts for address in _addresses(text))


def phones_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Numbers as written, in order; the same number written twice counts once."""
    by_digits: dict[str, str] = {}
    for text in texts:
        for number in _phones_of(text):
            digits = re.sub(r"\D", "", number)
            known = any(digits.endswith(each) or each.endswith(digits) for each in by_digits)
            if len(digits) in _DIGITS and not known:
                by_digits[digits] = number
    return tuple(by_digits.values())


def links_in(texts: Iterable[str], header: Iterable[str] = ()) -> tuple[str, ...]:
    """Links in order; a bare domain counts only in the header, elsewhere it may be a product's name."""
    found = [match.group() for text in texts for match in _LINK.finditer(text)]
    found += [match.group() for text in header for match in _BARE_DOMAIN.finditer(_EMAIL.sub(" ", text))]
    links = _once(link.rstrip(".,;:!?)]}/·•") for link in found)
    return tuple(link for link in links if not any(link != other and link in other for other in links))


def _addresses(text: str) -> list[str]:
    labelled = [match["address"] for match in _LABELLED_EMAIL.finditer(text)]
    for sign, plain in _SPELT_SIGNS:
        labelled = [sign.sub(plain, address) for address in labelled]
    return [address.replace(" ", "") for address in labelled] + [match.group() for match in _EMAIL.finditer(text)]


def _phones_of(text: str) -> list[str]:
    """Numbers of one line; a place belongs to the first pattern that fits it."""
    found: list[tuple[int, int, str]] = []
    for pattern in _PHONES:
        for match in pattern.finditer(text):
            first, last = match.span("labelled" if pattern.groups else 0)
            if not any(first < end and start < last for start, end, _ in found):
                found.append((first, last, text[first:last].strip()))
    return [number for _, _, number in sorted(found)]


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))
