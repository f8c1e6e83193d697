# ruff: noqa: SIM905  (a word list is read whole)
"""What the words around a number are about, as terms that tell one thing from another."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from agents.claims.dates import dates_in
from agents.claims.numbers import parted
from agents.numbers import Number
from records.language import HAN
from retrieval.content_words import content_words
from retrieval.documents.profile.degrees import degree_in
from retrieval.terms import SKILL, terms

# Verbs of change and of doing stand for each other ("raised" of "increased"), and so do words for people whom a
# number counts anyway; what they are said of is what tells two numbers apart.
_LIGHT: Final = frozenset(
    """rais increas grow grew grown rise rose risen reach achiev improv boost lift climb gain doubl
    reduc decreas cut lower fall fell fallen drop shrink shrank shorten declin slash save brought bring went take took
    lead led manag run ran head oversaw overse supervis handl look own deliv deliver built build creat make made use
    held hold becam start began work serv respons charg have had look after also near almost over about more than now
    team peopl person staff member employe colleagu engin report headcount
    daili day week month year annual yearli monthli weekli quarter number amount time per last first one recent
    percent point million thousand billion dollar usd eur rmb yuan senior junior resum line state obtain""".split()
)
_LIGHT_HAN: Final = re.compile(
    r"提高|提升|增长|增加|上升|达到?|突破|降低|下降|减少|降[至到了]?|缩短|节省|节约|带领|领导|管理|主管|主导|负责|担任|曾?任|曾|做过?|"
    r"获得|取得|荣获|颁发|颁布|期间|累计|共计?|每[年月天日周]|[年月日]均|年度|候选人|团队|人员|员工|成员|下属|将|把|由|从|到|至|使|让|给|用|"
    r"[0-9零一二两三四五六七八九十百千万亿]+|[个名位家款门篇套支台份项条座所场类种次人天年月周岁元倍]|[了过的在为被]|其中|以来|起|之|多|近|约|余"
)
_WORD_NUMBER: Final = re.compile(
    r"(?i)\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|eleven|twelve|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b"
)

Reader = Callable[[str], Mapping[str, float]]
"""Tells what a text is about, as terms with their weights."""

PAIR: Final = 2 / 3
"""Weight of a pair of Chinese characters: two words of two characters give three pairs, and count two."""


@lru_cache(maxsize=4096)
def binding_terms(text: str) -> Mapping[str, float]:
    """Skills and degrees, which count twice, and other words once; no numbers, dates, or verbs of change.

    The words inside a skill's name count nothing, but are there for a text that says them apart.
    """
    rest = _WORD_NUMBER.sub(" ", dates_in(text).rest)
    found = {term: w for term, w in terms(_LIGHT_HAN.sub(" ", rest)).items() if _tells(term)}
    found |= {term: w for term, w in terms(rest).items() if term.startswith(SKILL)}
    found = {term: PAIR if HAN.match(term) else w for term, w in found.items()}
    inside = (word for word in content_words(_LIGHT_HAN.sub(" ", rest)) if word not in found and _tells(word))
    found |= dict.fromkeys(inside, 0.0)
    if degree := degree_in(text):
        found[f"degree:{degree}"] = 2.0
    return found


def counted_noun(clause: str, number: Number, read: Reader = binding_terms) -> str:
    """The term that a number counts: the first one behind it, or in Chinese before it where none follows."""
    before, after = parted(clause, number)
    following = [term for term, weight in read(after).items() if weight and not term.startswith("degree")]
    if following:
        return following[0]
    return next(reversed([*read(before)]), "") if HAN.search(clause) else ""


def _tells(term: str) -> bool:
    return term not in _LIGHT and not any(char.isdigit() for char in term) and not (HAN.match(term) and len(term) == 1)
