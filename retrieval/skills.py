"""Skills in both languages: the lexicon's concepts found in a text, whatever language names them.

`skills.tsv` has one concept a line in five columns: canonical name, trade, Chinese names, English names, and the
broader skills it is a kind of (RabbitMQ shows Message queues, never the other way); `|` separates several.
Names are found whatever their case; a hyphen counts as a blank, and English words also in the plural. A mark before
a name changes that:

`=`  only in exactly this case (`=REST` is not found in "the rest of the team")
`?`  as `=`, and only where a list or a phrase for tools surrounds it (`?Go` in "Python, Go" but not "Go beyond")
`!`  not this skill: words that look like one of its names (`!会计算` for 会计 in 会计算机)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

TRADES = (
    "software",
    "data",
    "infrastructure",
    "product",
    "design",
    "marketing",
    "sales",
    "finance",
    "people",
    "law",
    "engineering",
    "supply",
    "health",
    "education",
    "service",
)
LEXICON = Path(__file__).with_name("skills.tsv")

_SEPARATOR = r"[,，、;；/|｜·•●▪*:：()（）\[\]【】\"“”《》+。.!！?？\-–—]"
_HAN = r"[\u4e00-\u9fff]"
_FIRST_HAN = "\u3400"
_RUN = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]+|(?<![a-z0-9])\.[a-z0-9]+")
_TOOL_BEFORE = re.compile(
    rf"(?:^|{_SEPARATOR}|{_HAN}|& |\b(?:in|with|and|or|using|of|including|as|like|via|by|for|mainly|plus|on))\s*$",
    re.IGNORECASE,
)
_TOOL_AFTER = re.compile(
    rf"\s*(?:$|(?!-|–|—){_SEPARATOR}|{_HAN}|&\s|\s[-–—]\s|(?:and|or|for|with|on|as|is|programming|language|"
    r"developers?|engineers?|development|services?|microservices|back-?end|codes?|scripts?|scripting|framework|"
    r"projects?|applications?|apps?|packages?|models?)\b)",
    re.IGNORECASE,
)
# Every character folds to exactly one character, so places in the folded text are places in the text itself.
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord(char): ord(to) for char, to in zip("-‐‑–_\u00a0\u3000’‘", "       ''", strict=True)
}
_COUNTABLE = re.compile(r"(?:[a-z]{2,}[a-rt-wz]|[a-z]{2,}[b-df-hj-np-tv-z]y)$")
_LATIN_END = re.compile(r"[a-z0-9]$")
_BORDER = re.compile(r"(?<=[A-Za-z0-9+#])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9.])")


@dataclass(frozen=True, slots=True)
class Mention:
    """A skill named in a text, from `start` up to but not including `end`."""

    skill: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name a skill; `mark` is one of `=`, `?`, `!` or empty."""

    text: str
    folded: str
    mark: str
    skill: str


@dataclass(frozen=True, slots=True)
class _Branch:
    """The names that are `depth` letters long and begin alike, and those that go on, by their next letter."""

    depth: int
    names: list[Name] = field(default_factory=list)
    further: dict[str, _Branch] = field(default_factory=dict)


def skills_in(text: str) -> tuple[str, ...]:
    """Canonical names of the skills named in a text, in order of first appearance, each once."""
    return tuple(dict.fromkeys(mention.skill for mention in mentions_in(text)))


def mentions_in(text: str) -> tuple[Mention, ...]:
    """Every place where a skill is named; mentions never overlap, the longest name at a place wins."""
    folded, found, free = _folded(text), list[Mention](), 0
    for at, branch in _places(folded, _tree().get):
        if at >= free and (name := _longest(branch, text, folded, at)):
            free = at + len(name.folded)
            if name.mark != "!":
                found.append(Mention(name.skill, at, free))
    return tuple(found)


def _places(folded: str, begun: Callable[[str], _Branch | None]) -> Iterator[tuple[int, _Branch]]:
    """Where a name may begin: at a Latin word, and at each Chinese character."""
    for run in _RUN.finditer(folded):
        word = run[0]
        if word < _FIRST_HAN:
            if branch := begun(word):
                yield run.start(), branch
            continue
        at, end = run.span()
        for place in range(at, end):
            if branch := begun(folded[place : place + 2]):
                yield place, branch


def _longest(branch: _Branch, text: str, folded: str, at: int) -> Name | None:
    """The longest of the names that begin with the branch and stand here."""
    reached, end = branch.names, at + branch.depth
    while deeper := branch.further.get(folded[end : end + 1]):
        branch, end = deeper, end + 1
        if branch.names:
            reached = branch.names + reached
    for name in reached:
        if _is_named(name, text, folded, at):
            return name
    return None


