"""What a person should look at before relying on a model's assessment, said in their language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from agents.words import DECISION_WORDS
from records.assessment import Decision
from records.language import Language

Wording = dict[Language, str]

_NO_LINE_SAYS_IT: Final[Wording] = {
    "zh": "模型没有指出说到这一项的行，因此按“未提及”计。",
    "en": "The model pointed at no line that speaks of this, so it counts as not stated.",
}
_NO_LINES: Final[Wording] = {
    "zh": "{id}（{text}）：模型没有指出任何存在的行，结论已改为“未提及”。",
    "en": "{id} ({text}): the model pointed at no line that exists, so the verdict was set to “not stated”.",
}
_COMMENT: Final[Wording] = {
    "zh": "{id}（{text}）：说明里的{parts}没有所引的行支持，请核对原文。",
    "en": "{id} ({text}): the comment states {parts}; its lines do not. Please check the resume.",
}
_STRENGTH: Final[Wording] = {
    "zh": "优势“{claim}”里的{parts}没有所引的行支持，请核对原文。",
    "en": "Strength “{claim}” states {parts}; its lines do not. Please check the resume.",
}
_SUMMARY: Final[Wording] = {
    "zh": "总评里的{parts}没有简历或岗位的原文支持，请核对。",
    "en": "The summary states {parts}; neither the resume nor the posting does. Please check.",
}
_UNRELATED: Final[Wording] = {
    "zh": "{id}（{text}）：所引的行没有说到这项要求，结论已改为“未提及”。",
    "en": "{id} ({text}): the lines given do not speak of it, so the verdict was set to “not stated”.",
}
_ALL_UNRELATED: Final[Wording] = {
    "zh": "{ids}：所引的行没有说到这些要求，结论都已改为“未提及”。",
    "en": "{ids}: the lines given do not speak of these, so the verdicts were set to “not stated”.",
}
_NO_MEANING: Final[Wording] = {
    "zh": "向量模型没有响应，这次只按字词核对了说法，没有比较意思。",
    "en": "The embedding model did not answer: claims were checked by their words only, not by their meaning.",
}
_NO_EVIDENCE: Final[Wording] = {
    "zh": "优势“{claim}”没有可核对的行，已删去。",
    "en": "Strength “{claim}” pointed at no line that exists and was left out.",
}
_MET_GAP: Final[Wording] = {
    "zh": "模型认为 {id}（{text}）已满足，又把它列为差距，请人工判断；差距未列出。",
    "en": "The model rated {id} ({text}) as met and also named it a gap; the gap is not listed. Please judge yourself.",
}
_DISTANCE: Final[Wording] = {
    "zh": "模型自己的评分是 {model} 分，评分卡是 {score} 分，相差较大，请人工复核。",
    "en": "The model's own score is {model}, the scorecard's is {score}: far apart, so a person should look again.",
}
_DECISION: Final[Wording] = {
    "zh": "模型的建议是“{model}”，按评分卡是“{decided}”；这里采用评分卡的建议，请留意理由是否相符。",
    "en": "The model advised “{model}”, the scorecard says “{decided}”; the scorecard's advice is shown, so read the "
    "reason with care.",
}


_CONTRADICTION: Final[Wording] = {
    "zh": "{id}（{text}）：说明与结论相反，请看原文再定。",
    "en": "{id} ({text}): the comment says the opposite of the verdict. Please look at the resume.",
}
_SAMPLES: Final[Wording] = {
    "zh": "同一份简历问了模型 {n} 次，得分在 {low:.1f} 到 {high:.1f} 之间，结论不稳定，请人工复核。",
    "en": "Asked {n} times about the same resume, the model's ratings gave scores from {low:.1f} to {high:.1f}: not "
    "steady, so a person should look again.",
}


def comment_contradicts(requirement: str, text: str, language: Language) -> str:
    """A comment that says the opposite of its verdict."""
    return _CONTRADICTION[language].format(id=requirement, text=_short(text))


def samples_apart(scores: Sequence[float], language: Language) -> str:
    """Several samples of one case whose scores are far apart."""
    return _SAMPLES[language].format(n=len(scores), low=min(scores), high=max(scores))


def no_line_says_it(language: Language) -> str:
    """In place of the model's comment, where its verdict was set back."""
    return _NO_LINE_SAYS_IT[language]


def verdict_without_lines(requirement: str, text: str, language: Language) -> str:
    """A verdict for which no line of the resume was given."""
    return _NO_LINES[language].format(id=requirement, text=_short(text))


def verdicts_unrelated(requirements: Sequence[tuple[str, str]], language: Language) -> str:
    """Verdicts whose lines do not speak of their requirements, by id and text: in one sentence, however many."""
    if len(requirements) == 1:
        ((requirement, text),) = requirements
        return _UNRELATED[language].format(id=requirement, text=_short(text))
    ids = ("、" if language == "zh" else ", ").join(requirement for requirement, _ in requirements)
    return _ALL_UNRELATED[language].format(ids=ids)


def meaning_unchecked(language: Language) -> str:
    """The embedding was away while claims were checked."""
    return _NO_MEANING[language]


def comment_unsupported(requirement: str, text: str, parts: Sequence[str], language: Language) -> str:
    """What of a rating's comment its lines do not support."""
    return _COMMENT[language].format(id=requirement, text=_short(text), parts=_listed(parts, language))


def strength_unsupported(claim: str, parts: Sequence[str], language: Language) -> str:
    """What of a strength its lines do not support."""
    return _STRENGTH[language].format(claim=_short(claim), parts=_listed(parts, language))


def summary_unsupported(parts: Sequence[str], language: Language) -> str:
    """What of the fit or the recommendation stands nowhere."""
    return _SUMMARY[language].format(parts=_listed(parts, language))


def strength_without_lines(claim: str, language: Language) -> str:
    """A strength left out because it points nowhere."""
    return _NO_EVIDENCE[language].format(claim=_short(claim))


def gap_although_met(requirement: str, text: str, language: Language) -> str:
    """A gap named for a requirement rated as met."""
    return _MET_GAP[language].format(id=requirement, text=_short(text))


def scores_apart(model: float, score: float, language: Language) -> str:
    """The model's own score far from the scorecard's."""
    return _DISTANCE[language].format(model=f"{model:g}", score=score)


def decisions_differ(model: Decision, decided: Decision, language: Language) -> str:
    """The model's advice on the other side of a border of the scorecard."""
    words = DECISION_WORDS[language]
    return _DECISION[language].format(model=words[model], decided=words[decided])


def _listed(parts: Sequence[str], language: Language) -> str:
    return "、".join(f"“{n}”" for n in parts) if language == "zh" else ", ".join(f"“{n}”" for n in parts)


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
