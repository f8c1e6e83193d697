# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Reads the conditions out of a sentence in Chinese, English or both, and tells what it left."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from agents.condition_fillers import content_of
from agents.condition_wording import LANGUAGE_NAMES
from agents.condition_years import years_in
from records.resume import DEGREE_ORDER, Degree
from retrieval.cities import city_mentions
from retrieval.documents.profile.spoken import SPOKEN
from retrieval.facts import Conditions, State
from retrieval.skills import mentions_in

Kind = Literal["cities", "languages", "skills"]

_DEGREE_NAMES: Final[dict[Degree, str]] = {
    "associate": r"大专|专科(?![医护门])|高职|\bassociate(?:['’]?s)? degree",
    "bachelor": r"(?<!基)本科(?![研目])|学士|\bbachelor(?:['’]?s)?\b|\bundergraduate degree|\b(?:college|university) degree",
    "master": r"硕士|研究生(?![院会导])|(?<!scrum )(?<!web )\bmaster(?:['’]s|s(?= degree|\b)|(?= degree| or\b| and above))",
    "doctor": r"博士(?!后)|\bph\.?\s?d\.?s?\b|\bdoctorates?\b|\bdoctoral degree",
}
_DEGREE: Final = re.compile(
    r"(?P<most>(?:at most|no higher than|最高|不高于)\s*(?:an?\s+)?)?(?:at least\s*(?:an?\s+)?|至少|最低|不低于)?\s*(?:"
    + "|".join(f"(?P<{degree}>{names})" for degree, names in _DEGREE_NAMES.items())
    + r")(?:\s*(?:degrees?|学历|学位|毕业))*"
    r"(?:\s*(?P<below>(?:及|或|和)?以下|(?:or|and) (?:below|lower|under|less))|"
    r"\s*(?:(?:及|或|和)?以上|(?:or|and) (?:above|higher|up|better|more)))?(?:\s*(?:学历|学位|degrees?))?",
    re.IGNORECASE,
)
_STATES: Final[tuple[tuple[State | None, re.Pattern[str]], ...]] = (
    (
        None,
        re.compile(
            r"(?:包括|包含|含)已?(?:关闭|结束|下线)的?(?:岗位|职位)?|\bincluding closed(?: postings?| ones)?", re.I
        ),
    ),
    ("closed", re.compile(r"已(?:关闭|结束|下线)的?(?:岗位|职位)?|\bclosed(?: postings?| ones)?\b", re.I)),
)
_SPEAKS: Final = re.compile(
    r"(?:\b(?:speak\w*|fluen\w+(?: in)?|native|know\w*|business|conversational|proficient in|with|languages?:?)|会|懂|[说讲])\s*$",
    re.I,
)
_NO_LANGUAGE: Final = re.compile(
    r"\s*(?!speak|fluen|profic|level|language|skills|and\b|or\b|with\b|in\b|over\b|at\b|is\b|who\b|as\b)[a-z]|\s*(?:简历|版|名|教|老师|课)",
    re.I,
)
"""After the name of a language: it is not spoken, but of a market, a cuisine, a resume or a teacher."""
_NEGATED: Final = re.compile(
    r"(?:\b(?:not|no|without|neither|nor|except|excluding|other than|lack(?:s|ing)?|missing|never|cannot|(?:does|do|is|are|has|have|ca)n['’]t)\s+(?:[a-z]+\s+){0,2}"
    r"|(?:不会|不懂|没有|没|非|除了?|不在|不要|无|不含|不是|不(?:具备|具有|熟悉|掌握|精通|了解|能?说|能?讲)|欠?缺[少乏]?|没(?:有)?(?:写到?|提到?|工作)|未|不)\s*)$",
    re.I,
)
_JOINT: Final = re.compile(r"\s*(?:,|、|/|&|\band\b|\bor\b|和|与|及|以及|或者?|且)*\s*", re.I)
_OR: Final = re.compile(r"/|\bor\b|或", re.I)
_STREET: Final = re.compile(r"[\u4e00-\u9fff]{1,4}?[东西南北中](?:路|街|大道)")
"""Holds no skill: 京东 is none in 南京东路."""
_BORDER: Final = re.compile(r"(?<=[A-Za-z0-9+#])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])")


@dataclass(frozen=True, slots=True)
class Understood:
    """The conditions in some words, and the words of content that are none."""

    conditions: Conditions
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beyond:
    """What no condition asks: a choice, of which one is enough, or a denial, of which none may hold."""

    any_of: tuple[Conditions, ...]
    denied: bool


@dataclass(frozen=True, slots=True)
class Whole:
    """All that a question asks: its conditions, what is beyond them, and the words left, blank where words were taken."""

    conditions: Conditions
    beyond: tuple[Beyond, ...]
    left: str


@dataclass(frozen=True, slots=True)
class _Mention:
    kind: Kind
    name: str
    start: int
    end: int


def conditions_in(words: str, of_postings: bool = False) -> Understood:
    """What a sentence asks of candidates, or of postings, which have a state.

    What cannot be asked exactly stays in `rest`: negations ("without Java", 不会日语) and choices between skills or
    languages, all of which are wanted. Either language is read whatever the other words are in.
    """
    reading = _Reading(_even(words))
    reading.years()
    reading.degrees()
    if of_postings:
        reading.state()
    reading.names()
    return Understood(reading.conditions, content_of(reading.left))


