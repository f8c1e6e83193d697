"""Does a claim stand on its lines? Its numbers, dates, names, and what it denies; its meaning where it can be told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from agents.claims.binding import misplaced
from agents.claims.clauses import NONE_OF_IT, clauses
from agents.claims.names import unsupported_names
from agents.claims.negation import contradictions
from agents.claims.numbers import unsupported_numbers
from agents.claims.one import ones_otherwise

__all__ = ["unsupported", "unsupported_numbers"]


_LASTED: Final = re.compile(r"(?i) for (?:the (?:last|past) )?[\w.-]+ (?:\w+ )?(?:days|weeks|months|years)\b.*")
"""How long something was not the case: "no accident for 74 months"."""
_UNDER: Final = re.compile(r"\b[Uu]-?(?=(?:1\d|2[0-3])\b(?!\.))|\bUnder-(?=\d\d\b)")
"""U18 is under-18."""
_GLUED: Final = re.compile(r"(?<=[a-z])(?=\d+\.?\d*%?[\u4e00-\u9fff])")


def unsupported(
    claim: str, lines: str, today: date, asked: str = "", known_years: Sequence[float | None] = ()
) -> tuple[str, ...]:
    """What of a claim its lines do not support, as the claim writes it; nothing for a claim that stands.

    `asked` is what the claim may repeat without support, such as the requirement that a comment is about;
    `known_years` are lengths of time established elsewhere.
    """
    claim, lines = _parted(claim), _parted(lines)
    source, said = f"{lines}\n{asked}", _affirmed(claim)
    # What is asked says of each thing how much of it there should be: against the lines that is no other number.
    elsewhere = misplaced(said, lines, today, years_known=any(years is not None for years in known_years))
    parts = (
        *unsupported_numbers(said, source, today, known_years),
        *(number for number in elsewhere if not re.search(rf"(?<!\d){re.escape(number)}(?!\d)", asked)),
        *ones_otherwise(said, lines),
        *unsupported_names(said, source),
        *contradictions(claim, lines, today),
    )
    return tuple(dict.fromkeys(parts))


def _parted(text: str) -> str:
    """Latin words apart from a number that is counted in Chinese, and from each other: "Vantera39家" names Vantera."""
    return _UNDER.sub("under-", _GLUED.sub(" ", text))


def _affirmed(claim: str) -> str:
    """The claim without what it denies: "does not mention Kafka" needs no line that names Kafka."""
    for clause in clauses(claim):
        if clause.denied:
            if clause.negator == NONE_OF_IT:
                continue  # its numbers and names are said of what there is none of
            lasted = "".join(_LASTED.findall(clause.denied)) if clause.negator.lower() in ("no", "without") else ""
            claim = claim.replace(clause.written, clause.said + lasted if clause.negator != "absence" else " ", 1)
    return claim
