"""Whether one candidate fulfils the conditions of a question, with what shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from agents.scorecard import missing_must_haves
from agents.screening.question_conditions import (
    Condition,
    Decided,
    Flagged,
    MustHaves,
    Rated,
    Standing,
    Stated,
)
from agents.screening.question_scores import Scored
from agents.screening.ratings import rating_key, requirement_key
from agents.screening.shortlist import Place
from agents.screening.stated import Statement, Subject, statement
from agents.words import DECISION_WORDS, VERDICT_WORDS
from records.assessment import Evidence, Rating
from records.language import Language
from retrieval.facts import Verdict

_WORDS: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "musts": "必备要求 {held}/{of} 有依据",
        "score": "{score:.1f} 分",
        "no_flags": "没有需要留意的",
        "unrated": "{id} 还没有评",
        "rank": "第 {rank} 名",
        "between": "；",
    },
    "en": {
        "musts": "{held} of {of} must-haves with evidence",
        "score": "scores {score:.1f}",
        "no_flags": "nothing to look at",
        "unrated": "{id} is not rated yet",
        "rank": "rank {rank}",
        "between": "; ",
    },
}


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known of one condition; `evidence` are the lines that say so."""

    condition: Condition
    verdict: Verdict
    words: str
    evidence: tuple[Evidence, ...] = ()


def ground(condition: Condition, subject: Subject, language: Language, standing: Collection[int] = ()) -> Ground:
    """Whether a condition holds; `standing` are the ordinals at the places that it means, if it means some."""
    match condition:
        case Stated():
            found = _stated(condition, subject, language)
            return Ground(condition, found.verdict, found.words, found.evidence)
        case MustHaves():
            return _must_haves(condition, subject.place, language)
        case Rated():
            return _rated(condition, subject.place, language)
        case _:
            holds, words = _of_place(condition, subject.place, language, standing)
            return Ground(condition, "yes" if holds else "no", words)


def _of_place(
    condition: Scored | Flagged | Decided | Standing, place: Place, language: Language, standing: Collection[int]
) -> tuple[bool, str]:
    """Of what a place of the shortlist says by itself everybody can tell."""
    words = _WORDS[language]
    match condition:
        case Scored():
            return condition.holds(place.score), words["score"].format(score=place.score)
        case Flagged():
            return bool(place.flags) != condition.denied, words["between"].join(place.flags) or words["no_flags"]
        case Decided():
            return place.decision in condition.decisions, DECISION_WORDS[language][place.decision]
        case Standing():
            return place.ordinal in standing, words["rank"].format(rank=place.rank)


def together(verdicts: Iterable[Verdict]) -> Verdict:
    """All must hold: one that does not decides, then one that cannot be told."""
    found = set(verdicts)
    return "no" if "no" in found else "unknown" if "unknown" in found else "yes"


def opposite(verdict: Verdict) -> Verdict:
    """What a denial of it is; what cannot be told stays so."""
    swapped: dict[Verdict, Verdict] = {"yes": "no", "no": "yes", "unknown": "unknown"}
    return swapped[verdict]


def _stated(condition: Stated, subject: Subject, language: Language) -> Statement:
    """A choice holds where one of it does, and is denied where none does."""
    found = [statement(one, subject, language) for one in condition.any_of]
    verdict = opposite(together(opposite(one.verdict) for one in found))
    telling = [one for one in found if one.verdict == verdict]
    words = _WORDS[language]["between"].join(one.words for one in telling)
    evidence = tuple(dict.fromkeys(place for one in telling for place in one.evidence))
    return Statement(opposite(verdict) if condition.denied else verdict, words, evidence)


def _must_haves(condition: MustHaves, place: Place, language: Language) -> Ground:
    must = [rating for rating in place.ratings if rating.necessity == "must"]
    verdict = together(_held(rating) for rating in must)
    missing = missing_must_haves(place.ratings)
    words = [_WORDS[language]["musts"].format(held=place.must_haves[0], of=place.must_haves[1])]
    words += [f"{rating.requirement} {VERDICT_WORDS[language][rating.verdict].lower()}" for rating in missing]
    shown = [place for rating in (missing or must) for place in rating.evidence]
    said = _WORDS[language]["between"].join(words)
    return Ground(condition, opposite(verdict) if condition.denied else verdict, said, tuple(dict.fromkeys(shown)))


def _rated(condition: Rated, place: Place, language: Language) -> Ground:
    key = requirement_key(condition.requirement)
    rating = next((one for one in place.ratings if rating_key(one) == key), None)
    if rating is None:
        return Ground(condition, "unknown", _WORDS[language]["unrated"].format(id=condition.requirement.id))
    other = {"fully": "partial", "partly": "met"}.get(condition.how)
    verdict: Verdict = "no" if rating.verdict == other else _held(rating)
    words = f"{rating.requirement} {VERDICT_WORDS[language][rating.verdict].lower()}"
    words += (
        f" ({rating.comment})"
        if rating.comment and language == "en"
        else f"（{rating.comment}）"
        if rating.comment
        else ""
    )
    return Ground(condition, opposite(verdict) if condition.denied else verdict, words, rating.evidence)


def _held(rating: Rating) -> Verdict:
    """As the scorecard counts must-haves: what is met in part is held; what is not stated nobody can tell."""
    held: dict[str, Verdict] = {"met": "yes", "partial": "yes", "not_met": "no", "not_stated": "unknown"}
    return held[rating.verdict]
