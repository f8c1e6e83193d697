"""The order in which a page is read: gutters split it into columns, rows keep what stands side by side.

A gutter is a strip without text between two stacks of lines. It parts columns, unless what stands on one side
are notes to the lines on the other (dates at the right edge, labels in the margin, cells of a table): notes share
the baselines of the lines they belong to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, mode

from retrieval.documents.pdf.segments import LOOSER, MOST_SEGMENTS, SAME_ROW, Segment, rows_of, running_on
from retrieval.documents.profile.dates import has_date
from retrieval.documents.sections import heading_section

_MIN_GUTTER = 6.0  # points
_LEAST_ROWS = 3
_MOST_TRIED = 8  # the best gutters by height; a page that needs more is a table
_CLEAR = 1.8  # ems between baselines: more than the lines of a paragraph keep
_MOST = 0.6  # the share of a side that makes it one of dates, or of titles in the margin
_INDENT = 3.0  # ems
_NOTE_LENGTH = 25  # characters; longer lines are text, not notes


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A strip at `x` free of text between two baselines, with what stands on its sides."""

    x: float
    top: float
    bottom: float
    left: tuple[Segment, ...]
    right: tuple[Segment, ...]

    @property
    def rows(self) -> int:
        return min(_rows(self.left), _rows(self.right))


def blocks_of(segments: Sequence[Segment]) -> list[list[Segment]]:
    """The segments as blocks in reading order; within a block, rows are read across."""
    ordered = sorted(segments, key=lambda segment: (segment.baseline, segment.left))
    gutter = _best_gutter(ordered)
    if gutter is None:
        return [ordered] if ordered else []
    outside = _head_of(gutter) | _head_above_titles(gutter) | _foot_of(gutter) | _last_title(gutter, ordered)
    left, right = ([one for one in side if id(one) not in outside] for side in (gutter.left, gutter.right))
    inside = {id(segment) for segment in (*left, *right)}
    top = min(segment.baseline for segment in (*left, *right))
    above = [segment for segment in ordered if id(segment) not in inside and segment.baseline < top]
    below = [segment for segment in ordered if id(segment) not in inside and segment.baseline >= top]
    return [block for part in (above, left, right, below) for block in blocks_of(part)]


def _head_of(gutter: _Gutter) -> set[int]:
    """Rows that stand clear above both columns (a name, contacts) though they do not cross the gutter."""
    first = max(min(segment.baseline for segment in side) for side in (gutter.left, gutter.right))
    ordered = sorted((*gutter.left, *gutter.right), key=lambda segment: segment.baseline)
    head = [segment for segment in ordered if segment.baseline < first - SAME_ROW * segment.size]
    while head:
        following = next(segment for segment in ordered[len(head) :])
        if following.baseline - head[-1].baseline > _CLEAR * max(following.size, head[-1].size):
            break
        head.pop()
    return set() if any(heading_section(segment.text) for segment in head) else {id(segment) for segment in head}


def _head_above_titles(gutter: _Gutter) -> set[int]:
    """What stands, without a title of its own, above two titles on one baseline, with which the columns begin."""
    titles = [[one for one in side if heading_section(one.text)] for side in (gutter.left, gutter.right)]
    if not all(titles):
        return set()
    left, right = (min(side, key=lambda one: one.baseline) for side in titles)
    if abs(left.baseline - right.baseline) > SAME_ROW * min(left.size, right.size):
        return set()
    top = min(left.baseline, right.baseline) - SAME_ROW * left.size
    return {id(one) for one in (*gutter.left, *gutter.right) if one.baseline < top}


def _last_title(gutter: _Gutter, segments: Sequence[Segment]) -> set[int]:
    """A title that ends a column names what stands below both."""
    lowest = max((*gutter.left, *gutter.right), key=lambda one: one.baseline)
    below = any(one.baseline > lowest.baseline for one in segments)
    return {id(lowest)} if below and heading_section(lowest.text) else set()


def _foot_of(gutter: _Gutter) -> set[int]:
    """Rows below the right column's last line that end in notes at the right edge, with the title above them."""
    edge = mode(round(segment.left) for segment in gutter.right)
    begun = [one for one in gutter.right if -1 <= one.left - edge <= _INDENT * one.size]
    last = max(segment.baseline for segment in begun)
    notes = [segment for segment in gutter.right if segment.baseline > last]
    if not notes or 2 * len(begun) < len(gutter.right) or _share_on_baselines(notes, gutter.left) < 1:
        return set()
    start = min(note.baseline - SAME_ROW * note.size for note in notes)
    over = max((one for one in gutter.left if last < one.baseline < start), key=lambda one: one.baseline, default=None)
    if over is not None and heading_section(over.text):
        start = over.baseline
    return {id(one) for one in (*gutter.left, *gutter.right) if one.baseline >= start}


