"""A claim that denies what its lines say, or says what they deny.

"The resume does not mention X" contradicts lines that name X, and only those. What a claim says of the posting's bar
("does not reach five years") or of missing detail ("does not say how large") is judged elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final, Literal

from agents.claims.across import Matter, share_across, share_in_chinese
from agents.claims.han_names import without_organisations
from agents.claims.negation_words import (
    ABSENCE,
    ACTED,
    AMONG,
    ASPECT,
    BAR,
    BELONGING,
    BELONGING_HAN,
    CERTIFIED,
    CLAUSE,
    DETAIL,
    HEADS,
    IS_NONE,
    LIGHT,
    LIGHT_HAN,
    MERIT,
    NEGATED_AGAIN,
    NEGATOR,
    NO_NEGATION,
    NO_ONE,
    NONE_OF,
    NOT,
    NOT_ONE,
    ORDINAL,
    ORDINALS,
    RANK,
    RATE,
    SCHOOL,
    WITHOUT_ONE,
)
from agents.claims.numbers import amounts, lasts
from agents.claims.words import in_present, is_said, kin, synonyms
from records.language import HAN
from retrieval.chinese_words import dictionary
from retrieval.content_words import content_words
from retrieval.documents.profile.degrees import degree_in
from retrieval.gloss import english_gloss
from retrieval.redaction import redact_text
from retrieval.skills import kinds_of, mentions_in, names_of
from retrieval.terms import SKILL, terms

NOUN_SHARE: Final = 0.7
"""Share of what a clause denies ("no Kafka experience in finance") that the lines must say for a contradiction."""
VERB_SHARE: Final = 0.5
"""The same where an act is denied ("did not lead the team of 12"): its object is enough, acts have many words."""
NONE_OF_IT: Final = "none of it"
"""The negator of a clause that denies what it says as a whole: 用例一条也没写."""
_LONGEST_CLAUSE: Final = 600
"""No clause of a person is longer, and what is costs the patterns seconds."""
_ONE_WITHIN: Final = 24
_FIRM: Final = 2.0
_KNOWN: Final = re.compile(r"(?i)\b(?:experience|background|knowledge|skills?|exposure)\b|经验|经历|背景|基础")


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence, cut at what it denies: `said` before or without a denial, `denied` after one."""

    said: str
    denied: str
    written: str
    negator: str = ""


def contradictions(claim: str, source: str, today: date) -> tuple[str, ...]:
    """The clauses of a claim that deny what its source says, or say what it denies."""
    held, told = [clause for line in source.splitlines() for clause in clauses(line)], [*clauses(claim)]
    said = _terms(" \n ".join(clause.said for clause in held))
    denied = _terms(" \n ".join(clause.denied for clause in held))
    # Of what a line says there is none of it also says much that is so: 带队三年事故为零.
    parted = [clause for clause in held if clause.negator != NONE_OF_IT and clause.negator.lower() not in NO_ONE]
    plainly_denied = _terms(" \n ".join(clause.denied for clause in parted))
    translated = not HAN.search(source)
    across = bool(HAN.search(claim)) == translated
    by_words = (_matter(held, "said"), _matter(held, "denied")) if across or HAN.search(claim) else None
    lengths = [*amounts(source).dates.lengths(today)]
    for number in (n for clause in told for n in amounts(clause.denied).numbers if n.unit in ("year", "month")):
        if lasts(number, lengths):  # "lacks six years" of a job from 2007 to 2013
            said[f"number:{number.value:g}"] = _FIRM
    found = [
        clause.written
        for clause in told
        if (across or _ranks_stand(clause.denied, source))
        and _contradicts(clause, (said, denied, plainly_denied), by_words, across=across)
    ]
    return tuple(dict.fromkeys([*found, *_affirmed(told, parted, said)]))


def _ranks_stand(denied: str, source: str) -> bool:
    """Whether each rank that is denied stands in the lines at all."""
    ranks = (re.escape(rank[0]) for rank in RANK.finditer(denied))
    return all(re.search(rf"(?i)(?<![a-z]){rank}(?![a-z0-9])", source) for rank in ranks)


def _matter(held: Sequence[Clause], part: Literal["said", "denied"]) -> Matter:
    text = "\n".join(getattr(clause, part) for clause in held)
    return Matter(text, _firm(_terms(text)))


def _firm(found: Iterable[str]) -> frozenset[str]:
    return frozenset(term for term in found if term.startswith(("number:", "year:", "degree:")))


