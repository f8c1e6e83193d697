"""Rates requirements by rules: the resume's lines, its years, its degrees and its languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from agents.assessors.assessor import Case
from agents.language_levels import levels_in
from agents.line_evidence import MOST_LINES, LineEvidence, Support
from agents.postings.requirements import years_asked
from records.assessment import Evidence, Verdict
from records.language import language_of
from records.posting import Requirement
from records.resume import DEGREE_ORDER, Degree, Resume
from retrieval.documents.profile.degrees import degree_in, highest
from retrieval.embedding import Embedding, Vectors
from retrieval.skills import mentions_in
from retrieval.terms import terms

MET: Final = 0.75
"""Share of a requirement's terms from which it counts as met: three of four skills that it lists."""
PARTIAL: Final = 1 / 3
"""Share from which it counts as partly met: one of three."""
ENOUGH_YEARS: Final = 0.6
"""Share of the years asked from which a shorter experience counts as partly met: 3 of 5 years."""
_RELATED: Final = re.compile(
    r"(?i)相关|不限|等|\brelated\b|\bsimilar\b|\bequivalent\b|\bany\b|\brelevant\b|\bor other\b"
)
_SUBJECT: Final = re.compile(
    r"(?i)专业|\b(?:degree|bachelor\S*|master\S*|b\.?\s?\w+|m\.?\s?\w+) (?:degree )?(?:in|of)\b"
)
_DEGREE_WORDS: Final = (
    "bachelor bachelors master masters degree diploma university college graduate b.tech btech b.e b.sc m.sc m.tech "
    "本科学历学士学位硕士研究生博士统招全日制大学学院毕业"
)
_HEAD_LETTERS: Final = 24
"""Where a requirement's first skill may begin: after "Solid experience with", not in the middle of a sentence."""
MEANING_MARGIN: Final = 0.2
"""How far above the strong line a line must be to stand for a requirement by its meaning alone. The strong line lets
one pair in twenty through that do not belong together; the best of fifty lines would pass it nearly always."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict with its lines, and what was compared: it is put into words elsewhere."""

    requirement: Requirement
    verdict: Verdict
    lines: tuple[int, ...] = ()
    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    weak: bool = False
    by_meaning: bool = False
    stated: float | None = None
    other_subject: bool = False
    in_it: bool = False

    def evidence(self, resume: Resume) -> tuple[Evidence, ...]:
        """The lines as evidence, each by itself, in the resume's order."""
        lines = (resume.lines[n - 1] for n in sorted(self.lines))
        return tuple(Evidence(first_line=x.n, last_line=x.n, page=x.page, quote=x.text) for x in lines)


def findings(case: Case, similarities: Vectors, embedding: Embedding) -> tuple[Finding, ...]:
    """One finding per requirement; `similarities` has the shape (requirements, lines of the resume)."""
    lines = LineEvidence(case.redacted)
    readable = np.array([embedding.reads(language_of(line)) for line in case.redacted], dtype=bool)
    near = np.where(readable, similarities, -1.0)
    found = tuple(
        _finding(
            requirement,
            case.resume,
            lines.support(requirement.text),
            _nearest(row.tolist(), embedding.strong_line + MEANING_MARGIN)
            if embedding.reads(language_of(requirement.text))
            else (),
        )
        for requirement, row in zip(case.posting.requirements, near, strict=True)
    )
    # Nothing is said of a resume that no line of it can show.
    return tuple(finding if finding.lines else Finding(finding.requirement, "not_stated") for finding in found)


def _finding(requirement: Requirement, resume: Resume, support: Support, near: tuple[int, ...]) -> Finding:
    if requirement.years is not None:
        return _years(requirement, resume, support)
    if requirement.degree is not None:
        return _degree(requirement, resume)
    if requirement.kind == "language":
        return _language(requirement, resume)
    return _named(requirement, support, near)


def _named(requirement: Requirement, support: Support, near: tuple[int, ...]) -> Finding:
    """By the terms named; where words fail, a line near in meaning makes a requirement partly met."""
    partly = support.share >= PARTIAL or _names_its_head(requirement, support)
    verdict: Verdict = "met" if support.share >= MET else "partial" if partly else "not_stated"
    if verdict == "not_stated" and support.denied:
        return Finding(requirement, "not_met", support.denied[:MOST_LINES])
    if verdict == "not_stated":
        return Finding(requirement, "partial", near, by_meaning=True) if near else Finding(requirement, "not_stated")
    return Finding(requirement, verdict, support.lines, support.found, support.missing, support.weak)


