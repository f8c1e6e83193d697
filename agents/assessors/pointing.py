"""What a model's answer to an assessment says at the lines that it points at, before anything of it is checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from agents.assessors import flags
from agents.assessors.answer_schema import ModelGap, ModelRating, ModelStrength
from agents.assessors.assessor import Case
from agents.json_schema import Lines
from agents.scorecard import severity
from records.assessment import Evidence, Gap, Rating, Severity, Strength
from records.posting import Requirement
from records.resume import Resume
from retrieval.redaction import withheld_lines

LONGEST_PLACE: Final = 6
"""Lines a single piece of evidence may span; beyond that it no longer points at anything."""

_RANK: Final[dict[Severity, int]] = {"blocking": 0, "major": 1, "minor": 2}


def evidence_at(resume: Resume, places: Iterable[Lines]) -> tuple[Evidence, ...]:
    """The places that exist, in the resume's order; one beyond the last line is dropped, never moved to another."""
    spans = {span for place in places if (span := _span(place, len(resume.lines))) and not _unseen(span, resume)}
    return tuple(
        Evidence(first_line=first, last_line=last, page=resume.lines[first - 1].page, quote=resume.quote(first, last))
        for first, last in sorted(spans)
    )


def ratings_of(case: Case, given: Mapping[str, ModelRating]) -> tuple[Rating, ...]:
    """The ratings written so far, in the posting's order."""
    return tuple(_rating(r, given[r.id], case) for r in case.posting.requirements if r.id in given)


def strengths_of(resume: Resume, given: Iterable[ModelStrength]) -> tuple[Strength, ...]:
    """The strengths that point at lines which exist."""
    found = ((cleaned(strength.claim), evidence_at(resume, strength.lines)) for strength in given)
    return tuple(Strength(claim=claim, evidence=evidence) for claim, evidence in found if claim and evidence)


def gaps_of(ratings: Sequence[Rating], given: Iterable[ModelGap]) -> tuple[Gap, ...]:
    """The gaps named for ratings that are not met, and every must-have that the model forgot; the gravest first."""
    claims = {gap.requirement: cleaned(gap.claim) for gap in given}
    gaps = (
        Gap(
            claim=claims.get(rating.requirement) or _missing(rating),
            requirement=rating.requirement,
            severity=weight,
        )
        for rating in ratings
        if (weight := severity(rating)) and (rating.requirement in claims or rating.necessity == "must")
    )
    return tuple(sorted(gaps, key=lambda gap: _RANK[gap.severity]))


def _missing(rating: Rating) -> str:
    """What is missing, where the model names no gap: that nothing is said tells nobody what is asked for."""
    return rating.text if rating.verdict == "not_stated" else rating.comment or rating.text


def _rating(requirement: Requirement, given: ModelRating, case: Case) -> Rating:
    evidence = evidence_at(case.resume, given.lines)
    verdict = given.verdict if evidence else "not_stated"
    # What the model says of a verdict that is set back would contradict the verdict shown.
    comment = cleaned(given.comment) if verdict == given.verdict else flags.no_line_says_it(case.language)
    return Rating.of(requirement, verdict, () if verdict == "not_stated" else evidence, comment)


def _span(place: Lines, line_count: int) -> tuple[int, int] | None:
    first, last = sorted((place.first_line, place.last_line))
    if first < 1 or first > line_count:
        return None
    return first, min(last, line_count, first + LONGEST_PLACE - 1)


def _unseen(span: tuple[int, int], resume: Resume) -> bool:
    """Whether the model has seen none of the lines."""
    return withheld_lines(resume).issuperset(range(span[0], span[1] + 1))


def cleaned(written: str) -> str:
    """On one line."""
    return " ".join(written.split())
