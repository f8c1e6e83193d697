"""The list of postings on the page: its rows, a page of them at a time, and what its buttons change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from agents.postings.blanks import BLANK, MARK
from agents.postings.check import Finding, check_posting
from agents.postings.check_words import KIND_WORDS
from agents.postings.draft import PostingDraft
from agents.postings.library import Kept, Library
from records.errors import RecruitingError
from records.language import Language
from records.posting import Necessity, Posting, PostingState

PAGE: Final = 20
"""Rows in one answer: more than a window shows, and with their texts still well below 100 kB."""

Row = dict[str, Any]
_NECESSITIES: Final[Mapping[object, Necessity]] = {"must": "must", "nice": "nice"}
_STATES: Final[Mapping[object, PostingState]] = {"open": "open", "closed": "closed"}


def whole_list(library: Library) -> dict[str, Any]:
    """The first rows of the library, latest change first; the page asks for more as it needs them."""
    return {"view": "library", **page(library, {})}


def taken_list(library: Library, taken: Sequence[Kept]) -> dict[str, Any]:
    """Only the postings just given to the library, with what became of each."""
    outcomes = {one.posting.id: one.outcome for one in reversed(taken)}  # given twice, the first time counts
    ids = list(dict.fromkeys(one.posting.id for one in taken))
    return {"view": "taken", "outcomes": outcomes, "ids": ids, **page(library, {"ids": ids})}


def draft_view(draft: PostingDraft, words: str, told_in: Language, model: bool) -> dict[str, Any]:
    """A draft to edit and save; `refused` are discriminatory conditions among the words that the draft does not hold.

    What it does hold, such as a title that names a gender, is among the findings of its wording.
    `model`: whether a language model could be asked about the wording too.
    """
    found = check_posting(draft.text, told_in)
    held = _discriminatory(found)
    refused = [said for said in _discriminatory(check_posting(words, told_in)) if said not in held]
    return {
        "language": told_in,
        "view": "draft",
        "rows": [],
        "total": 0,
        "draft": {
            "text": draft.text,
            "by": draft.written_by,
            "blank": BLANK[draft.language],
            "mark": MARK[draft.language],
            "refused": refused,
            "left_out": draft.left_out,
        },
        "wording": wording(found, told_in, model),
    }


def _discriminatory(found: Sequence[Finding]) -> list[str]:
    return list(dict.fromkeys(one.words for one in found if one.kind == "discriminatory"))


def wording(found: Sequence[Finding], language: Language, model: bool) -> dict[str, Any]:
    """What a check of a posting's wording found; `model`: whether a language model could be asked for more."""
    return {"findings": [{**asdict(one), "head": KIND_WORDS[language][one.kind]} for one in found], "model": model}


def page(library: Library, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Up to 20 rows from `offset` on and how many there are: of a search in a state, or of `ids` in their order."""
    offset = max(0, int(asked.get("offset", 0)))
    if (ids := asked.get("ids")) is not None:
        return {"rows": [row(one) for one in library.some(ids[offset : offset + PAGE])], "total": len(ids)}
    query, state = str(asked.get("query", "")), _STATES.get(asked.get("state"))
    rows = [row(one) for one in library.page(query, state, offset, PAGE)]
    return {"rows": rows, "total": library.count(query, state)}


def row(posting: Posting) -> Row:
    """A posting as the page shows it."""
    asked = [{"id": one.id, "text": one.text, "necessity": one.necessity} for one in posting.requirements]
    return {
        "posting": posting.id,
        "title": posting.title,
        "state": posting.state,
        "text": posting.text,
        "requirements": asked,
    }


def change(library: Library, action: str, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Does what a button of a row stands for; gives the row as it is then, or which was removed.

    Raises what the library raises.
    """
    return CHANGES[action](library, str(asked["posting"]), asked)


def _edited(library: Library, name: str, asked: Mapping[str, Any]) -> dict[str, Any]:
    return {"row": row(library.edit(name, str(asked["text"])))}


def _toggled(library: Library, name: str, asked: Mapping[str, Any]) -> dict[str, Any]:
    necessity = _NECESSITIES.get(asked["necessity"])
    if necessity is None:
        raise RecruitingError(reason=f"necessity ({asked['necessity']})")
    return {"row": row(library.set_necessity(name, str(asked["requirement"]), necessity))}


def _closed(library: Library, name: str, _: Mapping[str, Any]) -> dict[str, Any]:
    return {"row": row(library.close(name))}


def _reopened(library: Library, name: str, _: Mapping[str, Any]) -> dict[str, Any]:
    return {"row": row(library.reopen(name))}


def _removed(library: Library, name: str, _: Mapping[str, Any]) -> dict[str, Any]:
    return {"removed": library.remove(name).id}


CHANGES: Final[Mapping[str, Callable[[Library, str, Mapping[str, Any]], dict[str, Any]]]] = {
    "edit_posting": _edited,
    "toggle_requirement": _toggled,
    "close_posting": _closed,
    "reopen_posting": _reopened,
    "remove_posting": _removed,
}
"""By the name of the page's action."""
