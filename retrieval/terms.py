"""What a text is about, as comparable terms: skills of the lexicon first, then the words that carry content."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from records.language import HAN
from retrieval.content_words import content_words
from retrieval.skills import mentions_in

SKILL: Final = "skill:"
"""Begins the term of a skill."""
SKILL_WEIGHT: Final = 2.0
"""A skill of the lexicon says twice what a word says: it is what recruiters search for, and it is found under every
name it has in either language."""


def terms(text: str) -> dict[str, float]:
    """Terms in order of first appearance with their weights; empty where a text says nothing that can be compared."""
    found: dict[str, float] = {}
    last = 0
    for mention in mentions_in(text):
        found.update(dict.fromkeys(content_words(text[last : mention.start]), 1.0))
        found[f"{SKILL}{mention.skill}"] = SKILL_WEIGHT
        last = mention.end
    found.update(dict.fromkeys(content_words(text[last:]), 1.0))
    return found


def with_seams(asked: Mapping[str, float], found: Mapping[str, float]) -> dict[str, float]:
    """How much of each asked term was found, where a pair of characters between two found pairs counts as found.

    呼叫中心质检 asks for 心质 too, a pair that only spans two words: no resume that writes 呼叫中心 and 质检 apart
    would have it.
    """
    keys = list(asked)
    held = {key: found.get(key, 0.0) for key in keys}
    for before, seam, after in zip(keys, keys[1:], keys[2:], strict=False):
        if not found.get(seam) and HAN.match(seam) and before[-1:] == seam[0] and after[:1] == seam[1]:
            held[seam] = min(found.get(before, 0.0), found.get(after, 0.0))
    return held
