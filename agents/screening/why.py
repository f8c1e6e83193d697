# ruff: noqa: E501  (a pattern is read whole)
"""Why one candidate ranks below another: which requirements made the difference, in points of the score."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from agents.scorecard import MUST_HAVE_CAP, credit, missing_must_haves, share_met
from agents.screening.naming import Named, named, plain
from agents.screening.rank_words import ranks_in
from agents.screening.ratings import rating_key
from agents.screening.shortlist import Place
from records.assessment import Rating
from records.posting import Necessity

_WHY: Final = re.compile(
    r"(?i)\bwhy\b|\bhow come\b|\bwhat (?:puts?|makes?|keeps?|separates)\b|\bexplain\b|为什么|为啥|为何|怎么(?!样)|凭什么|什么原因|原因|解释|说明"
)
_STANDING: Final = re.compile(
    r"(?i)\b(?:below|above|behind|ahead|under|over|higher|lower|better|worse|rank(?:s|ed|ing)?|place[ds]?|beats?|before|after|first|second|third|last|top|bottom|than|shortlist|so low|so high)\b|#\s*\d|排|名次|名单|第.{1,4}(?:名|位)|[前后下上]面|之[前后上下]|靠[前后]|落后|领先|输给|不如|[高低]|比.{1,20}[好差强弱]|没进|没有进|分"
)
_WITHIN: Final = re.compile(r"(?i)(?:\b(?:in|into|among|within|make|makes|reach|get to)\s*|[进在入到]\s*)$")
"""Before a top ten: who is not in it is compared with the last of it."""
_HELD: Final = re.compile(
    r"(?i)(?<!one )(?<!candidate )(?<!person )\b(?:only\s+)?(?:on|at|in)\s+(?:rank|place|position|number|no\.?|#)\s*#?\d+|\branked?\s+(?:only\s+)?(?:#|no\.?\s*)?\d+(?:st|nd|rd|th)?\b|(?<!the )\b(?:only\s+)?(?<!below )(?<!above )(?<!behind )(?<!than )(?<!of )\d+(?:st|nd|rd|th)\s*[?.]?$"
    r"|(?:只|才|仅)?排(?:名|在|到)*\s*第\s*[\d一二三四五六七八九十百]++\s*(?:名|位)?(?!\s*(?:名|位)?\s*的?(?:后|前|下|上|之))"
)
"""A rank that a question gives to somebody it names otherwise."""
_ABOVE: Final = re.compile(
    r"(?i)\b(?:above|ahead|over|higher|better|beats?|before)\b|前面|之前|上面|之上|靠前|领先|[比于].{1,20}[高好强]|高于|更高|[不没][^，,]{0,3}高|[么太得]高|高[一些点]"
)
_BELOW: Final = re.compile(
    r"(?i)\b(?:below|behind|under|lower|worse|after)\b|后面|之后|下面|之下|靠后|落后|输给|不如|低|[比于].{1,20}[差弱]"
)
_DENIED: Final = re.compile(r"(?i)\bnot\b|n['’]t\b|不(?!如)|没")
_PLACES_SHOWN: Final = 2
"""Decimals of the points that are told: with one, a difference that decides a rank may read 0.0."""

Said = Literal["below", "above", ""]


@dataclass(frozen=True, slots=True)
class Difference:
    """A requirement that two candidates answer differently; None where it is not rated for one of them.

    `points` of the score, on the scale to 10, by which it puts the higher one ahead; negative where it favours the lower
    one.
    """

    requirement: str
    text: str
    necessity: Necessity
    lower: Rating | None
    higher: Rating | None
    points: float


@dataclass(frozen=True, slots=True)
class CapActed:
    """What a scale that ends at `MUST_HAVE_CAP` instead of 10 did, with the must-haves that either lacks.

    `points` as in `Difference`.
    """

    lower: tuple[Rating, ...]
    higher: tuple[Rating, ...]
    points: float


@dataclass(frozen=True, slots=True)
class Why:
    """What separates two places; `differences` and `cap` together are `gap`, the greatest first.

    `said` is how a question put the one it asked about, which may not be so: `mistaken`.
    """

    lower: Place
    higher: Place
    differences: tuple[Difference, ...]
    cap: CapActed | None
    asked: int
    """The ordinal of the candidate that was asked about."""
    said: Said = ""

    @property
    def gap(self) -> float:
        """By how much the exact scores differ."""
        return self.higher.exact - self.lower.exact

    @property
    def tied(self) -> bool:
        """Whether both show the same score, and so share a rank."""
        return self.higher.score == self.lower.score

    @property
    def mistaken(self) -> bool:
        """Whether the question says that they stand the other way round, or apart where they share a rank."""
        if not self.said:
            return False
        return self.tied or (self.lower.ordinal == self.asked) != (self.said == "below")

    @property
    def one_posting(self) -> bool:
        """Whether both are measured by the same requirements."""
        return self.lower.posting == self.higher.posting

    @property
    def shown(self) -> tuple[tuple[Difference, float], ...]:
        """Those that change the score visibly, with their points as they are told."""
        return tuple((one, _told(one.points)) for one in self.differences if _told(one.points))

    @property
    def rest(self) -> float:
        """What is left of `gap` as told after `shown` and the cap: small differences, and rounding."""
        told = sum(points for _, points in self.shown) + (_told(self.cap.points) if self.cap else 0.0)
        return _told(_told(self.gap) - told)


def asks_why(question: str) -> bool:
    """Whether words ask for the reason of a place on the list."""
    return bool(_WHY.search(question) and _STANDING.search(_WHY.sub(" ", question)))


def why_asked(question: str, places: Sequence[Place]) -> tuple[Why, ...] | Named:
    """The reasons asked for, or what of the question means several or nobody.

    One candidate alone is compared with the one ranked just above, the first with the one below. Of more than two the
    last one named is held against each of the others ("why are #4 and #5 below #2"), or the first, where it is said to
    be above. `places` are the whole list, in its order.
    """
    found = _meant(plain(question), places)
    if not found.clear or not found.places:
        return found
    chosen, said = found.places, _said(question)
    if len(chosen) == 1:
        other = neighbour(chosen[0], places, below=said == "above")
        return (why(chosen[0], other, said),) if other else found
    pivot, others = (chosen[0], chosen[1:]) if said == "above" else (chosen[-1], chosen[:-1])
    if said == "above":
        return tuple(why(pivot, other, said) for other in others)
    return tuple(why(other, pivot, said) for other in others)


def why(one: Place, other: Place, said: Said = "") -> Why:
    """What separates two candidates; `said` is where the first one is said to stand."""
    higher, lower = sorted((one, other), key=lambda place: (-place.score, -place.exact, place.ordinal))
    has, had = _points(higher), _points(lower)
    above = {rating_key(rating): rating for rating in higher.ratings}
    below = {rating_key(rating): rating for rating in lower.ratings}
    differences = (
        Difference(
            requirement=rating.requirement,
            text=rating.text,
            necessity=rating.necessity,
            lower=below.get(key),
            higher=above.get(key),
            points=has.get(key, 0.0) - had.get(key, 0.0),
        )
        for key, rating in {**below, **above}.items()
    )
    made = sorted((one for one in differences if one.points), key=lambda one: -abs(one.points))
    return Why(lower, higher, tuple(made), _cap(lower, higher), one.ordinal, said)


def neighbour(place: Place, places: Sequence[Place], below: bool = False) -> Place | None:
    """Who is ranked just above, or below; of those on top, or at the end, the other one. None for one alone."""
    higher = [other for other in places if other.rank < place.rank][-1:]
    lower = [other for other in places if other.rank > place.rank][:1]
    tied = [other for other in places if other.ordinal != place.ordinal]
    ordered = [*lower, *higher, *tied] if below else [*higher, *lower, *tied]
    return next(iter(ordered), None)


def _meant(question: str, places: Sequence[Place]) -> Named:
    """Whom a question is about: a rank that it gives to somebody names nobody, and of a top ten the last is meant."""
    text = question
    for phrase in reversed(list(ranks_in(question))):
        if phrase.first and (within := _WITHIN.search(question[: phrase.start])):
            text = f"{text[: within.start()]} below #{phrase.first} {text[phrase.end :]}"
    without = named(_HELD.sub(" ", text), places)
    return without if without.places or without.shared else named(text, places)


def _said(question: str) -> Said:
    asked = _WHY.sub(" ", question)
    denied = bool(_DENIED.search(asked))
    if _ABOVE.search(asked):
        return "below" if denied else "above"
    if _BELOW.search(asked):
        return "above" if denied else "below"
    return "below" if _DENIED.search(asked) else ""  # "not in the top three"


def _points(place: Place) -> dict[str, float]:
    """What each requirement adds to the score, on the scale to 10."""
    whole = sum(rating.weight for rating in place.ratings)
    return {rating_key(rating): 9 * rating.weight * credit(rating) / whole for rating in place.ratings}


def _cap(lower: Place, higher: Place) -> CapActed | None:
    lacks, lacked = missing_must_haves(lower.ratings), missing_must_haves(higher.ratings)
    if not lacks and not lacked:
        return None
    return CapActed(lacks, lacked, _cost(lower) - _cost(higher))


def _cost(place: Place) -> float:
    """What the shorter scale takes from a score; nothing where no must-have is missing."""
    return (10 - MUST_HAVE_CAP) * share_met(place.ratings) if missing_must_haves(place.ratings) else 0.0


def _told(points: float) -> float:
    return round(points, _PLACES_SHOWN) + 0.0  # no minus before nothing
