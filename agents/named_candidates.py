"""Which candidates a question names: found by code, and replaced by neutral labels before a model sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from records.language import HAN, Language
from records.resume import Resume

LABELS: Final[dict[Language, str]] = {"zh": "候选人 {n}", "en": "Candidate {n}"}

TITLE: Final = r"(?:女士|先生|小姐|同学|老师|经理|工(?![作程业资具])|总(?![共体结部监之是]))"
EVERYDAY: Final = frozenset(
    {"An", "Art", "Bill", "Can", "Do", "Drew", "Faith", "Grace", "Guy", "He", "Hope", "In", "Joy", "Jan", "Long"}
    | {"Mark", "May", "Me", "My", "Rich", "Rose", "She", "So", "Sue", "Sun", "Will", "You", "Young"}
)
"""Parts of names that are also everyday words; these people are found by their full names only."""
PLAIN_FILES: Final = frozenset({"resume", "cv", "简历", "个人简历"})


@dataclass(frozen=True)
class Named:
    """The candidates a question names, by their numbers in the conversation, and the question with labels instead."""

    numbers: tuple[int, ...]
    question: str


def label(number: int, language: Language) -> str:
    """What the model calls a candidate: "Candidate 2"."""
    return LABELS[language].format(n=number)


def named_candidates(question: str, resumes: Sequence[Resume], language: Language) -> Named:
    """Candidates are numbered from 1 in the conversation's order; a name that several share means all of them."""
    found: dict[tuple[int, int], list[int]] = {}
    for number, resume in enumerate(resumes, 1):
        for span in _spans(question, resume):
            found.setdefault(span, []).append(number)
    spans = longest(list(found))
    for start, end in reversed(spans):
        labels = " / ".join(label(number, language) for number in found[start, end])
        question = question[:start] + labels + question[end:]
    return Named(tuple(sorted({number for span in spans for number in found[span]})), question)


def _spans(question: str, resume: Resume) -> set[tuple[int, int]]:
    return {match.span() for pattern in _patterns(resume) for match in pattern.finditer(question)}


def longest(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without those that overlap a longer one, in order."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        if all(end <= other_start or start >= other_end for other_start, other_end in kept):
            kept.append((start, end))
    return sorted(kept)


def _patterns(resume: Resume) -> Iterator[re.Pattern[str]]:
    name = resume.profile.name
    yield re.compile(re.escape(resume.file), re.IGNORECASE)
    stem = PurePath(resume.file).stem
    if not name and stem.lower() not in PLAIN_FILES:
        yield _word(re.escape(stem), re.IGNORECASE)
    if HAN.search(name):
        letters = re.sub(r"[\s·]", "", name)
        yield re.compile(r"[\s·]*".join(map(re.escape, letters)))
        yield re.compile(re.escape(letters[0]) + TITLE)
    elif parts := re.findall(r"[^\s,]+", name):
        first, last = re.escape(parts[0]), re.escape(parts[-1])
        yield _word(r"[\s,]+".join(map(re.escape, parts)), re.IGNORECASE)
        yield _word(rf"{last},?\s+{first}", re.IGNORECASE)
        yield from (_word(re.escape(part)) for part in parts if len(part) > 1 and part not in EVERYDAY)


def _word(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Chinese has no blanks between words, so only Latin letters and digits go on with a name."""
    return re.compile(rf"(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])", flags)
