"""The facts of all texts of an index in columns, so that conditions over a hundred thousand take a moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from records.resume import DEGREE_ORDER, Degree
from retrieval.facts import Conditions, Facts, State
from retrieval.skills import kinds_of

Mask = NDArray[np.bool_]
Places = dict[str, list[int]]


class FactColumns:
    """Made anew when texts change; answers as `Conditions.fulfilled` does for each (a test holds them together).

    Who has which city, language or skill is sorted out only when a condition asks for it.
    """

    def __init__(self, facts: Sequence[Facts], states: Sequence[State]) -> None:
        self._size = len(facts)
        self._open = np.array([state == "open" for state in states], dtype=bool)
        self._asks = np.array([one.asks for one in facts], dtype=bool)
        self._years = np.array([np.nan if one.years is None else one.years for one in facts], dtype=np.float64)
        self._degrees = np.array([_rank(one.degree) for one in facts], dtype=np.float64)
        self._facts = facts

    def passing(self, conditions: Conditions) -> Mask:
        """Which texts fulfil the conditions, in their order."""
        mask = self._of_state(conditions.state)
        mask &= self._within(self._years, conditions.least_years, conditions.most_years)
        least, most = (
            _rank(degree) if degree else None for degree in (conditions.least_degree, conditions.most_degree)
        )
        mask &= self._within(self._degrees, least, most)
        if conditions.cities:
            mask &= self._any_of(conditions.cities, self._cities)
        for language in conditions.languages:
            mask &= self._any_of([language], self._languages)
        for skill in conditions.skills:
            mask &= self._any_of([skill], self._skills)
        return mask

    @cached_property
    def _cities(self) -> Places:
        return _places(one.cities for one in self._facts)

    @cached_property
    def _languages(self) -> Places:
        return _places(one.languages for one in self._facts)

    @cached_property
    def _skills(self) -> Places:
        return _places(one.skills.union(*map(kinds_of, one.skills)) for one in self._facts)

    def _of_state(self, state: State | None) -> Mask:
        if state is None:
            return np.ones(self._size, dtype=bool)
        return self._open.copy() if state == "open" else ~self._open

    def _within(self, found: NDArray[np.float64], least: float | None, most: float | None) -> Mask:
        if least is None and most is None:
            return np.ones(self._size, dtype=bool)
        unsaid = np.isnan(found)
        with np.errstate(invalid="ignore"):
            inside = (found >= (-np.inf if least is None else least)) & (found <= (np.inf if most is None else most))
        return np.where(unsaid, self._asks & (least is None), inside)

    def _any_of(self, wanted: Iterable[str], held: Places) -> Mask:
        mask = np.zeros(self._size, dtype=bool)
        for name in wanted:
            mask[held.get(name, [])] = True
        return mask


def _rank(degree: Degree | None) -> float:
    return float(DEGREE_ORDER.index(degree)) if degree else float("nan")


def _places(sets: Iterable[frozenset[str]]) -> Places:
    found: Places = {}
    for place, names in enumerate(sets):
        for name in names:
            found.setdefault(name, []).append(place)
    return found
