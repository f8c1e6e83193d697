"""Who is to be believed about a page: PDFium, the second reader, or what is recognised on its picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from records.resume import Box, HiddenText, Source
from retrieval.documents.found import FoundLine
from retrieval.documents.pdf.garbled import is_garbled
from retrieval.documents.pdf.ink import Ink
from retrieval.documents.pdf.page import ReadPage
from retrieval.documents.pdf.unconfirmed import unconfirmed
from retrieval.documents.unseen import UNSEEN_CHARACTERS

# A private sign or two is a bullet; more within words are letters whose meaning the file does not tell. One character
# in fifty spoils every other line.
_MANY_UNREADABLE = 5
_UNREADABLE_SHARE = 0.02
# Edges of strokes (see Ink), from which recognition is worth its seconds: on a page without text five characters'
# worth; beside text, where logos, icons and rules have some hundreds, more than the text has itself, or as much as
# a paragraph of about 100 Chinese characters or 200 letters.
_LEAST_INK = 150
_LEAST_BESIDE = 1000
_PARAGRAPH = 4000
# No writing takes more edges a character than this, twice over: a text shorter than the ink asks for is not all.
_MOST_EDGES = 100

Wanted = Literal["nothing", "all", "rest"]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What is believed of a page so far, and what recognition could add: all of its text, or what stands beside."""

    page: int
    lines: tuple[FoundLine, ...]
    hidden: tuple[HiddenText, ...]
    warnings: tuple[str, ...] = ()
    wanted: Wanted = "nothing"
    source: Source = "text"


def opinion_of(read: ReadPage, ink: Ink, second: Sequence[str], page: int) -> Opinion:
    """What PDFium read, or the second reader's lines where that makes no sense and they do."""
    doubtful = bool(read.lines) and _doubtful(read)
    text = _text(read.lines)
    # The second reader does not tell what can be seen: where something is hidden, it is not asked.
    if (doubtful or not read.lines) and second and not read.hidden and _better(second, text, ink):
        others = tuple(FoundLine(page, line) for line in second)
        return Opinion(page, others, (), (f"second_reader:{page}",))
    wanted: Wanted = "nothing"
    if doubtful or not read.lines:
        wanted = "all" if ink.covered + ink.uncovered >= _LEAST_INK else "nothing"
    elif ink.uncovered >= min(_PARAGRAPH, max(_LEAST_BESIDE, ink.covered)):
        wanted = "rest"
    return Opinion(page, read.lines, read.hidden, _warnings(read, page), wanted)


def asks_second(read: ReadPage) -> bool:
    """Whether the second reader's lines could be of use for this page."""
    return not read.hidden and (not read.lines or _doubtful(read))


def with_recognised(opinion: Opinion, lines: tuple[FoundLine, ...]) -> Opinion:
    """The page after recognition: its lines replace what made no sense, or come in beside what did.

    What the page shows was not hidden: of its hidden texts only what recognition does not confirm stays so.
    """
    kept = opinion.lines if opinion.wanted == "rest" else ()
    added = tuple(line for line in lines if not any(_covered(line.box, other.box) for other in kept))
    if not added:
        return opinion
    shown = _text(kept) + "\n" + _text(lines)
    unseen = [text for text in opinion.hidden if text.why == UNSEEN_CHARACTERS]
    layer = [text for text in opinion.hidden if text.why != UNSEEN_CHARACTERS]
    return replace(
        opinion,
        lines=_woven(kept, added),
        hidden=(*unconfirmed(layer, shown), *unseen),
        warnings=(f"recognised:{opinion.page}",),
        source="mixed" if kept else "ocr",
    )


def with_warning(opinion: Opinion, code: str) -> Opinion:
    """The page as it was, with one more warning."""
    return replace(opinion, warnings=(*opinion.warnings, code))


def _doubtful(read: ReadPage) -> bool:
    text = _text(read.lines)
    return read.unreadable >= max(_MANY_UNREADABLE, _UNREADABLE_SHARE * len(text)) or is_garbled(text)


def _better(second: Sequence[str], text: str, ink: Ink) -> bool:
    """Whether the second reader's lines make sense, and are neither half of PDFium's nor far too few for the ink."""
    length = sum(len(line) for line in second)
    enough = max(len(text) / 2, (ink.covered + ink.uncovered) / _MOST_EDGES)
    return length >= enough and not is_garbled("\n".join(second))


def _warnings(read: ReadPage, page: int) -> tuple[str, ...]:
    if not read.lines:
        return (f"page_without_text:{page}",)
    return (f"unreadable_characters:{page}",) if read.unreadable >= _MANY_UNREADABLE or _doubtful(read) else ()


def _text(lines: Sequence[FoundLine]) -> str:
    return "\n".join(line.text for line in lines)


def _covered(box: Box | None, other: Box | None) -> bool:
    """Whether half of a place lies within another."""
    if box is None or other is None:
        return False
    across = min(box.right, other.right) - max(box.left, other.left)
    down = min(box.bottom, other.bottom) - max(box.top, other.top)
    area = (box.right - box.left) * (box.bottom - box.top)
    return across > 0 and down > 0 and across * down >= area / 2


def _woven(some: tuple[FoundLine, ...], others: tuple[FoundLine, ...]) -> tuple[FoundLine, ...]:
    """Two readings of different parts of a page as one: the shorter goes line by line into the longer.

    Each line comes before the first that stands below it in its own column.
    """
    base, added = sorted((some, others), key=len, reverse=True)
    woven = list(base)
    for line in added:
        at = next((at for at, other in enumerate(woven) if _below(other.box, line.box)), len(woven))
        woven.insert(at, line)
    return tuple(woven)


def _below(box: Box | None, other: Box | None) -> bool:
    if box is None or other is None:
        return False
    middle = (other.top + other.bottom) / 2
    return box.top >= middle and min(box.right, other.right) > max(box.left, other.left)