def _affirmed(told: Sequence[Clause], held: Sequence[Clause], said: Mapping[str, float]) -> Iterator[str]:
    """The clauses that say all of what some line denies: "had bad debts" of "no bad debts"."""
    denies = _terms(" \n ".join(clause.denied for clause in told))
    for clause in held:
        matter = _terms(clause.denied) if clause.denied else {}
        if not any(matter.values()) or _share(matter, denies) >= VERB_SHARE or _share(matter, said) >= VERB_SHARE:
            continue
        yield from (one.written for one in told if _share(matter, _terms(one.said)) == 1)


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of a text with what each denies."""
    earlier = ""
    for part in filter(None, (part and part.strip() for part in CLAUSE.split(text))):
        earlier, subject = part, earlier
        if len(part) > _LONGEST_CLAUSE:
            yield Clause(part, "", part)
            continue
        told = NONE_OF.sub(lambda found: f"without {found[1] or found[2]}", part)
        hidden = NO_NEGATION.sub(lambda match: "·" * len(match[0]), told)
        if none := IS_NONE.search(hidden):
            counted = RATE.search(hidden[: none.start()])  # 差错率连续三年为零
            before, denied = (hidden[: counted.start()], counted["what"]) if counted else ("", hidden[: none.start()])
            yield Clause(before, denied, part, none[0] if counted else NONE_OF_IT)
            continue
        found = NEGATOR.search(hidden) or _not_done(hidden)
        if not found:
            yield Clause(hidden, "", part)
            continue
        before, after = hidden[: found.start()], AMONG.sub("", hidden[found.end() :])
        if twice := NEGATED_AGAIN.search(after):
            yield Clause(
                f"{before} {after[: twice.start()]} {after[twice.end() :]}", "", part
            )  # "not without accidents"
            continue
        passive = bool(
            re.match(
                r"(?i)\s*(?:been |being |be |explicitly |clearly |被|明确|具体)*$",
                ABSENCE.sub("", after, count=1)[:24],
            )
        )
        if found[0].lower() in NO_ONE:
            yield Clause("", before + after, part, found[0])  # "recruited nobody for Siemens"
        elif one := NOT_ONE.search(before, max(0, len(before) - _ONE_WITHIN)):
            yield Clause("", f"{one['of'] or before[: one.start()]} {after}", part, NONE_OF_IT)
        elif found[0] == "无" and WITHOUT_ONE.match(after):
            yield Clause("", f"{before} {WITHOUT_ONE.sub(' ', after)}", part, NONE_OF_IT)
        elif (ABSENCE.search(after) and passive) or not any(_terms(ABSENCE.sub(" ", after)).values()):
            denied = before if any(_terms(before).values()) else subject  # 对采区的改造,从未参与
            yield Clause("", denied, part, "absence")  # "Kafka is not mentioned", "Kafka is not something he has done"
        else:
            yield Clause(before, after, part, found[0])


def _not_done(text: str) -> re.Match[str] | None:
    """不 before a verb: 不审核报销单."""
    return next((match for match in NOT.finditer(text) if match[1] in dictionary()), None)


def _contradicts(
    clause: Clause,
    by_terms: tuple[Mapping[str, float], Mapping[str, float], Mapping[str, float]],
    by_words: tuple[Matter, Matter] | None,
    *,
    across: bool,
) -> bool:
    """Whether a clause denies what is said, or says what is denied, told by terms and, where Chinese is compared, by
    words and all that they may stand for: 招到 says 招聘."""
    said, denied, plainly_denied = by_terms
    if not clause.denied:
        mine = {term: w for term, w in _terms(clause.said).items() if not term.startswith(("number:", "year:"))}
        return _share(mine, plainly_denied) >= NOUN_SHARE and _share(mine, said) < VERB_SHARE
    matter = ABSENCE.sub(" ", clause.denied)
    mine = _terms(matter)
    if across and HAN.search(clause.denied):  # no English line holds Chinese characters; their English is compared
        mine = {term: weight for term, weight in mine.items() if not HAN.match(term)}
    mine = _as_written(_but_names(mine, clause.denied, said), matter)
    mine = {term: weight for term, weight in mine.items() if len(term) > 1}  # 期 of 没过期 tells nothing
    numbers = any(term in said for term in mine if term.startswith(("number:", "year:")))
    if any(number.hedge == "over" for number in amounts(clause.denied).numbers):
        return False  # "nothing above 12 million" of "up to 12 million"
    if (BAR.search(clause.written) and not numbers) or (
        ABSENCE.search(clause.written) and DETAIL.search(clause.written)
    ):
        return False
    acted = ACTED.match(clause.negator) and not ABSENCE.search(clause.written)
    share = VERB_SHARE if (acted and not _KNOWN.search(clause.denied)) or numbers else NOUN_SHARE
    told, refused = _told(mine, clause.denied, said), _share(mine, denied)
    if by_words:
        words = matter if across else without_organisations(matter)
        compare = share_across if across else share_in_chinese
        shares = [compare(Matter(words, _firm(mine)), held) for held in by_words]
        if across:
            share, told, refused = VERB_SHARE, *shares  # a translation always loses some words
        else:
            share, told = (NOUN_SHARE, shares[0]) if told < share else (share, told)
            refused = max(refused, shares[1])
    return told >= share and refused < share


def _told(mine: Mapping[str, float], text: str, said: Mapping[str, float]) -> float:
    """The share of the terms that are said; of Chinese with the English of its words or without."""
    if not HAN.search(text):
        return _share(mine, said)
    words = {*content_words(text)}
    own = {term: weight for term, weight in mine.items() if ":" in term or HAN.match(term) or term in words}
    return max(_share(mine, said), _share(own, said))


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
        told = _terms(BELONGING_HAN.sub(" ", rest))
        others = {term: weight for term, weight in others.items() if term in told}
    return others if any(weight for term, weight in others.items() if term not in BELONGING) else mine


def _share(mine: Mapping[str, float], held: Mapping[str, float]) -> float:
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


def _terms(text: str) -> dict[str, float]:
    """Skills, numbers and degrees, which count twice, and the words left; Chinese in the English of its known words."""
    if not text.strip():
        return {}
    text = MERIT.sub("立功", in_present(text))
    text = ORDINAL.sub(lambda found: ORDINALS[found[0].lower()], text)
    said = amounts(text)
    found = {f"number:{number.value:g}": _FIRM for number in said.numbers if number.sure}
    found |= {f"year:{when.year}": _FIRM for when in (*said.dates.single, *said.dates.starts, *said.dates.ends)}
    if degree := degree_in(text, short_forms=bool(SCHOOL.search(text))):  # MA is Massachusetts elsewhere
        found[f"degree:{degree}"] = _FIRM
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
