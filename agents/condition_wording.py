"""Conditions told in words that `conditions_in` reads back as the same conditions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from records.language import Language
from records.resume import Degree
from retrieval.cities import city_name
from retrieval.facts import Conditions

LANGUAGE_NAMES: Final = {
    "English": "英语",
    "Mandarin": "普通话",
    "Cantonese": "粤语",
    "Japanese": "日语",
    "Korean": "韩语",
    "German": "德语",
    "French": "法语",
    "Spanish": "西班牙语",
    "Russian": "俄语",
    "Portuguese": "葡萄牙语",
    "Italian": "意大利语",
    "Arabic": "阿拉伯语",
    "Hindi": "印地语",
    "Dutch": "荷兰语",
    "Vietnamese": "越南语",
    "Thai": "泰语",
    "Indonesian": "印尼语",
    "Turkish": "土耳其语",
    "Polish": "波兰语",
    "Swedish": "瑞典语",
    "Tamil": "泰米尔语",
    "Telugu": "泰卢固语",
    "Urdu": "乌尔都语",
    "Bengali": "孟加拉语",
}
DEGREE_NAMES: Final[dict[Language, dict[Degree, str]]] = {
    "zh": {"associate": "大专", "bachelor": "本科", "master": "硕士", "doctor": "博士"},
    "en": {"associate": "associate degree", "bachelor": "bachelor's", "master": "master's", "doctor": "doctorate"},
}
_WORDS: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "cities": "在{names}",
        "or": "或",
        "years_least": "工作 {least} 年及以上",
        "years_most": "工作 {most} 年及以下",
        "years_both": "工作 {least} 到 {most} 年",
        "degree_least": "{least}及以上",
        "degree_most": "{most}及以下",
        "degree_both": "{least}及以上、{most}及以下",
        "languages": "会{name}",
        "skills": "会 {name}",
        "closed": "已关闭的岗位",
        "any": "包括已关闭的岗位",
        "between": "；",
    },
    "en": {
        "cities": "in {names}",
        "or": " or ",
        "years_least": "{least} years or more",
        "years_most": "at most {most} years",
        "years_both": "{least} to {most} years",
        "degree_least": "{least} or above",
        "degree_most": "{most} or below",
        "degree_both": "{least} or above, {most} or below",
        "languages": "speaks {name}",
        "skills": "with {name}",
        "closed": "closed postings",
        "any": "including closed postings",
        "between": "; ",
    },
}


@dataclass(frozen=True, slots=True)
class Part:
    """One condition that can be dropped by itself: `kind`, or "skills:Java" where there may be several of a kind."""

    key: str
    words: str


def told(conditions: Conditions, language: Language) -> str:
    """All conditions in words; nothing is filtered by that is not told."""
    return _WORDS[language]["between"].join(part.words for part in parts_of(conditions, language))


def parts_of(conditions: Conditions, language: Language) -> Iterator[Part]:
    """Each condition by itself, in words."""
    words = _WORDS[language]
    if conditions.cities:
        names = words["or"].join(city_name(city, language) for city in sorted(conditions.cities))
        yield Part("cities", words["cities"].format(names=names))
    years = {"least": _number(conditions.least_years), "most": _number(conditions.most_years)}
    yield from _range("years", years, words)
    named = DEGREE_NAMES[language]
    degrees = (conditions.least_degree, conditions.most_degree)
    shown = [named[degree] if degree else "" for degree in degrees]
    yield from _range("degree", {"least": shown[0], "most": shown[1]}, words)
    for name in sorted(conditions.languages):
        shown_name = LANGUAGE_NAMES.get(name, name) if language == "zh" else name
        yield Part(f"languages:{name}", words["languages"].format(name=shown_name))
    for name in sorted(conditions.skills):
        yield Part(f"skills:{name}", words["skills"].format(name=name))
    if conditions.state != "open":
        yield Part("state", words[conditions.state or "any"])


def without(conditions: Conditions, key: str) -> Conditions:
    """The conditions less the one of this key; an unknown key drops nothing."""
    kind, _, name = key.partition(":")
    fewer = {
        "cities": replace(conditions, cities=frozenset()),
        "years": replace(conditions, least_years=None, most_years=None),
        "degree": replace(conditions, least_degree=None, most_degree=None),
        "languages": replace(conditions, languages=conditions.languages - {name}),
        "skills": replace(conditions, skills=conditions.skills - {name}),
        "state": replace(conditions, state="open"),
    }
    return fewer.get(kind, conditions)


def _range(kind: str, ends: dict[str, str], words: dict[str, str]) -> Iterator[Part]:
    given = [end for end, shown in ends.items() if shown]
    if given:
        which = "both" if len(given) == 2 else given[0]
        yield Part(kind, words[f"{kind}_{which}"].format(**ends))


def _number(years: float | None) -> str:
    return "" if years is None else f"{years:g}"
