"""Everyday words of Chinese in English, one by one: no translation, but enough for a model that reads English only.

`chinese_words.tsv` lists them. A line is cut at the longest known word, from the left; a single character is a word
only where nothing but known words, signs or particles stand beside it, since most are a part of some other word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    return _HAN_RUN.sub(lambda run: f" {' '.join(_words(run[0]))} ", text)


def _words(run: str) -> Iterator[str]:
    pieces = list(_pieces(run))
    for n, piece in enumerate(pieces):
        if len(piece) > 1 or not any(
            _unknown(beside) for beside in (*pieces[max(0, n - 1) : n], *pieces[n + 1 : n + 2])
        ):
            english = dictionary().get(piece)
            if english:
                yield english


def _unknown(piece: str) -> bool:
    return len(piece) == 1 and piece not in _PARTICLES and piece not in dictionary()


def _pieces(run: str) -> Iterator[str]:
    """The run cut into known words and single characters."""
    at = 0
    while at < len(run):
        size = next((size for size in range(_longest(), 1, -1) if run[at : at + size] in dictionary()), 1)
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
