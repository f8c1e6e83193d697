"""The assessor that needs no language model: it rates by rules and writes down only what the rules found."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Final

from agents.assessors.assessor import Case, Draft
from agents.assessors.rule_ratings import Finding, degree_held, findings
from agents.assessors.rule_wording import Summary, comment, fit, focus, gap, reason, strength
from agents.scorecard import credit, decision, missing_must_haves, score, severity
from records.assessment import AssessedBy, Assessment, Gap, Rating, Recommendation, Severity, Strength, Verdict
from records.errors import NoRequirements
from records.posting import Posting
from records.resume import Resume
from retrieval.embedding import Embedding, Vectors

SimilarityByLine = Callable[[Resume, Posting], Vectors]
"""Cosines of shape (requirements, lines) between a posting's requirements and a resume's lines."""

MOST_STRENGTHS: Final = 5
MOST_FOCUS: Final = 5
_GRAVITY: Final[dict[Severity, int]] = {"blocking": 0, "major": 1, "minor": 2}
_VERDICTS: Final[tuple[Verdict, ...]] = ("met", "partial", "not_met", "not_stated")


class RuleAssessor:
    """Implements `Assessor`; the same case always gives the same assessment."""

    name: AssessedBy = "rules"

    def __init__(self, similarity_by_line: SimilarityByLine, embedding: Embedding) -> None:
        self._similarity_by_line = similarity_by_line
        self._embedding = embedding

    async def assess(self, case: Case) -> AsyncGenerator[Draft | Assessment]:
        """The assessment, in one piece."""
        yield await asyncio.to_thread(self.assessed, case)

    def assessed(self, case: Case) -> Assessment:
        """The assessment of a case; raises `NoRequirements` where the posting asks nothing."""
        if not case.posting.requirements:
            raise NoRequirements(title=case.posting.title)
        similarities = self._similarity_by_line(case.resume, case.posting)
        found = findings(case, similarities, self._embedding)
        ratings = tuple(_rating(case, finding) for finding in found)
        return _assessment(case, ratings)


def _rating(case: Case, finding: Finding) -> Rating:
    profile = case.resume.profile
    said = comment(finding, profile.years_experience, degree_held(case.resume), case.language)
    return Rating.of(finding.requirement, finding.verdict, finding.evidence(case.resume), said)


def _assessment(case: Case, ratings: tuple[Rating, ...]) -> Assessment:
    decided = decision(ratings)
    missing = [rating.text for rating in missing_must_haves(ratings)]
    return Assessment(
        posting=case.posting.id,
        resume=case.resume.sha256,
        assessed_by="rules",
        language=case.language,
        fit=fit(summary(ratings), case.language),
        score=score(ratings),
        ratings=ratings,
        strengths=tuple(
            Strength(claim=strength(r.text, r.comment, case.language), evidence=r.evidence) for r in _best(ratings)
        ),
        gaps=_gaps(case, ratings),
        recommendation=Recommendation(decision=decided, reason=reason(decided, missing, case.language)),
        interview_focus=tuple(focus(r.verdict, r.text, case.language) for r in _to_ask(ratings)),
    )


def summary(ratings: Sequence[Rating]) -> Summary:
    """What the summary of these ratings counts."""
    must = [rating for rating in ratings if rating.necessity == "must"]
    return Summary(
        counts={verdict: sum(rating.verdict == verdict for rating in ratings) for verdict in _VERDICTS},
        must_haves=len(must),
        must_haves_held=len(must) - len(missing_must_haves(ratings)),
        points=score(ratings),
        best=tuple(rating.text for rating in _best(ratings)[:2]),
        worst=tuple(rating.text for rating in _by_gravity(ratings)[:2]),
    )


def _best(ratings: Sequence[Rating]) -> list[Rating]:
    """What is met with evidence, the most telling first."""
    met = [rating for rating in ratings if rating.verdict == "met" and rating.evidence and rating.kind != "trait"]
    return sorted(met, key=lambda rating: -rating.weight * credit(rating))[:MOST_STRENGTHS]


def _by_gravity(ratings: Sequence[Rating]) -> list[Rating]:
    """What is not fully met, the gravest first; duties and traits only where nothing else is."""
    open_ones = [(severity(rating), rating) for rating in ratings]
    graded = [(_GRAVITY[grade], rating) for grade, rating in open_ones if grade is not None]
    return [rating for _, rating in sorted(graded, key=lambda pair: (pair[0], -pair[1].weight))]


def _gaps(case: Case, ratings: Sequence[Rating]) -> tuple[Gap, ...]:
    return tuple(
        Gap(claim=gap(r.verdict, r.text, r.comment, case.language), requirement=r.requirement, severity=grade)
        for r in _by_gravity(ratings)
        if (grade := severity(r)) is not None
    )


def _to_ask(ratings: Sequence[Rating]) -> list[Rating]:
    return ([*_by_gravity(ratings), *_best(ratings)] or list(ratings))[:MOST_FOCUS]
