"""What a posting or a resume can be filtered by, and the conditions people set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from pydantic import TypeAdapter

from records.resume import DEGREE_ORDER, Degree
from retrieval.skills import kinds_of

State = Literal["open", "closed"]


@dataclass(frozen=True, slots=True)
class Facts:
    """Of a resume what it states, of a posting what it asks for (`asks`); None and empty where nothing is said.

    `cities` and `languages` go by their English names, `skills` by the lexicon's, `years` are years of experience.
    """

    cities: frozenset[str] = frozenset()
    years: float | None = None
    degree: Degree | None = None
    languages: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()
    asks: bool = False


_FACTS: Final = TypeAdapter(Facts)


def facts_to_json(facts: Facts) -> str:
    """Facts as they are kept."""
    return _FACTS.dump_json(facts).decode()


def facts_from_json(kept: str) -> Facts:
    """What `facts_to_json` gave."""
    return _FACTS.validate_json(kept)


Verdict = Literal["yes", "no", "unknown"]


@dataclass(frozen=True, slots=True)
class Conditions:
    """What candidates or postings must fulfil to be ranked at all; an empty condition asks for nothing.

    One of the cities is enough; of the languages and skills all are wanted, and a skill that is a kind of the wanted
    one counts (Spring Cloud for Java). `state` is a posting's.
    """

    cities: frozenset[str] = field(default_factory=frozenset)
    least_years: float | None = None
    most_years: float | None = None
    least_degree: Degree | None = None
    most_degree: Degree | None = None
    languages: frozenset[str] = field(default_factory=frozenset)
    skills: frozenset[str] = field(default_factory=frozenset)
    state: State | None = "open"

    @property
    def asks_nothing(self) -> bool:
        """Whether no condition but the state was set."""
        return self == Conditions(state=self.state)

    def judged(self, facts: Facts) -> dict[str, Verdict]:
        """Each condition that was set, with whether the facts fulfil it or say nothing of it."""
        asked: dict[str, tuple[bool, Verdict]] = {
            "cities": (bool(self.cities), _shares(self.cities, facts.cities)),
            "years": (
                (self.least_years, self.most_years) != (None, None),
                _within(facts.years, self.least_years, self.most_years, facts.asks),
            ),
            "degree": (
                (self.least_degree, self.most_degree) != (None, None),
                _within(_rank(facts.degree), _rank(self.least_degree), _rank(self.most_degree), facts.asks),
            ),
            "languages": (bool(self.languages), _speaks(self.languages, facts.languages)),
            "skills": (bool(self.skills), "yes" if self.skills <= _shown(facts.skills) else "no"),
        }
        return {name: verdict for name, (is_set, verdict) in asked.items() if is_set}

    def fulfilled(self, facts: Facts) -> bool:
        """Whether every condition is; what is not stated does not fulfil one."""
        return all(verdict == "yes" for verdict in self.judged(facts).values())


EVERYTHING_OPEN: Final = Conditions()


def _shares(wanted: frozenset[str], found: frozenset[str]) -> Verdict:
    if not found:
        return "unknown"
    return "yes" if wanted & found else "no"


def _speaks(wanted: frozenset[str], found: frozenset[str]) -> Verdict:
    """A text that names no language but the one it is written in says nothing of others."""
    if wanted <= found:
        return "yes"
    return "unknown" if len(found) < 2 else "no"


def _within(found: float | None, least: float | None, most: float | None, asks: bool) -> Verdict:
    """A posting that asks for nothing asks for no more than anything."""
    if found is None:
        return "yes" if asks and least is None else "unknown"
    return "yes" if (least is None or found >= least) and (most is None or found <= most) else "no"


def _rank(degree: Degree | None) -> int | None:
    return DEGREE_ORDER.index(degree) if degree else None


def _shown(skills: frozenset[str]) -> frozenset[str]:
    """The skills and all that they are kinds of."""
    return skills.union(*(kinds_of(skill) for skill in skills))


def tally(conditions: Conditions, all_facts: Mapping[str, Facts]) -> tuple[list[str], list[str]]:
    """Over all: the names of those that fulfil every condition, and of those of whom only too little is known."""
    yes: list[str] = []
    unknown: list[str] = []
    for name, facts in all_facts.items():
        verdicts = set(conditions.judged(facts).values())
        if verdicts <= {"yes"}:
            yes.append(name)
        elif "no" not in verdicts:
            unknown.append(name)
    return yes, unknown