def all_asked(words: str) -> Whole:
    """What a sentence asks of candidates, denials and choices too, for whoever can answer them."""
    reading = _Reading(_even(words), beyond=True)
    reading.years()
    reading.degrees()
    reading.names()
    return Whole(reading.conditions, tuple(reading.beyond), reading.left)


def _even(words: str) -> str:
    return _BORDER.sub(" ", unicodedata.normalize("NFKC", words))


class _Reading:
    """Takes conditions out of a text, one kind after the other; what was taken is blank for the next.

    Denials and choices are taken only where they are wanted.
    """

    def __init__(self, text: str, beyond: bool = False) -> None:
        self.left = text
        self.conditions = Conditions()
        self.beyond: list[Beyond] = []
        self._takes_beyond = beyond

    def years(self) -> None:
        for asked in years_in(self.left):
            if denial := _denial(self.left[: asked.start]):
                one = Conditions(least_years=asked.least, most_years=asked.most)
                self._go_beyond([one], denial, asked.start, asked.end)
            else:
                least = max(filter(None, (self.conditions.least_years, asked.least)), default=None)
                most = min(filter(None, (self.conditions.most_years, asked.most)), default=None)
                self.conditions = replace(self.conditions, least_years=least, most_years=most)
                self._take(asked.start, asked.end)

    def degrees(self) -> None:
        """Of several the lowest is the least, and the highest the most."""
        least: list[Degree] = []
        most: list[Degree] = []
        for found in _DEGREE.finditer(self.left):
            of_most = bool(found["most"] or found["below"])
            if denial := _denial(self.left[: found.start()]):
                one = Conditions(most_degree=_degree(found)) if of_most else Conditions(least_degree=_degree(found))
                self._go_beyond([one], denial, found.start(), found.end())
            else:
                (most if of_most else least).append(_degree(found))
                self._take(found.start(), found.end())
        self.conditions = replace(
            self.conditions,
            least_degree=min(least, key=DEGREE_ORDER.index, default=None),
            most_degree=max(most, key=DEGREE_ORDER.index, default=None),
        )

    def state(self) -> None:
        for state, pattern in _STATES:
            if found := pattern.search(self.left):
                self.conditions = replace(self.conditions, state=state)
                self._take(found.start(), found.end())
                return

    def names(self) -> None:
        for group in _groups(self.left, _free(_mentions(self.left))):
            start, end, kind = group[0].start, group[-1].end, group[0].kind
            choice = kind != "cities" and len(group) > 1 and _OR.search(_between(self.left, group))
            denial = _denial(self.left[:start])
            if choice or denial:
                self._go_beyond([_wanting(Conditions(), kind, {one.name}) for one in group], denial, start, end)
                continue
            self.conditions = _wanting(self.conditions, kind, {one.name for one in group})
            self._take(start, end)

    def _go_beyond(self, any_of: Sequence[Conditions], denial: re.Match[str] | None, start: int, end: int) -> None:
        if self._takes_beyond:
            self.beyond.append(Beyond(tuple(any_of), denied=denial is not None))
            self._take(denial.start() if denial else start, end)

    def _take(self, start: int, end: int) -> None:
        """Blank, with a border that no phrase of the rest reaches over; places stay what they were."""
        self.left = f"{self.left[:start]}{';' * (end - start)}{self.left[end:]}"


def _denial(before: str) -> re.Match[str] | None:
    """The word that denies what comes behind these words."""
    return _NEGATED.search(f"{before.rstrip()} ")


def _wanting(known: Conditions, kind: Kind, names: set[str]) -> Conditions:
    match kind:
        case "cities":
            return replace(known, cities=known.cities | names)
        case "languages":
            return replace(known, languages=known.languages | names)
        case "skills":
            return replace(known, skills=known.skills | names)


def _degree(found: re.Match[str]) -> Degree:
    return next(degree for degree in DEGREE_ORDER if found[degree])


def _mentions(text: str) -> Iterator[_Mention]:
    streets = [found.span() for found in _STREET.finditer(text)]
    for skill in mentions_in(text):
        if any(start < skill.end and skill.start < end for start, end in streets):
            continue
        yield _Mention("skills", skill.skill, skill.start, skill.end)
    for city in city_mentions(text):
        yield _Mention("cities", city.city, city.start, city.end)
    for name, pattern in SPOKEN.items():
        for found in re.finditer(f"{pattern.pattern}|{LANGUAGE_NAMES.get(name, name)}", text, re.I):
            if _SPEAKS.search(text[: found.start()]) or not _NO_LANGUAGE.match(text, found.end()):
                yield _Mention("languages", name, found.start(), found.end())


def _free(mentions: Iterator[_Mention]) -> list[_Mention]:
    """In order, the longest where several overlap."""
    kept: list[_Mention] = []
    for one in sorted(mentions, key=lambda m: m.start - m.end):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda m: m.start)


def _groups(text: str, mentions: Sequence[_Mention]) -> list[list[_Mention]]:
    """Mentions of one kind with nothing but commas, "and" and "or" between them."""
    groups: list[list[_Mention]] = []
    for one in mentions:
        last = groups[-1][-1] if groups else None
        if last and last.kind == one.kind and _JOINT.fullmatch(text, last.end, one.start):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _between(text: str, group: Sequence[_Mention]) -> str:
    return " ".join(text[one.end : following.start] for one, following in pairwise(group))
