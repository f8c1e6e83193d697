"""How much of what one text says another says in the other language, Chinese or English, or in other Chinese words.

A word of one language stands for every wording that `words.tsv` gives it in the other; a skill of the lexicon
for itself, under all its names. No grammar is read: this only tells whether two texts speak of the same matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from agents.claims.negation_words import BELONGING, LIGHT, LIGHT_HAN
from agents.claims.terms import Reader
from agents.claims.vocabulary import TITLES
from agents.claims.words import Stems, english, is_said, longest, stems_of, wordings_of
from agents.number_words import WORD_NUMBER
from retrieval.chinese_words import cut
from retrieval.documents.profile.degrees import degree_in
from retrieval.skills import Mention, kinds_of, mentions_in, names_of
from retrieval.terms import SKILL

_WORD: Final = re.compile(r"[A-Za-z0-9][^\s,;:()]*")
_NUMBER: Final = re.compile(rf"\b{WORD_NUMBER}\b", re.IGNORECASE)
_HAN_RUN: Final = re.compile(r"[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that a text says: any of the wordings says it too, with all its stems, and so does the skill."""

    wordings: tuple[Stems, ...]
    skill: str = ""
    named: bool = False
    """Part of a name, as its capital letters tell."""


@dataclass(frozen=True)
class Matter:
    """What a text says, to be sought in another text or to be searched for what that says."""

    text: str
    firm: frozenset[str] = frozenset()
    """What says the same in every language: numbers, years, degrees."""

    @cached_property
    def telling(self) -> tuple[Unit, ...]:
        """The units without those that may say nothing of the matter: 经验, as experience does not."""
        return tuple(unit for unit in self.units if all(unit.wordings))

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Each thing it says, but no numbers, and none of the words that say nothing of the matter."""
        text = _NUMBER.sub(lambda number: " " * len(number[0]), self.text)
        by_skill = {at: m.skill for m in self._mentions for at in range(m.start, m.end)}
        found, last = [Unit(((term,),)) for term in sorted(self.firm)], 0
        for run in _HAN_RUN.finditer(text):
            found += _english(text[last : run.start()], last, by_skill)
            found += _chinese(run[0], run.start(), by_skill)
            last = run.end()
        return (*found, *_english(text[last:], last, by_skill))

    @cached_property
    def _mentions(self) -> tuple[Mention, ...]:
        return tuple(mentions_in(self.text))

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(mention.skill for mention in self._mentions)

    @cached_property
    def skills(self) -> frozenset[str]:
        """Its skills and the broader ones they show."""
        return self._named | {kind for skill in self._named for kind in kinds_of(skill)}

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all wordings of what it says."""
        names = (stems for skill in self._named for stems in _spelled(skill))
        said = (stems for unit in self.units for stems in unit.wordings)
        return self._stems((*said, *names))

    @cached_property
    def written(self) -> frozenset[str]:
        """The stems of all wordings of its words, without those of the skills that they show."""
        known = (unit for unit in self.units if not unit.skill or unit.wordings != _spelled(unit.skill))
        return self._stems(stems for unit in known for stems in unit.wordings)

    def _stems(self, wordings: Iterable[Stems]) -> frozenset[str]:
        return frozenset(stem for stems in wordings for stem in stems) | self.firm | {*stems_of(self.text)}

    def writes(self, unit: Unit) -> bool:
        """Whether its words say this, whatever skills they show."""
        return _one_of(unit.wordings, self.written)

    def says(self, unit: Unit) -> bool:
        """Whether it says this."""
        return unit.skill in self.skills or _one_of(unit.wordings, self.stems)


def _one_of(wordings: Iterable[Stems], held: frozenset[str]) -> bool:
    """Whether one of the wordings is held with all its stems."""
    return any(bool(stems) and all(is_said(stem, held) for stem in stems) for stems in wordings)


def share_across(said: Matter, held: Matter) -> float:
    """The share, from 0 to 1, of what one text says that another says in the other language; 0 where it says nothing
    that can be compared.

    A name says whom a text is about, and nothing of what it says of them: it counts where there is nothing else.
    """
    names = [unit for unit in said.telling if unit.named and not unit.skill and held.says(unit)]
    others = [unit for unit in said.telling if unit not in names]
    matter = said.telling if all(_only_belongs(unit) for unit in others) else others
    return sum(held.says(unit) for unit in matter) / len(matter) if matter else 0.0


def share_in_chinese(said: Matter, held: Matter) -> float:
    """The share, from 0 to 1, of what a Chinese text says that another says, in these words or in others for them.

    A skill counts by its words alone: to the lexicon 对公业务 and 对私业务 are one.
    """
    return sum(map(held.writes, said.telling)) / len(said.telling) if said.telling else 0.0


def _english(text: str, start: int, by_skill: dict[int, str]) -> Iterator[Unit]:
    words = list(_WORD.finditer(text))
    skills = [by_skill.get(start + word.start(), "") for word in words]
    for run in _runs(words):
        named = any(_is_proper(words[n][0]) for n in run)
        for n in run:
            skill = skills[n] if not named or all(skills[m] for m in run) else ""  # the Analytics of a firm is none
            for stem in stems_of(words[n][0]):
                if stem not in LIGHT:
                    yield Unit(((stem,),), skill, named)


def _runs(words: Sequence[re.Match[str]]) -> Iterator[range]:
    """The words one by one, and those with a capital letter together where nothing but a blank parts them."""
    first = 0
    for n in range(1, len(words) + 1):
        joined = (
            n < len(words)
            and words[n - 1][0][0].isupper()
            and words[n][0][0].isupper()
            and words[n].start() == words[n - 1].end() + 1
        )
        if not joined:
            yield range(first, n)
            first = n


def _is_proper(word: str) -> bool:
    """Whether a word names somebody or something: a capital, and neither a title, a language, nor an abbreviation."""
    return word[0].isupper() and word[1:].islower() and word.lower() not in TITLES


def _chinese(run: str, start: int, by_skill: dict[int, str]) -> Iterator[Unit]:
    at = 0
    for word, known in cut(run, english(), longest()):
        skill = by_skill.get(start + at, "")
        at += len(word)
        if known and not LIGHT_HAN.fullmatch(word):
            yield Unit(wordings_of(word), skill)
        elif skill and by_skill.get(start + at - len(word) - 1) != skill:  # told once, where it begins
            yield Unit(_spelled(skill), skill)


def across(claim: str) -> tuple[Reader, Reader]:
    """What parts of a claim are about, and what texts in the other language say of it, both as the same terms."""

    def said(text: str) -> Mapping[str, float]:
        return dict.fromkeys(map(_term, Matter(text).telling), 1.0) | _degree(text)

    def heard(text: str) -> Mapping[str, float]:
        matter = Matter(text)
        return {_term(unit): 1.0 for unit in whole if matter.says(unit)} | _degree(text)

    whole = Matter(claim).telling
    return said, heard


def _term(unit: Unit) -> str:
    return f"{SKILL}{unit.skill}" if unit.skill else "|".join(" ".join(stems) for stems in unit.wordings)


def _degree(text: str) -> dict[str, float]:
    degree = degree_in(text)
    return {f"degree:{degree}": 2.0} if degree else {}


def _only_belongs(unit: Unit) -> bool:
    return any(all(stem in BELONGING for stem in stems) for stems in unit.wordings)


@lru_cache(maxsize=4096)
def _spelled(skill: str) -> tuple[Stems, ...]:
    return tuple(map(stems_of, names_of(skill)))
