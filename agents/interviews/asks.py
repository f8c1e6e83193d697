"""What the wording of an interview kit consists of, in any language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from records.assessment import Verdict
from records.posting import RequirementKind


class Ask(NamedTuple):
    """A question, and what a good answer contains."""

    question: str
    good_answer: str


ByVerdict = dict[Verdict, tuple[Ask, ...]]
"""Questions of the same kind take turns, so that a kit does not repeat itself; where a verdict has none of its own,
those for `not_stated` are asked."""


@dataclass(frozen=True)
class Asks:
    """All questions and headings of a language.

    Blanks: `{topic}` the skills or the requirement, `{claim}` a strength, `{numbers}` in it, `{company}` the latest
    employer. Questions are spoken to the candidate, so they name no line numbers; the kit shows the lines beside them.
    """

    verify: dict[RequirementKind, ByVerdict]
    unsupported: Ask
    technical: tuple[Ask, ...]
    behavioural: tuple[Ask, ...]
    at_work: str
    """Opens behavioural questions where an employer is known; fills their blank `{job}`."""
    headings: dict[str, str]
