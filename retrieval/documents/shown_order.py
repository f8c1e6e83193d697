"""The order in which characters are displayed, where bidirectional controls make it differ from the stored one.

The steps and their names (X, W, N, I, L) are those of the Unicode Bidirectional Algorithm, Unicode Standard Annex 9;
paired brackets (its rule N0) are left out, since only their own place depends on it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

_DEEPEST = 125  # levels (BD2)
_LEVEL_OF = {"LRE": 0, "LRO": 0, "LRI": 0, "RLE": 1, "RLO": 1, "RLI": 1}
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_REMOVED = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "PDI"}) | _ISOLATES
_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_OVERRIDES = frozenset("\u202d\u202e")
_PAIRS = "()[]{}<>«»（）［］｛｝＜＞《》〈〉【】「」『』"
_MIRRORED = {
    first: second for pair in zip(_PAIRS[::2], _PAIRS[1::2], strict=True) for first, second in (pair, pair[::-1])
}


def displayed(text: str) -> str:
    """One line as it is read on the page, without the controls that order it.

    Arabic and Hebrew stay in the order of their letters, which is the order of reading; where nothing but their own
    embeddings stand in the text, it is kept as stored.
    """
    stored = text.translate(_CONTROLS)
    if stored == text:
        return text
    kinds = [unicodedata.bidirectional(character) for character in stored]
    leftward = any(kind in {"R", "AL"} for kind in kinds)
    if leftward and _OVERRIDES.isdisjoint(text):
        return stored
    base = _first_strong(kinds, 0, len(kinds))
    shown = _reordered(text, base)
    return _reordered(shown, base) if leftward else shown


def _reordered(text: str, base: int) -> str:
    """A line from left to right as drawn (L1, L2, L4)."""
    kinds = [unicodedata.bidirectional(character) or "L" for character in text]
    levels = _levels(kinds, base)
    order = [at for at, kind in enumerate(kinds) if kind not in _REMOVED and kind not in _ISOLATES and kind != "PDI"]
    for at in reversed(order):
        if kinds[at] != "WS":
            break
        levels[at] = base
    for level in range(max((levels[at] for at in order), default=0), 0, -1):
        high = {at for at in order if levels[at] >= level}
        stretches = [(turned, list(run)) for turned, run in groupby(order, high.__contains__)]
        order = [at for turned, run in stretches for at in (reversed(run) if turned else run)]
    return "".join(_MIRRORED.get(text[at], text[at]) if levels[at] % 2 else text[at] for at in order)


def _levels(original: Sequence[str], base: int) -> list[int]:
    kinds, levels = _explicit(original, base)
    for run, sides in _sequences(original, levels, base):
        part = _weak([kinds[at] for at in run], sides[0])
        for at, kind in zip(run, _neutral(part, sides, levels[run[0]] % 2), strict=True):
            levels[at] += _raise(kind, levels[at])
    return levels


def _raise(kind: str, level: int) -> int:
    """How much a character's own direction lifts it above its embedding (I1, I2)."""
    if level % 2:
        return 0 if kind == "R" else 1
    return {"L": 0, "R": 1}.get(kind, 2)


def _explicit(original: Sequence[str], base: int) -> tuple[list[str], list[int]]:
    """Kinds after overrides, and levels of embedding (X1 to X8)."""
    kinds, levels = list(original), [base] * len(original)
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    closers = _closers(original)
    for at, kind in enumerate(original):
        level, override, isolate = stack[-1]
        if kind == "PDI" and any(entry[2] for entry in stack):
            while not stack.pop()[2]:
                pass
            level, override, isolate = stack[-1]
        levels[at] = level
        if kind in _LEVEL_OF or kind == "FSI":
            odd = _LEVEL_OF.get(kind, -1)
            odd = odd if odd >= 0 else _first_strong(original, at + 1, closers.get(at, len(original)))
            higher = level + 1 + (level + 1 + odd) % 2
            if higher <= _DEEPEST and (kind not in _ISOLATES or at in closers):
                stack.append((higher, {"LRO": "L", "RLO": "R"}.get(kind, ""), kind in _ISOLATES))
        elif kind == "PDF" and len(stack) > 1 and not isolate:
            stack.pop()
        if override and kind not in _REMOVED:
            kinds[at] = override
    return kinds, levels


