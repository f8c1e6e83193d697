# ruff: noqa: E501  (a pattern is read whole or not at all)
"""A posting from a few words by rules: what the words say, in the shape of a posting, and blanks for all else."""

from __future__ import annotations

import re
from typing import Final

from agents.postings.draft import PostingParts
from agents.postings.levels import degree_asked, years_asked
from agents.postings.statements import without_bias
from records.language import Language
from records.resume import Degree
from retrieval.cities import city_mentions
from retrieval.skills import skills_in

_PARTED: Final = re.compile(r"[\s,，、;；。]+")
_JOINED: Final = re.compile(r"(?<![^\s,，、;；])(?:会|懂|熟悉|精通|掌握|了解)\s+|\s+(?=(?:者?优先|加分|最好))")
"""Blanks that part no pieces: "会 Kafka 优先" is one wish."""
_OPENS: Final = re.compile(
    r"^(?:(?:我们?|公司)?(?:想要?|需要|打算|准备)(?:招聘?|找)(?:一[个名位]|[个名位]\s)?|(?:请|帮我|请帮我)?(?:招聘?|找|写|起草)(?:一[个名位份]|[个名位份]\s))\s*|"
    r"^(?:we(?: are|['’]re)?|i(?: am|['’]m)?)\s+(?:need|want|hiring|looking for)\s+(?:an?\s+)?",
    re.I,
)
"""What people say before they name the job; "招聘经理" is one, and so may be what begins with 个 or 名: "个人助理", "名厨"."""
_PARTED_EN: Final = re.compile(r"\s*[,，;；\n]+\s*")
_YEARS: Final = re.compile(
    r"\d{1,2}\s*(?:[-–~至到]\s*\d{1,2}\s*)?\+?\s*(?:年|years?|yrs?)(?:以上|\+)?(?: of experience)?(?:工作|开发)?(?:经验)?",
    re.I,
)
_MONEY: Final = re.compile(r"[$€£¥￥]\s?\d|\d\s*[kKwW万](?![a-z])", re.I)
_SPEAKS: Final = re.compile(
    r"^(?:会|能说|懂|精通)?(?P<zh>英语|日语|韩语|法语|德语|西班牙语|粤语|普通话)(?:流利)?$|\b(?P<en>english|japanese|german|french|spanish|mandarin|korean|cantonese)\b",
    re.I,
)
_NICE: Final = re.compile(r"优先|加分|最好|\bnice to have\b|\ba plus\b|\bpreferr?ed\b|\bplus\b", re.I)
_DEGREES: Final[dict[Language, dict[Degree, str]]] = {
    "zh": {
        "associate": "大专及以上学历",
        "bachelor": "本科及以上学历",
        "master": "硕士及以上学历",
        "doctor": "博士学历",
    },
    "en": {
        "associate": "Associate degree or higher",
        "bachelor": "Bachelor's degree or higher",
        "master": "Master's degree or higher",
        "doctor": "Doctorate",
    },
}
_SAY: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "years": "{years} 年以上{title}相关经验",
        "skill": "熟悉 {skill}",
        "speaks": "{name}可作为工作语言",
        "field": "有{field}领域的经验",
        "duty": "负责{field}相关工作",
    },
    "en": {
        "years": "{years}+ years of experience as {title}",
        "skill": "Experience with {skill}",
        "speaks": "Working {name}",
        "field": "Experience in {field}",
        "duty": "Work on {field}",
    },
}


def parts_of(words: str, language: Language) -> PostingParts:
    """The parts of a posting that the words give; conditions on age, gender and the like are left out."""
    pieces = [piece for piece in _pieces(words, language) if piece]
    title = _title(pieces)
    must: list[str] = []
    nice: list[str] = []
    fields: list[str] = []
    say = _SAY[language]
    for piece in pieces:
        if piece == title or _MONEY.search(piece):
            continue
        asked, field = _asked(_NICE.sub("", piece).strip(), title, language)
        (nice if _NICE.search(piece) else must).extend(asked)
        fields += [field] if field else []
    known = " ".join([*must, *nice]).lower()
    # As the words name it: of a skill that the lexicon only infers ("data analyst": data analysis) nobody spoke.
    named = [skill for skill in skills_in(title) if skill in title and skill.lower() not in known]
    must[:0] = [say["skill"].format(skill=skill) for skill in named]
    return PostingParts(title, [say["duty"].format(field=field) for field in fields], must, nice)


def _pieces(words: str, language: Language) -> list[str]:
    """Chinese words are parted by blanks too; English ones only by commas, since a title has several."""
    parted = _PARTED if language == "zh" else _PARTED_EN
    said = _OPENS.sub("", words.strip())
    plain = [without_bias(piece) for piece in parted.split(_JOINED.sub("", said) if language == "zh" else said)]
    if language == "zh":
        return [piece.strip() for piece in plain]
    return [_without_city(piece).strip() for piece in plain]


def _title(pieces: list[str]) -> str:
    """The first words that are no place, length of time, degree, language or pay."""
    return next((piece for piece in pieces if not _says_else(piece)), "")


def _says_else(piece: str) -> bool:
    return bool(
        not _without_city(piece).strip()
        or _YEARS.search(piece)
        or degree_asked(piece)
        or _SPEAKS.search(piece)
        or _MONEY.search(piece)
    )


def _without_city(piece: str) -> str:
    """English places stand in a phrase: "nurse in London"."""
    for mention in reversed(list(city_mentions(piece))):
        piece = re.sub(r"\s+(?:in|at|based in)\s*$", "", piece[: mention.start]) + piece[mention.end :]
    return piece


def _asked(piece: str, title: str, language: Language) -> tuple[list[str], str]:
    """What a piece asks, and the field of work it names, if any."""
    say = _SAY[language]
    if spoken := _SPEAKS.search(piece):
        name = spoken["zh"] or (spoken["en"] or "").capitalize()
        return [say["speaks"].format(name=name)], ""
    if _YEARS.search(piece):
        years = years_asked(f"{piece}经验" if language == "zh" else f"{piece} experience")
        return ([say["years"].format(years=f"{years:g}", title=title)] if years else [piece]), ""
    if degree := degree_asked(piece):
        return [_DEGREES[language][degree]], ""
    if not _without_city(piece).strip():
        return [], ""
    if skills_in(piece):
        return [say["skill"].format(skill=piece)], ""
    return [say["field"].format(field=piece)], piece
