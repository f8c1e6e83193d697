"""What people call the verdicts, decisions and other fixed values, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from records.assessment import AssessedBy, Decision, Evidence, Severity, Verdict
from records.language import Language
from records.posting import Necessity

VERDICT_WORDS: Final[dict[Language, dict[Verdict, str]]] = {
    "zh": {"met": "满足", "partial": "部分满足", "not_met": "不满足", "not_stated": "未提及"},
    "en": {"met": "Met", "partial": "Partly met", "not_met": "Not met", "not_stated": "Not stated"},
}
NECESSITY_WORDS: Final[dict[Language, dict[Necessity, str]]] = {
    "zh": {"must": "必备", "nice": "加分"},
    "en": {"must": "Must-have", "nice": "Nice-to-have"},
}
DECISION_WORDS: Final[dict[Language, dict[Decision, str]]] = {
    "zh": {"strong_yes": "强烈建议面试", "yes": "建议面试", "maybe": "待定，需要人再看", "no": "不建议面试"},
    "en": {
        "strong_yes": "Interview, strongly recommended",
        "yes": "Interview recommended",
        "maybe": "Undecided: a person should look again",
        "no": "Interview not recommended",
    },
}
SEVERITY_WORDS: Final[dict[Language, dict[Severity, str]]] = {
    "zh": {"blocking": "关键", "major": "重要", "minor": "次要"},
    "en": {"blocking": "Blocking", "major": "Major", "minor": "Minor"},
}
ASSESSED_BY_WORDS: Final[dict[Language, dict[AssessedBy, str]]] = {
    "zh": {"rules": "规则评估（未使用语言模型）", "model": "语言模型评估，分数由评分卡计算"},
    "en": {
        "rules": "Assessed by rules, without a language model",
        "model": "Assessed by a language model; the score is computed by the scorecard",
    },
}


def line_words(first_line: int, last_line: int, language: Language) -> str:
    """第 3 行, 第 3–5 行, line 3, lines 3–5."""
    if language == "zh":
        return f"第 {first_line} 行" if first_line == last_line else f"第 {first_line}–{last_line} 行"
    return f"line {first_line}" if first_line == last_line else f"lines {first_line}–{last_line}"


def evidence_words(evidence: Iterable[Evidence], language: Language) -> str:
    """Where the evidence stands: 第 3 行、第 7–8 行; "line 3, lines 7–8"."""
    places = (line_words(place.first_line, place.last_line, language) for place in evidence)
    return ("、" if language == "zh" else ", ").join(places)
