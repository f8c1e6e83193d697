"""The sentences of a rule-based assessment, in both languages: only what the rules know, in a colleague's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from agents.assessors.rule_ratings import Finding
from records.assessment import Decision, Verdict
from records.language import HAN, Language
from records.resume import Degree
from retrieval.skills import names_of

DEGREES: Final[dict[Language, dict[Degree, str]]] = {
    "zh": {"associate": "大专", "bachelor": "本科", "master": "硕士", "doctor": "博士"},
    "en": {
        "associate": "an associate degree",
        "bachelor": "a bachelor's",
        "master": "a master's",
        "doctor": "a doctorate",
    },
}
_COMMENTS: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "met": "简历第 {lines} 行写到了这一点。",
        "met_skills": "简历第 {lines} 行写到：{found}。",
        "partial": "只有部分内容相符（第 {lines} 行）。",
        "partial_skills": "写到了 {found}，没有提到 {missing}。",
        "weak": "写到了，但措辞较轻（如“了解”“协助”），见第 {lines} 行。",
        "meaning": "没有直接写出；第 {lines} 行的意思接近，需要核实。",
        "not_stated": "简历没有提到。",
        "not_met": "第 {lines} 行的说法与要求不符。",
        "years_met": "要求 {asked} 年，简历写明的工作时间约 {held} 年。",
        "years_elsewhere": "工作时间约 {held} 年，但看不出是否都与这项要求相关。",
        "years_short": "要求 {asked} 年，简历写明的工作时间约 {held} 年。",
        "years_claimed": "第 {lines} 行自述 {stated} 年，但写明的工作时间约 {held} 年，需要核实。",
        "years_unknown": "简历没有写明工作年限，只有相关内容（第 {lines} 行）。",
        "years_silent": "简历没有写明工作年限。",
        "degree": "要求{asked}，简历中最高为{held}（第 {lines} 行）。",
        "degree_other": "学历够，但第 {lines} 行写的不是所要求的专业。",
        "degree_silent": "简历没有写明学历。",
        "language": "见第 {lines} 行。",
        "language_in_it": "简历没有写水平，但全文用英语写成；口语需要在面试中核实。",
        "language_short": "第 {lines} 行写到，但水平低于要求或未写明。",
    },
    "en": {
        "met": "Stated in {lines}.",
        "met_skills": "The resume names {found} ({lines}).",
        "partial": "Answered only in part ({lines}).",
        "partial_skills": "Names {found}, but not {missing}.",
        "weak": "Mentioned, but in weak words such as “familiar” or “assisted” ({lines}).",
        "meaning": "Not stated as such; {lines} comes close in meaning and should be verified.",
        "not_stated": "The resume does not mention it.",
        "not_met": "What {lines} says does not fit.",
        "years_met": "Asks for {asked} years; the resume's dates add up to about {held}.",
        "years_elsewhere": "About {held} years of work, but not clearly in what is asked here.",
        "years_short": "Asks for {asked} years; the resume's dates add up to about {held}.",
        "years_claimed": "Claims {stated} years ({lines}), but the dates add up to about {held}: to be verified.",
        "years_unknown": "The resume gives no years, only related content ({lines}).",
        "years_silent": "The resume gives no years of experience.",
        "degree": "Asks for {asked}; the highest degree stated is {held} ({lines}).",
        "degree_other": "The degree is high enough, but {lines} names another subject.",
        "degree_silent": "The resume states no degree.",
        "language": "Stated in {lines}.",
        "language_in_it": "No level is stated, but the resume is written in English; speaking is for the interview.",
        "language_short": "Stated in {lines}, but below the level asked, or without a level.",
    },
}
_GAPS: Final[dict[Language, dict[Verdict, str]]] = {
    "zh": {
        "partial": "“{text}”只部分满足：{comment}",
        "not_met": "“{text}”不满足：{comment}",
        "not_stated": "没有提到“{text}”。",
    },
    "en": {
        "partial": "“{text}” is met only in part: {comment}",
        "not_met": "“{text}” is not met: {comment}",
        "not_stated": "Nothing on “{text}”.",
    },
}
_STRENGTH: Final[dict[Language, str]] = {
    "zh": "“{text}”有据可查：{comment}",
    "en": "“{text}”: {comment}",
}
_FIT: Final[dict[Language, str]] = {
    "zh": "共 {all} 条要求：满足 {met} 条，部分满足 {partial} 条，不满足 {not_met} 条，未提及 {not_stated} 条；"
    "{must}按权重计算为 {score} 分。{best}{worst}",
    "en": "Of {all} requirements {met} are met, {partial} partly met, {not_met} not met and {not_stated} not "
    "mentioned; {must}by weight that makes {score}. {best}{worst}",
}
_MUST: Final[dict[Language, str]] = {
    "zh": "必备项 {held}/{all} 条有依据，",
    "en": "{held} of {all} must-haves have evidence; ",
}
_BEST: Final[dict[Language, str]] = {"zh": "最有依据的是{items}。", "en": "Best supported: {items}. "}
_WORST: Final[dict[Language, str]] = {"zh": "最需要核实的是{items}。", "en": "To be verified first: {items}."}
_REASONS: Final[dict[Language, dict[Decision, str]]] = {
    "zh": {
        "strong_yes": "要求几乎都有充分依据，建议尽快安排面试。",
        "yes": "主要要求有依据，建议面试，并核实下面列出的差距。",
        "maybe": "依据不够完整{missing}，建议由人看过简历后再定。",
        "no": "简历与岗位要求的依据相差较多{missing}，暂不建议面试。",
    },
    "en": {
        "strong_yes": "Nearly every requirement is well supported: worth an early interview.",
        "yes": "The main requirements are supported: worth an interview that checks the gaps below.",
        "maybe": "The evidence is incomplete{missing}: a person should read the resume before deciding.",
        "no": "Too little in the resume answers the posting{missing}: an interview is not advised for now.",
    },
}
_MISSING: Final[dict[Language, str]] = {"zh": "（缺少必备项：{items}）", "en": " (missing must-haves: {items})"}
_FOCUS: Final[dict[Language, dict[Verdict, str]]] = {
    "zh": {
        "partial": "核实“{text}”：请候选人举一个自己负责的具体例子，说明做了什么、结果如何。",
        "not_met": "确认“{text}”：简历显示不满足，问清是否有简历之外的经历。",
        "not_stated": "询问“{text}”：简历没有提到，先问是否做过、做到什么程度。",
        "met": "深入“{text}”：请候选人讲一件最能说明这一点的工作。",
    },
    "en": {
        "partial": "Verify “{text}”: ask for one example of their own, what they did and what came of it.",
        "not_met": "Confirm “{text}”: the resume says otherwise; ask for experience that it leaves out.",
        "not_stated": "Ask about “{text}”: the resume is silent; have they done it, and how far did they take it?",
        "met": "Go deeper on “{text}”: ask for the piece of work that shows it best.",
    },
}


def comment(finding: Finding, held_years: float | None, held_degree: Degree | None, language: Language) -> str:
    """One sentence on why the verdict is what it is."""
    words = _COMMENTS[language][_case(finding, held_years, held_degree)]
    about_degree = finding.requirement.degree is not None and finding.requirement.years is None
    return words.format(
        lines=lines_in_words(finding.lines, language),
        found=names(finding.found, language),
        missing=names(finding.missing, language),
        asked=_asked(finding, language),
        stated=_number(finding.stated),
        held=DEGREES[language][held_degree] if about_degree and held_degree else _number(held_years),
    )


def gap(verdict: Verdict, text: str, said: str, language: Language) -> str:
    """What is missing, as a claim."""
    return _GAPS[language][verdict].format(text=short(text), comment=said)


def strength(text: str, said: str, language: Language) -> str:
    """What speaks for the candidate, as a claim."""
    return _STRENGTH[language].format(text=short(text), comment=said)


def focus(verdict: Verdict, text: str, language: Language) -> str:
    """What to ask about a requirement in the interview."""
    return _FOCUS[language][verdict].format(text=short(text))


@dataclass(frozen=True, slots=True)
class Summary:
    """What the summary counts: ratings by verdict, must-haves with evidence, the best and the least supported."""

    counts: dict[Verdict, int]
    must_haves: int
    must_haves_held: int
    points: float
    best: tuple[str, ...]
    worst: tuple[str, ...]


def fit(summary: Summary, language: Language) -> str:
    """The summary as a paragraph."""
    must = _MUST[language].format(held=summary.must_haves_held, all=summary.must_haves) if summary.must_haves else ""
    return (
        _FIT[language]
        .format(
            all=sum(summary.counts.values()),
            **summary.counts,
            must=must,
            score=f"{summary.points:.1f}",
            best=_BEST[language].format(items=_quoted(summary.best, language)) if summary.best else "",
            worst=_WORST[language].format(items=_quoted(summary.worst, language)) if summary.worst else "",
        )
        .strip()
    )


def reason(decided: Decision, missing: Sequence[str], language: Language) -> str:
    """Why the recommendation is what it is."""
    items = _MISSING[language].format(items=_quoted(missing[:3], language)) if missing else ""
    return _REASONS[language][decided].format(missing=items)


def names(skills: Sequence[str], language: Language) -> str:
    """Skills by the name the reader's language has for them."""
    shown = (next((n for n in names_of(s) if language == "zh" and HAN.search(n)), s) for s in skills)
    return ("、" if language == "zh" else ", ").join(dict.fromkeys(shown))


