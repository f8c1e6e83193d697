# ruff: noqa: E501  (a pattern is read whole)
"""What a question asks of every candidate of a batch, and the words of it that it did not understand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from agents.condition_fillers import content_of
from agents.condition_wording import parts_of, without
from agents.condition_years import years_in
from agents.conditions import all_asked
from agents.screening.question_scores import Scored, scores_in
from agents.screening.rank_words import RankWords, ranks_in
from agents.screening.weighing_words import named_requirements
from records.assessment import Decision
from records.posting import Requirement
from retrieval.facts import Conditions
from retrieval.skills import mentions_in

How = Literal["", "fully", "partly"]

_MUST: Final = re.compile(
    r"(?i)(?:\b(?:does|do|did|is|are)?(?:n['’]t|\s?not)\s+)?(?:\b(?:meet|meets|meeting|fulfil\w*|satisf\w+|has|have|holds?|with|covers?|miss\w*|lack\w*|without|fails?)\s+)?(?:\b(?:all|every|each|any|some|an?|one|at least one|no|their|the|missing|of)\s+)*(?:must[- ]?haves?|mandatory requirements?|required (?:skills?|requirements?))\b(?:\s+(?:is|are|met|fulfilled|missing|lacking|not)\b)*"
    r"|(?:不|没有?|未)?(?:都|全部?)?(?:满足|符合|具备|达到|缺少?|缺乏|缺|差)?(?:了)?(?:所有|全部|任何|某个?|一[个项条])?的?(?:必备|硬性|必须|必要)的?(?:条件|要求|项目?|技能)?[里中]?(?:有|都|全部?|全都|均|也)*(?:不|没有?|未|缺少?)?(?:都|全)?(?:满足|符合|具备|达到|达标|缺失?)?(?:了|的)?"
)
_NO: Final = re.compile(r"(?i)\bnot\b|n['’]t\b|\bmiss\w*|\black\w*|\bwithout\b|\bfails?\b|\bno\b|不|没|未|缺|差")
_FLAGGED: Final = re.compile(
    r"(?i)\bflag(?:s|ged)?\b|\bneeds?\s+(?:an?(?:other)?\s+|to be\s+)?(?:closer\s+|human\s+|second\s+)?(?:look(?:ed at)?|review(?:ed)?|check(?:ed|ing)?)\b|\bshould be (?:looked at|reviewed|checked)\b|标记|需要?(?:有?人工?)?(?:再)?(?:看|复核|核实|留意|注意)(?:一下|一眼|看)?|要人看|存疑|有疑问"
)
_UNFLAGGED: Final = re.compile(r"(?i)(?:\b(?:no|not|without|un|n['’]t)\s*(?:any\s+|have\s+|been\s+)?|没有?|无|不)$")
_DECISIONS: Final[tuple[tuple[re.Pattern[str], frozenset[Decision]], ...]] = (
    (
        re.compile(
            r"(?i)\bstrongly recommended\b(?: (?:for|to) (?:an? )?interview\w*)?|\bstrong yes(?:es)?\b|强烈(?:推荐|建议)(?:去|来)?(?:面试|约面)?(?:的)?"
        ),
        frozenset({"strong_yes"}),
    ),
    (
        re.compile(
            r"(?i)(?:\bnot|n['’]t)\s+(?:be\s+)?(?:recommended|interviewed)(?: (?:for|to) (?:an? )?interview\w*)?|\brejected\b|不(?:推荐|建议|值得)(?:去|来)?(?:面试|约面)?(?:的)?"
        ),
        frozenset({"no"}),
    ),
    (re.compile(r"(?i)\bundecided\b|\ba maybe\b|待定(?:的)?"), frozenset({"maybe"})),
    (
        re.compile(
            r"(?i)\brecommend(?:ed)?(?: (?:for|to) (?:an? )?interview\w*)|\brecommended\b|\bshould (?:we|i) (?:interview|invite)\b|\bworth (?:an )?interview\w*|\binterview(?: is)? recommended\b|(?:推荐|建议|值得|应该|可以|该)(?:去|来)?(?:面试|约面|约谈)(?:的)?|面试(?:推荐|建议)|被?推荐的"
        ),
        frozenset({"strong_yes", "yes"}),
    ),
)
_SPEECH: Final = re.compile(
    r"(?i)\b(?:batch|shortlist(?:ed)?|meets?|fulfils?|satisf(?:y|ies)|requirements?|please|only|also|still|one|ones|too|really|anybody|names?|then|just|least|got|us|it|know|written|say|says|here|use[sd]?|using|ranks?|stands?|both)\b|\bwho['’]s\b|这一?批|批次|名单|里面|其中|都有|也有|又|还|但是?|只有|哪个|哪位|哪几位|位|名|些|的人|的|了|谁|既"
)
_LACK: Final = re.compile(r"(?i)\b(?:not|no|without|lack\w*|miss\w*|fails?)\b|n['’]t\b|不(?!错)|没|未|缺")
_HOW: Final[tuple[tuple[How, re.Pattern[str]], ...]] = (
    ("fully", re.compile(r"(?i)\b(?:fully|completely|entirely)\b|完全|完整|全部满足")),
    ("partly", re.compile(r"(?i)\b(?:part(?:ly|ially)|in part)\b|部分|一部分")),
)
_NOT_SO: Final = re.compile(r"(?i)(?:\bnot|n['’]t)\s+(?:be(?:en)?\s+)?$|[不没未](?:有|被|是|算)*$")
_LISTED: Final = re.compile(
    r"\b(?:know[ns]?|uses?|used|has|have|had|writes?|lacks?|did|does|master(?:s|ed)?|neither|nor)\s+(?=[A-Z])"
)
"""Behind these stands a name in a question: "knows Go" is the language, as "with Go" is anywhere."""
_BUT: Final = re.compile(r"\s+(?=but\b)")
_OF_IT: Final = re.compile(r"(?i)\s*(?:of|in|with|using|的|,)?\s*")


@dataclass(frozen=True, slots=True)
class Stated:
    """What resumes state: one of `any_of` is enough, or where it is `denied`, none may hold. Each asks one thing."""

    any_of: tuple[Conditions, ...]
    denied: bool = False


@dataclass(frozen=True, slots=True)
class MustHaves:
    """Every must-have of the posting is held at least in part, or where it is `denied`, one is not."""

    denied: bool = False


@dataclass(frozen=True, slots=True)
class Flagged:
    """A person should look at something, or where it is `denied`, at nothing."""

    denied: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """The scorecard's recommendation is one of these."""

    decisions: frozenset[Decision]


