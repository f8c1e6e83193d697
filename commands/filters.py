"""The options that filter candidates or postings, the same for every command."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps
from typing import Annotated, Any, Final, Literal

import typer

from agents.condition_wording import told
from agents.conditions import conditions_in
from agents.settings import read_settings
from records.errors import ConditionUnknown
from records.language import Language
from records.resume import Degree
from retrieval.facts import Conditions

Kind = Literal["cities", "languages", "skills"]
StateAsked = Literal["open", "closed", "any"]

_OPTIONS: Final[dict[str, tuple[Any, Any]]] = {
    "where": (Annotated[str, typer.Option(help="conditions in words: “in Shanghai with Java and over 10 years”")], ""),
    "city": (Annotated[list[str] | None, typer.Option(help="one of several is enough")], None),
    "min_years": (Annotated[float | None, typer.Option(help="years of experience, itself included")], None),
    "max_years": (Annotated[float | None, typer.Option(help="years of experience, itself included")], None),
    "degree": (Annotated[Degree | None, typer.Option(help="this degree or above")], None),
    "language": (Annotated[list[str] | None, typer.Option(help="all of several are wanted")], None),
    "skill": (Annotated[list[str] | None, typer.Option(help="all of several are wanted")], None),
}
_STATE: Final = {
    "state": (Annotated[StateAsked | None, typer.Option(help="of the postings; else the open ones")], None)
}
_TOLD: Final[dict[Language, tuple[str, str]]] = {
    "zh": ("条件：{told}", "没有作为条件：{rest}"),
    "en": ("Conditions: {told}", "Not taken as a condition: {rest}"),
}


def with_conditions(of_postings: bool = False) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command the options that filter, and hands it what they ask for as its one `conditions`."""
    options = {**_OPTIONS, **(_STATE if of_postings else {})}

    def decorated(command: Callable[..., None]) -> Callable[..., None]:
        own = inspect.signature(command, eval_str=True)
        kept = [one for name, one in own.parameters.items() if name != "conditions"]
        added = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
            for name, (kind, default) in options.items()
        ]

        @wraps(command)
        def run(*args: Any, **given: Any) -> None:
            asked = {name: given.pop(name, default) for name, (_, default) in options.items()}
            command(*args, conditions=_asked(asked, of_postings), **given)

        run.__signature__ = own.replace(parameters=[*kept, *added])  # type: ignore[attr-defined]
        run.__annotations__ = {one.name: one.annotation for one in (*kept, *added)}
        return run

    return decorated


def _asked(options: dict[str, Any], of_postings: bool) -> Conditions:
    """The options over the words of --where; what was understood is told on standard error."""
    understood = conditions_in(options["where"], of_postings)
    conditions = understood.conditions
    changes: dict[str, Any] = {
        "cities": conditions.cities | _named("cities", options["city"]),
        "languages": conditions.languages | _named("languages", options["language"]),
        "skills": conditions.skills | _named("skills", options["skill"]),
        "least_years": options["min_years"],
        "most_years": options["max_years"],
        "least_degree": options["degree"],
    }
    conditions = replace(conditions, **{name: value for name, value in changes.items() if value is not None})
    if state := options.get("state"):
        conditions = replace(conditions, state=None if state == "any" else state)
    _tell(conditions, understood.rest)
    return conditions


def _named(kind: Kind, values: Sequence[str] | None) -> frozenset[str]:
    """The names as they are known; raises `ConditionUnknown`."""
    found: set[str] = set()
    for value in values or ():
        read: frozenset[str] = getattr(conditions_in(value).conditions, kind)
        if not read:
            raise ConditionUnknown(value=value)
        found |= read
    return frozenset(found)


def _tell(conditions: Conditions, rest: Sequence[str]) -> None:
    language = read_settings().speech
    understood, left = _TOLD[language]
    if words := told(conditions, language):
        sys.stderr.write(understood.format(told=words) + "\n")
    if rest:
        sys.stderr.write(left.format(rest=" · ".join(rest)) + "\n")
