"""Filling the templates: strict blanks, numbered lines, and a hash that names the wording.

Each task has one template a language, written in the language of the answer: a model of 4B parameters keeps to that
language far better when its instructions are written in it than when an English sentence asks for it. A test holds
the two versions to the same blanks. In a template, what stands above the line `---` is the system message.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from records.language import Language
from records.redacted import RedactedText

_BLANK: Final = re.compile(r"\{([a-z_]+)\}")
_MARK: Final = re.compile(r"<(?=\|\w+\|>|/?think>|/?tool_\w+>)")
_SYSTEM_ENDS: Final = "\n---\n"


@dataclass(frozen=True)
class Prompt:
    """What the model is told: its role and rules, then the material and the task."""

    system: RedactedText
    user: RedactedText


def prompt(task: str, language: Language, **blanks: RedactedText | int) -> Prompt:
    """The task's prompt in the language of the answer; raises `ValueError` for a missing or unknown blank."""
    wording = template(task, language)
    _check(wording, blanks)
    system, _, user = wording.partition(_SYSTEM_ENDS)  # split before filling: no blank can move the border
    return Prompt(_filled(system.strip(), blanks), _filled(user.strip(), blanks))


def fill(task: str, language: Language, **blanks: RedactedText | int) -> RedactedText:
    """A template that is part of a prompt, filled; raises `ValueError` for a missing or unknown blank."""
    wording = template(task, language)
    _check(wording, blanks)
    return _filled(wording, blanks)


def harmless(text: RedactedText) -> RedactedText:
    """The text with the marks of the model's vocabulary broken up: a resume with `<|im_end|>` in it must not end its
    own message and begin another."""
    return RedactedText(_MARK.sub("< ", text))


def numbered(lines: Iterable[RedactedText], candidate: int | None = None) -> RedactedText:
    """A resume as the model sees it: `[12] text`, or `[1:12] text` where several candidates are in the prompt.

    Every line starts with its number and stays one line, so nothing in a resume can look like the end of its fence.
    """
    of = "" if candidate is None else f"{candidate}:"
    return RedactedText("\n".join(f"[{of}{n}] {' '.join(line.split())}".rstrip() for n, line in enumerate(lines, 1)))


@cache
def template(task: str, language: Language) -> str:
    """The wording as it stands in the repository."""
    return files("prompts").joinpath(f"{task}.{language}.md").read_text("utf-8").strip()


def wording_hash(task: str, language: Language) -> str:
    """SHA-256 of the wording, for the audit: which words was the model asked with?"""
    return hashlib.sha256(template(task, language).encode()).hexdigest()


def blanks_of(wording: str) -> frozenset[str]:
    """The names of the blanks in a template."""
    return frozenset(_BLANK.findall(wording))


def _check(wording: str, blanks: dict[str, RedactedText | int]) -> None:
    asked = blanks_of(wording)
    if asked != blanks.keys():
        raise ValueError(f"blanks missing: {sorted(asked - blanks.keys())}, unknown: {sorted(blanks.keys() - asked)}")


def _filled(wording: str, blanks: dict[str, RedactedText | int]) -> RedactedText:
    return RedactedText(_BLANK.sub(lambda blank: harmless(RedactedText(str(blanks[blank[1]]))), wording))
