"""Everyday words of Chinese in English, one by one: no translation, but enough for a model that reads English only.

`chinese_words.tsv` lists them. A line is cut at the longest known word, from the left; a single character is a word
only where nothing but known words, signs or particles stand beside it, since most are a part of some other word.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache
from pathlib import Path
from typing import Final

WORDS: Final = Path(__file__).with_name("chinese_words.tsv")
_PARTICLES: Final = frozenset(
    "的了把和与及在给等从用被将里中对为以并且或也都又就到上下个各每我他她其该这那让使向由着过地得"
)
_HAN_RUN: Final = re.compile(r"[\u4e00-\u9fff]+")


def in_english(text: str) -> str:
    """The text with each run of Chinese in the English of its known words; what is not known is left out."""
    known = dictionary()

    def english(run: re.Match[str]) -> str:
        return f" {' '.join(known[word] for word, is_known in cut(run[0], known, _longest()) if is_known)} "

    return _HAN_RUN.sub(english, text)


def cut(run: str, known: Container[str], longest: int) -> Iterator[tuple[str, bool]]:
    """A run of Chinese cut into words and single characters, and whether each is a known word in its place.

    `longest` is the length of the longest known word.
    """
    pieces = list(_pieces(run, known, longest))
    for n, piece in enumerate(pieces):
        beside = (*pieces[max(0, n - 1) : n], *pieces[n + 1 : n + 2])
        alone = len(piece) > 1 or not any(_unknown(other, known) for other in beside)
        yield piece, alone and piece in known


def _unknown(piece: str, known: Container[str]) -> bool:
    return len(piece) == 1 and piece not in _PARTICLES and piece not in known


def _pieces(run: str, known: Container[str], longest: int) -> Iterator[str]:
    """The run cut into known words and single characters."""
    at = 0
    while at < len(run):
        size = next((size for size in range(longest, 1, -1) if run[at : at + size] in known), 1)
        yield run[at : at + size]
        at += size


@cache
def dictionary() -> dict[str, str]:
    """English by Chinese word."""
    rows = (line.split("\t") for line in WORDS.read_text(encoding="utf-8").splitlines() if not line.startswith("# "))
    return {word: english for english, chinese in rows for word in chinese.split("|")}


@cache
def _longest() -> int:
    return max(map(len, dictionary()))
