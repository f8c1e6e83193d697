"""Scans that can be searched carry their text once more, invisibly: what of it the page itself does not show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from records.resume import HiddenText

# Four characters in a row of one text are hardly ever in another on a different matter, while a wrong one among a
# hundred, as recognisers make them, spoils few.
_ROW = 4
# Wrong characters stand alone, added sentences together: unknown ones at most so far apart are one stretch, which
# counts where two in five of it are unknown. A Chinese character says as much as two and a half letters.
_APART = 8
_SHARE = 0.4
_LEAST_WEIGHT = 12.0
_CHINESE_WEIGHT = 2.5
_SIGN = re.compile(r"\w")
_LETTER = re.compile(r"[^\W\u2e80-\U0003ffff]")


def unconfirmed(hidden: Iterable[HiddenText], shown: str) -> list[HiddenText]:
    """Of a page's hidden texts, what cannot be read on the page either, where `shown` was recognised."""
    rows = _rows(_squeezed(shown)[0])
    return [HiddenText(text.page, part, text.why) for text in hidden for part in _unknown_parts(text.text, rows)]


def _unknown_parts(text: str, rows: set[str]) -> Iterator[str]:
    signs, places = _squeezed(text)
    known = [False] * len(signs)
    for at in range(len(signs) - _ROW + 1):
        if signs[at : at + _ROW] in rows:
            known[at : at + _ROW] = [True] * _ROW
    unknown = [at for at in range(len(signs)) if not known[at]]
    for first, last in _stretches(unknown):
        missing = [signs[at] for at in unknown if first <= at <= last]
        weight = sum(_CHINESE_WEIGHT if sign >= "\u2e80" else 1.0 for sign in missing)
        if weight >= _LEAST_WEIGHT and len(missing) >= _SHARE * (last - first + 1):
            yield _whole_words(text, places[first], places[last] + 1)


def _stretches(places: list[int]) -> Iterator[tuple[int, int]]:
    if not places:
        return
    first = places[0]
    for before, at in pairwise(places):
        if at - before > _APART:
            yield first, before
            first = at
    yield first, places[-1]


def _whole_words(text: str, start: int, end: int) -> str:
    while start > 0 and _LETTER.match(text[start - 1]):
        start -= 1
    while end < len(text) and _LETTER.match(text[end]):
        end += 1
    return text[start:end]


def _squeezed(text: str) -> tuple[str, list[int]]:
    """Letters and figures alone, in small letters, and where in the text each stands."""
    placed = [(sign.lower(), at) for at, sign in enumerate(text) if _SIGN.match(sign) and len(sign.lower()) == 1]
    return "".join(sign for sign, _ in placed), [at for _, at in placed]


def _rows(signs: str) -> set[str]:
    return {signs[at : at + _ROW] for at in range(len(signs) - _ROW + 1)}