def names_of(skill: str) -> tuple[str, ...]:
    """All names of a skill in both languages, the canonical one first; nothing for an unknown skill."""
    return _names_by_skill().get(skill, ())


def broader(skill: str) -> tuple[str, ...]:
    """The skills that a skill is directly a kind of; nothing for an unknown skill."""
    return _kinds().get(skill, ())


@cache
def kinds_of(skill: str) -> tuple[str, ...]:
    """The broader skills that a skill also shows, nearest first: Spring Cloud shows Microservices and Java."""
    found: dict[str, None] = {}
    ahead = list(broader(skill))
    for kind in ahead:
        if kind not in found and kind != skill:
            found[kind] = None
            ahead.extend(broader(kind))
    return tuple(found)


def trade_of(skill: str) -> str:
    """The trade that the lexicon files a skill under: software, sales, health and so on; empty for an unknown one."""
    return _trades().get(skill, "")


def parts(column: str) -> list[str]:
    """What a column lists."""
    return column.split("|") if column else []


def is_concept(line: str) -> bool:
    """Whether a line of the lexicon is a concept, not a comment and not empty."""
    return bool(line.strip()) and not line.startswith("# ")


def concept_names(line: str) -> list[Name]:
    """All names that a line gives its concept, the canonical one first."""
    canonical, _, chinese, english, _ = line.split("\t")
    written = [canonical, *parts(chinese), *parts(english)]
    skill = canonical.lstrip("=?")
    marks = [text[:1] if text[:1] in ("=", "?", "!") else "" for text in written]
    return [Name(text[len(m) :], _folded(text[len(m) :]), m, skill) for text, m in zip(written, marks, strict=True)]


def _is_named(name: Name, text: str, folded: str, at: int) -> bool:
    """Whether the name stands here by itself, in its case, and among tools where it must."""
    end = at + len(name.folded)
    if name.mark in ("=", "?") and text[at:end] != name.text:
        return False
    if _LATIN_END.search(name.folded) and _runs_on(folded, end):
        return False
    return name.mark != "?" or bool(_TOOL_BEFORE.search(text[max(0, at - 16) : at]) and _TOOL_AFTER.match(text, end))


def _runs_on(folded: str, end: int) -> bool:
    """Whether the word that a Latin name ends with goes on: `Java` in `JavaScript`, `C` in `C++` and `C#`."""
    after = folded[end : end + 1]
    goes_on = after.isascii() and after.isalnum()
    return goes_on or after == "#" or folded.startswith("++", end)


def _folded(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters, such as İ, have two in lower case
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lowered.translate(_FOLD)


@cache
def _concepts() -> tuple[str, ...]:
    return tuple(line for line in LEXICON.read_text(encoding="utf-8").splitlines() if is_concept(line))


@cache
def _lexicon() -> tuple[Name, ...]:
    return tuple(name for line in _concepts() for name in concept_names(line))


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    rows = [line.split("\t") for line in _concepts()]
    return {canonical.lstrip("=?"): tuple(parts(kinds)) for canonical, *_, kinds in rows}


@cache
def _trades() -> dict[str, str]:
    return {canonical.lstrip("=?"): trade for canonical, trade, *_ in (line.split("\t") for line in _concepts())}


@cache
def _names_by_skill() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for name in _lexicon():
        if name.mark != "!":
            names[name.skill] = (*names.get(name.skill, ()), name.text)
    return names


@cache
def _tree() -> dict[str, _Branch]:
    """Names by how they begin, the first Latin word or two characters, and from there letter by letter."""
    begun: dict[str, _Branch] = {}
    for name in (*_lexicon(), *_variants()):
        word = _RUN.match(name.folded)
        begin = word[0] if word and word[0] < _FIRST_HAN else name.folded[:2]
        branch = begun.setdefault(begin, _Branch(len(begin)))
        for letter in name.folded[len(begin) :]:
            branch = branch.further.setdefault(letter, _Branch(branch.depth + 1))
        branch.names.append(name)
    return begun


def _variants() -> Iterator[Name]:
    """English names in the plural, and a blank between Latin and Chinese as many people set it."""
    known = {name.folded for name in _lexicon()}
    for name in _lexicon():
        spellings = [_BORDER.sub(" ", name.text)]
        if not name.mark and _COUNTABLE.search(name.folded):
            spellings.append(name.text[:-1] + "ies" if name.folded.endswith("y") else name.text + "s")
        for spelling in spellings:
            if _folded(spelling) not in known:
                yield Name(spelling, _folded(spelling), name.mark, name.skill)
