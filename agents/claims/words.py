# ruff: noqa: SIM905  (a word list is read whole)
"""Chinese words of working life, each by the English wordings that may stand for it; `words.tsv` lists them.

Wider than `retrieval/chinese_words.tsv`, which gives a model one English word for each: here all that a writer may
have chosen are needed, to tell whether a claim in one language speaks of what a line says in the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Final

from retrieval.chinese_words import dictionary
from retrieval.content_words import content_words

WORDS: Final = Path(__file__).with_name("words.tsv")

_PREFIX: Final = 8
"""Letters by which long words of one family begin alike ("supervising", "supervisory"), and others do not ("internal",
"international")."""

_AGREED: Final = 2
"""One Chinese word alone may have two meanings; with one, free wordings of denials are told a little more often, and
fair denials of what is only near marked more often."""
_DONE_AGAIN: Final = frozenset(
    """assembl brand build built certif code configur construct deploy design develop draft elect engin engineer
    equip factor fit generat hous instal integr launch locat model negoti new open organ organis organiz paint plan
    plant platform print process program schedul set shape start stock structur test train use valid work write
    written""".split()
)
"""What people do again as they did it: a report is no port, and research no search."""
_ROOT: Final = 5
_ENDINGS: Final = ("or", "ari", "eer", "ship", "iceship")
"""What a stemmer leaves on a word of one family with another: who works voluntarily is a volunteer."""

Stems = tuple[str, ...]

_WORD: Final = re.compile(r"\b[A-Za-z][a-z]+\b")
_IRREGULAR: Final = {
    past: base
    for row in """
        beat beaten; become became; begin began begun; bind bound; break broke broken; breed bred; bring brought;
        build built; buy bought; catch caught; choose chose chosen; cut cut; deal dealt; draw drew drawn;
        drive drove driven; eat ate eaten; fall fell fallen; feed fed; fight fought; find found; fly flew flown;
        foresee foresaw foreseen; freeze froze frozen; get got gotten; give gave given; go went gone; grind ground;
        grow grew grown; hang hung; hear heard; hide hid hidden; hold held; keep kept; know knew known; lay laid;
        lead led; leave left; lend lent; light lit; lose lost; make made; mean meant; meet met;
        oversee oversaw overseen; overtake overtook overtaken; pay paid;
        rebuild rebuilt; ride rode ridden; ring rang rung; rise rose risen;
        run ran; say said; see saw seen; seek sought; sell sold; send sent; sew sewn; shake shook shaken; shoot shot;
        show shown; shrink shrank shrunk; sing sang sung; sit sat; speak spoke spoken; spend spent; spin spun;
        stand stood; stick stuck; strike struck; swim swam swum; take took taken; teach taught; tear tore torn;
        tell told; think thought; throw threw thrown; undergo underwent undergone; understand understood;
        undertake undertook undertaken; wear wore worn; weave wove woven; win won; withdraw withdrew withdrawn;
        write wrote written; rewrite rewrote rewritten; fundraise fundraising
    """.split(";")
    for base, *pasts in [row.split()]
    for past in pasts
}


def irregular_pasts() -> Collection[str]:
    """The pasts of irregular verbs: hung, sold."""
    return _IRREGULAR.keys()


@cache
def english() -> dict[str, frozenset[str]]:
    """The English wordings of each Chinese word."""
    found = {word: frozenset([one]) for word, one in dictionary().items()}
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            word, several = line.split("\t")
            found[word] = found.get(word, frozenset()) | {*several.split("|")}
    return found


@cache
def wordings_of(word: str) -> tuple[Stems, ...]:
    """The English wordings of a known Chinese word, as the stems of their content words."""
    return tuple(map(stems_of, sorted(english()[word])))


@cache
def synonyms() -> dict[str, frozenset[str]]:
    """The English stems that stand beside one as wordings of at least `_AGREED` Chinese words: a prize is an award."""
    together: Counter[tuple[str, str]] = Counter()
    for wordings in english().values():
        single = {stems[0] for stems in map(stems_of, wordings) if len(stems) == 1}
        together.update(permutations(single, 2))
    found: dict[str, set[str]] = {}
    for (stem, other), times in together.items():
        if times >= _AGREED:
            found.setdefault(stem, set()).add(other)
    return {stem: frozenset(others) for stem, others in found.items()}


def stems_of(text: str) -> Stems:
    """The stems of a text's English content words: of verbs in the present, and of both parts of a word with a hyphen,
    for some write them apart."""
    return tuple(content_words(in_present(text.lower().replace("-", " "))))


def in_present(text: str) -> str:
    """The text with irregular verbs in the present, as stems have regular ones: sold is sell."""
    return _WORD.sub(lambda word: _IRREGULAR.get(word[0].lower(), word[0]), text)


@cache
def longest() -> int:
    """Characters of the longest word."""
    return max(map(len, english()))


@cache
def english_words() -> frozenset[str]:
    """Every word of the English wordings, in lower case."""
    return frozenset(word.lower() for several in english().values() for one in several for word in one.split())


def is_said(stem: str, held: Collection[str]) -> bool:
    """Whether stems that are held say this one: itself, its kin, or a long word that begins alike."""
    if any(form in held for form in kin(stem)):
        return True
    return len(stem) > _PREFIX and stem.isalpha() and any(other.startswith(stem[:_PREFIX]) for other in held)


def kin(stem: str) -> Iterator[str]:
    """A stem and its kin: redesigned is 重新设计, two words, and who won is a winner."""
    yield from (stem, f"{stem}er", f"{stem}{stem[-1]}er")
    if stem in _DONE_AGAIN:
        yield f"re{stem}"
    if stem.startswith("re") and stem[2:] in _DONE_AGAIN:
        yield stem[2:]
    if stem.endswith("er"):
        yield stem[:-2]
        if stem[-4:-3] == stem[-3:-2]:
            yield stem[:-3]
    yield from (
        stem.removesuffix(ending) for ending in _ENDINGS if len(stem) >= _ROOT + len(ending) and stem.endswith(ending)
    )
    if len(stem) >= _ROOT:
        yield from (stem + ending for ending in _ENDINGS)
