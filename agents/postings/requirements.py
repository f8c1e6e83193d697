"""From a posting to weighted requirements, by rules in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from agents.postings.blanks import has_blank, without_marks
from agents.postings.clauses import clauses, is_wish, kind_named
from agents.postings.levels import degree_asked, years_asked
from agents.postings.statements import Statement, statements, without_bias
from agents.postings.wording import ASKS, MUST, OPENS_ASKING, OPENS_DUTY, TITLE_FRAME, WISH, YOU_WILL, Part
from records.language import HAN
from records.posting import Necessity, Requirement, RequirementKind
from retrieval.skills import skills_in

__all__ = ["degree_asked", "requirements", "years_asked"]

_BASE_WEIGHT: Final[dict[RequirementKind, float]] = {
    "skill": 3.0,
    "experience": 3.0,
    "certificate": 3.0,
    "education": 2.0,
    "language": 2.0,
    "duty": 1.0,
    "trait": 0.5,
}
"""What a resume can show weighs most. Duties tell what the job is like, a candidate may learn them; traits can hardly
be read from a resume at all."""
_WISH_FACTOR: Final = 0.5
_LONGEST_TITLE: Final = 80
_SENTENCE_MARKS: Final = "。.;；:：!！?？"


def requirements(text: str) -> tuple[Requirement, ...]:
    """What a posting asks, in its own words and order; none where nothing in it can be checked.

    Without the wording of a wish a line below a heading of requirements is a must-have; duties and traits never are.
    Conditions on age, gender, family, looks, origin or health are never requirements: they are left out, as
    are lines of a draft that are still to be filled in.
    """
    found: dict[str, Requirement] = {}
    if title := _role(text):
        found[_bare(title.text)] = title  # a posting that is nothing but its title asks nothing
    for statement in statements(without_marks(text)):
        for words in () if has_blank(statement.text) else _asked(statement):
            key = _bare(words)
            if key and key not in found and (made := _requirement(words, statement, f"R{len(found) + 1}")):
                found[key] = made
    return tuple(found.values()) if len(found) > bool(title) else ()


def _bare(words: str) -> str:
    return re.sub(r"\W+", "", words.lower())


def _role(text: str) -> Requirement | None:
    """The posting's title as a requirement: having done the job, or one like it."""
    first = next((line.strip(" #*\t") for line in text.splitlines() if line.strip()), "")
    title = without_bias(TITLE_FRAME.sub("", first).strip("【】 "))
    if not title or has_blank(first) or len(title) > _LONGEST_TITLE or title[-1] in _SENTENCE_MARKS:
        return None
    weight, skills = _BASE_WEIGHT["experience"], skills_in(title)
    return Requirement(id="R1", text=title, kind="experience", necessity="nice", weight=weight, skills=skills)


def _asked(statement: Statement) -> Iterator[str]:
    if statement.run_on or statement.part == "duties":
        yield statement.text
    else:
        yield from clauses(statement.text)


def _requirement(words: str, statement: Statement, name: str) -> Requirement | None:
    kind = _kind(words, statement)
    if kind is None:
        return None
    skills = skills_in(words) if kind != "trait" else ()
    necessity = "nice" if statement.run_on else _necessity(words, kind, statement.part)
    return Requirement(
        id=name,
        text=words,
        kind=kind,
        necessity=necessity,
        weight=_BASE_WEIGHT[kind] * (_WISH_FACTOR if _is_wish(words, statement.part) else 1),
        years=years_asked(words) if kind in ("experience", "education") else None,
        degree=degree_asked(words) if kind == "education" else None,
        skills=skills,
    )


def _kind(words: str, statement: Statement) -> RequirementKind | None:
    part, listed = statement.part, statement.listed
    named = kind_named(words)
    if YOU_WILL.match(words) or (part == "duties" and not OPENS_ASKING.match(words)):
        return named if named in ("education", "experience") and ASKS.search(words) else "duty"
    if named:
        return named
    if part in ("required", "preferred") or ASKS.search(words) or WISH.search(words):
        return "skill"
    skills = skills_in(words)
    if listed and skills and not OPENS_DUTY.match(words):
        return "skill"
    return "duty" if skills or _says_enough(words) else None


def _says_enough(words: str) -> bool:
    """Whether a statement under no heading holds enough to be compared with a resume."""
    return len(HAN.findall(words)) >= 6 or len(words.split()) >= 3


def _necessity(words: str, kind: RequirementKind, part: Part) -> Necessity:
    """A must-have caps the score where it is missing, so only what the posting presents as one is called so."""
    if kind in ("trait", "duty") or _is_wish(words, part):
        return "nice"  # a resume cannot show a trait, and a duty can be learnt: their absence must not cap a score
    if kind == "education" and not degree_asked(words) and years_asked(words) is None:
        return "nice"  # a field of study "or related": its name alone cannot tell who lacks it
    if MUST.search(words):
        return "must"
    if part == "required" and (kind != "skill" or skills_in(words) or ASKS.search(words)):
        return "must"
    return "must" if kind in ("experience", "education", "certificate") else "nice"


def _is_wish(words: str, part: Part) -> bool:
    return is_wish(words) or (part == "preferred" and not MUST.search(words))
