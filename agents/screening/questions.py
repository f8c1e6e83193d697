# ruff: noqa: E501  (a pattern is read whole)
"""Questions to a whole batch, answered for every candidate from stored ratings and lines, without a language model."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from agents.answers.everyone import EVERYONE, compares
from agents.answers.pool_questions import WHOLE_POOL
from agents.protected_traits import trait_asked
from agents.screening.comparing import asks_comparison
from agents.screening.naming import at_ranks
from agents.screening.question_conditions import Asked, Standing, Stated, asked_of_batch
from agents.screening.question_grounds import Ground, ground, together
from agents.screening.shortlist import Place
from agents.screening.stated import Subject
from agents.screening.why import asks_why
from records.errors import NothingToFind, TraitProtected
from records.language import Language
from records.posting import Requirement
from records.resume import Resume
from retrieval.facts import Facts, Verdict

_WHO: Final = re.compile(
    r"(?i)\bwho(?:m|se)?\b|\bhow many\b|\b(?:list|show|find|give|name|filter)\b.{0,24}\b(?:those|candidates?|people|all|everyone|anyone|resumes?|who|with)\b|\bthose (?:who|with|that)\b|\bcandidates? (?:who|with|that|in)\b|(?<![向被给跟对和与为替])谁|多少|哪些|哪几|几(?:个|位|名)|(?:列出|找出|筛出|筛选|显示|看看|挑出).{0,20}(?:人|候选人|的)|的(?:人|候选人|都)?(?:是|有)?(?:谁|哪些|几个|多少)?\s*[？?。]?$"
)
_OF_ONE: Final = re.compile(r"(?i)\b(?:she|he|her|his|him)\b|[她他](?!们)")


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with the verdict, and a ground for each condition of the question, in their order."""

    place: Place
    verdict: Verdict
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """Everyone of the batch, in three groups, each in the order of the shortlist: nobody is in two or in none.

    `unknown` are those whose resumes do not let anybody tell.
    """

    asked: Asked
    yes: tuple[Judged, ...]
    no: tuple[Judged, ...]
    unknown: tuple[Judged, ...]

    @property
    def everyone(self) -> tuple[Judged, ...]:
        """All groups, who fulfils the conditions first."""
        return self.yes + self.unknown + self.no


def asks_batch(question: str, requirements: Sequence[Requirement] = ()) -> bool:
    """Whether a question wants a yes or no for each candidate that is on record, or asks what may not be answered.

    What else its words ask is in `asked_of_batch(question).unused`: whoever has a language model may ask it then.
    """
    if _OF_ONE.search(question) or asks_why(question) or asks_comparison(question):
        return False
    if not any(pattern.search(question) for pattern in (_WHO, EVERYONE, WHOLE_POOL)):
        return False
    if trait_asked(question):
        return True
    asked = asked_of_batch(question, requirements)
    told = any(not isinstance(one, Standing) for one in asked.conditions)
    return told and not compares(" ".join(asked.unused))


class BatchQuestions:
    """Answers from what is kept of resumes: `facts` and `resumes` give them by SHA-256, without those that are gone."""

    def __init__(
        self,
        facts: Callable[[Sequence[str]], Mapping[str, Facts]],
        resumes: Callable[[Sequence[str]], Sequence[Resume]],
    ) -> None:
        self._facts = facts
        self._resumes = resumes

    def answer(
        self,
        question: str,
        places: Sequence[Place],
        language: Language,
        requirements: Sequence[Requirement] = (),
    ) -> Answered:
        """Everyone in three groups; `places` are the whole list, in its order.

        Raises `TraitProtected` for what may not decide about anybody, `NothingToFind` where no condition is asked.
        """
        if words := trait_asked(question):
            raise TraitProtected(words=words)
        asked = asked_of_batch(question, requirements)
        if not asked.conditions:
            raise NothingToFind(words="")
        judging = _Judging(asked, places, language)
        stated = any(isinstance(one, Stated) for one in asked.conditions)
        facts = self._facts([place.resume for place in places]) if stated else {}
        first = [judging.judged(Subject(place, facts.get(place.resume))) for place in places]
        wanted = [one.place.resume for one in first if _needs_lines(one)]
        resumes = {resume.sha256: resume for resume in self._resumes(wanted)} if wanted else {}
        judged = [
            judging.judged(Subject(one.place, facts.get(one.place.resume), resumes[one.place.resume]))
            if one.place.resume in resumes and _needs_lines(one)
            else one
            for one in first
        ]
        groups: dict[Verdict, list[Judged]] = {"yes": [], "no": [], "unknown": []}
        for one in judged:
            groups[one.verdict].append(one)
        return Answered(asked, *(tuple(groups[verdict]) for verdict in ("yes", "no", "unknown")))


class _Judging:
    """Judges one candidate after the other by the same conditions."""

    def __init__(self, asked: Asked, places: Sequence[Place], language: Language) -> None:
        self._conditions = asked.conditions
        self._language = language
        self._standing = {one: at_ranks(one.ranks, places) for one in asked.conditions if isinstance(one, Standing)}

    def judged(self, subject: Subject) -> Judged:
        grounds = tuple(
            ground(one, subject, self._language, self._standing[one] if isinstance(one, Standing) else ())
            for one in self._conditions
        )
        return Judged(subject.place, together(one.verdict for one in grounds), grounds)


def _needs_lines(judged: Judged) -> bool:
    """Whether lines are to be shown, or may tell otherwise: a skill that is named only to be denied is none."""
    may_turn = [one for one in judged.grounds if _may_turn(one)]
    if any(one.verdict == "no" and one not in may_turn for one in judged.grounds):
        return False
    return bool(may_turn) or (judged.verdict == "yes" and any(isinstance(g.condition, Stated) for g in judged.grounds))


def _may_turn(one: Ground) -> bool:
    """Whether a skill was found by its name alone."""
    condition = one.condition
    if not isinstance(condition, Stated) or not any(choice.skills for choice in condition.any_of):
        return False
    return one.verdict == ("no" if condition.denied else "yes")
