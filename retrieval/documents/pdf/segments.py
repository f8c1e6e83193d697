"""Words that run on in one row, and whether a row's text runs on in the row below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from records.language import HAN
from retrieval.documents.pdf.words import Word
from retrieval.documents.profile.dates import has_date, periods_in

# In ems: words closer than this run on within one line; a gutter is at least as wide.
RUN_ON = 0.8
SAME_ROW = 0.3  # ems between baselines

# A page of more is no page of text (a resume has some hundreds), and its rows are read as they come.
MOST_SEGMENTS = 2000

# Lines of a paragraph: at least so wide, and their baselines at most so far apart, in ems.
_NARROWEST = 9.0
_LOOSEST = 8.0
LOOSER = 1.15  # times the closest lines of a page part: no line spacing of one paragraph varies more
_FLOWING = 0.6  # the share of a column's lines that have to run on for it to be running text
_SMALL = 0.4  # of the lines that continue a sentence, at least so many begin with a small letter
_FEWEST_WORDS = 3  # in a line of running text; Chinese has no blanks
_INDENT = 3.0  # ems: a hanging indent, or a first line's
_FLUSH = 0.3  # ems
_LONGEST_PERIOD = 40  # characters; longer lines are not a period alone with its place
_DATE = 16  # characters of the longest way to write one
_LEAST_SPREAD = 5  # letters
_ITEM = re.compile(
    r"[•●○■□◆◇▪▫‣⁃∙·*\-–—➢➤✓✔❖\ue000-\uf8ff]$|[•●○■□◆▪▪◦➢➤✓✔❖]|(?:\d{1,2}|[a-zA-Z])[.、)）]|[（(]\d{1,2}[)）]"
)
_SENTENCE_END = re.compile(r"[。！？!?；;.]$")


class PlacedLine(NamedTuple):
    """One line of a page with its place in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that run on in one row, or a row of a table with the `lines` already read.

    `size` is the height of the largest letters in points.
    """

    words: tuple[Word, ...]
    left: float
    right: float
    baseline: float
    size: float
    text: str
    lines: tuple[PlacedLine, ...] = ()


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


def segments_of(words: Sequence[Word]) -> list[Segment]:
    """Rows cut where the words stand apart."""
    segments: list[Segment] = []
    for row in _rows_of_words(words):
        spread = letter_spacing(row)
        run = [row[0]]
        for word in row[1:]:
            if word.left - run[-1].right > RUN_ON * min(word.size, run[-1].size) + (spread or 0.0):
                segments.append(segment_of(run))
                run = []
            run.append(word)
        segments.append(segment_of(run))
    return segments


def letter_spacing(words: Sequence[Word]) -> float | None:
    """The distance between letters that are placed one by one along a row, in points; None where words are whole."""
    alone = [len(one.text) == 1 and len(two.text) == 1 for one, two in pairwise(words)]
    if len(words) < _LEAST_SPREAD or sum(alone) < _FLOWING * len(alone):
        return None
    return median(two.left - one.right for (one, two), both in zip(pairwise(words), alone, strict=True) if both)


def _rows_of_words(words: Sequence[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.baseline, word.left, word.right, word.text)):
        if rows and abs(word.baseline - rows[-1][0].baseline) <= SAME_ROW * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: (word.left, word.right, word.baseline, word.text)) for row in rows]


def rows_of(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Segments grouped by baseline, top to bottom, each row left to right."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda segment: (segment.baseline, segment.left)):
        if rows and abs(rows[-1][0].baseline - segment.baseline) <= SAME_ROW * min(rows[-1][0].size, segment.size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda segment: segment.left) for row in rows]


def running_on(segments: Sequence[Segment]) -> dict[int, Segment]:
    """For each segment (by `id`) whose text runs on below, the segment in which it does.

    A line was broken where the next line's first word would not have fitted: that is what tells running text from
    lines that merely stand below one another.
    """
    on: dict[int, Segment] = {}
    for column in _columns(_below(segments)) if len(segments) <= MOST_SEGMENTS else ():
        pitches = [lower.baseline - upper.baseline for upper, lower in pairwise(column)]
        reach = LOOSER * max(min(pitches), column[0].size)
        part = [column[0]]
        for segment, pitch in zip(column[1:], pitches, strict=True):
            if pitch > reach:
                on.update(_running_on_in(part, apart=True))
                part = []
            part.append(segment)
        on.update(_running_on_in(part, apart=max(pitches) > reach))
    return on


def _below(segments: Sequence[Segment]) -> dict[int, tuple[Segment, Segment]]:
    """Each segment with the next one below that begins where it begins."""
    ordered = sorted((one for one in segments if one.words), key=lambda one: (one.baseline, one.left))
    pairs: dict[int, tuple[Segment, Segment]] = {}
    for at, upper in enumerate(ordered):
        for lower in ordered[at + 1 :]:
            if lower.baseline - upper.baseline > _LOOSEST * upper.size:
                break
            apart = lower.baseline - upper.baseline > SAME_ROW * min(upper.size, lower.size)
            if apart and lower.left < upper.right and upper.left < lower.right:
                if _aligned(upper, lower) and _alike(upper, lower):
                    pairs[id(upper)] = upper, lower
                break
    return pairs


def _aligned(upper: Segment, lower: Segment) -> bool:
    """Whether two lines begin below each other, or end so, as dates to the left of a time line do."""
    flush = abs(lower.right - upper.right) <= _FLUSH * upper.size
    return flush or abs(lower.left - upper.left) <= _INDENT * upper.size


def _alike(one: Segment, two: Segment) -> bool:
    return abs(one.size - two.size) <= 0.12 * max(one.size, two.size)


def _columns(pairs: dict[int, tuple[Segment, Segment]]) -> list[list[Segment]]:
    """Chains of segments, each below the other."""
    lower = {id(pair[1]) for pair in pairs.values()}
    columns: list[list[Segment]] = []
    for key, (first, _) in pairs.items():
        if key in lower:
            continue
        column = [first]
        while id(column[-1]) in pairs:
            column.append(pairs[id(column[-1])][1])
        columns.append(column)
    return columns


def _running_on_in(column: Sequence[Segment], apart: bool) -> dict[int, Segment]:
    """`apart`: what stands above or below keeps a larger distance, so these lines belong together."""
    if len(column) < 2:
        return {}
    edge = max(segment.right for segment in column)
    pairs = list(pairwise(column))
    full = [(upper, lower) for upper, lower in pairs if _is_broken(upper, lower, edge)]
    enough = len(full) >= _FLOWING * len(pairs) if len(column) > 2 else apart and _is_wide(column[0])
    enough = enough or _are_sentences([column[-1], *(upper for upper, lower in pairs if (upper, lower) not in full)])
    cased = [lower.text[0].islower() for upper, lower in full if lower.text[0].isalpha() and not HAN.search(upper.text)]
    enough = enough and sum(cased) >= _SMALL * len(cased)
    full = [(upper, lower) for upper, lower in full if enough or lower.text[0].islower()]
    return {id(upper): lower for upper, lower in (*full, *(pair for pair in pairs if _cuts_period(*pair)))}


def _cuts_period(upper: Segment, lower: Segment) -> bool:
    """`2018.12 -` above `2020.12`, `Jan 2015 – Feb` above `2019`, as narrow columns break them."""
    if len(upper.text) + len(lower.text) > _LONGEST_PERIOD or not any(sign.isdigit() for sign in upper.text):
        return False
    both = f"{upper.text} {lower.text}"
    return any(period.first < len(upper.text) < period.last - 1 for period in periods_in(both))


def _is_wide(segment: Segment) -> bool:
    """Of two lines alone nothing tells where they had to break, but few labels and names are so long."""
    return segment.right - segment.left >= 2 * _NARROWEST * segment.size


def _are_sentences(lines: Sequence[Segment]) -> bool:
    """Whether lines mostly end as sentences do: then one that does not, and fills its row, runs on."""
    return sum(_SENTENCE_END.search(line.text) is not None for line in lines) > 0.5 * len(lines)


def _is_broken(upper: Segment, lower: Segment, edge: float) -> bool:
    if upper.right - upper.left < _NARROWEST * upper.size or has_date(upper.text[-_DATE:]) or _ITEM.match(lower.text):
        return False
    if len(upper.text.split()) < _FEWEST_WORDS and not HAN.search(upper.text):
        return False
    return upper.right + _first_word(lower) > edge and not (
        _SENTENCE_END.search(upper.text) and edge - upper.right > upper.size
    )


def _first_word(segment: Segment) -> float:
    """The room that the first word takes with the blank before it; Chinese breaks after any character."""
    word = segment.words[0]
    if word.text[0] >= "\u2e80":
        return (word.right - word.left) / len(word.text)
    return word.right - word.left + 0.2 * segment.size
