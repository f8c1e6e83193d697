"""Why a candidate fulfils conditions, or what cannot be told of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agents.condition_wording import LANGUAGE_NAMES
from records.language import Language
from records.resume import Resume
from retrieval.cities import city_mentions, city_name
from retrieval.facts import Conditions, Facts
from retrieval.skills import kinds_of, mentions_in

_UNKNOWN = {
    "zh": {"cities": "城市", "years": "工作年限", "degree": "学历", "languages": "语言", "skills": "技能"},
    "en": {"cities": "city", "years": "years", "degree": "degree", "languages": "languages", "skills": "skills"},
}
_DEGREES = {
    "zh": {"associate": "大专", "bachelor": "本科", "master": "硕士", "doctor": "博士"},
    "en": {"associate": "associate degree", "bachelor": "bachelor's", "master": "master's", "doctor": "doctorate"},
}
_YEARS = {"zh": "工作 {years:g} 年", "en": "{years:g} years"}
_NOT_SAID = {"zh": "未写明{what}", "en": "does not state: {what}"}


@dataclass(frozen=True, slots=True)
class Ground:
    """What a resume says of a condition, and the first line that says it; None where several lines do together."""

    condition: str
    words: str
    line: int | None = None


def grounds(resume: Resume, facts: Facts, conditions: Conditions, language: Language) -> tuple[Ground, ...]:
    """One for each condition that was set, in the order of the conditions."""
    return tuple(
        ground
        for condition, verdict in conditions.judged(facts).items()
        for ground in (
            _stated(condition, resume, facts, conditions, language)
            if verdict == "yes"
            else [Ground(condition, _NOT_SAID[language].format(what=_UNKNOWN[language][condition]))]
            if verdict == "unknown"
            else []
        )
    )


def _stated(
    condition: str, resume: Resume, facts: Facts, conditions: Conditions, language: Language
) -> Iterator[Ground]:
    match condition:
        case "cities":
            for city in sorted(conditions.cities & facts.cities):
                named = (line.n for line in resume.lines if city in {m.city for m in city_mentions(line.text)})
                yield Ground(condition, city_name(city, language), next(named, None))
        case "years" if facts.years is not None:
            yield Ground(condition, _YEARS[language].format(years=facts.years))
        case "degree" if facts.degree is not None:
            lines = [one.line for one in resume.profile.education if one.degree == facts.degree]
            yield Ground(condition, _DEGREES[language][facts.degree], next(iter(lines), None))
        case "languages":
            for name in sorted(conditions.languages):
                yield Ground(condition, LANGUAGE_NAMES.get(name, name) if language == "zh" else name)
        case "skills":
            yield from _skills(resume, sorted(conditions.skills))


def _skills(resume: Resume, wanted: Sequence[str]) -> Iterator[Ground]:
    """Each by its first mention, or by that of a skill that is a kind of it: "Java (Spring Cloud)"."""
    for skill in wanted:
        for line in resume.lines:
            shown = [m.skill for m in mentions_in(line.text) if skill in (m.skill, *kinds_of(m.skill))]
            if shown:
                said = skill if skill in shown else f"{skill} ({shown[0]})"
                yield Ground("skills", said, line.n)
                break