@dataclass(frozen=True, slots=True)
class Rated:
    """A requirement of the posting is met at least in part, or `how` it is said to be, or where it is `denied`, not."""

    requirement: Requirement
    how: How = ""
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """The candidate stands at one of the places that some words mean."""

    words: str
    ranks: RankWords


Condition = Stated | MustHaves | Flagged | Decided | Rated | Scored | Standing


@dataclass(frozen=True, slots=True)
class Asked:
    """The conditions of a question, all of which are wanted, and its words that were not used.

    `years_with` are skills with which the words ask for years, where resumes tell only all years of work.
    """

    conditions: tuple[Condition, ...]
    unused: tuple[str, ...] = ()
    years_with: tuple[str, ...] = ()


def asked_of_batch(question: str, requirements: Sequence[Requirement] = ()) -> Asked:
    """What a question asks of everyone; `requirements` are the posting's, which words may name."""
    reading = _Reading(question)
    reading.of_scorecards()
    whole = all_asked(_BUT.sub(", ", _LISTED.sub(lambda found: f"{found[0]}with ", reading.left)))
    reading.conditions += _stated(whole.conditions)
    reading.conditions += [Stated(beyond.any_of, beyond.denied) for beyond in whole.beyond]
    unused: list[str] = []
    for phrase in content_of(whole.left):
        named = list(named_requirements(phrase, requirements))
        reading.conditions += [Rated(one, _how(phrase), bool(_LACK.search(phrase))) for one in named]
        if not named:
            unused += content_of(_SPEECH.sub(";", phrase))
    return Asked(tuple(dict.fromkeys(reading.conditions)), tuple(unused), tuple(_years_with(question)))


def _how(phrase: str) -> How:
    return next((how for how, pattern in _HOW if pattern.search(phrase)), "")


class _Reading:
    """Takes what is asked of scorecards out of a question; what was taken is blank for the next."""

    def __init__(self, question: str) -> None:
        self.left = question
        self.conditions: list[Condition] = []

    def of_scorecards(self) -> None:
        for found in _MUST.finditer(self.left):
            self.conditions.append(MustHaves(denied=len(_NO.findall(found[0])) % 2 == 1))
        self.left = _MUST.sub(_blank, self.left)
        for pattern, decisions in _DECISIONS:
            if decided := pattern.search(self.left):
                denial = _NOT_SO.search(self.left[: decided.start()])
                self.conditions.append(Decided(frozenset(get_args(Decision)) - decisions if denial else decisions))
                self._take(denial.start() if denial else decided.start(), decided.end())
        if flagged := _FLAGGED.search(self.left):
            denial = _UNFLAGGED.search(self.left[: flagged.start()])
            self.conditions.append(Flagged(denied=denial is not None))
            self._take(denial.start() if denial else flagged.start(), flagged.end())
        for score in scores_in(self.left):
            self.conditions.append(score.asked)
            self._take(score.start, score.end)
        for ranks in ranks_in(self.left):
            self.conditions.append(Standing(self.left[ranks.start : ranks.end].strip(), ranks))
            self._take(ranks.start, ranks.end)

    def _take(self, start: int, end: int) -> None:
        self.left = f"{self.left[:start]}{';' * (end - start)}{self.left[end:]}"


def _blank(found: re.Match[str]) -> str:
    return ";" * len(found[0])


def _stated(conditions: Conditions) -> Iterator[Stated]:
    """Each condition by itself, so that each has its own lines."""
    for part in parts_of(conditions, "en"):
        others = conditions
        for other in parts_of(conditions, "en"):
            if other.key != part.key:
                others = without(others, other.key)
        yield Stated((replace(others, state="open"),))


def _years_with(question: str) -> Iterator[str]:
    for years in years_in(question):
        for skill in mentions_in(question):
            between = question[years.end : skill.start] or question[skill.end : years.start]
            if (years.end <= skill.start or skill.end <= years.start) and _OF_IT.fullmatch(between):
                yield skill.skill
