"""Whether the lines given for a verdict speak of the requirement at all, by words, by kind or by meaning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from agents.claims.dates import dates_in
from agents.claims.meaning import Meaning
from agents.language_levels import levels_in
from agents.line_evidence import LineEvidence
from agents.postings.requirements import years_asked
from records.language import HAN
from records.posting import Requirement
from records.redacted import RedactedText
from retrieval.content_words import content_words
from retrieval.documents.profile.degrees import degree_in
from retrieval.gloss import english_gloss
from retrieval.redaction import redact_text

_SCHOOL: Final = re.compile(r"(?i)大学|学院|\b(?:university|college|institute|school|polytechnic)\b")
SHARED: Final = 0.15
"""Least share of a requirement's terms that its lines must hold together. Single lines share a third or nothing: any
value up to .3 keeps and refuses the same (docs/decisions/020-claims.md), and a low one leaves room for long
requirements of which a line answers one part."""


def supports(
    requirement: Requirement, asked: RedactedText, lines: Sequence[RedactedText], meaning: Meaning | None = None
) -> bool:
    """Whether lines may stand behind a verdict; `asked` is the requirement's redacted text."""
    if _by_kind(requirement, lines) or LineEvidence(lines).support(requirement.text).share >= SHARED:
        return True
    if _across_languages(requirement.text, lines) >= 2 * SHARED:
        return True
    return meaning is not None and meaning.near(asked, lines)


def _by_kind(requirement: Requirement, lines: Sequence[RedactedText]) -> bool:
    """Years are supported by lines that tell of time, a degree by a degree, a language by its name."""
    if requirement.years is not None and any(dates_in(line).periods or years_asked(line) for line in lines):
        return True
    if requirement.degree is not None:
        return any(degree_in(line, short_forms=True) or _SCHOOL.search(line) for line in lines)
    if requirement.kind != "language":
        return False
    wanted = levels_in(requirement.text)
    in_it = "English" in wanted and any(len(line) > 40 and not HAN.search(line) for line in lines)
    return in_it or any(wanted.keys() & levels_in(line).keys() for line in lines)


def _across_languages(asked: str, lines: Sequence[RedactedText]) -> float:
    """Share of the requirement's words that stand in the lines once both are put into English."""
    if bool(HAN.search(asked)) == any(HAN.search(line) for line in lines):
        return 0.0
    words = set(content_words(english_gloss(redact_text(asked))))
    held = {word for line in lines for word in content_words(english_gloss(line))}
    return len(words & held) / len(words) if words else 0.0
