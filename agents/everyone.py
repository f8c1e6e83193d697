"""Questions that concern everyone: how they are recognised, and the form in which a model answers them."""

# ruff: noqa: E501  (a pattern is read whole or not at all)
from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel, TypeAdapter, ValidationError

from agents.answers import Dossier, EntryVerdict
from agents.references import Place, exists
from records.errors import ModelAnswerInvalid
from records.language import Language

MOST_PLACES: Final = 3
LONGEST_SENTENCE: Final = 160
TOKENS_OF_ENTRY: Final = 320
"""At most: the sentence at one token a character, three places, the keys."""

_EVERYONE: Final = re.compile(
    r"(?<![向被给跟对和与为替])谁(?!的)|哪些(?:人|候选人|求职者|简历)|哪(?:位|个|几位|几个)(?:人|候选人|求职者)?|有没有(?:人|谁|候选人)"
    r"|(?:有|没)人.{0,20}吗|每(?:一)?(?:个|位|名)(?:人|候选人)?|所有(?:的)?(?:人|候选人)|大家|他们(?:都|中|里|分别|各自)|分别|各自"
    r"|(?:有|一共|总共)(?:多少|几)(?:个|位|名)?(?:人|候选人)?(?:有|会|懂|能|是|带|做|用|在|毕业|学)"
    r"|\bwho(?:se|\s+among\s+them|\s+of\s+(?:them|these))?\b|\bwhich\s+(?:of\s+(?:them|these|the)|candidates?|people|persons?|ones?|applicants?|resumes?)\b"
    r"|\b(?:any|every|no)\s?(?:one|body)\b|\b(?:any|every|each|all)\s+(?:of\s+)?(?:the\s+|these\s+)?(?:candidates?|applicants?|people|them)\b"
    r"|\bhow\s+many\s+(?:of\s+(?:them|these|the\s+candidates)|candidates|applicants)\b|\bhow\s+many\s+people\s+(?:have|know|can|are|speak|hold|work)\b",
    re.IGNORECASE,
)
# Who is best is a comparison: yes or no to each would not answer it.
_COMPARISON: Final = re.compile(
    r"最|更|排(?:名|序|个)|比较|对比|哪(?:个|位|一个|一位)(?:更|比较)|推荐谁|选谁|\b(?:best|better|most|strongest|strong(?:er)|rank|compare|comparison|prefer|recommend|versus|vs|longest|highest|top)\b",
    re.IGNORECASE,
)
# An "at most" or "at least" compares with a number, not with the others.
_BOUND: Final = re.compile(r"最(?:多|少|低|近)|\bat\s+most\b|\bmost\s+recent", re.IGNORECASE)


class EntryLines(BaseModel, frozen=True):
    """A place in the candidate's resume."""

    first_line: int
    last_line: int


class ModelEntry(BaseModel, frozen=True):
    """The model's view of one candidate: lines first, so that the verdict follows them."""

    lines: tuple[EntryLines, ...]
    verdict: EntryVerdict
    sentence: str


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


_Answer: Final = TypeAdapter(dict[str, ModelEntry])
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_MALFORMED: Final[dict[Language, str]] = {"zh": "不是约定的格式", "en": "it does not have the agreed form"}
_MISSING: Final[dict[Language, str]] = {"zh": "缺少 {n} 位候选人", "en": "{n} candidate(s) are missing"}


def asks_everyone(question: str) -> bool:
    """Whether a question wants a yes or no for each candidate, by the words that both languages use for it."""
    compares = _COMPARISON.search(_BOUND.sub("", question))
    return bool(_EVERYONE.search(question)) and not compares


def entries_schema(line_counts: Mapping[int, int]) -> dict[str, Any]:
    """The JSON schema of an answer with one entry for each candidate, none of whom can be missing."""
    return _object({f"c{number}": _entry(lines) for number, lines in line_counts.items()})


def entries_tokens(candidates: int) -> int:
    """The most tokens that such an answer needs."""
    return 64 + TOKENS_OF_ENTRY * candidates


def read_entries(written: str, dossiers: Mapping[int, Dossier], language: Language) -> tuple[Entry, ...]:
    """The entries of an answer, in the dossiers' order; raises `ModelAnswerInvalid` where one is missing or malformed."""
    try:
        # strict=False: models write raw control characters inside strings
        answer = _Answer.validate_python(json.loads(written, strict=False))
    except (ValidationError, ValueError) as error:
        raise ModelAnswerInvalid(reason=_MALFORMED[language]) from error
    if missing := [number for number in dossiers if f"c{number}" not in answer]:
        raise ModelAnswerInvalid(reason=_MISSING[language].format(n=len(missing)))
    return tuple(_checked(number, answer[f"c{number}"], dossier) for number, dossier in dossiers.items())


def _checked(number: int, entry: ModelEntry, dossier: Dossier) -> Entry:
    said = [Place(number, *sorted((place.first_line, place.last_line))) for place in entry.lines[:MOST_PLACES]]
    real = tuple(dict.fromkeys(place for place in said if exists(place, dossier)))
    sentence = " ".join(_CONTROL.sub(" ", entry.sentence).split())[:LONGEST_SENTENCE]
    return Entry(number, entry.verdict, real, sentence, removed=sum(not exists(place, dossier) for place in said))


def _entry(line_count: int) -> dict[str, Any]:
    line = {"type": "integer", "minimum": 1, "maximum": line_count}
    place = _object({"first_line": line, "last_line": line})
    return _object(
        {
            "lines": {"type": "array", "items": place, "minItems": 0, "maxItems": MOST_PLACES},
            "verdict": {"type": "string", "enum": ["yes", "partly", "no", "not_stated"]},
            "sentence": {"type": "string", "minLength": 1, "maxLength": LONGEST_SENTENCE},
        }
    )


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }
