"""The assessment card as words in the asker's language: what every exported format shows, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agents.export.wording import EXPORT_WORDS
from agents.plain_text import printable
from agents.score_explained import method_explained
from agents.words import (
    ASSESSED_BY_WORDS,
    DECISION_WORDS,
    NECESSITY_WORDS,
    SEVERITY_WORDS,
    VERDICT_WORDS,
    line_words,
)
from records.assessment import Assessment, Decision, Evidence, Gap, Rating, Verdict
from records.language import Language
from records.posting import Posting
from records.resume import Resume


@dataclass(frozen=True)
class Quote:
    """The resume's own words and where they stand."""

    place: str
    text: str


@dataclass(frozen=True)
class RatingRow:
    """One requirement of the table."""

    requirement: str
    text: str
    necessity: str
    weight: str
    verdict: Verdict
    verdict_words: str
    comment: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Claim:
    """A strength with its quotes."""

    text: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Card:
    """Everything on the card, localised; `words` holds the headings."""

    language: Language
    words: dict[str, str]
    title: str
    posting: str
    score: str
    decision: Decision
    decision_words: str
    reason: str
    fit: str
    rows: tuple[RatingRow, ...]
    strengths: tuple[Claim, ...]
    gaps: tuple[str, ...]
    focus: tuple[str, ...]
    flags: tuple[str, ...]
    method: str
    facts: tuple[tuple[str, str], ...]


def card_of(assessment: Assessment, resume: Resume, posting: Posting) -> Card:
    """The card of an assessment, in the assessment's language."""
    return card_about(assessment, resume.candidate, resume.file, posting.title)


def card_about(assessment: Assessment, candidate: str, file: str, posting: str) -> Card:
    """The card of an assessment of which candidate, file and the posting's title are known, as of a batch."""
    language = assessment.language
    words = EXPORT_WORDS[language]
    decided = assessment.recommendation
    return Card(
        language=language,
        words=words,
        title=words["title"].format(candidate=printable(candidate)),
        posting=printable(posting),
        score=words["out_of"].format(score=assessment.score),
        decision=decided.decision,
        decision_words=DECISION_WORDS[language][decided.decision],
        reason=printable(decided.reason),
        fit=printable(assessment.fit),
        rows=tuple(_row(rating, language) for rating in assessment.ratings),
        strengths=tuple(
            Claim(_marked(s.claim, s.unsupported, language), _quotes(s.evidence, language))
            for s in assessment.strengths
        ),
        gaps=tuple(_gap(gap, language) for gap in assessment.gaps),
        focus=tuple(printable(point) for point in assessment.interview_focus),
        flags=tuple(printable(flag) for flag in assessment.flags),
        method=method_explained(assessment),
        facts=(
            (words["assessed_by"], ASSESSED_BY_WORDS[language][assessment.assessed_by]),
            *_audit(assessment, words),
            (words["file"], printable(file)),
            (words["fingerprint"], assessment.resume),
        ),
    )


def _audit(assessment: Assessment, words: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Which model was asked with which words and at which seed, and how far its samples lay apart."""
    if (asked := assessment.provenance) is not None:
        yield words["asked_with"], printable(asked.model)
        yield words["wording"], asked.wording
        yield words["seed"], "–" if asked.seed is None else str(asked.seed)
    if assessment.sample_scores:
        yield (
            words["spread"],
            ("、" if assessment.language == "zh" else ", ").join(f"{score:.1f}" for score in assessment.sample_scores),
        )


def _row(rating: Rating, language: Language) -> RatingRow:
    return RatingRow(
        requirement=rating.requirement,
        text=printable(rating.text),
        necessity=NECESSITY_WORDS[language][rating.necessity],
        weight=f"{rating.weight:g}",
        verdict=rating.verdict,
        verdict_words=VERDICT_WORDS[language][rating.verdict],
        comment=_marked(rating.comment, rating.unsupported, language),
        quotes=_quotes(rating.evidence, language),
    )


def _quotes(evidence: Iterable[Evidence], language: Language) -> tuple[Quote, ...]:
    place = EXPORT_WORDS[language]["place"]
    return tuple(
        Quote(place.format(lines=line_words(at.first_line, at.last_line, language), page=at.page), printable(at.quote))
        for at in evidence
    )


def _gap(gap: Gap, language: Language) -> str:
    severity = SEVERITY_WORDS[language][gap.severity]
    claim = printable(gap.claim)
    return f"【{severity}】{claim}" if language == "zh" else f"{severity}: {claim}"


def _marked(claim: str, unsupported: Iterable[str], language: Language) -> str:
    """A claim, with what its lines do not support said behind it."""
    words = EXPORT_WORDS[language]
    what = words["comma"].join(unsupported)
    return printable(claim + (words["unsupported"].format(what=what) if what else ""))
