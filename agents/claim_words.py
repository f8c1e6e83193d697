"""Chinese words of working life, each by the English wordings that may stand for it; `claim_words.tsv` lists them.

Wider than `retrieval/chinese_words.tsv`, which gives a model one English word for each: here all that a writer may
have chosen are needed, to tell whether a claim in one language speaks of what a line says in the other.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from retrieval.chinese_words import dictionary
from retrieval.content_words import content_words

WORDS: Final = Path(__file__).with_name("claim_words.tsv")

Stems = tuple[str, ...]


@cache
def english() -> dict[str, frozenset[str]]:
    """The English wordings of each Chinese word."""
    found = {word: frozenset([one]) for word, one in dictionary().items()}
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            word, several = line.split("\t")
            found[word] = found.get(word, frozenset()) | {*several.split("|")}
    return found


@cache
def wordings_of(word: str) -> tuple[Stems, ...]:
    """The English wordings of a known Chinese word, as the stems of their content words."""
    return tuple(map(stems_of, sorted(english()[word])))


def stems_of(text: str) -> Stems:
    """The stems of a text's English content words; those with a hyphen are two, for some write them apart."""
    return tuple(content_words(text.replace("-", " ")))


@cache
def longest() -> int:
    """Characters of the longest word."""
    return max(map(len, english()))


@cache
def english_words() -> frozenset[str]:
    """Every word of the English wordings, in lower case."""
    return frozenset(word.lower() for several in english().values() for one in several for word in one.split())
