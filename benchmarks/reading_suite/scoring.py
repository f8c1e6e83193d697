"""How much of a made file's contents a reader's text still holds; the same for every reader."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.reading_suite.made import Made

_SPACE = re.compile(r"\s+")
# A bullet drawn apart from its text may be read anywhere near it; that breaks no sentence.
_BULLETS = re.compile(r"[•●▪◦○·]")
_HYPHENS = re.compile(r"[-\u00ad\u2010\u2011]")


@dataclass(frozen=True)
class Kept:
    """Counts of facts and sentences, and those that were lost."""

    facts: int
    facts_kept: int
    sentences: int
    sentences_whole: int
    lost: tuple[str, ...] = ()

    def __add__(self, other: Kept) -> Kept:
        return Kept(
            self.facts + other.facts,
            self.facts_kept + other.facts_kept,
            self.sentences + other.sentences,
            self.sentences_whole + other.sentences_whole,
            self.lost + other.lost,
        )


NOTHING = Kept(0, 0, 0, 0)


def kept(made: Made, lines: Sequence[str]) -> Kept:
    """Facts stand within a line or two adjacent ones; sentences are contiguous in the whole text."""
    lost_facts = [fact for fact in made.facts if not fact_kept(fact, lines)]
    text = _unhyphenated("".join(lines))
    lost_sentences = [sentence for sentence in made.sentences if _unhyphenated(sentence) not in text]
    return Kept(
        len(made.facts),
        len(made.facts) - len(lost_facts),
        len(made.sentences),
        len(made.sentences) - len(lost_sentences),
        tuple(f"{made.path.name}: {text}" for text in (*lost_facts, *lost_sentences)),
    )


def fact_kept(fact: str, lines: Sequence[str]) -> bool:
    """Whether a fact's characters follow each other, blanks ignored, in one line or two directly adjacent ones."""
    wanted, packed = _packed(fact), [_packed(line) for line in lines if _packed(line)]
    return any(wanted in row for row in [*packed, *(a + b for a, b in pairwise(packed))])


def without_space(text: str) -> str:
    """A text's characters alone."""
    return _SPACE.sub("", text)


def total(results: Iterable[Kept]) -> Kept:
    """All of them together."""
    return sum(results, NOTHING)


def share(part: int, whole: int) -> str:
    """As a percentage to one decimal, rounded down so that 100 % means all; a dash where there was nothing."""
    return f"{int(1000 * part / whole) / 10:.1f}%" if whole else "–"


def _unhyphenated(text: str) -> str:
    """Without blanks and hyphens, since a reader may rightly repair a word that was divided at a line's end."""
    return _HYPHENS.sub("", _packed(text))


def _packed(text: str) -> str:
    """Characters in their ordinary form: a radical that a font uses for the character of the same look counts."""
    return _BULLETS.sub("", without_space(unicodedata.normalize("NFKC", text)))
