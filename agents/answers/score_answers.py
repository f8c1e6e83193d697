"""Answers to questions on a score, from the stored scorecards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from agents.answers.answers import Answer, Dossier, Inquiry, Sources
from agents.markdown import escaped
from agents.score_explained import method_explained, ratings_explained
from records.assessment import Assessment, Evidence
from records.language import Language

_ABOUT_SCORE: Final = re.compile(
    r"(?:为什么|为何|怎么|怎样|如何|凭什么|依据|解释|说明).{0,20}(?:评分|得分|分数|打分|扣分|\d\s*分(?![工析布享类支配库钟公销层之]))"
    r"|(?:评分|得分|分数|打分|扣分|\d\s*分(?![工析布享类支配库钟公销层之])).{0,12}(?:为什么|为何|怎么|怎样|如何|依据|理由|原因|低|高)"
    r"|扣分|失分"
    r"|\b(?:why|how|what|explain)\b.{0,60}(?:\bscor(?:e|ed|es|ing)\b|\brat(?:ed|ing)\b|\bpoints?\b"
    r"|\b(?:only|just)\s+(?:an?\s+)?\d+(?:\.\d+)?(?!\s*(?:years?|months?|[\d.%]))|\d\s*(?:/|out of)\s*10\b)",
    re.IGNORECASE,
)
_POINTS: Final = re.compile(r"(?<![\d.])(10|[1-9](?:\.\d)?)(?![\d.])")
_OPENING: Final[dict[Language, str]] = {
    "zh": "**{candidate}** 在“{title}”上得 **{score:.1f}** 分。",
    "en": "**{candidate}** scores **{score:.1f}** for “{title}”. ",
}


def is_about_score(question: str) -> bool:
    """Whether a question asks how a score came about ("为什么只有 6 分?", "why only 6?")."""
    return _ABOUT_SCORE.search(question) is not None


def score_answer(inquiry: Inquiry, dossiers: Sequence[Dossier]) -> Answer | None:
    """Each candidate's newest score explained, those with the score asked about if any; None if none was assessed."""
    assessed = [(dossier, dossier.assessments[-1]) for dossier in dossiers if dossier.assessments]
    if not assessed:
        return None
    asked = [float(points) for points in _POINTS.findall(inquiry.question)]
    meant = [pair for pair in assessed if any(abs(pair[1].score - points) < 1 for points in asked)]
    sources = Sources()
    text = "\n\n".join(_explained(inquiry, *pair, sources) for pair in meant or assessed)
    return Answer(text, sources.listed(), by="rules")


def _explained(inquiry: Inquiry, dossier: Dossier, assessment: Assessment, sources: Sources) -> str:
    def cite(evidence: Sequence[Evidence]) -> str:
        return "".join(sources.cite(dossier.resume, place.first_line, place.last_line) for place in evidence)

    opening = _OPENING[inquiry.language].format(
        candidate=escaped(dossier.resume.candidate),
        title=escaped(inquiry.title(assessment.posting)),
        score=assessment.score,
    )
    shown = assessment.model_copy(update={"language": inquiry.language})
    rows = "\n".join(f"- {line}" for line in ratings_explained(shown, cite))
    return f"{opening}{method_explained(shown)}\n\n{rows}"
