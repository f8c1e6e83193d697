# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Whether a sentence asks about the whole talent pool, and for which posting of the library."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from agents.conditions import Understood, conditions_in
from records.posting import Posting

WHOLE_POOL: Final = re.compile(
    r"多少(?:个|位|名|份)?(?:人|候选人|简历)|几(?:个|位|名|份)(?:人|候选人|简历)|(?:列出|找出|查找|显示)?(?:所有|全部)|哪些(?:人|候选人)"
    r"|\bhow many (?:people|candidates|resumes|cvs|persons)\b|\b(?:list|show|find)(?: me)? (?:all|everyone|everybody|every)\b"
    r"|\b(?:everyone|everybody|all candidates)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Search:
    """What a sentence looks for: a posting where one is named, and what was understood of the other words."""

    posting: Posting | None
    understood: Understood


def asks_of_pool(question: str) -> bool:
    """Whether a plain question clearly wants a count or list over the pool: it says so, and nothing in it is left."""
    if not WHOLE_POOL.search(question):
        return False
    understood = conditions_in(question)
    return not understood.conditions.asks_nothing and not understood.rest


def searched(words: str, postings: Sequence[Posting]) -> Search:
    """The posting whose id or title stands in the words (the longest), and the conditions in the rest of them."""
    named = [
        (span, posting) for posting in postings for name in (posting.id, posting.title) if (span := _span(name, words))
    ]
    if not named:
        return Search(None, conditions_in(words))
    (start, end), posting = max(named, key=lambda one: one[0][1] - one[0][0])
    return Search(posting, conditions_in(f"{words[:start]};{words[end:]}"))


def _span(name: str, words: str) -> tuple[int, int] | None:
    found = re.search(rf"(?<![a-z0-9-]){re.escape(name)}(?![a-z0-9-])", words, re.I) if len(name) > 1 else None
    return found.span() if found else None
