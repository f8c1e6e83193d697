"""Answers without a language model: the lines of the resumes closest to the question, said to be just that."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Final

from agents.answers.answers import Answer, Dossier, Inquiry, Progress, Sources, asked_about
from agents.answers.score_answers import is_about_score, score_answer
from agents.markdown import escaped
from agents.named_candidates import named_candidates
from records.language import Language
from records.redacted import RedactedText
from retrieval.redaction import redact_text

MOST_CANDIDATES: Final = 10
LINES_FOR_ONE: Final = 6
LINES_FOR_EACH: Final = 3

CLOSE_ENOUGH: Final = 0.5
"""Share of the best line's score below which a line no longer helps to answer."""

_OPENING: Final[dict[Language, str]] = {
    "zh": "没有连接语言模型，下面是简历中与问题最相关的原文，只是检索结果，不是判断：",
    "en": "No language model is connected. These are the lines of the resumes closest to the question: "
    "a search result, not a judgement.",
}
_INSTEAD: Final[dict[Language, str]] = {
    "zh": "以下不是语言模型的回答，而是简历中与问题最相关的原文，只是检索结果，不是判断：",
    "en": "Not an answer of the language model: these are the lines of the resumes closest to the question, "
    "a search result and not a judgement.",
}
_NOTHING_INSTEAD: Final[dict[Language, str]] = {
    "zh": "检索了简历原文，没有找到与问题相关的内容。可以换一种问法，或直接问某项技能、公司或年份。",
    "en": "The resumes were searched, and no line fits the question. "
    "Try other words, or ask for a skill, a company or a year.",
}
_NOTHING: Final[dict[Language, str]] = {
    "zh": "没有连接语言模型，只能检索原文，而简历里没有找到与问题相关的内容。"
    "可以换一种问法，或直接问某项技能、公司或年份。",
    "en": "No language model is connected, so the resumes can only be searched, and no line fits the question. "
    "Try other words, or ask for a skill, a company or a year.",
}
_OTHERS: Final[dict[Language, str]] = {
    "zh": "另有 {n} 位候选人的简历里没有找到同样相关的内容。",
    "en": "Nothing as close was found in the resumes of {n} more candidate(s).",
}


RankLines = Callable[[RedactedText, Sequence[RedactedText]], Sequence[float]]
"""Tells how close lines are to a question: one score a line, higher is closer, 0 or less is not close at all."""


class ExtractiveAnswerer:
    """Finds the lines that answer a question; questions on a score are answered from the scorecard."""

    def __init__(self, rank: RankLines, beside_model: bool = False) -> None:
        """`beside_model` where a language model is connected and this is asked instead of it."""
        self._rank = rank
        self._opening = _INSTEAD if beside_model else _OPENING
        self._nothing = _NOTHING_INSTEAD if beside_model else _NOTHING

    async def answer(self, inquiry: Inquiry) -> AsyncIterator[str | Progress | Answer]:
        """The answer, in one piece."""
        named = named_candidates(inquiry.question, [d.resume for d in inquiry.dossiers], inquiry.language)
        dossiers = [dossier for _, dossier in asked_about(inquiry, named.numbers)]
        explained = score_answer(inquiry, dossiers) if is_about_score(inquiry.question) else None
        if explained:
            yield explained
        else:
            question = redact_text(named.question)
            yield await asyncio.to_thread(self._closest_lines, question, dossiers, inquiry.language)

    def _closest_lines(self, question: RedactedText, dossiers: Sequence[Dossier], language: Language) -> Answer:
        scores = self._ranked(question, dossiers)
        best = max((score for of_one in scores for score in of_one), default=0.0)
        most = LINES_FOR_ONE if len(dossiers) == 1 else LINES_FOR_EACH
        found = [
            (max(of_one), dossier, chosen)
            for dossier, of_one in zip(dossiers, scores, strict=True)
            if (chosen := _closest(of_one, max(best, 0.0) * CLOSE_ENOUGH, most))
        ]
        if not found:
            return Answer(self._nothing[language], (), by="rules")
        shown = sorted(found, key=lambda entry: -entry[0])[:MOST_CANDIDATES]
        sources = Sources()
        parts = [self._opening[language], *(_quoted(dossier, chosen, sources) for _, dossier, chosen in shown)]
        if others := len(dossiers) - len(shown):
            parts.append(_OTHERS[language].format(n=others))
        return Answer("\n\n".join(parts), sources.listed(), by="rules")

    def _ranked(self, question: RedactedText, dossiers: Sequence[Dossier]) -> list[Sequence[float]]:
        """All lines are ranked together, so that the scores of candidates can be compared."""
        ranked = self._rank(question, [line for dossier in dossiers for line in dossier.redacted])
        scores, start = [], 0
        for dossier in dossiers:
            scores.append(ranked[start : start + len(dossier.redacted)])
            start += len(dossier.redacted)
        return scores


def _closest(scores: Sequence[float], least: float, most: int) -> list[int]:
    """Line numbers of the best lines, in the resume's order."""
    close = [n for n, score in enumerate(scores, 1) if score > 0 and score >= least]
    return sorted(sorted(close, key=lambda n: -scores[n - 1])[:most])


def _quoted(dossier: Dossier, lines: Sequence[int], sources: Sources) -> str:
    resume = dossier.resume
    quotes = [(n, escaped(resume.quote(n, n).lstrip("•●▪◦·-– "))) for n in lines]
    rows = (f"- {quote} {sources.cite(resume, n, n)}" for n, quote in quotes)
    return "\n".join([f"**{escaped(resume.candidate)}**", "", *rows])