def _names_its_head(requirement: Requirement, support: Support) -> bool:
    """Whether it begins with a skill that the resume holds: "Kubernetes in production, including upgrades".

    Must-have or not makes no difference: whoever changes that later scores by the same ratings.
    """
    head = requirement.skills[:1]
    begins = bool(head) and mentions_in(requirement.text)[0].start <= _HEAD_LETTERS
    return begins and head[0] in support.found


def _years(requirement: Requirement, resume: Resume, support: Support) -> Finding:
    asked, dated = requirement.years or 0, resume.profile.years_experience
    stated, where = max(((years_asked(x.text) or 0.0, -x.n) for x in resume.lines), default=(0.0, 0))
    if dated is not None and dated < asked <= stated:
        return Finding(requirement, "partial", (-where,), stated=stated)  # said, but the dates do not add up to it
    studied = {line.n for line in resume.lines if line.section == "education"}  # a degree's subject is no experience
    about = tuple(n for n in support.lines if n not in studied) if support.share >= PARTIAL else ()
    lines = about or tuple(position.line for position in resume.profile.positions[:MOST_LINES])
    if dated is None:
        return Finding(requirement, "partial" if about else "not_stated", about)
    lines = lines or ((-where,) if stated else ())
    verdict: Verdict = "met" if dated >= asked else "partial" if dated >= ENOUGH_YEARS * asked else "not_met"
    if verdict == "met" and support.asked and not about:
        verdict = "partial"  # long enough, but in something else as far as the words tell
    return Finding(requirement, verdict, lines, support.found, support.missing)


def _degree(requirement: Requirement, resume: Resume) -> Finding:
    asked, held = requirement.degree, degree_held(resume)
    if held is None or asked is None:
        return Finding(requirement, "not_stated")
    lines = tuple(entry.line for entry in resume.profile.education if entry.degree == held)
    lines = lines or tuple(line.n for line in resume.lines if degree_in(line.text, short_forms=True) == held)
    short = DEGREE_ORDER.index(asked) - DEGREE_ORDER.index(held)
    verdict: Verdict = "met" if short <= 0 else "partial" if short == 1 else "not_met"
    if verdict == "met" and _other_subject(requirement.text, " ".join(resume.lines[n - 1].text for n in lines)):
        return Finding(requirement, "partial", lines[:1], other_subject=True)
    return Finding(requirement, verdict, lines[:1])


@cache
def _degree_terms() -> frozenset[str]:
    return frozenset(terms(_DEGREE_WORDS))


def _other_subject(asked: str, said: str) -> bool:
    """Whether a requirement names a subject, without allowing related ones, and the degree's lines name none of it."""
    if _RELATED.search(asked) or not _SUBJECT.search(asked):
        return False
    subjects, studied = terms(asked).keys() - _degree_terms(), terms(said).keys() - _degree_terms()
    return bool(subjects and studied) and not subjects & studied


def degree_held(resume: Resume) -> Degree | None:
    """The highest degree of the profile, else of any line: some resumes list it among their skills."""
    return resume.profile.highest_degree or highest([d for line in resume.lines if (d := degree_in(line.text))])


def _language(requirement: Requirement, resume: Resume) -> Finding:
    asked = levels_in(requirement.text)
    held: dict[str, tuple[int, int]] = {}
    for line in resume.lines:
        for name, level in levels_in(line.text).items():
            held[name] = max(held.get(name, (0, 0)), (level, -line.n))
    lines = tuple(dict.fromkeys(-held[name][1] for name in asked if name in held))
    if not lines and set(asked) == {"English"} and resume.language == "en":
        # Nobody who writes a whole resume in English says so in it; how well they speak is for the interview.
        longest = max(resume.lines, key=lambda line: len(line.text))
        return Finding(requirement, "partial", (longest.n,), in_it=True)
    if not lines:
        return Finding(requirement, "not_stated")
    enough = all(held.get(name, (0, 0))[0] >= level for name, level in asked.items())
    return Finding(requirement, "met" if enough else "partial", lines[:MOST_LINES])


def _nearest(similarities: Sequence[float], strong_line: float) -> tuple[int, ...]:
    """The line nearest in meaning, if it is near enough to be called strong."""
    best = max(range(len(similarities)), key=lambda i: (similarities[i], -i), default=None)
    return (best + 1,) if best is not None and similarities[best] >= strong_line else ()
