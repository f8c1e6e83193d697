"""What a model writes in an answer, made fit to be shown: references checked, labels turned back into names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from agents.answers.answers import Dossier, Source, Sources
from agents.markdown import escaped
from retrieval.redaction import withheld_lines

LONGEST_SPAN: Final = 12

_LABEL_WORD: Final = r"(?:Candidate|候选人)"
# A number without a candidate is a line where only one is asked about; elsewhere it leads nowhere. Models also write
# "[候选人 1:12]", "[第 12 行]" and Chinese brackets, though they are asked not to.
_REFERENCE: Final = re.compile(
    r"[\[【［〔](?P<places>"
    rf"(?=[^\[\]【】［］〔〕]*\d)(?:[\d\s:：,，、;；\-–—~～第行L]|{_LABEL_WORD}\s?(?=\d+\s?[:：])|[Ll]ines?|至|到)+)[\]】］〕]"
    rf"|{_LABEL_WORD} ?(?P<label>\d+)|(?P<fence>`+)"
)
_PLACE: Final = re.compile(r"(?:(\d+)\s?[:：]\s?)?(?:第\s?|L)?(\d+)(?:\s?[-–—~～至到]\s?(?:\d+\s?[:：]\s?)?L?(\d+))?")
# The end of a text that may still become a reference or a label, or the end of a run of backticks.
_UNFINISHED: Final = re.compile(
    r"(?:[\[【［〔][^\[\]【】［］〔〕\n]{0,80}|(?:Candidate|候选人) ?\d*"
    r"|Candidat|Candida|Candid|Candi|Cand|Can|Ca|C|候选|候|`+)$"
)


@dataclass(frozen=True)
class Shown:
    """Text for people, the places it points at, and how many references led nowhere."""

    text: str
    sources: tuple[Source, ...]
    removed: int


class Telling:
    """Makes a model's text fit to be shown while it is written; what was shown never changes later."""

    def __init__(
        self, dossiers: Mapping[int, Dossier], only: int = 0, known: Mapping[int, Dossier] | None = None
    ) -> None:
        """`only` is the candidate meant by a line number alone; of a single dossier it is that one's. `known` are all
        candidates of the conversation: the model may name one of an earlier turn whose resume it has not seen now."""
        self._dossiers = dossiers
        self._known = dossiers if known is None else known
        self._only = only or (next(iter(dossiers)) if len(dossiers) == 1 else 0)
        self._sources = Sources()
        self._held = ""
        self._fence = ""
        self.removed = 0

    def told(self, piece: str) -> str:
        """What can be shown for certain after one more piece of the model's text."""
        self._held += piece
        ready = finished_part(self._held)
        self._held = self._held[len(ready) :]
        return self._shown(ready)

    def rest(self) -> str:
        """What was held back, once nothing more will come."""
        ready, self._held = self._held, ""
        return self._shown(ready)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The places pointed at so far, in the order of their numbers."""
        return self._sources.listed()

    def _shown(self, text: str) -> str:
        return _REFERENCE.sub(self._replaced, text)

    def _replaced(self, match: re.Match[str]) -> str:
        if match["fence"]:
            self._fence = _after(self._fence, match["fence"])
            return match[0]
        if match["label"]:
            return self._name(int(match["label"]), match[0])
        return "".join(self._cited(place) for place in places(match["places"], self._only))

    def _cited(self, place: Place) -> str:
        dossier = self._dossiers.get(place.candidate)
        if dossier is None or not exists(place, dossier):
            self.removed += 1
            return ""
        last = min(place.last, place.first + LONGEST_SPAN - 1)
        return self._sources.cite(dossier.resume, place.first, last)

    def _name(self, number: int, written: str) -> str:
        dossier = self._known.get(number)
        if dossier is None:
            return written
        name = dossier.resume.candidate
        return " ".join(name.replace("`", "").split()) if self._fence else escaped(name)  # code shows its backslashes


@dataclass(frozen=True, slots=True)
class Place:
    """Lines of a candidate's resume as a model refers to them, in order; they may not exist."""

    candidate: int
    first: int
    last: int


def places(written: str, only: int = 0) -> Iterator[Place]:
    """The places between the brackets of one reference; a candidate stays until another is named."""
    candidate = only
    for found in _PLACE.finditer(written):
        candidate = int(found[1] or candidate)
        first, last = sorted((int(found[2]), int(found[3] or found[2])))
        yield Place(candidate, first, last)


def exists(place: Place, dossier: Dossier) -> bool:
    """Whether the resume has these lines, and the model has seen one of them."""
    if place.first < 1 or place.last > len(dossier.resume.lines):
        return False
    return not withheld_lines(dossier.resume).issuperset(range(place.first, place.last + 1))


def finished_part(written: str) -> str:
    """The text without an end that may still change its meaning; what is shown of it never changes later."""
    unfinished = _UNFINISHED.search(written)
    return written[: unfinished.start()] if unfinished else written


def shown(written: str, dossiers: Mapping[int, Dossier], only: int = 0) -> Shown:
    """The model's text with `[1:12]` as numbered sources and "Candidate 1" as the name; dead references removed."""
    telling = Telling(dossiers, only)
    text = telling.told(written) + telling.rest()
    return Shown(text, telling.sources, telling.removed)


def references_in(written: str) -> Iterator[re.Match[str]]:
    """The references of a model's text, as matches with their `places`."""
    return (match for match in _REFERENCE.finditer(written) if match["places"])


def _after(fence: str, ticks: str) -> str:
    """The code that is open after a run of backticks: as many close it as opened it."""
    if not fence:
        return ticks
    return "" if ticks == fence else fence
