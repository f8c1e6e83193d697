"""Errors as they are kept in the records, to be told later in whatever language is spoken then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from records.errors.base import RecruitingError


def error_kept(error: RecruitingError) -> dict[str, object]:
    """Code and facts, fit for JSON; halves of characters in a file's name become question marks."""
    return {"code": error.code, "facts": {name: _plain(fact) for name, fact in error.facts.items()}}


def kept_error(kept: Mapping[str, object]) -> RecruitingError:
    """The error again; one of a kind that no longer exists says its code."""
    kind, facts = _kinds().get(str(kept["code"])), kept["facts"]
    if kind is None or not isinstance(facts, dict):
        return RecruitingError(reason=str(kept["code"]))
    return kind(**facts)


def said_of(error: RecruitingError, file: str) -> RecruitingError:
    """The same error, said of another file; itself where it names none."""
    return type(error)(**{**error.facts, "file": file}) if "file" in error.facts else error


def _plain(fact: object) -> object:
    if isinstance(fact, dict):
        return {str(language): _plain(wording) for language, wording in fact.items()}
    if isinstance(fact, (int, float)):
        return fact
    return str(fact).encode(errors="replace").decode()


def _kinds() -> dict[str, type[RecruitingError]]:
    return {kind.code: kind for kind in _below(RecruitingError)}


def _below(kind: type[RecruitingError]) -> Iterator[type[RecruitingError]]:
    yield kind
    for further in kind.__subclasses__():
        yield from _below(further)
