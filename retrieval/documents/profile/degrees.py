# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Degree levels named in a text, in Chinese and English."""

from __future__ import annotations

import re

from records.resume import DEGREE_ORDER, Degree

_WORDS: dict[Degree, str] = {
    "doctor": r"\bjuris\s+doctor\b|\bj\.d\.|博士(?!后|生?导师|生导|後)|直博|\bph\.?\s?d\b\.?|\bd\.?phil\b|\bdoctor(?:ate|al)\b|\bdoctor\s+of\b|\bdoctor(?:['’]?s)?\s+degree\b",
    "master": r"(?:硕士|碩士)(?!(?:研究)?生?导师|生导|点)|研究生(?!导师|院|会)|\be?mba\b|\bmaster(?:['’]?s)\b|\bmasters?\s+(?:of|degree|in|student)\b|\bm\.?\s?phil\b|\bm\.?\s?tech\b|\bm\.?\s?eng\b|\bm\.sc?\b\.?|"
    r"\bmsc\b|\bmca\b|\bmpa\b|\bmph\b|\bll\.?m\b|\bm\.a\b\.?|\bm\.e\b\.?|\bm\.ed\b|\bmfa\b|\bmpacc\b",
    "bachelor": r"本科|学士|學士|双学位|第二学位|专升本|專升本|\bbachelor(?:['’]?s)?\b|\bb\.?\s?tech\b|\bb\.?\s?eng\b|\bb\.sc?\b\.?|\bbsc\b|\bbba\b|\bbca\b|\bbsn\b|\bb\.?\s?com\b|\bll\.?b\b|"
    r"\bb\.a\b\.?|\bb\.e\b\.?|\bb\.ed\b|\bbfa\b|\bundergraduate\s+(?:degree|in)\b",
    "associate": r"大专|专科(?!医|护|门诊|疾病|会诊)|大專|專科(?!醫|護)|高职|\bassociate(?:['’]?s)?\s+(?:of|degree|in\s+(?:arts|science|applied|engineering|nursing|business))\b|\ba\.(?:a|s)\.s?\.?(?=\s|,|$)|\badvanced\s+diploma\b|\bhnd\b",
}
NAMED = {degree: re.compile(words, re.IGNORECASE) for degree, words in _WORDS.items()}
"""Degrees by names that mean nothing else, in resumes and postings alike."""

# Two capitals mean a degree only where the words around them do: MA is also Massachusetts, MS also Microsoft.
_SHORT: dict[Degree, re.Pattern[str]] = {
    "doctor": re.compile(r"(?:^|[|,(·•]\s*|\s{2,})(?:Doctor|DOCTOR|EdD|Ed\.D\.|M\.D\.)(?=\s*[|,)·•]|\s{2,}|\s*$)"),
    "master": re.compile(
        r"(?<!, )(?<![A-Z] )\b(?:MS|MA|ME|MEng|MEd|MCom|Master|MASTER)\b(?=\s+(?:in|of|IN|OF)\b|,\s+[A-Z][a-z]|\s*[|•·(–-]|\s*$|\s{2,}|\s(?!Office|Word|Excel|Access|SQL|Project|Teams|Windows|Visio|Dynamics)[A-Z][a-z]+)"
    ),
    "bachelor": re.compile(
        r"(?<![A-Z] )\b(?:BS|BA|BE|BEng|BEd|AB|SB)\b(?=\s+(?:in|of|IN|OF)\b|,\s+[A-Z][a-z]|\s*[|•·(–-]|\s*$|\s{2,}|\s(?!Office|Word|Excel|Access|SQL|Project|Teams|Windows|Visio|Dynamics)[A-Z][a-z]+)"
    ),
    "associate": re.compile(r"\b(?:AS|AA|AAS)\b(?=\s+(?:in|of)\b)"),
}


def degree_in(text: str, short_forms: bool = False) -> Degree | None:
    """The highest degree a text names; `short_forms` such as BS or MA only where the text is about education."""
    for degree in reversed(DEGREE_ORDER):
        if NAMED[degree].search(text) or (short_forms and _SHORT[degree].search(text)):
            return degree
    return None


def degree_span(text: str) -> tuple[int, int] | None:
    """Where a text names its highest degree, short forms included."""
    degree = degree_in(text, short_forms=True)
    if degree is None:
        return None
    found = NAMED[degree].search(text) or _SHORT[degree].search(text)
    return found.span() if found else None


def highest(degrees: list[Degree]) -> Degree | None:
    """The highest of some degrees."""
    return max(degrees, key=DEGREE_ORDER.index, default=None)
