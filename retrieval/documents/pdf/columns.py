"""The order in which a page is read: gutters split it into columns, rows keep what stands side by side.

A gutter is a strip without text between two stacks of lines. It parts columns, unless what stands on one side
are notes to the lines on the other (dates at the right edge, labels in the margin, cells of a table): notes share
the baselines of the lines they belong to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from retrieval.documents.pdf.words import Word
from retrieval.documents.profile.dates import has_date
from retrieval.documents.sections import heading_section

# In ems: words closer than this run on within one line; a gutter is at least as wide.
RUN_ON = 0.8
_MIN_GUTTER = 6.0  # points
_LEAST_ROWS = 3
_MOST_TRIED = 8  # the best gutters by height; a page that needs more is a table
_SAME_ROW = 0.3  # ems between baselines
_CLEAR = 1.8  # ems between baselines: more than the lines of a paragraph keep
_NOTE_LENGTH = 25  # characters; longer lines are text, not notes


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that run on in one row; `size` is the height of the largest letters in points."""

    words: tuple[Word, ...]
    left: float
    right: float
    baseline: float
    size: float
    text: str


def segment_of(words: Sequence[Word]) -> Segment:
    """The segment that neighbouring words make, left to right."""
    return Segment(
        words=tuple(words),
        left=words[0].left,
        right=max(word.right for word in words),
        baseline=words[0].baseline,
        size=max(word.size for word in words),
        text=" ".join(word.text for word in words),
    )


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


def rows_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words grouped by baseline, top to bottom, each row left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.baseline):
        if rows and abs(word.baseline - rows[-1][0].baseline) <= _SAME_ROW * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.left) for row in rows]


def segments_of(words: Sequence[Word]) -> list[Segment]:
    """Rows cut where the words stand apart."""
    segments: list[Segment] = []
    for row in rows_of(words):
        run = [row[0]]
        for word in row[1:]:
            if word.left - run[-1].right > RUN_ON * min(word.size, run[-1].size):
                segments.append(segment_of(run))
                run = []
            run.append(word)
        segments.append(segment_of(run))
    return segments


def blocks_of(segments: Sequence[Segment]) -> list[list[Segment]]:
    """The segments as blocks in reading order; within a block, rows are read across."""
    gutter = _best_gutter(segments)
    if gutter is None:
        return [list(segments)] if segments else []
    head = _head_of(gutter)
    inside = {id(segment) for segment in (*gutter.left, *gutter.right)} - head
    above = [segment for segment in segments if id(segment) not in inside and segment.baseline <= gutter.top]
    above += [segment for segment in segments if id(segment) in head]
    below = [segment for segment in segments if id(segment) not in inside and segment.baseline > gutter.top]
    below = [segment for segment in below if id(segment) not in head]
    left, right = ([segment for segment in side if id(segment) in inside] for side in (gutter.left, gutter.right))
    return [block for part in (above, left, right, below) for block in blocks_of(part)]


def _head_of(gutter: _Gutter) -> set[int]:
    """Rows that stand clear above both columns (a name, contacts) though they do not cross the gutter."""
    first = max(min(segment.baseline for segment in side) for side in (gutter.left, gutter.right))
    ordered = sorted((*gutter.left, *gutter.right), key=lambda segment: segment.baseline)
    head = [segment for segment in ordered if segment.baseline < first - _SAME_ROW * segment.size]
    while head:
        following = next(segment for segment in ordered[len(head) :])
        if following.baseline - head[-1].baseline > _CLEAR * max(following.size, head[-1].size):
            break
        head.pop()
    return set() if any(heading_section(segment.text) for segment in head) else {id(segment) for segment in head}


def _best_gutter(segments: Sequence[Segment]) -> _Gutter | None:
    if len(segments) < 2 * _LEAST_ROWS:
        return None
    places = sorted({round(segment.right) + 0.5 + _MIN_GUTTER / 2 for segment in segments})
    gutters = [gutter for x in places for gutter in _gutters_at(x, segments) if gutter.rows >= _LEAST_ROWS]
    tried: set[tuple[int, int]] = set()
    for gutter in sorted(gutters, key=lambda gutter: (-gutter.rows, -_breadth(gutter))):
        key = (id(gutter.left[0]), id(gutter.right[0]))
        if key in tried:
            continue
        if len(tried) == _MOST_TRIED:
            break
        tried.add(key)
        if _parts_columns(gutter):
            return gutter
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
    short = min(median(len(segment.text) for segment in side) for side in (few, many)) <= _NOTE_LENGTH
    if sum(has_date(segment.text) for segment in few) >= 0.6 * len(few):
        return False
    headings = [sum(heading_section(segment.text) is not None for segment in side) for side in (few, many)]
    if min(headings) > 0:
        return True
    shared = _share_on_baselines(few, many)
    if shared < 0.5:
        return True
    return not short and (shared < 0.8 or (_flows(few) and _flows(many)))


def _rows(side: Sequence[Segment]) -> int:
    return len({round(segment.baseline) for segment in side})


def _share_on_baselines(few: Sequence[Segment], many: Sequence[Segment]) -> float:
    """The share of rows of one side that stand exactly beside a row of the other."""
    rows = sorted(segment.baseline for segment in many)
    beside = 0
    for segment in few:
        reach = _SAME_ROW * segment.size
        at = bisect_left(rows, segment.baseline - reach)
        beside += at < len(rows) and rows[at] <= segment.baseline + reach
    return beside / len(few)


def _flows(side: Sequence[Segment]) -> bool:
    """Running text: most lines reach for the column's right edge."""
    left, right = min(segment.left for segment in side), max(segment.right for segment in side)
    long = sum(segment.right - left >= 0.7 * (right - left) for segment in side)
    return long >= 0.5 * len(side)
