"""Cuts a statement that asks for several things where the kind of thing changes, so that each can be checked alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from agents.postings.levels import degree_asked, years_asked
from agents.postings.wording import (
    ASIDE,
    ASKS,
    ASKS_NOTHING,
    CERTIFICATE,
    FACT,
    FIELD,
    GOES_ON,
    LANGUAGE,
    OPENS_ASKING,
    TRAIT,
    WISH,
)
from records.language import HAN
from records.posting import RequirementKind
from retrieval.skills import skills_in

_COMMA: Final = re.compile(
    r"[，,；;](?![^（(]*[）)])(?!\d{3})\s*"
    r"|\s+(?=(?:and|with|plus) (?:at least |a minimum of |minimum (?:of )?|over )?"
    r"\d{1,2}\s?\+?[\s-]*(?:\d{1,2}\s*)?(?:years|yrs))"
)
"""A comma outside brackets and numbers; in English also "Bachelor's degree | and 3 years of experience"."""
_LEAST_TRAIT_WORDS: Final = 2
"""An English trait of one word is an item of a list: "written, interpersonal and presentation skills"."""


def kind_named(words: str) -> RequirementKind | None:
    """The kind that a statement's own wording tells; None where only its place in the posting can."""
    if degree_asked(words) or (FIELD.search(words) and years_asked(words) is None):
        return "education"
    if years_asked(words) is not None:
        return "experience"
    if CERTIFICATE.search(words):
        return "certificate"
    beside = skills_in(TRAIT.sub(" ", words))
    if LANGUAGE.search(words) and len(beside) <= 1:
        return "language"
    return "trait" if TRAIT.search(words) and not beside else None


def is_wish(words: str) -> bool:
    """Whether a statement's own wording makes it a wish; what stands in brackets does not speak for the rest."""
    return bool(WISH.search(ASIDE.sub("", words)))


def clauses(words: str) -> Iterator[str]:
    """What a statement asks, one thing each, in its own words; what it says it does not ask is left out.

    "本科及以上学历，3 年以上产品经验，有社区产品经验优先" asks three things, the last of them as a wish.
    A list of things of one kind ("熟悉 Kafka，了解 Redis") stays whole.
    """
    start = end = 0
    kind: RequirementKind | None = None
    for begins, ends in _pieces(words):
        piece = words[begins:ends]
        if ASKS_NOTHING.search(piece) or FACT.search(piece):
            yield from _said(words[start:end])
            start = end = ends
            kind = None
            continue
        own = _own_kind(piece)
        if end > start and _parts(words[start:end], kind, piece, own):
            yield from _said(words[start:end])
            start, kind = begins, None
        start = begins if end <= start else start
        end, kind = ends, kind or own
    yield from _said(words[start:end])


def _pieces(words: str) -> Iterator[tuple[int, int]]:
    start = 0
    for comma in _COMMA.finditer(words):
        yield start, comma.start()
        start = comma.end()
    yield start, len(words)


def _said(words: str) -> Iterator[str]:
    bare = re.sub(r"^(?:and|with|plus|并且|且)\s+(?=\S)|[\s，,、；;]+$", "", words.strip(" ，,、；;"))
    if len(HAN.findall(bare)) >= 2 or re.search(r"[A-Za-z]{2}|[A-Z][+#]*", bare):
        yield bare


def _own_kind(piece: str) -> RequirementKind | None:
    kind = kind_named(piece)
    if kind == "trait" and not HAN.search(piece) and len(piece.split()) < _LEAST_TRAIT_WORDS:
        return None
    return kind or ("skill" if OPENS_ASKING.match(piece.strip()) else None)


def _parts(before: str, kind: RequirementKind | None, piece: str, own: RequirementKind | None) -> bool:
    """Whether a piece asks for something else than the pieces before it."""
    if kind is None:
        return False
    turns = is_wish(piece) != is_wish(before)
    if turns and is_wish(piece) and kind in ("education", "experience"):
        return True
    if GOES_ON.match(piece):
        return False
    if turns:
        return own is not None or bool(ASKS.search(piece))
    return own is not None and own != kind and (kind, own) != ("skill", "experience")
