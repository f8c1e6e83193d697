"""A claim's names against its lines: organisations, schools, products, certificates and technologies, as written.

A name stands if its lines write it, a translation of it (skills.tsv, organisations.tsv), its initials, or the Chinese
characters that it spells. An English name of plain words for a Chinese organisation can be checked by none of these
("Starlight Technology" for 星光科技), nor a Chinese name that only sounds like an English one; they are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from agents.claims.across import Matter
from agents.claims.han_names import names_organisation, unnamed_in_chinese
from agents.claims.vocabulary import TITLES, is_common
from agents.number_words import WORD_NUMBER
from records.language import HAN
from retrieval.cities import cities_named, city_mentions
from retrieval.content_words import content_words
from retrieval.gloss import english_gloss
from retrieval.organisations import is_spelling, organisations_in, spells
from retrieval.redaction import redact_text
from retrieval.skills import kinds_of, mentions_in, skills_in

_WORD: Final = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9]*(?:[.\-'’&+#/][A-Za-zÀ-ÿ0-9]+)*[+#]*|(?<![\w])\.NET\b")
_PLAIN: Final = re.compile(r"[^a-z0-9+#]+")
_SENTENCE: Final = re.compile(r"(?:^|[.!?:;\n“\"(•·—–]\s*|-\s)$")
_KIND_OF_ORGANISATION: Final = re.compile(
    r"(?i)\b(?:technolog\w+|universit\w+|college|institute|bank|group|company|co|inc|ltd|limited|hospital|school|software|consulting|media|"
    r"foods?|logistics|systems|solutions|capital|holdings?|industr\w+|securities|insurance|pharma\w*|motors?|networks?|information|trading|"
    r"electric\w*|energy|academy|center|centre|bureau|department)\b"
)
_GLUED: Final = re.compile("[A-Z][a-z]+")
_DOER: Final = re.compile(r"(?<=[a-z]{3})(?:er|or)s?(?:['’]s?)?$")
_SMALL_WORDS: Final = frozenset(["of", "and", "the", "for", "in", "&", "at", "de"])
_MASK: Final = re.compile(r"\[[A-Z]+\]")
_NUMBER: Final = re.compile(WORD_NUMBER, re.IGNORECASE)


@dataclass(frozen=True)
class Held:
    """What the lines name, read once for all names of a claim."""

    text: str

    @cached_property
    def plain(self) -> str:
        """Letters and digits only, words apart."""
        return f" {_PLAIN.sub(' ', self.text.lower())} "

    @cached_property
    def glued(self) -> str:
        """As `plain`, without blanks: "Post greSQL" and "Node JS" read alike however they are spaced."""
        return self.plain.replace(" ", "")

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of its English words, and of the English of its Chinese."""
        words = frozenset(content_words(self.text)) | frozenset(content_words(english_gloss(redact_text(self.text))))
        return words | Matter(self.text).stems if self.chinese else words

    @cached_property
    def skills(self) -> frozenset[str]:
        """Its skills and the broader ones they show."""
        own = skills_in(self.text)
        return frozenset(own) | {kind for skill in own for kind in kinds_of(skill)}

    @cached_property
    def organisations(self) -> frozenset[int]:
        """The known organisations it names."""
        return frozenset(known for known, _, _ in organisations_in(self.text))

    @cached_property
    def cities(self) -> frozenset[str]:
        """The cities it names, those in the names of schools and banks too."""
        return cities_named(re.sub("(?=大学|学院|银行|University|College)", "。", self.text))

    @cached_property
    def initials(self) -> str:
        """First letters of its words, line by line, with and without small words."""
        lines = [re.findall(r"[A-Za-z]+", line) for line in self.text.splitlines()]
        every = ["".join(word[0] for word in line) for line in lines]
        large = ["".join(word[0] for word in line if word.lower() not in _SMALL_WORDS) for line in lines]
        return "\n".join([*every, *large]).lower()

    @cached_property
    def chinese(self) -> bool:
        """Whether it holds enough Chinese to hold a Chinese name."""
        return len(HAN.findall(self.text)) >= 4


def unsupported_names(claim: str, source: str) -> tuple[str, ...]:
    """The names of a claim that its source does not hold, as the claim writes them."""
    held = Held(source)
    claim = _MASK.sub(lambda mask: " " * len(mask[0]), claim)
    known = list(_known(claim, held))
    settled = [(start, end) for start, end, _ in known]
    missing = [claim[start:end] for start, end, held_there in known if not held_there]
    missing += _latin(claim, held, settled)
    organisations = [(start, end) for _, start, end in organisations_in(claim)]
    missing += unnamed_in_chinese(claim, source, organisations)
    return tuple(one for one in dict.fromkeys(missing) if not any(one != other and other in one for other in missing))


