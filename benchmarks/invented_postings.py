"""Invented postings and resumes in any number, of the skills of the lexicon's trades, in both languages."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from typing import Final

from records.language import HAN, Language
from records.posting import Posting, Requirement
from records.resume import Line, Profile, Resume
from retrieval.skills import LEXICON, TRADES, names_of

_CITIES: Final = {
    "zh": ("上海", "北京", "深圳", "成都", "武汉"),
    "en": ("Shanghai", "London", "Singapore", "Berlin", "Boston"),
}
_LEVELS: Final = {"zh": ("初级", "资深", "高级", ""), "en": ("Junior", "Senior", "Lead", "")}
_ASKED: Final = {
    "zh": ("熟悉{a}，了解{b}", "{n} 年以上{a}经验", "有{a}与{b}项目经验者优先", "掌握{a}，能独立解决{b}问题"),
    "en": ("Hands-on {a} and some {b}", "{n}+ years of {a}", "{a} with {b} is a plus", "Able to run {a} on your own"),
}
_DONE: Final = {
    "zh": ("用{a}完成{b}改造，效率提升 {n}0%", "负责{a}，带 {n} 人小组", "参与{b}与{a}的建设", "整理{a}文档并培训同事"),
    "en": ("Moved {b} to {a}, {n}0 % faster", "In charge of {a}, a team of {n}", "Built {a} with {b}", "Taught {a}"),
}


def invented_postings(number: int, seed: int = 0) -> Iterator[Posting]:
    """As many postings as asked; the same ones for the same seed."""
    dice = random.Random(seed)
    for n in range(number):
        yield _posting(f"p{n}", dice)


def invented_resumes(number: int, seed: int = 1) -> Iterator[Resume]:
    """As many resumes as asked."""
    dice = random.Random(seed)
    for n in range(number):
        yield _resume(n, dice)


def _posting(name: str, dice: random.Random) -> Posting:
    language: Language = dice.choice(("zh", "en"))
    skills = _skills(dice, language)
    title = f"{dice.choice(_LEVELS[language])} {skills[0]} {dice.choice(_CITIES[language])}".strip()
    asked = [_filled(dice, _ASKED[language], skills) for _ in range(dice.randint(6, 11))]
    duties = [_filled(dice, _DONE[language], skills) for _ in range(dice.randint(3, 6))]
    requirements = tuple(
        Requirement(id=f"R{n}", text=text, kind="skill", necessity=dice.choice(("must", "nice")), weight=3)
        for n, text in enumerate(asked, start=1)
    )
    text = "\n".join([title, f"No. {name}", *duties, *asked])
    return Posting(id=name, title=title, text=text, language=language, requirements=requirements)


def _resume(number: int, dice: random.Random) -> Resume:
    language: Language = dice.choice(("zh", "en"))
    skills = _skills(dice, language)
    written = [_filled(dice, _DONE[language], skills) for _ in range(dice.randint(20, 50))]
    lines = tuple(Line(n, 1, text, "experience") for n, text in enumerate([f"No. {number}", *written], start=1))
    digest = sha256(f"resume {number}".encode()).hexdigest()
    profile = Profile(years_experience=dice.randint(0, 20))
    return Resume(f"{number}.txt", digest, "txt", 1, language, "text", lines, profile=profile)


def _filled(dice: random.Random, forms: tuple[str, ...], skills: list[str]) -> str:
    one, other = dice.sample(skills, 2)
    return dice.choice(forms).format(a=one, b=other, n=dice.randint(1, 9))


def _skills(dice: random.Random, language: Language) -> list[str]:
    """Most of one trade, some of another, under a name in the language where they have one."""
    own, other = dice.sample(TRADES, 2)
    picked = dice.sample(_trade(own), 9) + dice.sample(_trade(other), 3)
    return [_name(skill, language) for skill in picked]


def _name(skill: str, language: Language) -> str:
    fitting = [name for name in names_of(skill) if bool(HAN.search(name)) is (language == "zh")]
    return (fitting or [skill])[0]


@cache
def _trade(trade: str) -> list[str]:
    rows = (line.split("\t") for line in LEXICON.read_text(encoding="utf-8").splitlines())
    return [row[0].lstrip("=?") for row in rows if len(row) == 5 and row[1] == trade]
