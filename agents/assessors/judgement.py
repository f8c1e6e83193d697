"""From a language model's answer to an assessment: quotes by line number, the score by code, doubts as flags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain
from typing import Final

from agents.assessors import flags
from agents.assessors.answer_schema import ModelAnswer
from agents.assessors.assessor import Case
from agents.assessors.contradictions import contradicts
from agents.assessors.pointing import cleaned, evidence_at, gaps_of, ratings_of, strengths_of
from agents.claims.claims import unsupported
from agents.claims.meaning import Meaning
from agents.claims.support import supports
from agents.scorecard import decision, score
from records.assessment import Assessment, Decision, Evidence, Rating, Recommendation, Strength
from records.errors import EmbeddingError
from records.redacted import RedactedText
from retrieval.embedding import Embedding
from retrieval.redaction import redact_text

FAR_APART: Final = 2.0
"""Distance of the model's own score from the scorecard's, or of samples, from which a person is asked to look."""

_SIDE: Final[dict[Decision, int]] = {"strong_yes": 1, "yes": 1, "maybe": 0, "no": -1}


def assessment_of(
    case: Case,
    answer: ModelAnswer,
    today: date,
    embedding: Embedding | None = None,
    samples: Sequence[ModelAnswer] = (),
) -> Assessment:
    """The assessment that follows from the answer; flags name everything that was corrected or needs a look.

    Meaning is compared where an embedding is given; calls it once, so it belongs into a thread. Where the answer is
    the vote of several `samples`, each is scored, and what they say alike is checked once.
    """
    meaning, unchecked = _meaning(case, [answer, *samples], embedding)

    @cache
    def checked(rating: Rating) -> Rating:
        return _checked(case, rating, meaning, today)

    pointed = ratings_of(case, answer.ratings)
    ratings = tuple(map(checked, pointed))
    scores = tuple(score([*map(checked, ratings_of(case, sample.ratings))]) for sample in samples)
    strengths = _supported_first(_held(case, s, meaning, today) for s in strengths_of(case.resume, answer.strengths))
    return Assessment(
        posting=case.posting.id,
        resume=case.resume.sha256,
        assessed_by="model",
        language=case.language,
        fit=cleaned(answer.fit),
        score=score(ratings),
        model_score=answer.score,
        ratings=ratings,
        strengths=strengths,
        gaps=gaps_of(ratings, answer.gaps),
        recommendation=Recommendation(decision=decision(ratings), reason=cleaned(answer.recommendation.reason)),
        interview_focus=tuple(focus for point in answer.interview_focus if (focus := cleaned(point))),
        flags=_each_once(
            _corrections(case, answer, pointed),
            _unrelated(case, pointed, ratings),
            _unsupported(case, ratings, strengths),
            _summary_unsupported(case, answer, today),
            _disagreements(case, answer, ratings),
            unchecked,
            _unsteady(case, scores),
        ),
        sample_scores=scores,
    )


def _each_once(*told: Iterable[str]) -> tuple[str, ...]:
    """A model that says one thing five times is told of once."""
    return tuple(dict.fromkeys(chain(*told)))


def _meaning(
    case: Case, answers: Sequence[ModelAnswer], embedding: Embedding | None
) -> tuple[Meaning | None, tuple[str, ...]]:
    """Every text that is compared, embedded at once; a flag where the embedding is away."""
    if embedding is None:
        return None, ()
    written = [requirement.text for requirement in case.posting.requirements]
    for answer in answers:
        written += [cleaned(rating.comment) for rating in answer.ratings.values()]
        written += [cleaned(strength.claim) for strength in answer.strengths]
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


def _corrections(case: Case, answer: ModelAnswer, ratings: Sequence[Rating]) -> Iterator[str]:
    named = {gap.requirement for gap in answer.gaps}
    for rating in ratings:
        if rating.verdict != answer.ratings[rating.requirement].verdict:
            yield flags.verdict_without_lines(rating.requirement, rating.text, case.language)
        if rating.verdict == "met" and rating.requirement in named:
            yield flags.gap_although_met(rating.requirement, rating.text, case.language)
    for strength in answer.strengths:
        if not evidence_at(case.resume, strength.lines):
            yield flags.strength_without_lines(cleaned(strength.claim), case.language)


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


def _unsteady(case: Case, scores: Sequence[float]) -> Iterator[str]:
    if scores and max(scores) - min(scores) >= FAR_APART:
        yield flags.samples_apart(scores, case.language)
