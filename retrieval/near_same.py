"""Texts that are nearly the same: marks by which they are found in an index, and how much two have in common.

Shingles are runs of three words, a Chinese character counting as a word, over the whole text: blanks, case,
punctuation and the places where lines end make no difference, and a paragraph that moved costs its two edges only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b
from typing import Final

import numpy as np
import numpy.typing as npt

from records.redacted import RedactedText

NEAR_SAME: Final = 0.75
"""Share of shingles in common (Jaccard) from which two texts count as one that was edited. A one-page resume that
gains a position keeps about 0.8; invented people written into one template stay below 0.5
(tests/unit/retrieval/test_near_same.py measures both)."""

BANDS: Final = 20
ROWS: Final = 5
"""Two texts share a mark with probability 1 - (1 - J^5)^20 (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets,
chapter 3.4): 0.996 at J = 0.75, 0.9998 at 0.8, but 0.006 at 0.2, so that a look-up hardly ever brings strangers."""

LEAST_SHINGLES: Final = 60
"""A shorter text bears no marks: what is left of it may be the headings of a form."""

_WORD: Final = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]|[^\W_\u3400-\u9fff\U00020000-\U0003ffff]+")
_RUN: Final = 3
_SEEDS: Final = np.array(
    [int.from_bytes(blake2b(bytes([n]), digest_size=8).digest(), "big") for n in range(BANDS * ROWS)], dtype=np.uint64
)


def text_marks(text: RedactedText) -> tuple[str, ...]:
    """One mark a band of the text's MinHash signature, the same on every machine; none for a short text."""
    shingles = _shingles(text)
    if len(shingles) < LEAST_SHINGLES:
        return ()
    hashes = np.fromiter(shingles, dtype=np.uint64, count=len(shingles))
    least = np.array([_mixed(hashes ^ seed).min() for seed in _SEEDS], dtype=">u8").reshape(BANDS, ROWS)
    return tuple("t" + _digest(bytes([band]) + row.tobytes(), 9).hex() for band, row in enumerate(least))


def resemblance(one: RedactedText, other: RedactedText) -> float:
    """The share of shingles that two texts have in common, from 0 to 1; 0 where either is too short to tell."""
    first, second = _shingles(one), _shingles(other)
    if min(len(first), len(second)) < LEAST_SHINGLES:
        return 0.0
    return len(first & second) / len(first | second)


@lru_cache(maxsize=16)
def _shingles(text: RedactedText) -> frozenset[int]:
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    runs = {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    return frozenset(int.from_bytes(_digest(run.encode(errors="replace"), 8), "big") for run in runs)


def _mixed(numbers: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """A permutation of all 64-bit numbers (the finaliser of SplitMix64, Steele, Lea and Flood 2014)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


def _digest(content: bytes, size: int) -> bytes:
    return blake2b(content, digest_size=size).digest()
