# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Title and employer among the words of a job's heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from retrieval.documents.profile.dates import has_date
from retrieval.documents.profile.labels import Label, labelled_part
from retrieval.documents.profile.wording import COMPANY, DEED, DEPARTMENT, ROLE_ENDING, TITLE, is_place

_PARTS = re.compile(
    r"\s{2,}|\s*[|｜•●]\s*|\s[-–—·@]\s|\s*[—]\s*|\s+at\s+(?=[A-Z])|\s*[；;]\s*|\s/\s|(?<=\S)\s*·\s*(?=\S)|[，、]"
    r"|(?<=[\u4e00-\u9fff）)])\s(?=[\u4e00-\u9fff])|(?<=公司|集团|银行|医院)\s(?=\w)"
)
_COMMAS = re.compile(
    r",\s+(?![^()（）]*[)）])(?!(?:Inc|LLC|Ltd|Limited|L\.?P|LLP|Co|Corp|PLC|GmbH|AG|S\.A|S\.L|Pte|Pvt|Jr|Sr)\b)",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^[^\w（(]+|^\d{1,2}[.)、]\s*|[\s:：,，|\-–—(（\[·•]+$|^[（(](?=[^）)]*$)|^[)）]\s*")
_NOTE = re.compile(
    r"[（(\[【][^)）\]】]*(?:年|月|\d|全职|兼职|实习$|full[- ]time|contract)[^)）\]】]*[)）\]】]", re.IGNORECASE
)
_SENTENCE = re.compile(
    r"^\W*(?:在|就职于|任职于|供职于|就读于)?\s*(?P<company>[\w（）()·]{2,40}?)\s*(?:担任|任职为|任(?!职|务)|从事)\s*(?P<title>[\w/（）() ]{2,20}?)(?:一职|职务|工作)?[。；，,]?\s*$"
)
_EMPLOYED_BY_NOBODY = re.compile(
    r"自由|个体|独立|自雇|接案|\bfreelanc|\bself[- ]employed\b|\bindependent\b", re.IGNORECASE
)
# A row of its own is taken for an employer only if every longer word begins with a capital, or it is short Chinese.
_NAME = re.compile(
    r"(?:(?:[A-ZÀ-Þ0-9&][\w.'’&+-]*|and|of|the|for|de|di|von)\s?,?\s?){1,7}$|[\w·（）()&\s]{2,20}$(?<=[\u4e00-\u9fff）)])"
)
_NO_NAME = re.compile(r"\d{4}|[%:：。]|^\W*\d+\W*$")
_BRACKETS = re.compile(r"\s*[（(][^）)]*[）)]?")
_LONGEST_PART = 80
_LONGEST_GUESS = 40
# Worth of a name told by elimination, where one told by its words is worth 1: less if it stands in another row.
_GUESS_BESIDE, _GUESS_BELOW = 0.8, 0.3

Kind = Literal["title", "company", "unknown", "neither"]
_NAMED_BY_LABEL: dict[Label | None, Kind] = {"title": "title", "company": "company"}


@dataclass(frozen=True, slots=True)
class Names:
    """What a heading calls the job and the employer; `sure_*` where the words themselves say which is which.

    `beside` where the other name was told by elimination in the row of the sure one.
    """

    title: str = ""
    company: str = ""
    sure_title: bool = False
    sure_company: bool = False
    beside: bool = False

    @property
    def certainty(self) -> float:
        """Two for a heading that names both plainly, less for what is told only by elimination."""
        guessed = bool(self.title) + bool(self.company) - self.sure_title - self.sure_company
        return self.sure_title + self.sure_company + guessed * (_GUESS_BESIDE if self.beside else _GUESS_BELOW)

    @property
    def self_employed(self) -> bool:
        """Whether the title itself says that there is no employer."""
        return _EMPLOYED_BY_NOBODY.search(self.title) is not None


def names_in(rows: Sequence[str]) -> Names:
    """Title and employer among the rows of one heading, the row with the dates first.

    What is neither by its words is the one that is missing, where the other is certain; two unknown parts of one row
    are an employer and nothing more.
    """
    sentence = _SENTENCE.match(rows[0]) if rows else None
    if sentence:
        return Names(sentence["title"].strip(), sentence["company"].strip(), True, True)
    kinds = [(row, kind, part) for row, text in enumerate(rows) for kind, part in _parts(text)]
    title = next((part for _, kind, part in kinds if kind == "title"), "")
    company = next((part for _, kind, part in kinds if kind == "company"), "")
    names = Names(title, company, bool(title), bool(company))
    unknown = [
        (row, part) for row, kind, part in kinds if kind == "unknown" and len(_BRACKETS.sub("", part)) <= _LONGEST_GUESS
    ]
    return _completed(names, kinds, unknown)


def _completed(names: Names, kinds: list[tuple[int, Kind, str]], unknown: list[tuple[int, str]]) -> Names:
    if not unknown or (names.title and names.company):
        return names
    row = next((row for row, kind, _ in kinds if kind == ("company" if names.company else "title")), 0)
    beside = [part for place, part in unknown if place == row]
    if names.company:
        rest = beside or [part for _, part in unknown]
        fits = len(rest) == 1 and _may_be_title(rest[0])
        return Names(rest[0], names.company, False, True, bool(beside)) if fits else names
    named = [part for _, part in unknown if _NAME.match(_BRACKETS.sub("", part)) and not names.self_employed]
    rest = beside or named
    return Names(names.title, rest[0], names.sure_title, False, bool(beside)) if rest else names


def _may_be_title(text: str) -> bool:
    return len(text) <= 20 if re.search(r"[\u4e00-\u9fff]", text) else len(text.split()) <= 4 and text[:1].isupper()


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[tuple[Kind, str], ...]:
    """What a row names and as what, places, departments, dates and deeds left out."""
    return tuple(_told_parts(text))


def _told_parts(text: str) -> Iterator[tuple[Kind, str]]:
    for raw in _PARTS.split(_NOTE.sub("  ", text)):
        label, part = labelled_part(raw)
        part = _trimmed(part)
        if label in _NAMED_BY_LABEL:
            yield _NAMED_BY_LABEL[label], part
        elif label is None and part and not is_place(part):
            for piece in _COMMAS.split(part):
                yield from _told(_trimmed(piece))


def _told(part: str) -> Iterator[tuple[Kind, str]]:
    """A part as what its words outside brackets say it is."""
    bare = _BRACKETS.sub("", part).strip() or part
    is_title, is_company = bool(TITLE.search(bare) or ROLE_ENDING.match(bare)), bool(COMPANY.search(bare))
    if not part or len(part) > _LONGEST_PART or is_place(part) or (has_date(part) and not is_title):
        return
    if is_title and is_company:
        yield from _split(part)
    elif is_title and not DEED.match(part):
        yield "title", part
    elif is_company:
        yield "company", part
    elif DEED.match(part) or DEPARTMENT.match(bare) or _NO_NAME.search(bare):
        yield "neither", part
    else:
        yield "unknown", part


def _split(part: str) -> Iterator[tuple[Kind, str]]:
    """`某某科技有限公司 高级工程师`: employer and title in one part, told apart by a blank or by the company's ending."""
    found = re.match(
        r"(.+?(?:公司|集团|集團|银行|研究院|医院|大学|事务所|学院|中学|小学)(?:[（(][^)）]+[)）])?)\s*(.+)$", part
    )
    if found and (TITLE.search(found.group(2)) or ROLE_ENDING.match(found.group(2))):
        yield "company", found.group(1)
        yield "title", found.group(2).strip("（()） ")
        return
    # What comes last says which it is: "Bank Manager" is a title, "示例会计师事务所" an employer.
    bare = re.sub(r"[（(].*", "", part) or part
    yield ("title" if max(_last(TITLE, bare), _last(ROLE_ENDING, bare)) >= _last(COMPANY, bare) else "company"), part


def _trimmed(text: str) -> str:
    """Without signs at the edges and brackets that lost their other half."""
    while (bare := _EDGES.sub("", text).strip()) != text:
        text = bare
    if text.endswith((")", "）")) and not re.search(r"[（(]", text):
        text = text[:-1].strip()
    return text


def _last(words: re.Pattern[str], text: str) -> int:
    return max((found.end() for found in words.finditer(text)), default=-1)
