"""Why one candidate ranks below another, in words: a line for each requirement that made the difference."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from agents.markdown import escaped
from agents.scorecard import MUST_HAVE_CAP
from agents.screening.shortlist import Place
from agents.screening.why import CapActed, Difference, Why
from agents.words import NECESSITY_WORDS, VERDICT_WORDS
from records.assessment import Evidence, Rating
from records.language import Language

CiteOf = Callable[[Place, Sequence[Evidence]], str]
"""Writes where evidence stands in a candidate's resume, in the form its reader can follow."""

_WORDS: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "opening": "**{higher}**（第 {higher_rank} 名，{higher_score:.1f} 分）比 **{lower}**（第 {lower_rank} 名，"
        "{lower_score:.1f} 分）高 {gap:.2f} 分。",
        "tied": "**{higher}** 和 **{lower}** 并列第 {higher_rank} 名，都是 {higher_score:.1f} 分；"
        "四舍五入之前相差 {gap:.2f} 分。",
        "mistaken": "实际名次与提问相反：",
        "mistaken_tied": "两人名次相同：",
        "postings": "两人评估的岗位不同（{higher}，{lower}），分数由不同的要求构成，只能粗略比较。",
        "difference": "{id}（{necessity}）{text}：{higher}{higher_said}，{lower}{lower_said}：{points} 分",
        "unrated": "还没有评",
        "places": "（{n} 处依据）",
        "cap_one": "{who}缺少必备要求（{ids}），满分按 {cap} 折算：{points} 分",
        "cap_both": "两人都缺少必备要求（{higher}：{higher_ids}；{lower}：{lower_ids}），"
        "满分都按 {cap} 折算：{points} 分",
        "rest": "其余细小差别与四舍五入：{points} 分",
        "same": "两人在每条要求上得分相同，名次按文件到达的先后。",
        "between": "、",
    },
    "en": {
        "opening": "**{higher}** (rank {higher_rank}, {higher_score:.1f}) is {gap:.2f} points ahead of **{lower}** "
        "(rank {lower_rank}, {lower_score:.1f}).",
        "tied": "**{higher}** and **{lower}** share rank {higher_rank} with {higher_score:.1f}; before rounding they "
        "are {gap:.2f} apart.",
        "mistaken": "It is the other way round: ",
        "mistaken_tied": "Neither is ahead: ",
        "postings": "They are assessed for different postings ({higher}, {lower}): their scores are made of different "
        "requirements and compare only roughly.",
        "difference": "{id} ({necessity}) {text}: {higher} {higher_said}; {lower} {lower_said}: {points}",
        "unrated": "not rated yet",
        "places": " (in {n} places)",
        "cap_one": "{who} lacks a must-have ({ids}), so the scale ends at {cap} instead of 10: {points}",
        "cap_both": "Both lack a must-have ({higher}: {higher_ids}; {lower}: {lower_ids}), so both scales end at {cap} "
        "instead of 10: {points}",
        "rest": "Small differences, and rounding: {points}",
        "same": "They score the same on every requirement and stand in the order in which their files came.",
        "between": ", ",
    },
}


def why_told(why: Why, language: Language, cite: CiteOf) -> Iterator[str]:
    """The conclusion, then in Markdown what each requirement, the must-have cap and the rest did, the greatest first.

    The points told add up to the difference told.
    """
    yield _opening(why, language)
    words = _WORDS[language]
    if not why.one_posting:
        yield words["postings"].format(higher=escaped(why.higher.posting), lower=escaped(why.lower.posting))
    for difference, points in why.shown:
        yield _difference(why, difference, points, language, cite)
    if why.cap is not None:
        yield _cap(why, why.cap, language)
    if why.rest:
        yield words["rest"].format(points=_signed(why.rest))
    if not why.differences and why.cap is None:
        yield words["same"]


def _opening(why: Why, language: Language) -> str:
    words = _WORDS[language]
    opening = words["tied" if why.tied else "opening"].format(
        higher=escaped(why.higher.candidate),
        lower=escaped(why.lower.candidate),
        higher_rank=why.higher.rank,
        lower_rank=why.lower.rank,
        higher_score=why.higher.score,
        lower_score=why.lower.score,
        gap=why.gap,
    )
    mistaken = words["mistaken_tied" if why.tied else "mistaken"] if why.mistaken else ""
    return f"{mistaken}{opening}"


def _difference(why: Why, one: Difference, points: float, language: Language, cite: CiteOf) -> str:
    necessity = NECESSITY_WORDS[language][one.necessity]
    alike = one.lower is not None and one.higher is not None and one.lower.verdict == one.higher.verdict
    return _WORDS[language]["difference"].format(
        id=one.requirement,
        necessity=necessity if language == "zh" else necessity.lower(),
        text=escaped(one.text),
        higher=escaped(why.higher.candidate),
        higher_said=_said(why.higher, one.higher, alike, language, cite),
        lower=escaped(why.lower.candidate),
        lower_said=_said(why.lower, one.lower, alike, language, cite),
        points=_signed(points),
    )


def _said(place: Place, rating: Rating | None, alike: bool, language: Language, cite: CiteOf) -> str:
    """A verdict with its lines; of two alike the number of places makes the difference."""
    words = _WORDS[language]
    if rating is None:
        return words["unrated"]
    verdict = VERDICT_WORDS[language][rating.verdict]
    counted = words["places"].format(n=len(rating.evidence)) if alike else ""
    lines = cite(place, rating.evidence) if rating.evidence else ""
    if language == "zh":
        return f"{verdict}{counted}{lines}"
    return f"{verdict.lower()}{counted} {lines}".rstrip()


def _cap(why: Why, cap: CapActed, language: Language) -> str:
    words, points = _WORDS[language], _signed(round(cap.points, 2) + 0.0)
    higher, lower = escaped(why.higher.candidate), escaped(why.lower.candidate)
    higher_ids, lower_ids = (
        words["between"].join(rating.requirement for rating in lacking) for lacking in (cap.higher, cap.lower)
    )
    if cap.higher and cap.lower:
        told = {"higher": higher, "lower": lower, "higher_ids": higher_ids, "lower_ids": lower_ids}
        return words["cap_both"].format(**told, cap=MUST_HAVE_CAP, points=points)
    who, ids = (higher, higher_ids) if cap.higher else (lower, lower_ids)
    return words["cap_one"].format(who=who, ids=ids, cap=MUST_HAVE_CAP, points=points)


def _signed(points: float) -> str:
    return f"{points:+.2f}"
