"""Visible lines that speak to the reader's software instead of the reader.

Resumes tell in the first person, or without a subject, what was done. A sentence is suspicious when it sets
instructions aside, dictates an evaluation's outcome, speaks to software that reads, or has the form of a prompt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from records.resume import Line, SuspiciousLine
from retrieval.documents.folding import folded, is_spread
from retrieval.documents.prompt_forms import ADDRESSES, PROMPTS
from retrieval.documents.suspicious_rules import (
    ABOUT_READING,
    OVERRIDES,
    RATINGS,
    RECOMMENDATIONS,
    SILENCES,
    Rule,
)
from retrieval.documents.suspicious_words import STEMS

# The reasons are the words that the chat translates; the first kind that fits is told.
_KINDS: Final[tuple[tuple[str, tuple[Rule, ...]], ...]] = (
    ("asks to ignore instructions", OVERRIDES),
    ("imitates a prompt", tuple((form,) for form in PROMPTS) + SILENCES),
    ("addresses an automated reader", tuple((form,) for form in ADDRESSES) + ABOUT_READING),
    ("asks for a rating", RATINGS),
    ("asks for a recommendation", RECOMMENDATIONS),
)
_RULES: Final = tuple((rule, why) for why, rules in _KINDS for rule in rules)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\sa-z])|[。!?;\n](?=[\u3400-\u9fff\s\"“])")
# A bullet, or an opening word in the past: told, not asked.
_PAST = "built|wrote|led|found|gave|taught|ran|made|set up|got|won|held|kept|took|grew|drove|sold|[a-z]{2,}ed"
_TOLD = re.compile(
    rf"^\W*(?:(?:{_PAST}|research on|study of)\b"
    r"|(?:研究|负责|设计|开发|实现|参与|主导|搭建|构建|发现|防御|撰写|编写|测试))"
)
_QUOTED = re.compile(r"[\"“「'‘][^\"”」'’]{3,}[\"”」'’]|(?:such as|like|e\.g\.)\s.*|例如.*")
# A report on such instructions, as a security engineer writes it, says what was done about them.
_ATTACK = re.compile(r"injection|jailbreak|attack|adversarial|guardrail|red[\s-]team|注入|越狱|攻击|护栏|防御|拦截")
_TOUCHES = re.compile(STEMS)
_HAN = re.compile(r"[\u3400-\u9fff]")
# What a pattern needs to fit a text without Chinese: a Latin word, or signs alone.
_LATIN = re.compile(r"[a-z]{3}|^[^\u3400-\u9fff]*$")
_ENDED = re.compile(r"[.!?。;:]\s*$")
# A bullet or a capitalised word begins something new.
_NEW = re.compile(r"\s*(?:[•●▪◦*·–-]\s|[A-Z][a-z])")


def suspicious_lines(lines: Sequence[Line]) -> tuple[SuspiciousLine, ...]:
    """The lines that instruct an automated reader, each with the first reason that fits.

    An instruction may run over the end of a line: two neighbours that only together are one are both marked.
    """
    why = [why_suspicious(line.text) for line in lines]
    for at in range(len(lines) - 1):
        if why[at] is None and why[at + 1] is None:
            why[at] = why[at + 1] = _across(lines[at].text, lines[at + 1].text)
    return tuple(SuspiciousLine(line.n, reason) for line, reason in zip(lines, why, strict=True) if reason)


def why_suspicious(text: str) -> str | None:
    """What a text tries to make the reader's software do, or None."""
    spread = is_spread(text)
    found = (_why(sentence, spread) for sentence in _sentences(folded(text)))
    return next((why for why in found if why), None)


def _across(upper: str, lower: str) -> str | None:
    """What two lines say together and neither says alone; only an unfinished sentence is carried on."""
    if _ENDED.search(upper) or _NEW.match(lower):
        return None
    chinese = upper[-1:] >= "\u2e80" and lower[:1] >= "\u2e80"
    return why_suspicious(f"{upper}{lower}" if chinese else f"{upper} {lower}")


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a folded text; of those that tell of work, what is not quoted in them."""
    for sentence in map(str.lower, _SENTENCE.split(text)):
        told = _TOLD.search(sentence)
        if not (told and _ATTACK.search(sentence)):
            yield _QUOTED.sub(" ", sentence) if told else sentence


def _why(sentence: str, spread: bool) -> str | None:
    """The first kind of instruction that a lower-case sentence holds."""
    chinese = _HAN.search(sentence) is not None
    if not (chinese or spread or _TOUCHES.search(sentence)):
        return None
    rules = _compiled(spread, chinese)
    return next((why for patterns, why in rules if all(pattern.search(sentence) for pattern in patterns)), None)


@cache
def _compiled(spread: bool, chinese: bool) -> tuple[tuple[tuple[re.Pattern[str], ...], str], ...]:
    """The rules that can fit a sentence; where words are `spread` until their ends are lost, without ends of words."""
    return tuple(
        (tuple(re.compile(_joined(part) if spread else part) for part in rule), why)
        for rule, why in _RULES
        if chinese or all(_LATIN.search(part) for part in rule)
    )


def _joined(pattern: str) -> str:
    return re.sub(r"\(\?<!\[a-z_?\]\)|\(\?!\[a-z\]\)|\\b", "", pattern).replace(r"\s+", r"\s*")
