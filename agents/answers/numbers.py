"""Numbers that an answer states beside a reference, held against the lines that it refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from agents.answers.answers import Dossier
from agents.claims.claims import unsupported_numbers
from agents.references import LONGEST_SPAN, Place, exists, places, references_in, shown
from records.language import Language

_SENTENCE_ENDS: Final = re.compile(r"[。！？!?；;\n|]|\.(?=\s)")
_LIST_MARK: Final = re.compile(r"^\s*(?:[-*+#>]+\s+)*(?:\d{1,3}[.)、]\s*)?")
_LABEL: Final = re.compile(r"(?:Candidate|候选人) ?\d+")
_SCORE: Final = re.compile(r"(\d+(?:\.\d)?)\s*(?:分|/\s*10|points?\b|of 10|out of 10)")
_SHOWN: Final = 5
_LONGEST: Final = 60

_UNHELD: Final[dict[Language, str]] = {
    "zh": "⚠ 下列数字在所引的行里没有找到，请核对：",
    "en": "⚠ These numbers do not stand in the lines beside them; please check:",
}
_ROW: Final[dict[Language, str]] = {"zh": "- {numbers}：“{claim}”", "en": "- {numbers}: “{claim}”"}
_MORE: Final[dict[Language, str]] = {"zh": "- 另有 {n} 处", "en": "- and {n} more"}


@dataclass(frozen=True, slots=True)
class Unheld:
    """A statement of an answer and its numbers that the lines beside it do not hold."""

    claim: str
    numbers: tuple[str, ...]


def unheld_numbers(written: str, dossiers: Mapping[int, Dossier], only: int, today: date) -> Iterator[Unheld]:
    """The statements of a model's text whose numbers are not in the lines that they refer to."""
    for claim, referred in _statements(written, only):
        real = [place for place in referred if place.candidate in dossiers and exists(place, dossiers[place.candidate])]
        if real and (missing := unheld_in(claim, real, dossiers, today)):
            yield Unheld(claim.strip(" ，,、：:"), missing)


def unheld_in(claim: str, referred: list[Place], dossiers: Mapping[int, Dossier], today: date) -> tuple[str, ...]:
    """The numbers of one statement that are not in these lines; a score of the scorecard needs no line."""
    cited = {place.candidate: dossiers[place.candidate] for place in referred}
    source = "\n".join(
        dossiers[place.candidate].resume.quote(place.first, min(place.last, place.first + LONGEST_SPAN - 1))
        for place in referred
    )
    scores = {assessment.score for dossier in cited.values() for assessment in dossier.assessments}
    plain = _SCORE.sub(lambda found: "" if float(found[1]) in scores else found[0], _LABEL.sub("", claim))
    years = [dossier.resume.profile.years_experience for dossier in cited.values()]
    return unsupported_numbers(plain, source, today, years)


def unheld_note(found: list[Unheld], dossiers: Mapping[int, Dossier], language: Language) -> str:
    """What is said of them under the answer, in Markdown; empty where there are none."""
    if not found:
        return ""
    rows = [
        _ROW[language].format(numbers=", ".join(one.numbers), claim=shown(_cut(one.claim), dossiers).text)
        for one in found[:_SHOWN]
    ]
    more = [_MORE[language].format(n=len(found) - _SHOWN)] if len(found) > _SHOWN else []
    return "\n".join([_UNHELD[language], "", *rows, *more])


def _statements(written: str, only: int) -> Iterator[tuple[str, list[Place]]]:
    """Each piece of a sentence with the references that stand directly behind it."""
    claim, referred, behind = "", list[Place](), 0
    for match in references_in(written):
        between = written[behind : match.start()]
        if between.strip() and referred:
            yield claim, referred
            referred = []
        if not referred:
            claim = _LIST_MARK.sub("", _SENTENCE_ENDS.split(between.rstrip("。.；; \t"))[-1])
        referred += places(match["places"], only)
        behind = match.end()
    if referred:
        yield claim, referred


def _cut(claim: str) -> str:
    return claim if len(claim) <= _LONGEST else f"…{claim[-_LONGEST:]}"
