"""What is wrong with the lexicon of skills, and what it covers (`python -m benchmarks.lexicon` prints it)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from records.language import HAN
from retrieval.skills import TRADES, Name, concept_names, is_concept, parts


def problems(lines: Iterable[str]) -> list[str]:
    """What is wrong with a lexicon, one sentence each; an empty list is a sound lexicon."""
    numbered = [(number, line) for number, line in enumerate(lines, 1) if is_concept(line)]
    skills = {line.split("\t")[0].lstrip("=?") for _, line in numbered}
    owners: dict[str, str] = {}
    found = [f"line {n}: {problem}" for n, line in numbered for problem in _line_problems(line, skills, owners)]
    return [*found, *_circles([line for _, line in numbered])]


def _line_problems(line: str, skills: set[str], owners: dict[str, str]) -> Iterator[str]:
    columns = line.split("\t")
    if len(columns) != 5:
        yield f"{len(columns)} columns instead of 5"
        return
    _, trade, chinese, english, kinds = columns
    if trade not in TRADES:
        yield f"unknown trade {trade!r}"
    if not all(HAN.search(name) for name in parts(chinese)):
        yield "a name without Chinese in the Chinese column"
    if any(HAN.search(name) for name in parts(english)):
        yield "a Chinese name in the English column"
    yield from (f"a kind of an unknown skill {kind!r}" for kind in parts(kinds) if kind not in skills)
    for name in concept_names(line):
        yield from _name_problems(name, owners)


def _name_problems(name: Name, owners: dict[str, str]) -> Iterator[str]:
    found_as = name.text if name.mark in ("=", "?") else name.folded
    if not name.text or name.text != name.text.strip():
        yield f"an empty name, or one with blanks around it, in {name.skill!r}"
    elif len(name.text) < 2 and name.mark != "?":
        yield f"{name.text!r} is too short to be found safely: mark it with ?"
    elif found_as in owners or name.folded in owners:
        yield f"{name.text!r} already names {owners.get(found_as) or owners[name.folded]!r}"
    owners.setdefault(found_as, name.skill)


def _circles(concepts: Iterable[str]) -> Iterator[str]:
    rows = [line.split("\t") for line in concepts if line.count("\t") == 4]
    kinds = {row[0].lstrip("=?"): parts(row[4]) for row in rows}
    for skill, broader in kinds.items():
        above: set[str] = set()
        ahead = list(broader)
        while ahead:
            kind = ahead.pop()
            if kind not in above:
                above.add(kind)
                ahead.extend(kinds.get(kind, ()))
        if skill in above:
            yield f"{skill!r} is, by way of others, a kind of itself"


def counts(lines: Iterable[str]) -> Counter[str]:
    """How many concepts each trade has."""
    return Counter(line.split("\t")[1] for line in lines if is_concept(line))
