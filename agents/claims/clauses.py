"""A text cut into clauses, each with what it says and what it denies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from agents.claims.negation_words import (
    ABSENCE,
    AMONG,
    CLAUSE,
    IS_NONE,
    NEGATED_AGAIN,
    NEGATOR,
    NO_NEGATION,
    NO_ONE,
    NONE_OF,
    NOT,
    NOT_ONE,
    RATE,
    WITHOUT_ONE,
)
from agents.claims.shares import weighed
from retrieval.chinese_words import dictionary

NONE_OF_IT: Final = "none of it"
"""The negator of a clause that denies what it says as a whole: 用例一条也没写."""
_LONGEST_CLAUSE: Final = 600
"""No clause of a person is longer, and what is costs the patterns seconds."""
_ONE_WITHIN: Final = 24
"""Characters before the negator in which 一 is sought."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence, cut at what it denies: `said` before or without a denial, `denied` after one."""

    said: str
    denied: str
    written: str
    negator: str = ""


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
        elif (ABSENCE.search(after) and passive) or not any(weighed(ABSENCE.sub(" ", after)).values()):
            denied = before if any(weighed(before).values()) else subject  # 对采区的改造,从未参与
            yield Clause("", denied, part, "absence")  # "Kafka is not mentioned", "Kafka is not something he has done"
        else:
            yield Clause(before, after, part, found[0])


def _not_done(text: str) -> re.Match[str] | None:
    """不 before a verb: 不审核报销单."""
    return next((match for match in NOT.finditer(text) if match[1] in dictionary()), None)
