"""Shortlists of invented candidates for the tests of questions to a batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import invented
from agents.screening.ratings import Assessed
from agents.screening.shortlist import Place, shortlist
from records.assessment import Verdict
from records.resume import Resume
from retrieval.facts import Facts

Verdicts = tuple[Verdict, Verdict, Verdict]
MET: Verdicts = ("met", "met", "met")


def places(people: Mapping[str, Verdicts], files: Mapping[str, str] | None = None) -> tuple[Place, ...]:
    """A shortlist of these people, whose resumes are called by their names."""
    return shortlist(
        Assessed(
            n,
            (files or {}).get(name, f"{n}.pdf"),
            name,
            invented.assessment("en", verdicts).model_copy(update={"resume": f"{n:064}", "flags": ()}),
            {},
        )
        for n, (name, verdicts) in enumerate(people.items(), start=1)
    )


def in_order(*names: str) -> tuple[Place, ...]:
    """So many people on ranks of their own, in this order: the later ones lose ever more of their ratings."""
    return tuple(
        replace(place, rank=n, score=10 - n / 10, exact=10 - n / 10)
        for n, place in enumerate(places(dict.fromkeys(names, MET)), start=1)
    )


def resume_of(place: Place, *lines: str) -> Resume:
    """The invented resume as that of a place, or with these lines instead."""
    own = replace(invented.resume("en", name=place.candidate), sha256=place.resume)
    if not lines:
        return own
    first = own.lines[0]
    return replace(own, lines=tuple(replace(first, n=n, text=text) for n, text in enumerate(lines, start=1)))


class Kept:
    """Resumes and facts as they are kept; counts which resumes were read."""

    def __init__(self, facts: Mapping[str, Facts], resumes: Sequence[Resume]) -> None:
        self._facts = facts
        self._resumes = {resume.sha256: resume for resume in resumes}
        self.read: list[str] = []

    def facts(self, hashes: Sequence[str]) -> dict[str, Facts]:
        return {sha256: self._facts[sha256] for sha256 in hashes if sha256 in self._facts}

    def resumes(self, hashes: Sequence[str]) -> list[Resume]:
        self.read += hashes
        return [self._resumes[sha256] for sha256 in hashes if sha256 in self._resumes]