def short(text: str, most: int = 48) -> str:
    """A requirement's words, cut where they would drown the sentence around them."""
    plain = " ".join(text.split()).rstrip("。.；;")
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"


def lines_in_words(lines: Sequence[int], language: Language) -> str:
    """12、18 for 第 … 行; line 12, lines 12, 18."""
    numbers = sorted(lines)
    if language == "zh":
        return "、".join(map(str, numbers))
    return ("line " if len(numbers) == 1 else "lines ") + ", ".join(map(str, numbers))


def _case(finding: Finding, held_years: float | None, held_degree: Degree | None) -> str:
    verdict, requirement = finding.verdict, finding.requirement
    if requirement.years is not None:
        return _years_case(finding, held_years)
    if requirement.degree is not None:
        return _degree_case(finding, held_degree)
    if verdict in ("not_stated", "not_met"):
        return verdict
    return _language_case(finding) if requirement.kind == "language" else _named_case(finding)


def _degree_case(finding: Finding, held: Degree | None) -> str:
    if finding.other_subject:
        return "degree_other"
    return "degree" if held and finding.lines else "degree_silent"


def _language_case(finding: Finding) -> str:
    if finding.in_it:
        return "language_in_it"
    return "language" if finding.verdict == "met" else "language_short"


def _named_case(finding: Finding) -> str:
    if finding.by_meaning:
        return "meaning"
    if finding.found and (finding.verdict == "met" or finding.missing):
        return f"{finding.verdict}_skills"
    return "weak" if finding.weak and finding.verdict == "partial" else finding.verdict


def _years_case(finding: Finding, held: float | None) -> str:
    if finding.stated is not None:
        return "years_claimed"
    if held is None or finding.verdict == "not_stated":
        return "years_unknown" if finding.lines else "years_silent"
    if finding.verdict == "partial" and held >= (finding.requirement.years or 0):
        return "years_elsewhere"
    return "years_met" if finding.verdict == "met" else "years_short"


def _asked(finding: Finding, language: Language) -> str:
    degree = finding.requirement.degree
    return (
        DEGREES[language][degree]
        if degree and finding.requirement.years is None
        else _number(finding.requirement.years)
    )


def _number(years: float | None) -> str:
    return f"{years:g}" if years is not None else ""


def _quoted(items: Sequence[str], language: Language) -> str:
    return ("、" if language == "zh" else ", ").join(f"“{short(item, 28)}”" for item in items)
