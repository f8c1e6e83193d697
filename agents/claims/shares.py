"""What a text says as weighted terms, and which share of it another text says."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from agents.claims.negation_words import ASPECT, CERTIFIED, HEADS, LIGHT, LIGHT_HAN, MERIT, ORDINAL, ORDINALS, SCHOOL
from agents.claims.numbers import amounts
from agents.claims.words import in_present, is_said, kin, synonyms
from records.language import HAN
from retrieval.content_words import content_words
from retrieval.documents.profile.degrees import degree_in
from retrieval.gloss import english_gloss
from retrieval.redaction import redact_text
from retrieval.skills import kinds_of, names_of
from retrieval.terms import SKILL, terms

FIRM: Final = 2.0
"""Weight of a number, a year or a degree; a skill weighs as much, a word half of it."""


def share(mine: Mapping[str, float], held: Mapping[str, float]) -> float:
    """The share, from 0 to 1 and by weight, of some terms that others hold; 0 where none weighs anything."""
    whole = sum(mine.values())
    return sum(weight for term, weight in mine.items() if _is_held(term, held)) / whole if whole else 0.0


def _is_held(term: str, held: Mapping[str, float]) -> bool:
    """A term, another word for it, or each word of one of a skill's names: "patented" says Patents."""
    if is_said(term, held) or any(other in held for other in synonyms().get(term, ())):
        return True
    return any(words and all(any(form in held for form in kin(word)) for word in words) for words in _spelled(term))


@cache
def _spelled(term: str) -> tuple[tuple[str, ...], ...]:
    """The names of a skill as content words; nothing for another term."""
    names = names_of(term.removeprefix(SKILL)) if term.startswith(SKILL) else ()
    return tuple(tuple(content_words(name)) for name in names)


def weighed(text: str) -> dict[str, float]:
    """Skills, numbers and degrees, which count twice, and the words left; Chinese in the English of its known words."""
    if not text.strip():
        return {}
    text = MERIT.sub("立功", in_present(text))
    text = ORDINAL.sub(lambda found: ORDINALS[found[0].lower()], text)
    said = amounts(text)
    found = {f"number:{number.value:g}": FIRM for number in said.numbers if number.sure}
    found |= {f"year:{when.year}": FIRM for when in (*said.dates.single, *said.dates.starts, *said.dates.ends)}
    if degree := degree_in(text, short_forms=bool(SCHOOL.search(text))):  # MA is Massachusetts elsewhere
        found[f"degree:{degree}"] = FIRM
    if CERTIFIED.search(text):
        found["certified"] = 1.0
        text = CERTIFIED.sub(" ", text)
    words = terms(LIGHT_HAN.sub(" ", ASPECT.sub("", text)))
    if HEADS.search(text):
        words["skill:Leadership"] = 0.0  # "head of support" says leadership, and is no more about it than it was
    if HAN.search(text):
        words = {term: w if term.startswith(SKILL) or not HAN.search(term) else w / 2 for term, w in words.items()}
        words |= {t: w for t, w in terms(english_gloss(redact_text(text))).items() if not HAN.search(t)}
    for term, weight in words.items():
        if term not in LIGHT and not (degree and term in ("degre", "bachelor", "master", "doctor", "phd")):
            found[term] = weight
    # Those inside a skill's name, and both parts of a word with a hyphen.
    found |= {word: 0.0 for word in content_words(f"{text} {text.replace('-', ' ')}") if word not in found}
    for term in [term for term in found if term.startswith(SKILL)]:
        skill = term.removeprefix(SKILL)
        named = [*content_words(skill), *(f"{SKILL}{kind}" for kind in kinds_of(skill))]
        found |= {name: 0.0 for name in named if name not in found}
    return found
