"""The places of a draft that a person has to look at: blanks to fill in, and marks on figures that nobody gave."""

from __future__ import annotations

from typing import Final

from records.language import Language

MARK: Final[dict[Language, str]] = {"zh": "【请核对】", "en": "[please check]"}
BLANK: Final[dict[Language, str]] = {"zh": "【待填写】", "en": "[to fill in]"}


def has_blank(words: str) -> bool:
    """Whether something in the words is still to be filled in, so that they ask nothing yet."""
    return any(blank in words for blank in BLANK.values())


def without_marks(words: str) -> str:
    """The words without the marks: who keeps a draft has been shown them."""
    for mark in MARK.values():
        words = words.replace(f" {mark}", "").replace(mark, "")
    return words
