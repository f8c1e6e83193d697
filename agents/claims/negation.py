"""A claim that denies what its lines say, or says what they deny.

"The resume does not mention X" contradicts lines that name X, and only those. What a claim says of the posting's bar
("does not reach five years") or of missing detail ("does not say how large") is judged elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from agents.claims.across import Matter, share_across, share_in_chinese
from agents.claims.clauses import NONE_OF_IT, Clause, clauses
from agents.claims.han_names import without_organisations
from agents.claims.negation_words import (
    ABSENCE,
    ACTED,
    BAR,
    BELONGING,
    BELONGING_HAN,
    DETAIL,
    NO_ONE,
    RANK,
)
from agents.claims.numbers import amounts, lasts
from agents.claims.shares import FIRM, share, weighed
from records.language import HAN
from retrieval.content_words import content_words
from retrieval.skills import mentions_in
from retrieval.terms import SKILL

NOUN_SHARE: Final = 0.7
"""Share of what a clause denies ("no Kafka experience in finance") that the lines must say for a contradiction."""
VERB_SHARE: Final = 0.5
"""The same where an act is denied ("did not lead the team of 12"): its object is enough, acts have many words."""
_KNOWN: Final = re.compile(r"(?i)\b(?:experience|background|knowledge|skills?|exposure)\b|经验|经历|背景|基础")


@dataclass(frozen=True)
class _Held:
    """What the lines say and what they deny."""

    said: Mapping[str, float]
    denied: Mapping[str, float]
    plainly_denied: Mapping[str, float]
    """Without what a line says there is none of: of that it also says much that is so, 带队三年事故为零."""
    by_words: tuple[Matter, Matter] | None
    """Said and denied once more, where Chinese is compared."""
    across: bool
    """Whether the claim is in the other language."""


def contradictions(claim: str, source: str, today: date) -> tuple[str, ...]:
    """The clauses of a claim that deny what its source says, or say what it denies."""
    lines, told = [clause for line in source.splitlines() for clause in clauses(line)], [*clauses(claim)]
    plain = [clause for clause in lines if clause.negator != NONE_OF_IT and clause.negator.lower() not in NO_ONE]
    held = _held(lines, plain, claim, source)
    lengths = [*amounts(source).dates.lengths(today)]
    lasted = {
        f"number:{number.value:g}": FIRM  # "lacks six years" of a job from 2007 to 2013
        for clause in told
        for number in amounts(clause.denied).numbers
        if number.unit in ("year", "month") and lasts(number, lengths)
    }
    held = replace(held, said={**held.said, **lasted})
    found = [
        clause.written
        for clause in told
        if (held.across or _ranks_stand(clause.denied, source)) and _contradicts(clause, held)
    ]
    return tuple(dict.fromkeys([*found, *_affirmed(told, plain, held.said)]))


def _held(lines: Sequence[Clause], plain: Sequence[Clause], claim: str, source: str) -> _Held:
    said, denied = [clause.said for clause in lines], [clause.denied for clause in lines]
    told, refused, plainly = (weighed(" \n ".join(texts)) for texts in (said, denied, [one.denied for one in plain]))
    across = bool(HAN.search(claim)) != bool(HAN.search(source))
    matters = Matter("\n".join(said), _firm(told)), Matter("\n".join(denied), _firm(refused))
    return _Held(told, refused, plainly, matters if across or HAN.search(claim) else None, across)


def _ranks_stand(denied: str, source: str) -> bool:
    """Whether each rank that is denied stands in the lines at all."""
    ranks = (re.escape(rank[0]) for rank in RANK.finditer(denied))
    return all(re.search(rf"(?i)(?<![a-z]){rank}(?![a-z0-9])", source) for rank in ranks)


def _firm(found: Iterable[str]) -> frozenset[str]:
    return frozenset(term for term in found if term.startswith(("number:", "year:", "degree:")))


def _affirmed(told: Sequence[Clause], held: Sequence[Clause], said: Mapping[str, float]) -> Iterator[str]:
    """The clauses that say all of what some line denies: "had bad debts" of "no bad debts"."""
    denies = weighed(" \n ".join(clause.denied for clause in told))
    for clause in held:
        matter = weighed(clause.denied) if clause.denied else {}
        if not any(matter.values()) or share(matter, denies) >= VERB_SHARE or share(matter, said) >= VERB_SHARE:
            continue
        yield from (one.written for one in told if share(matter, weighed(one.said)) == 1)


def _contradicts(clause: Clause, held: _Held) -> bool:
    """Whether a clause denies what is said, or says what is denied, told by terms and, where Chinese is compared, by
    words and all that they may stand for: 招到 says 招聘."""
    if not clause.denied:
        mine = {term: w for term, w in weighed(clause.said).items() if not term.startswith(("number:", "year:"))}
        return share(mine, held.plainly_denied) >= NOUN_SHARE and share(mine, held.said) < VERB_SHARE
    matter = ABSENCE.sub(" ", clause.denied)
    mine = weighed(matter)
    if held.across and HAN.search(clause.denied):  # no English line holds Chinese characters; their English is compared
        mine = {term: weight for term, weight in mine.items() if not HAN.match(term)}
    mine = _as_written(_but_names(mine, clause.denied, held.said), matter)
    mine = {term: weight for term, weight in mine.items() if len(term) > 1}  # 期 of 没过期 tells nothing
    numbers = any(term in held.said for term in mine if term.startswith(("number:", "year:")))
    if any(number.hedge == "over" for number in amounts(clause.denied).numbers):
        return False  # "nothing above 12 million" of "up to 12 million"
    if (BAR.search(clause.written) and not numbers) or (
        ABSENCE.search(clause.written) and DETAIL.search(clause.written)
    ):
        return False
    acted = ACTED.match(clause.negator) and not ABSENCE.search(clause.written)
    least = VERB_SHARE if (acted and not _KNOWN.search(clause.denied)) or numbers else NOUN_SHARE
    told, refused = _told(mine, clause.denied, held.said), share(mine, held.denied)
    if held.by_words:
        words = matter if held.across else without_organisations(matter)
        compare = share_across if held.across else share_in_chinese
        asked = Matter(words, _firm(mine))
        shares = [compare(asked, one) for one in held.by_words]
        if held.across:
            least, told, refused = VERB_SHARE, *shares  # a translation always loses some words
        else:
            least, told = (NOUN_SHARE, shares[0]) if told < least else (least, told)
            refused = max(refused, shares[1])
    return told >= least and refused < least


def _told(mine: Mapping[str, float], text: str, said: Mapping[str, float]) -> float:
    """The share of the terms that are said; of Chinese with the English of its words or without."""
    if not HAN.search(text):
        return share(mine, said)
    words = {*content_words(text)}
    own = {term: weight for term, weight in mine.items() if ":" in term or HAN.match(term) or term in words}
    return max(share(mine, said), share(own, said))


def _as_written(mine: Mapping[str, float], text: str) -> dict[str, float]:
    """The terms with each skill by the words in which it is written: 对公业务 and 对私业务 are one skill of the
    lexicon, and to deny one of a line about the other is fair."""
    found = dict(mine)
    for mention in mentions_in(text):
        if (weight := found.pop(f"{SKILL}{mention.skill}", 0.0)) and (
            words := [*content_words(text[mention.start : mention.end])]
        ):
            found |= {word: weight / len(words) for word in words}
    return found


def _but_names(mine: dict[str, float], text: str, said: Mapping[str, float]) -> dict[str, float]:
    """The terms without the names that are held, where there are others: a line about one work at Siemens says nothing
    of another."""
    names = {
        stem for unit in Matter(text).units if unit.named and not unit.skill for one in unit.wordings for stem in one
    }
    others = {term: weight for term, weight in mine.items() if term not in names or term not in said}
    if HAN.search(text) and (rest := without_organisations(text)) != text:
        told = weighed(BELONGING_HAN.sub(" ", rest))
        others = {term: weight for term, weight in others.items() if term in told}
    return others if any(weight for term, weight in others.items() if term not in BELONGING) else mine
