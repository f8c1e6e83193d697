"""Whether two resumes may be versions of one person's: by contacts and names, or by nearly the same text.

A false match would join two people's records, so whatever speaks against it ends the matter: people decide, and they
are asked only where the answer is most likely yes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final, Literal

from records.language import HAN
from records.redacted import RedactedText, joined
from records.resume import Resume
from retrieval.near_same import NEAR_SAME, resemblance, text_marks
from retrieval.redaction import redact

Ground = Literal["email", "phone", "text"]
Doubt = Literal["name", "contacts"]
Names = Literal["same", "different", "unknown"]

_HARDLY_EDITED: Final = 0.9
"""From here on a text under the same name is one that was edited, even where every address in it changed."""
_NATIONAL_DIGITS: Final = 10
"""The last ten digits of a number are the same with and without country code or trunk zero (ITU-T E.164 numbers of
China, North America and the United Kingdom)."""
_LEAST_DIGITS: Final = 7
_TITLES: Final = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "phd", "mba", "jr", "sr"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two resumes may be one person's, strongest ground first, and what leaves a doubt."""

    grounds: tuple[Ground, ...]
    doubts: tuple[Doubt, ...] = ()


def marks_of(resume: Resume) -> tuple[str, ...]:
    """Everything by which a version of this resume is found: addresses and numbers, hashed, and pieces of its text."""
    return (*contact_marks(resume), *text_marks(_text(resume)))


def contact_marks(resume: Resume) -> tuple[str, ...]:
    """A mark for each e-mail address and telephone number, however they are written."""
    return (*(_mark("e", mail) for mail in _emails(resume)), *(_mark("p", phone) for phone in _phones(resume)))


def likeness(one: Resume, other: Resume, shared_by_many: Iterable[str] = ()) -> Likeness | None:
    """Why two resumes may be versions of one, None where they are two people's as far as can be told.

    `shared_by_many` are marks of contacts that belong to nobody in particular: an agency's address, a hotline.
    """
    names = compared(one.profile.name, other.profile.name)
    if names == "different":
        return None
    common = (set(contact_marks(one)) & set(contact_marks(other))) - set(shared_by_many)
    doubts: tuple[Doubt, ...] = ("name",) if names == "unknown" else ()
    by_contact: tuple[Ground, ...] = (
        *(("email",) if any(mark.startswith("e") for mark in common) else ()),
        *(("phone",) if any(mark.startswith("p") for mark in common) else ()),
    )
    if by_contact:
        return Likeness(by_contact, doubts)
    return _by_text(one, other, names, doubts)


def compared(one: str, other: str) -> Names:
    """Whether two names are one person's; a Chinese name and a Latin one cannot be compared."""
    if bool(HAN.search(one)) != bool(HAN.search(other)):
        return "unknown"
    first, second = ((_han if HAN.search(one) else _latin)(name) for name in (one, other))
    if not first or not second:
        return "unknown"
    return "same" if first == second or _shorter_form(first, second) else "different"


def _by_text(one: Resume, other: Resume, names: Names, doubts: tuple[Doubt, ...]) -> Likeness | None:
    common = resemblance(_text(one), _text(other))
    if common < NEAR_SAME:
        return None
    apart = any(all(contacts) for contacts in ((_emails(one), _emails(other)), (_phones(one), _phones(other))))
    if not apart:
        return Likeness(("text",), doubts)
    return Likeness(("text",), ("contacts",)) if names == "same" and common >= _HARDLY_EDITED else None


def _han(name: str) -> list[str]:
    return ["".join(HAN.findall(unicodedata.normalize("NFKC", name)))]


def _latin(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c))
    return sorted(part for part in re.findall(r"[^\W\d_]+", plain) if part not in _TITLES)


def _shorter_form(one: list[str], other: list[str]) -> bool:
    """In any order, without middle names or with initials; pinyin may be parted otherwise ("Xiao Ming", "Xiaoming")."""
    return sorted("".join(one)) == sorted("".join(other)) or _short_for(one, other) or _short_for(other, one)


def _short_for(short: list[str], full: list[str]) -> bool:
    """Whether every part of a name stands in the other, whole or as an initial, and at least one of two whole."""
    whole = [part for part in short if part in full]
    left = [part for part in full if part not in whole]
    initials = [part for part in short if part not in whole]
    return len(short) > 1 and bool(whole) and all(len(i) == 1 and any(p.startswith(i) for p in left) for i in initials)


def _emails(resume: Resume) -> set[str]:
    return {re.sub(r"\s", "", unicodedata.normalize("NFKC", mail)).casefold() for mail in resume.profile.emails}


def _phones(resume: Resume) -> set[str]:
    digits = (re.sub(r"[^0-9]", "", unicodedata.normalize("NFKC", phone)) for phone in resume.profile.phones)
    return {number[-_NATIONAL_DIGITS:] for number in digits if len(number) >= _LEAST_DIGITS}


def _text(resume: Resume) -> RedactedText:
    """Without name and contacts, which are compared by themselves."""
    return joined(redact(resume))


def _mark(kind: str, value: str) -> str:
    return kind + blake2b(value.encode(errors="replace"), digest_size=9).hexdigest()
