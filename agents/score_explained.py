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
    "zh": "分数由程序按评分卡计算：从 10 分起，每条要求按权重折算；满足计全部，部分满足计一半，不满足或未提及不计；"
    "简历中只有一处依据的再按 {one:.0%} 计，两处的按 {two:.0%} 计（学历、证书、语言除外）。",
    "en": "The score is computed by code from the scorecard: it starts at 10, each requirement counts by its weight; "
    "met counts in full, partly met half, not met or not stated nothing; what only one place in the resume supports "
    "shrinks to {one:.0%}, what two support to {two:.0%} (but not degrees, certificates and languages).",
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
_LOST_THIN: Final[dict[Language, str]] = {
    "zh": "但依据不足三处，扣 {points:.1f} 分",
    "en": "but shown in fewer than three places, which costs {points:.1f}",
}
_LOST: Final[dict[Language, str]] = {"zh": "扣 {points:.1f} 分", "en": "costs {points:.1f}"}
_OTHERS: Final[dict[Language, str]] = {
    "zh": "另有 {n} 条要求没有扣分，或扣得不到 0.05 分。",
    "en": "{n} more cost nothing, or less than 0.05.",
}
_SHOWN_POINTS: Final = 0.05
"""What is rounded to nothing in the one decimal that people see needs no line of its own."""


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
    """One line for each requirement that cost points, the dearest first: what it cost, its verdict, why, and where.

    A last line counts the others.
    """
    total = sum(rating.weight for rating in assessment.ratings)
    costly = [rating for rating in assessment.ratings if _lost(rating, total) >= _SHOWN_POINTS]
    for rating in sorted(costly, key=lambda rating: -_lost(rating, total)):
        yield _explained(rating, _lost(rating, total), assessment.language, cite)
    if others := len(assessment.ratings) - len(costly):
        yield _OTHERS[assessment.language].format(n=others)


def _explained(rating: Rating, lost: float, language: Language, cite: Cite) -> str:
    price = (_LOST_THIN if rating.verdict == "met" else _LOST)[language].format(points=lost)
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
