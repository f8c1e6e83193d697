"""From a language model's answer to an assessment: quotes by line number, the score by code, doubts as flags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from agents import flags
from agents.answer_schema import ModelAnswer, ModelGap, ModelRating, ModelStrength
from agents.assessor import Case
from agents.claim_meaning import Meaning
from agents.claim_support import supports
from agents.claims import unsupported
from agents.contradictions import contradicts
from agents.json_schema import Lines
from agents.scorecard import decision, score, severity
from records.assessment import Assessment, Decision, Evidence, Gap, Rating, Recommendation, Severity, Strength
from records.errors import EmbeddingError
from records.posting import Requirement
from records.redacted import RedactedText
from records.resume import Resume
from retrieval.embedding import Embedding
from retrieval.redaction import redact_text, withheld_lines

LONGEST_PLACE: Final = 6
"""Lines a single piece of evidence may span; beyond that it no longer points at anything."""

FAR_APART: Final = 2.0
"""Distance between the model's own score and the scorecard's from which a person is asked to look."""

_SIDE: Final[dict[Decision, int]] = {"strong_yes": 1, "yes": 1, "maybe": 0, "no": -1}
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
    found = ((_clean(strength.claim), evidence_at(resume, strength.lines)) for strength in given)
    return tuple(Strength(claim=claim, evidence=evidence) for claim, evidence in found if claim and evidence)


def gaps_of(ratings: Sequence[Rating], given: Iterable[ModelGap]) -> tuple[Gap, ...]:
    """The gaps named for ratings that are not met, and every must-have that the model forgot; the gravest first."""
    claims = {gap.requirement: _clean(gap.claim) for gap in given}
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


def assessment_of(case: Case, answer: ModelAnswer, today: date, embedding: Embedding | None = None) -> Assessment:
    """The assessment that follows from the answer; flags name everything that was corrected or needs a look.

    Meaning is compared where an embedding is given; calls it once, so it belongs into a thread.
    """
    meaning, unchecked = _meaning(case, answer, embedding)
    pointed = ratings_of(case, answer.ratings)
    ratings = tuple(_checked(case, rating, meaning, today) for rating in pointed)
    strengths = _supported_first(_held(case, s, meaning, today) for s in strengths_of(case.resume, answer.strengths))
    return Assessment(
        posting=case.posting.id,
        resume=case.resume.sha256,
        assessed_by="model",
        language=case.language,
        fit=_clean(answer.fit),
        score=score(ratings),
        model_score=answer.score,
        ratings=ratings,
        strengths=strengths,
        gaps=gaps_of(ratings, answer.gaps),
        recommendation=Recommendation(decision=decision(ratings), reason=_clean(answer.recommendation.reason)),
        interview_focus=tuple(focus for point in answer.interview_focus if (focus := _clean(point))),
        flags=(
            *_corrections(case, answer, pointed),
            *_unrelated(case, pointed, ratings),
            *_unsupported(case, ratings, strengths),
            *_summary_unsupported(case, answer, today),
            *_disagreements(case, answer, ratings),
            *unchecked,
        ),
    )


def _meaning(case: Case, answer: ModelAnswer, embedding: Embedding | None) -> tuple[Meaning | None, tuple[str, ...]]:
    """Every text that is compared, embedded at once; a flag where the embedding is away."""
    if embedding is None:
        return None, ()
    written = [*(r.text for r in case.posting.requirements), *(_clean(r.comment) for r in answer.ratings.values())]
    written += [_clean(strength.claim) for strength in answer.strengths]
    try:
        return Meaning(embedding, [*case.redacted, *map(redact_text, written)]), ()
    except EmbeddingError:
        return None, (flags.meaning_unchecked(case.language),)


def _lines(case: Case, evidence: Iterable[Evidence]) -> list[RedactedText]:
    return [line for at in evidence for line in case.redacted[at.first_line - 1 : at.last_line]]


def _checked(case: Case, rating: Rating, meaning: Meaning | None, today: date) -> Rating:
    """The rating with what its lines do not support; no credit for lines that do not speak of the requirement."""
    requirement = next(r for r in case.posting.requirements if r.id == rating.requirement)
    lines = _lines(case, rating.evidence)
    if rating.verdict in ("met", "partial") and not supports(requirement, redact_text(rating.text), lines, meaning):
        said = flags.no_line_says_it(case.language)
        return rating.model_copy(update={"verdict": "not_stated", "evidence": (), "comment": said})
    # A comment may name what the requirement asks for; a strength may not, or it would only repeat the posting.
    parts = unsupported(rating.comment, "\n".join(lines), today, rating.text)
    return rating.model_copy(update={"unsupported": parts})


def _held(case: Case, strength: Strength, meaning: Meaning | None, today: date) -> Strength:
    lines = _lines(case, strength.evidence)
    parts = unsupported(strength.claim, "\n".join(lines), today)
    if not parts and meaning and meaning.far(redact_text(strength.claim), lines):
        parts = (strength.claim,)
    return strength.model_copy(update={"unsupported": parts})


def _supported_first(strengths: Iterable[Strength]) -> tuple[Strength, ...]:
    """What is shown first, and alone where there is room for one, stands on its lines."""
    return tuple(sorted(strengths, key=lambda strength: bool(strength.unsupported)))


def _span(place: Lines, line_count: int) -> tuple[int, int] | None:
    first, last = sorted((place.first_line, place.last_line))
    if first < 1 or first > line_count:
        return None
    return first, min(last, line_count, first + LONGEST_PLACE - 1)


def _unseen(span: tuple[int, int], resume: Resume) -> bool:
    """Whether the model has seen none of the lines."""
    return withheld_lines(resume).issuperset(range(span[0], span[1] + 1))


def _rating(requirement: Requirement, given: ModelRating, case: Case) -> Rating:
    evidence = evidence_at(case.resume, given.lines)
    verdict = given.verdict if evidence else "not_stated"
    return Rating(
        requirement=requirement.id,
        text=requirement.text,
        kind=requirement.kind,
        necessity=requirement.necessity,
        weight=requirement.weight,
        verdict=verdict,
        evidence=() if verdict == "not_stated" else evidence,
        # What the model says of a verdict that is set back would contradict the verdict shown.
        comment=_clean(given.comment) if verdict == given.verdict else flags.no_line_says_it(case.language),
    )


def _corrections(case: Case, answer: ModelAnswer, ratings: Sequence[Rating]) -> Iterator[str]:
    named = {gap.requirement for gap in answer.gaps}
    for rating in ratings:
        if rating.verdict != answer.ratings[rating.requirement].verdict:
            yield flags.verdict_without_lines(rating.requirement, rating.text, case.language)
        if rating.verdict == "met" and rating.requirement in named:
            yield flags.gap_although_met(rating.requirement, rating.text, case.language)
    for strength in answer.strengths:
        if not evidence_at(case.resume, strength.lines):
            yield flags.strength_without_lines(_clean(strength.claim), case.language)


def _unrelated(case: Case, pointed: Sequence[Rating], ratings: Sequence[Rating]) -> Iterator[str]:
    changed = [after for before, after in zip(pointed, ratings, strict=True) if before.verdict != after.verdict]
    if changed:
        yield flags.verdicts_unrelated([(rating.requirement, rating.text) for rating in changed], case.language)


def _unsupported(case: Case, ratings: Sequence[Rating], strengths: Sequence[Strength]) -> Iterator[str]:
    for rating in ratings:
        if rating.unsupported:
            yield flags.comment_unsupported(rating.requirement, rating.text, rating.unsupported, case.language)
    for strength in strengths:
        if strength.unsupported:
            yield flags.strength_unsupported(strength.claim, strength.unsupported, case.language)


def _summary_unsupported(case: Case, answer: ModelAnswer, today: date) -> Iterator[str]:
    asked = "\n".join([case.posting.title, *(r.text for r in case.posting.requirements)])
    written = f"{answer.fit}\n{answer.recommendation.reason}"
    years = [case.resume.profile.years_experience]
    if parts := unsupported(written, "\n".join(case.redacted), today, asked, years):
        yield flags.summary_unsupported(parts, case.language)


def _disagreements(case: Case, answer: ModelAnswer, ratings: Sequence[Rating]) -> Iterator[str]:
    for rating in ratings:
        # As the model gave it: where code has set the verdict back, that is flagged already.
        if contradicts(answer.ratings[rating.requirement].verdict, rating.comment, rating.text):
            yield flags.comment_contradicts(rating.requirement, rating.text, case.language)
    points, decided, advised = score(ratings), decision(ratings), answer.recommendation.decision
    if abs(points - answer.score) >= FAR_APART:
        yield flags.scores_apart(answer.score, points, case.language)
    if _SIDE[decided] != _SIDE[advised]:
        yield flags.decisions_differ(advised, decided, case.language)


def _clean(written: str) -> str:
    return " ".join(written.split())