def _best_gutter(segments: Sequence[Segment]) -> _Gutter | None:
    """The one that parts most rows; what a table's gutter parts, none of its own parts does."""
    if not 2 * _LEAST_ROWS <= len(segments) <= MOST_SEGMENTS:
        return None
    places = sorted({round(segment.right) + 0.5 + _MIN_GUTTER / 2 for segment in segments})
    gutters = [gutter for x in places for gutter in _gutters_at(x, segments) if gutter.rows >= _LEAST_ROWS]
    refused: list[tuple[set[int], set[int]]] = []
    for gutter in sorted(gutters, key=lambda one: (-one.rows, -len(one.left) - len(one.right), -_breadth(one))):
        left, right = {id(segment) for segment in gutter.left}, {id(segment) for segment in gutter.right}
        if any(left <= lefts and right <= rights for lefts, rights in refused):
            continue
        if _parts_columns(gutter):
            return gutter
        refused.append((left, right))
        if len(refused) == _MOST_TRIED:
            break
    return None


def _breadth(gutter: _Gutter) -> float:
    return min(segment.left for segment in gutter.right) - max(segment.right for segment in gutter.left)


def _gutters_at(x: float, segments: Sequence[Segment]) -> list[_Gutter]:
    """The strips at one place, cut by the segments that cross it."""
    half = _MIN_GUTTER / 2
    free: list[tuple[list[Segment], list[Segment]]] = [([], [])]
    borders = [float("-inf")]
    for segment in segments:
        if segment.right <= x - half:
            free[-1][0].append(segment)
        elif segment.left >= x + half:
            free[-1][1].append(segment)
        else:
            free.append(([], []))
            borders.append(segment.baseline)
    borders.append(float("inf"))
    return [
        _Gutter(x, top, bottom, tuple(left), tuple(right))
        for (left, right), top, bottom in zip(free, borders, borders[1:], strict=False)
        if left and right
    ]


def _parts_columns(gutter: _Gutter) -> bool:
    """Whether both sides are read one after the other, not across."""
    few, many = sorted((gutter.left, gutter.right), key=_rows)
    if sum(has_date(segment.text) for segment in few) >= _MOST * len(few):
        return False
    headings = [sum(heading_section(segment.text) is not None for segment in side) for side in (few, many)]
    if min(headings) > 0 and headings[0] < _MOST * len(few):
        return True
    shared = _share_on_baselines(few, many)
    if shared < 0.5:
        return True
    if _begin_together(few, many):
        return False
    short = min(median(len(segment.text) for segment in side) for side in (few, many)) <= _NOTE_LENGTH
    return not short or _cuts(gutter) >= _LEAST_ROWS


def _begin_together(few: Sequence[Segment], many: Sequence[Segment]) -> bool:
    """Whether the paragraphs of one side begin beside those of the other, as the rows of a table do."""
    starts, others = sorted((_paragraph_starts(few), _paragraph_starts(many)), key=len)
    return len(starts) >= _LEAST_ROWS and _share_on_baselines(starts, others) >= 0.8


def _paragraph_starts(side: Sequence[Segment]) -> list[Segment]:
    """The segments before which the lines stand further apart than the closest ones."""
    ordered = sorted(side, key=lambda segment: segment.baseline)
    pitches = [lower.baseline - upper.baseline for upper, lower in pairwise(ordered)]
    closest = min((pitch for pitch in pitches if pitch > SAME_ROW * ordered[0].size), default=0.0)
    return [ordered[0], *(low for low, pitch in zip(ordered[1:], pitches, strict=True) if pitch > LOOSER * closest)]


def _cuts(gutter: _Gutter) -> int:
    """How often reading across would put text of the other side within running text."""
    on = {**running_on(gutter.left), **running_on(gutter.right)}
    read = [segment for row in rows_of((*gutter.left, *gutter.right)) for segment in row]
    return sum(id(one) in on and on[id(one)] is not after for one, after in pairwise(read))


def _rows(side: Sequence[Segment]) -> int:
    return len({round(segment.baseline) for segment in side})


def _share_on_baselines(few: Sequence[Segment], many: Sequence[Segment]) -> float:
    """The share of rows of one side that stand exactly beside a row of the other."""
    rows = sorted(segment.baseline for segment in many)
    beside = 0
    for segment in few:
        reach = SAME_ROW * segment.size
        at = bisect_left(rows, segment.baseline - reach)
        beside += at < len(rows) and rows[at] <= segment.baseline + reach
    return beside / len(few)
