"""Running heads and feet: page numbers, and what is repeated at the edge of every page.

They stand between the halves of a sentence that runs over the end of a page, and tell nothing of the candidate's
work. They are kept, but apart; the head of the first page stays, for it may be the name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from retrieval.documents.found import FoundLine

# As fractions of the page: where heads and feet stand, and how far a repeated one may stray.
_HEAD_ENDS = 0.12
_FOOT_BEGINS = 0.88
_STRAY = 0.012
_MOST_AT_EDGE = 4  # lines

_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p|pg|第)?[\s.]*(?P<page>\d{1,3})\s*页?\s*(?:(?:of|/|／|\||共|[,，]?\s*共|-)\s*\d{1,3}\s*页?)?\W*",
    re.IGNORECASE,
)
_Mark = tuple[bool, str, int]


def running_apart(lines: Sequence[FoundLine]) -> tuple[list[FoundLine], list[FoundLine]]:
    """The lines of the text, and the running heads and feet that stood between them, both in their order."""
    pages = _by_page(lines)
    edges = {page: list(_edge_lines(held)) for page, held in pages.items()}
    repeated = Counter(
        mark for found in edges.values() for mark in {m for _, line, foot in found for m in _marks(line, foot)}
    )
    running: set[int] = set()
    for page, found in edges.items():
        stopped = {True: False, False: page == 1}
        for key, line, foot in found:
            runs = _is_page_number(line, len(pages)) or any(repeated[mark] > 1 for mark in _marks(line, foot))
            stopped[foot] = stopped[foot] or not runs
            if not stopped[foot]:
                running.add(key)
    text = [line for line in lines if id(line) not in running]
    return (text, [line for line in lines if id(line) in running]) if text else (list(lines), [])


def _by_page(lines: Iterable[FoundLine]) -> dict[int, list[FoundLine]]:
    pages: dict[int, list[FoundLine]] = {}
    for line in lines:
        if line.box is not None and line.text.strip():
            pages.setdefault(line.page, []).append(line)
    return pages


def _edge_lines(lines: Sequence[FoundLine]) -> Iterator[tuple[int, FoundLine, bool]]:
    """The outermost lines of a page from its edges inwards, with whether they stand at its foot."""
    placed = sorted(((line.box.top, line.box.bottom, at) for at, line in enumerate(lines) if line.box))
    for _, bottom, at in placed[:_MOST_AT_EDGE]:
        if bottom <= _HEAD_ENDS:
            yield id(lines[at]), lines[at], False
    for top, _, at in reversed(placed[-_MOST_AT_EDGE:]):
        if top >= _FOOT_BEGINS:
            yield id(lines[at]), lines[at], True


def _marks(line: FoundLine, foot: bool) -> Iterator[_Mark]:
    """A line's text without its own page number and its height, in steps such that near heights share one."""
    if line.box is not None:
        shape = re.sub(rf"(?<!\d)0?{line.page}(?!\d)", "#", "".join(line.text.split()))
        step = round(line.box.top / _STRAY)
        yield from ((foot, shape, near) for near in (step, step + 1))


def _is_page_number(line: FoundLine, pages: int) -> bool:
    """`Page 1 of 2`, `第 1 页`, `- 1 -`; a bare number only where there are several pages."""
    found = _PAGE_NUMBER.fullmatch(line.text.strip())
    if found is None or int(found["page"]) != line.page:
        return False
    return pages > 1 or not line.text.strip().isdigit()
