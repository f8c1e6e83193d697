"""The answer to a question to a batch, in words and as a table with everyone: made by code, so nobody is missing."""

from __future__ import annotations

from typing import Final

from agents.answers.answers import Answer, EntryVerdict, Row, Source
from agents.condition_wording import told
from agents.markdown import escaped
from agents.screening.question_conditions import (
    Asked,
    Condition,
    Decided,
    Flagged,
    MustHaves,
    Rated,
    Standing,
    Stated,
)
from agents.screening.question_scores import HIGHEST, LOWEST, Scored
from agents.screening.questions import Answered, Judged
from agents.words import DECISION_WORDS
from records.language import Language
from retrieval.facts import Verdict

_WORDS: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "counted": "{total} 位候选人中，**{yes} 位符合**，{no} 位不符合，{unknown} 位从简历看不出来。",
        "asked": "条件：{conditions}。",
        "unused": "没看懂、因此没有用上的词：{words}。",
        "years_with": "年限是全部工作年限，不是 {skills} 的年限：简历里没有逐项技能的年限。",
        "skills": "技能以简历写到为准：“不符合”只说明简历没有提到。",
        "not": "没有（{condition}）",
        "or": " 或 ",
        "between": "；",
        "names": "、",
        "musts": "必备要求全部满足（含部分满足）",
        "no_musts": "必备要求没有全部满足",
        "flags": "有需要留意的标记",
        "no_flags": "没有需要留意的标记",
        "rated": "{id}“{text}”至少部分满足",
        "rated_fully": "{id}“{text}”完全满足",
        "rated_partly": "{id}“{text}”只部分满足",
        "score": "得分{ends}",
        "over": "高于 {n:g}",
        "least": "不低于 {n:g}",
        "under": "低于 {n:g}",
        "most": "不高于 {n:g}",
        "standing": "名次：{words}",
    },
    "en": {
        "counted": "Of {total} candidates **{yes} do**, {no} do not, and of {unknown} the resume does not tell.",
        "asked": "Conditions: {conditions}.",
        "unused": "Not understood, and so not used: {words}.",
        "years_with": "The years are all years of work, not years with {skills}: resumes do not tell them by skill.",
        "skills": "A skill counts where the resume names it: “no” says only that it does not.",
        "not": "not ({condition})",
        "or": " or ",
        "between": "; ",
        "names": ", ",
        "musts": "every must-have is met at least in part",
        "no_musts": "not every must-have is met",
        "flags": "something to look at",
        "no_flags": "nothing to look at",
        "rated": "{id} “{text}” is met at least in part",
        "rated_fully": "{id} “{text}” is fully met",
        "rated_partly": "{id} “{text}” is met only in part",
        "score": "score {ends}",
        "over": "above {n:g}",
        "least": "at least {n:g}",
        "under": "below {n:g}",
        "most": "at most {n:g}",
        "standing": "place: {words}",
    },
}
_ENTRY: Final[dict[Verdict, EntryVerdict]] = {"yes": "yes", "no": "no", "unknown": "not_stated"}


def answer_of(answered: Answered, language: Language) -> Answer:
    """The answer as any other to everyone: what it counts in words, and a row for each candidate, who fulfils first."""
    return Answer(
        answered_told(answered, language),
        (),
        by="rules",
        rows=tuple(_row(one, language) for one in answered.everyone),
    )


def answered_told(answered: Answered, language: Language) -> str:
    """The three counts, the conditions as they were understood, and what was not; in Markdown."""
    words, asked = _WORDS[language], answered.asked
    yes, no, unknown = len(answered.yes), len(answered.no), len(answered.unknown)
    parts = [words["counted"].format(total=yes + no + unknown, yes=yes, no=no, unknown=unknown)]
    parts.append(words["asked"].format(conditions=conditions_told(asked, language)))
    if asked.unused:
        parts.append(words["unused"].format(words=words["names"].join(f"“{escaped(word)}”" for word in asked.unused)))
    if asked.years_with:
        parts.append(words["years_with"].format(skills=words["names"].join(asked.years_with)))
    if any(isinstance(one, Stated) and any(choice.skills for choice in one.any_of) for one in asked.conditions):
        parts.append(words["skills"])
    return ("" if language == "zh" else " ").join(parts)


def conditions_told(asked: Asked, language: Language) -> str:
    """All conditions of a question in words."""
    return _WORDS[language]["between"].join(condition_told(one, language) for one in asked.conditions)


def condition_told(condition: Condition, language: Language) -> str:
    """One condition in words."""
    words = _WORDS[language]
    match condition:
        case Stated():
            choice = words["or"].join(told(one, language) for one in condition.any_of)
            return words["not"].format(condition=choice) if condition.denied else choice
        case MustHaves():
            return words["no_musts" if condition.denied else "musts"]
        case Flagged():
            return words["no_flags" if condition.denied else "flags"]
        case Decided():
            return words["or"].join(DECISION_WORDS[language][one] for one in sorted(condition.decisions))
        case Rated():
            which = f"rated_{condition.how}" if condition.how else "rated"
            rated = words[which].format(id=condition.requirement.id, text=escaped(condition.requirement.text))
            return words["not"].format(condition=rated) if condition.denied else rated
        case _:
            return _of_list(condition, language)


def _of_list(condition: Scored | Standing, language: Language) -> str:
    words = _WORDS[language]
    if isinstance(condition, Standing):
        return words["standing"].format(words=escaped(condition.words))
    least = words["over" if condition.open_least else "least"].format(n=condition.least)
    most = words["under" if condition.open_most else "most"].format(n=condition.most)
    ends = [end for end, is_set in ((least, condition.least > LOWEST), (most, condition.most < HIGHEST)) if is_set]
    between = words["names"] if len(ends) > 1 else ""
    return words["score"].format(ends=between.join(ends))


def _row(judged: Judged, language: Language) -> Row:
    place = judged.place
    evidence = dict.fromkeys(shown for one in judged.grounds for shown in one.evidence)
    return Row(
        candidate=place.candidate,
        resume_sha=place.resume,
        verdict=_ENTRY[judged.verdict],
        sentence=_WORDS[language]["between"].join(one.words for one in judged.grounds if one.words),
        sources=tuple(
            Source(place.resume, place.candidate, one.first_line, one.last_line, one.page, one.quote)
            for one in evidence
        ),
    )
