# ruff: noqa: E501  (a pattern is read whole)
"""Two to five candidates side by side, requirement by requirement, from their stored ratings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from agents.scorecard import credit, missing_must_haves
from agents.screening.naming import Named, named, plain
from agents.screening.ratings import rating_key
from agents.screening.shortlist import Place
from records.assessment import Decision, Evidence, Rating, Verdict
from records.errors import NotComparable
from records.posting import Necessity, RequirementKind

FEWEST: Final = 2
MOST: Final = 5
"""More columns than these cannot be read side by side."""

_ASKS: Final = re.compile(
    r"(?i)\bcompar(?:e|ing|ison)\b|\bside by side\b|\bversus\b|\bvs\b|\bdifferences? between\b|\bhow (?:do|does|is|are)\b.{1,60}\bdiffer|对比|并排|比一比|比较一下|相比|比较$|(?:有什么|的|什么)(?:区别|差别|不同)|(?:^|[，,。：:请来我下])\s*比较(?!年|老|好|差|高|低|强|合适)"
)
_BARE: Final = re.compile(r"(?i)(?<=\bcompare )(?=\d+\s*(?:,|and|&|with|to|vs))|(?<=比较)\s*(?=\d+\s*(?:[,、和与跟]))")
_EVERYONE: Final = re.compile(r"(?i)\b(?:all|everyone|everybody)\b|所有|全部|大家")


@dataclass(frozen=True, slots=True)
class Column:
    """A candidate who is compared; `missing` are the ids of must-haves that are not met or not stated."""

    ordinal: int
    rank: int
    candidate: str
    file: str
    resume: str
    posting: str
    score: float
    decision: Decision
    must_haves: tuple[int, int]
    missing: tuple[str, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """How a candidate answers a requirement; `verdict` is None where nobody rated it for them.

    `best` says that nobody compared answers it better and somebody answers it less.
    """

    verdict: Verdict | None
    comment: str = ""
    unsupported: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    credit: float = 0.0
    best: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A requirement with a cell for each column, in their order."""

    requirement: str
    text: str
    kind: RequirementKind
    necessity: Necessity
    weight: float
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Candidates side by side, in the order in which they were named; rows in the posting's order."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def one_posting(self) -> bool:
        """Whether all are measured by the same posting; else some rows are rated for some of them only."""
        return len({column.posting for column in self.columns}) == 1

    def best_of(self, row: Row) -> tuple[str, ...]:
        """Who answers a requirement best; nobody where all do alike."""
        return tuple(column.candidate for column, cell in zip(self.columns, row.cells, strict=True) if cell.best)


def asks_comparison(question: str) -> bool:
    """Whether words ask to see candidates side by side."""
    return _ASKS.search(question) is not None


def comparison_asked(question: str, places: Sequence[Place]) -> Comparison | Named:
    """The candidates that a question names side by side, or what of it means several or nobody.

    Raises `NotComparable`.
    """
    found = named(_BARE.sub("#", plain(question)), places)
    if not found.clear:
        return found
    if not found.places and _EVERYONE.search(question):
        return comparison(places)
    return comparison(found.places)


def comparison(places: Sequence[Place]) -> Comparison:
    """These candidates side by side, each once; raises `NotComparable`."""
    once = tuple({place.ordinal: place for place in places}.values())
    if not FEWEST <= len(once) <= MOST:
        raise NotComparable(count=len(once))
    rated = [{rating_key(rating): rating for rating in place.ratings} for place in once]
    asked = {key: rating for ratings in rated for key, rating in ratings.items()}
    rows = (_row(rating, [ratings.get(key) for ratings in rated]) for key, rating in asked.items())
    return Comparison(tuple(map(_column, once)), tuple(rows))


def _column(place: Place) -> Column:
    return Column(
        ordinal=place.ordinal,
        rank=place.rank,
        candidate=place.candidate,
        file=place.file,
        resume=place.resume,
        posting=place.posting,
        score=place.score,
        decision=place.decision,
        must_haves=place.must_haves,
        missing=tuple(rating.requirement for rating in missing_must_haves(place.ratings)),
        flags=place.flags,
    )


def _row(asked: Rating, ratings: Sequence[Rating | None]) -> Row:
    shares = [credit(rating) if rating else 0.0 for rating in ratings]
    best = max(shares)
    tells = best > min(shares)
    return Row(
        requirement=asked.requirement,
        text=asked.text,
        kind=asked.kind,
        necessity=asked.necessity,
        weight=asked.weight,
        cells=tuple(
            Cell(r.verdict, r.comment, r.unsupported, r.evidence, share, tells and share == best) if r else Cell(None)
            for r, share in zip(ratings, shares, strict=True)
        ),
    )
