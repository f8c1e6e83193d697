"""How commands open the office and say what they found: one JSON value with --json, else lines for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated

import typer

from agents.bootstrap import open_office
from agents.office import Office
from agents.settings import Settings, read_settings
from records.errors import RecruitingError
from records.language import Language

Json = Annotated[bool, typer.Option("--json", help="one JSON value on standard output")]
Top = Annotated[int, typer.Option("--top", min=1, max=100)]


@contextmanager
def opened_office() -> Iterator[Office]:
    """Everything at work, for one command."""
    office = open_office(read_settings(), workers=1)
    try:
        yield office
    finally:
        office.close()


def say(value: object, as_json: bool, words: Sequence[str]) -> None:
    """One JSON value, or the lines."""
    text = json.dumps(value, ensure_ascii=False) if as_json else "\n".join(words)
    sys.stdout.write(text + "\n")


def fail(error: RecruitingError) -> None:
    """Says what went wrong and what to do, in the user's language, and ends with status 1."""
    try:
        language = read_settings().speech
    except RecruitingError:
        language = Settings.model_construct(language=None).speech
    if "--json" in sys.argv:
        sys.stdout.write(json.dumps({"error": told(error, language)}, ensure_ascii=False) + "\n")
    sys.stderr.write(f"{error.message(language)}\n{error.advice(language)}\n")
    sys.exit(1)


def told(error: RecruitingError, language: Language) -> dict[str, str]:
    """An error as JSON."""
    return {"code": error.code, "message": error.message(language), "advice": error.advice(language)}
