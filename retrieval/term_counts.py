"""How often a text has each of its terms, in numbers that are the same in every run and fit into a database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

_MOST: Final = 65_535


class Counts(NamedTuple):
    """The terms of a text by their checksum, ascending, shape (n,), and how often each stands there, shape (n,).

    Of three million different terms about a thousand share a checksum of 32 bits with another: too few to be seen in
    any ranking, and the vocabulary needs no memory.
    """

    terms: NDArray[np.uint32]
    times: NDArray[np.uint16]

    def to_bytes(self) -> bytes:
        """Both columns, one after the other."""
        return self.terms.astype("<u4").tobytes() + self.times.astype("<u2").tobytes()

    @classmethod
    def from_bytes(cls, kept: bytes) -> Counts:
        """What `to_bytes` gave."""
        n = len(kept) // 6
        terms = np.frombuffer(kept, dtype="<u4", count=n)
        return cls(terms, np.frombuffer(kept, dtype="<u2", offset=4 * n, count=n))


def counted(terms: Iterable[str]) -> Counts:
    """The terms of a text, in whatever order."""
    found = Counter(crc32(term.encode(errors="replace")) for term in terms)
    ordered = sorted(found)
    times = [min(found[term], _MOST) for term in ordered]
    return Counts(np.array(ordered, dtype=np.uint32), np.array(times, dtype=np.uint16))


def merged(parts: Iterable[Counts]) -> Counts:
    """The terms of several texts as those of one."""
    together = list(parts)
    every = np.concatenate([np.zeros(0, np.uint32), *(one.terms for one in together)]).astype(np.uint32)
    terms, at = np.unique(every, return_inverse=True)
    times = np.bincount(
        at, weights=np.concatenate([np.zeros(0), *(one.times for one in together)]), minlength=len(terms)
    )
    return Counts(terms, np.minimum(times, _MOST).astype(np.uint16))
