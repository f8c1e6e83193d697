"""How a score came about, requirement by requirement, from the stored assessment alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from agents.scorecard import MUST_HAVE_CAP, SUPPORT, credit, exact_score, missing_must_haves, share_met
from agents.words import DECISION_WORDS, NECESSITY_WORDS, VERDICT_WORDS
from records.assessment import Assessment, Evidence, Rating
from records.language import Language

Cite = Callable[[Sequence[Evidence]], str]
"""Writes where evidence stands, in the form its reader can follow."""

_METHOD: Final[dict[Language, str]] = {
    "zh": "分数由程序按评分卡计算：从 10 分起，每条要求按权重折算；满足不扣分，部分满足扣一半，不满足或未提及全扣。"
    "简历只有一处依据的按 {one:.0%} 计，两处的按 {two:.0%} 计（学历、证书、语言除外）。",
    "en": "The score is computed by code from the scorecard: it starts at 10, each requirement counts by its weight; "
    "met loses nothing, partly met half, not met or not stated all of it. What one place of the resume supports counts "
    "{one:.0%}, two places {two:.0%} (degrees, certificates and languages count in full).",
}
_SUM: Final[dict[Language, str]] = {
    "zh": "按权重达成 {share:.0%}，得 {plain:.1f} 分",
    "en": "By weight {share:.0%} of the requirements are met, which gives {plain:.1f}",
}
_CAPPED: Final[dict[Language, str]] = {
    "zh": "；因为缺少必备要求（{missing}），满分按 {cap} 折算，最终 {score:.1f} 分。",
    "en": "; because a must-have is missing ({missing}), the scale ends at {cap} instead of 10, so the score is "
    "{score:.1f}.",
}
_DECIDED: Final[dict[Language, str]] = {"zh": "对应的建议：{decision}。", "en": "The advice that follows: {decision}."}
_OWN: Final[dict[Language, str]] = {
    "zh": "语言模型自己的评分是 {own:g} 分，只供对照。",
    "en": "The language model's own score is {own:g}, shown for comparison only.",
}
_LOST: Final[dict[Language, str]] = {"zh": "扣 {points:.1f} 分", "en": "costs {points:.1f}"}
_FULL: Final[dict[Language, str]] = {"zh": "不扣分", "en": "costs nothing"}


def method_explained(assessment: Assessment) -> str:
    """The rule, and what it gave in this case, as a paragraph."""
    language, ratings = assessment.language, assessment.ratings
    share = share_met(ratings)
    text = _METHOD[language].format(one=SUPPORT[1], two=SUPPORT[2]) + _blank(language)
    text += _SUM[language].format(share=share, plain=1 + 9 * share)
    if missing := missing_must_haves(ratings):
        names = _listed([rating.requirement for rating in missing], language)
        text += _CAPPED[language].format(missing=names, cap=MUST_HAVE_CAP, score=exact_score(ratings))
    else:
        text += "。" if language == "zh" else "."
    text += _blank(language) + _DECIDED[language].format(
        decision=DECISION_WORDS[language][assessment.recommendation.decision]
    )
    if assessment.model_score is not None:
        text += _blank(language) + _OWN[language].format(own=assessment.model_score)
    return text


def ratings_explained(assessment: Assessment, cite: Cite) -> Iterator[str]:
    """One line a requirement, those that cost most first: what it cost, its verdict, why, and where that stands."""
    total = sum(rating.weight for rating in assessment.ratings)
    for rating in sorted(assessment.ratings, key=lambda rating: -_lost(rating, total)):
        yield _explained(rating, _lost(rating, total), assessment.language, cite)


def _explained(rating: Rating, lost: float, language: Language, cite: Cite) -> str:
    price = _LOST[language].format(points=lost) if lost else _FULL[language]
    verdict, necessity = VERDICT_WORDS[language][rating.verdict], NECESSITY_WORDS[language][rating.necessity]
    places = cite(rating.evidence) if rating.evidence else ""
    if language == "zh":
        comment = f"{rating.comment.rstrip('。.')}。" if rating.comment else ""
        return f"{rating.requirement}（{necessity}）{rating.text}：{verdict}，{price}。{comment}{places}"
    comment = f" {rating.comment.rstrip('.')}." if rating.comment else ""
    opening = f"{rating.requirement} ({necessity.lower()}) {rating.text}"
    return f"{opening}: {verdict.lower()}, {price}.{comment} {places}".rstrip()


def _lost(rating: Rating, total: float) -> float:
    """Points of the nine between 1 and 10."""
    return 9 * rating.weight * (1 - credit(rating)) / total


def _blank(language: Language) -> str:
    return "" if language == "zh" else " "


def _listed(names: Sequence[str], language: Language) -> str:
    return ("、" if language == "zh" else ", ").join(names)
