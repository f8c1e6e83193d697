"""What a model writes in an answer, made fit to be shown: references checked, labels turned back into names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from agents.answers import Dossier, Source, Sources
from agents.markdown import escaped

LONGEST_SPAN: Final = 12

# A number without a candidate is a line where there is only one candidate; elsewhere it leads nowhere.
_BRACKET: Final = re.compile(r"\[(\d[\d\s:：,，、;；\-–—~]*)\]")
_PLACE: Final = re.compile(r"(?:(\d+)\s?[:：]\s?)?(\d+)(?:\s?[-–—~]\s?(?:\d+\s?[:：]\s?)?(\d+))?")
_LABEL: Final = re.compile(r"(?:Candidate|候选人) ?(\d+)")
# The end of a text that may still become a reference or a label.
_UNFINISHED: Final = re.compile(
    r"(?:\[[^\[\]\n]{0,80}|(?:Candidate|候选人) ?\d*|Candidat|Candida|Candid|Candi|Cand|Can|Ca|C|候选|候)$"
)


@dataclass(frozen=True)
class Shown:
    """Text for people, the places it points at, and how many references led nowhere."""

    text: str
    sources: tuple[Source, ...]
    removed: int


def finished_part(written: str) -> str:
    """The text without an end that may still change its meaning; what is shown of it never changes later."""
    unfinished = _UNFINISHED.search(written)
    return written[: unfinished.start()] if unfinished else written


def shown(written: str, dossiers: Mapping[int, Dossier]) -> Shown:
    """The model's text with `[1:12]` as numbered sources and "Candidate 1" as the name; dead references removed."""
    sources = Sources()
    removed = 0
    only = next(iter(dossiers)) if len(dossiers) == 1 else 0

    def referenced(bracket: re.Match[str]) -> str:
        nonlocal removed
        candidate, references = only, ""
        for place in _PLACE.finditer(bracket[1]):
            candidate = int(place[1] or candidate)
            reference = _cited(dossiers.get(candidate), int(place[2]), int(place[3] or place[2]), sources)
            removed += not reference
            references += reference
        return references

    text = _BRACKET.sub(referenced, written)
    return Shown(_LABEL.sub(lambda match: _name(match, dossiers), text), sources.listed(), removed)


def _cited(dossier: Dossier | None, first: int, last: int, sources: Sources) -> str:
    if dossier is None:
        return ""
    first, last = sorted((first, last))
    if first < 1 or last > len(dossier.resume.lines):
        return ""
    return sources.cite(dossier.resume, first, min(last, first + LONGEST_SPAN - 1))


def _name(match: re.Match[str], dossiers: Mapping[int, Dossier]) -> str:
    dossier = dossiers.get(int(match[1]))
    return escaped(dossier.resume.candidate) if dossier else match[0]