def _closers(kinds: Sequence[str]) -> dict[int, int]:
    """Each isolate's end (BD9)."""
    opened: list[int] = []
    closers = {}
    for at, kind in enumerate(kinds):
        if kind in _ISOLATES:
            opened.append(at)
        elif kind == "PDI" and opened:
            closers[opened.pop()] = at
    return closers


def _first_strong(kinds: Sequence[str], start: int, end: int) -> int:
    """0 where the first letter is written to the right, or where there is none; 1 to the left (P2, P3)."""
    return next((int(kind != "L") for kind in kinds[start:end] if kind in {"L", "R", "AL"}), 0)


def _sequences(kinds: Sequence[str], levels: list[int], base: int) -> Iterator[tuple[list[int], tuple[str, str]]]:
    """Stretches of one level that belong together, with the directions at both their ends (X10)."""
    kept = [at for at, kind in enumerate(kinds) if kind not in _REMOVED]
    before = dict(zip(kept[1:], (levels[at] for at in kept), strict=False))
    after = dict(zip(kept, (levels[at] for at in kept[1:]), strict=False))
    closers = _closers(kinds)
    sequences: list[list[int]] = []
    awaited: dict[int, list[int]] = {}
    for _, run in groupby(kept, lambda at: levels[at]):
        stretch = list(run)
        sequence = awaited.pop(stretch[0], None)
        if sequence is None:
            sequence = []
            sequences.append(sequence)
        sequence.extend(stretch)
        if stretch[-1] in closers:
            awaited[closers[stretch[-1]]] = sequence
    explicit = list(levels)
    for sequence in sequences:
        level = explicit[sequence[0]]
        left, right = before.get(sequence[0], base), after.get(sequence[-1], base)
        yield sequence, ("LR"[max(level, left) % 2], "LR"[max(level, right) % 2])


def _weak(kinds: list[str], start: str) -> list[str]:
    """Numbers and marks by what stands before them (W1 to W7)."""
    strong = before = start
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[at] = "ON" if before in _ISOLATES or before == "PDI" else before
        before = kinds[at]
        strong = before if before in {"L", "R", "AL"} else strong
        kinds[at] = "AN" if before == "EN" and strong == "AL" else before
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        sides = {kinds[at - 1], kinds[at + 1]}
        if (kinds[at] in {"ES", "CS"} and sides == {"EN"}) or (kinds[at] == "CS" and sides == {"AN"}):
            kinds[at] = kinds[at - 1]
    signs = [list(run) for _, run in groupby(range(len(kinds)), lambda at: kinds[at] == "ET")]
    for run in (run for run in signs if kinds[run[0]] == "ET"):
        beside = {kinds[at] for at in (run[0] - 1, run[-1] + 1) if 0 <= at < len(kinds)}
        for at in run:
            kinds[at] = "EN" if "EN" in beside else "ON"
    strong = start
    for at, kind in enumerate(kinds):
        strong = kind if kind in {"L", "R"} else strong
        kinds[at] = "L" if kind == "EN" and strong == "L" else "ON" if kind in {"ES", "CS"} else kind
    return kinds


def _neutral(kinds: list[str], sides: tuple[str, str], odd: int) -> list[str]:
    """Blanks and signs take the direction of both their neighbours, or else that of the embedding (N1, N2)."""
    for neutral, run in [(key, list(run)) for key, run in groupby(range(len(kinds)), lambda at: kinds[at] in _NEUTRAL)]:
        if not neutral:
            continue
        left = kinds[run[0] - 1] if run[0] else sides[0]
        right = kinds[run[-1] + 1] if run[-1] + 1 < len(kinds) else sides[1]
        left, right = ("L" if side == "L" else "R" for side in (left, right))
        for at in run:
            kinds[at] = left if left == right else "LR"[odd]
    return kinds
