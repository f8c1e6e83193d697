"""What has to be said under an answer: references that were removed, candidates who were left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from agents.answers.answers import Answer
from agents.markdown import escaped
from records.language import Language

_REMOVED: Final[dict[Language, str]] = {
    "zh": "（回答中有 {n} 处出处指向不存在或没有给模型看的行，已删去；相关说法请自行核对。）",
    "en": "({n} reference(s) in this answer pointed at lines that do not exist or were not shown to the model, "
    "and were removed; please check for yourself what they were meant to support.)",
}
_LEFT_OUT: Final[dict[Language, str]] = {
    "zh": "（语言模型一次读不下全部简历，这次没有看以下 {n} 位：{names}。要问到他们，请在问题里写出名字。）",
    "en": "(The resumes do not all fit into what the language model can read at once. Left out this time: {names} "
    "({n}). To ask about any of them, name them in the question.)",
}


def with_notes(answer: Answer, language: Language, first: str = "") -> Answer:
    """The answer with its notes under it, `first` before the others."""
    notes = [first]
    if answer.removed_references:
        notes.append(_REMOVED[language].format(n=answer.removed_references))
    if answer.left_out:
        names = ("、" if language == "zh" else ", ").join(map(escaped, answer.left_out))
        notes.append(_LEFT_OUT[language].format(n=len(answer.left_out), names=names))
    return replace(answer, text="\n\n".join([answer.text, *filter(None, notes)]))
