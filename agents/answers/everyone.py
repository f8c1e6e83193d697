"""Questions that concern everyone: how they are recognised, and the form in which a model answers them."""

# ruff: noqa: E501  (a pattern is read whole or not at all)
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, get_args

from pydantic import BaseModel, RootModel

from agents.answers.answers import Dossier, EntryVerdict
from agents.asking import read_as
from agents.json_schema import Lines, Schema, list_of, object_of, one_of, place, text_of
from agents.references import Place, exists
from records.errors import ModelAnswerInvalid
from records.language import Language

MOST_PLACES: Final = 3
LONGEST_SENTENCE: Final = 160
TOKENS_OF_ENTRY: Final = 320
"""At most: the sentence at one token a character, three places, the keys."""

EVERYONE: Final = re.compile(
    r"(?<![向被给跟对和与为替])谁(?!的)|哪些(?:人|候选人|求职者|简历)|哪(?:位|个|几位|几个)(?:人|候选人|求职者)?|有没有(?:人|谁|候选人)"
    r"|(?:有|没)人.{0,20}吗|每(?:一)?(?:个|位|名)(?:人|候选人)?|所有(?:的)?(?:人|候选人)|大家|他们(?:都|中|里|分别|各自)|分别|各自"
    r"|(?:有|一共|总共)(?:多少|几)(?:个|位|名)?(?:人|候选人)?(?:有|会|懂|能|是|带|做|用|在|毕业|学)"
    r"|\bwho(?:se|\s+among\s+them|\s+of\s+(?:them|these))?\b|\bwhich\s+(?:of\s+(?:them|these|the)|candidates?|people|persons?|ones?|applicants?|resumes?)\b"
    r"|\b(?:any|every|no)\s?(?:one|body)\b|\b(?:any|every|each|all)\s+(?:of\s+)?(?:the\s+|these\s+)?(?:candidates?|applicants?|people|them)\b"
    r"|\bhow\s+many\s+(?:of\s+(?:them|these|the\s+candidates)|candidates|applicants)\b|\bhow\s+many\s+people\s+(?:have|know|can|are|speak|hold|work)\b",
    re.IGNORECASE,
)
_COMPARISON: Final = re.compile(
    r"最|更|排(?:名|序|个)|比较|对比|哪(?:个|位|一个|一位)(?:更|比较)|推荐谁|选谁|\b(?:best|better|most|strongest|strong(?:er)|rank|compare|comparison|prefer|recommend|versus|vs|longest|highest|top)\b",
    re.IGNORECASE,
)
# An "at most" or "at least" compares with a number, not with the others.
_BOUND: Final = re.compile(r"最(?:多|少|低|近)|\bat\s+most\b|\bmost\s+recent", re.IGNORECASE)


class ModelEntry(BaseModel, frozen=True):
    """The model's view of one candidate: lines first, so that the verdict follows them."""

    lines: tuple[Lines, ...]
    verdict: EntryVerdict
    sentence: str


class ModelEntries(RootModel[dict[str, ModelEntry]], frozen=True):
    """The whole answer: `c1` is candidate 1."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One candidate in the table; `verdict` is None where the model gave no usable answer."""

    candidate: int
    verdict: EntryVerdict | None = None
    places: tuple[Place, ...] = ()
    sentence: str = ""
    removed: int = 0
    """Places of the model that do not exist or were withheld."""

    @property
    def unproven(self) -> bool:
        """Whether the model says yes, or partly, and points at no line."""
        return self.verdict in ("yes", "partly") and not self.places


_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_MISSING: Final[dict[Language, str]] = {"zh": "缺少 {n} 位候选人", "en": "{n} candidate(s) are missing"}


def asks_everyone(question: str) -> bool:
    """Whether a question wants a yes or no for each candidate, by the words that both languages use for it."""
    return bool(EVERYONE.search(question)) and not compares(question)


def compares(question: str) -> bool:
    """Whether a question asks who is best, or in which order: yes or no to each would not answer it."""
    return bool(_COMPARISON.search(_BOUND.sub("", question)))


def entries_schema(line_counts: Mapping[int, int]) -> Schema:
    """The JSON schema of an answer with one entry for each candidate, none of whom can be missing."""
    return object_of(**{f"c{number}": _entry(lines) for number, lines in line_counts.items()})


def entries_tokens(candidates: int) -> int:
    """The most tokens that such an answer needs."""
    return 64 + TOKENS_OF_ENTRY * candidates


def read_entries(written: str, dossiers: Mapping[int, Dossier], language: Language) -> tuple[Entry, ...]:
    """The entries of an answer, in the dossiers' order; raises `ModelAnswerInvalid` where one is missing or malformed."""
    answer = read_as(ModelEntries, written, language).root
    if missing := [number for number in dossiers if f"c{number}" not in answer]:
        raise ModelAnswerInvalid(reason=_MISSING[language].format(n=len(missing)))
    return tuple(_checked(number, answer[f"c{number}"], dossier) for number, dossier in dossiers.items())


def _checked(number: int, entry: ModelEntry, dossier: Dossier) -> Entry:
    said = [Place(number, *sorted((place.first_line, place.last_line))) for place in entry.lines[:MOST_PLACES]]
    real = tuple(dict.fromkeys(place for place in said if exists(place, dossier)))
    sentence = " ".join(_CONTROL.sub(" ", entry.sentence).split())[:LONGEST_SENTENCE]
    return Entry(number, entry.verdict, real, sentence, removed=sum(not exists(place, dossier) for place in said))


def _entry(line_count: int) -> Schema:
    return object_of(
        lines=list_of(place(line_count), most=MOST_PLACES),
        verdict=one_of(*get_args(EntryVerdict)),
        sentence=text_of(LONGEST_SENTENCE),
    )
