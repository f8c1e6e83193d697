"""Names of the same organisation in both languages, and Chinese names by their sound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from records.language import HAN

_ORGANISATIONS: Final = Path(__file__).with_name("organisations.tsv")
_SOUNDS: Final = Path(__file__).with_name("pinyin.tsv")
_LONGEST_SYLLABLE: Final = 6


def organisations_in(text: str) -> Iterator[tuple[int, int, int]]:
    """Every place of a known name: which organisation, from where, up to where; the longest name at a place wins."""
    for match in _pattern().finditer(text):
        yield _names()[match[0]], match.start(), match.end()


def spells(word: str, text: str) -> bool:
    """Whether a Latin word is how some Chinese characters that follow each other in a text are spoken."""
    syllables = word.lower().replace("'", "").replace("’", "").replace("ü", "v")
    if len(syllables) < 3 or not syllables.isalpha() or not syllables.isascii():
        return False
    return any(_spelt(syllables, text, at) for at, char in enumerate(text) if HAN.match(char))


def is_spelling(word: str) -> bool:
    """Whether a Latin word is made of syllables of Chinese, two at least."""
    return _syllables(word.lower().replace("'", "").replace("’", ""), 0) >= 2


def _spelt(rest: str, text: str, at: int) -> bool:
    if not rest:
        return True
    if at >= len(text):
        return False
    return any(
        rest.startswith(sound) and _spelt(rest[len(sound) :], text, at + 1) for sound in _sounds().get(text[at], ())
    )


def _syllables(rest: str, count: int) -> int:
    if not rest:
        return count
    sizes = range(min(_LONGEST_SYLLABLE, len(rest)), 0, -1)
    found = (_syllables(rest[size:], count + 1) for size in sizes if rest[:size] in _known_sounds())
    return max(found, default=0)


@cache
def _sounds() -> dict[str, tuple[str, ...]]:
    sounds: dict[str, tuple[str, ...]] = {}
    for line in _SOUNDS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            sound, characters = line.split("\t")
            for character in characters:
                sounds[character] = (*sounds.get(character, ()), sound)
    return sounds


@cache
def _known_sounds() -> frozenset[str]:
    return frozenset(sound for sounds in _sounds().values() for sound in sounds if len(sound) > 1 or sound in "ae")


@cache
def _names() -> dict[str, int]:
    lines = _ORGANISATIONS.read_text(encoding="utf-8").splitlines()
    return {name: n for n, line in enumerate(lines) if not line.startswith("#") for name in line.split("|") if name}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_names(), key=len, reverse=True)  # in their own case: "an honor" is no company
    latin = "|".join(re.escape(name) for name in names if not HAN.search(name))
    chinese = "|".join(re.escape(name) for name in names if HAN.search(name))
    return re.compile(rf"(?<![A-Za-z0-9])(?:{latin})(?![A-Za-z0-9])|{chinese}")
