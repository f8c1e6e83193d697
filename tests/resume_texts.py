"""Resume texts as numbered lines with sections, as the reader hands them to the profile."""

from __future__ import annotations

from datetime import date

from records.resume import Line, Profile
from retrieval.documents.profile.profile import profile_of
from retrieval.documents.sections import sections_of

TODAY = date(2026, 11, 20)


def lines_of(text: str) -> list[Line]:
    texts = text.splitlines()
    return [
        Line(number, 1, text, section)
        for number, (text, section) in enumerate(zip(texts, sections_of(texts), strict=True), start=1)
    ]


def read(text: str) -> Profile:
    return profile_of(lines_of(text), TODAY)