def _known(claim: str, held: Held) -> Iterator[tuple[int, int, bool]]:
    """Names of the lexicon and of known organisations: where they stand, and whether the source has them too."""
    for known, start, end in organisations_in(claim):
        stands = known in held.organisations or claim[start:end].lower() in held.text.lower()
        yield start, end, stands or _abbreviated(claim[start:end], held)
    for mention in mentions_in(claim):
        written = claim[mention.start : mention.end]
        if mention.skill in held.skills or _stands(written, held):
            yield mention.start, mention.end, True
        elif _is_name(written):
            yield mention.start, mention.end, _abbreviated(written, held)
        elif HAN.search(written) or written.islower():
            yield mention.start, mention.end, True  # an activity, not a name: its wording is free


def _is_name(written: str) -> bool:
    """Whether a skill as written is a product's name: capitals, or a mark such as in C++ and Node.js."""
    return (
        not HAN.search(written)
        and bool(re.search(r"[A-Z].*|[+#.\d]", written))
        and not all(is_common(word) for word in re.findall(r"[A-Za-z]+", written))
    )


def _latin(claim: str, held: Held, settled: list[tuple[int, int]]) -> Iterator[str]:
    in_chinese = bool(HAN.search(claim))
    words = [match for match in _WORD.finditer(claim) if not _inside(match, settled)]
    for n, match in enumerate(words):
        word = match[0].removesuffix("'s").removesuffix("’s")
        if _unnamed(word, claim, match.start(), in_chinese) or _stands(word, held) or _abbreviated(word, held):
            continue
        run = _run(words, n, claim)
        if _abbreviated(run, held) or _city(run, held) or _unreadable(word, run, held):
            continue
        yield word


def _inside(match: re.Match[str], places: list[tuple[int, int]]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in places)


def _unnamed(word: str, claim: str, at: int, in_chinese: bool) -> bool:
    """Whether a word names nothing: no capital, a title, or only the first of a sentence."""
    lowered = word.lower()
    if _NUMBER.fullmatch(word):
        return True
    parts = re.split(r"[-/&]", lowered)
    if lowered in TITLES or (len(parts) > 1 and all(part in TITLES or is_common(part) for part in parts)):
        return True
    if word.islower() and not (in_chinese and len(word) > 2):
        return True
    if word.islower():
        return is_common(word)
    opens = bool(_SENTENCE.search(claim[:at]))
    simple = word[1:].islower() or len(word) == 1
    alone = not re.match(r"\s?[A-Z]", claim[at + len(word) :])
    return (opens and simple and is_common(word, alone=alone)) or (word.rstrip("s").isupper() and len(word) == 1)


def _run(words: list[re.Match[str]], n: int, claim: str) -> str:
    """The capitalised words around one: "Bank of Greater Kelda" for Kelda."""
    first = last = n
    while first > 0 and _joins(words[first - 1], words[first], claim):
        first -= 1
    while last + 1 < len(words) and _joins(words[last], words[last + 1], claim):
        last += 1
    return claim[words[first].start() : words[last].end()]


def _joins(left: re.Match[str], right: re.Match[str], claim: str) -> bool:
    near = claim[left.end() : right.start()] in (" ", " & ")
    return near and all(not word[0].islower() or word[0] in _SMALL_WORDS for word in (left, right))


def _stands(word: str, held: Held) -> bool:
    plain = _PLAIN.sub(" ", word.lower()).strip()
    if not plain:
        return True
    if (
        f" {plain} " in held.plain
        or f" {plain}s " in held.plain
        or (len(plain) > 4 and plain.replace(" ", "") in held.glued)
    ):
        return True
    glued = _GLUED.findall(word)
    if len(glued) > 1 and "".join(glued) == word and all(_stands(part, held) for part in glued):
        return True  # names that Chinese writes without a blank between
    stems = [*content_words(word)]
    if stems and all(stem in held.stems for stem in stems):
        return True
    doers = [*content_words(_DOER.sub("", word))]  # the callers of a call centre
    return doers != stems and bool(doers) and all(stem in held.stems for stem in doers)


def _abbreviated(name: str, held: Held) -> bool:
    """Whether a name is the initials of words in the source, or its own initials stand there."""
    if name.rstrip("s").isupper() and 2 <= len(name) <= 7 and name.rstrip("s").lower() in held.initials:
        return True
    words = re.findall(r"[A-Za-z]+", name)
    every = "".join(word[0] for word in words).lower()
    large = "".join(word[0] for word in words if word.lower() not in _SMALL_WORDS).lower()
    shorts = {short.upper() for short in (every, large) if len(short) > 1}
    return len(words) > 1 and any(re.search(rf"(?<![A-Za-z.]){short}(?![A-Za-z])", held.text) for short in shorts)


def _city(run: str, held: Held) -> bool:
    named = {mention.city for mention in city_mentions(re.sub("(?= University| College)", ".", run))}
    return bool(named) and named <= held.cities


def _unreadable(word: str, run: str, held: Held) -> bool:
    """Whether a Chinese source may hold the name in characters: as it sounds, or translated, which nobody can check."""
    if not held.chinese:
        return False
    if spells(word, held.text):
        return True
    # A Chinese name that the claim translates must stand there at all.
    return bool(_KIND_OF_ORGANISATION.search(run)) and not is_spelling(word) and names_organisation(held.text)
