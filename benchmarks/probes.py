"""How often a resume line finds the requirement it answers, across languages: `python -m benchmarks.probes`."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from agents.bootstrap import make_embedding
from agents.settings import read_settings
from benchmarks.remembered import Remembered
from benchmarks.tables import listed, show
from retrieval.embedding import Embedding
from retrieval.knowledge_base import search
from retrieval.line_ranking import LineRanking
from retrieval.redaction import redact_text

TITLE: Final = "Bilingual probes, {name} set: a line finds its counterpart among all of the set"
COMMAND: Final = "python -m benchmarks.probes"
FILE: Final = Path(__file__).with_name("bilingual_probes.tsv")
"""The set that weights were chosen on and whose misses were read."""
HELD_OUT: Final = Path(__file__).with_name("bilingual_probes_held_out.tsv")
"""Written before the lexicon was extended; its misses are not listed, so that nobody tunes on them."""
KEPT: Final = 3
"""A person looks at the first three; a counterpart below them is listed as missed."""

Ranker = Callable[[str, Sequence[str]], list[str]]
"""Texts in the order in which a query finds them; what it does not find is left out."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A query and the one target that answers it; `kind` is the language of either, such as `zh-en`."""

    query: str
    target: str
    kind: str
    trade: str


def run() -> None:
    """Recall by kind, for the one-off search and for the ranking of lines; then what the search missed."""
    embedding = Remembered(make_embedding(read_settings()))
    probes = read_probes(FILE)
    listed(f"Not among the first {KEPT} of `search`", _misses(probes, _measured("first", probes, embedding)))
    _measured("held-out", read_probes(HELD_OUT), embedding)


def _measured(name: str, probes: Sequence[Probe], embedding: Embedding) -> list[int]:
    """Shows the set's table and gives the places of its targets by `search`."""
    searched, lines = (places(probes, rank) for rank in (_by_search(embedding), _by_lines(embedding)))
    header = ["kind", "pairs", "`search` R@1", f"R@{KEPT}", "lines R@1", f"R@{KEPT}"]
    show(TITLE.format(name=name), COMMAND, header, _rows(probes, searched, lines))
    return searched


def read_probes(file: Path) -> list[Probe]:
    """The set in the order of the file. Raises ValueError where a target stands twice."""
    with file.open(encoding="utf-8", newline="") as opened:
        probes = [Probe(**row) for row in csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE)]
    if len({probe.target.casefold() for probe in probes}) < len(probes):
        raise ValueError(f"{file.name}: a target stands twice")
    return probes


def places(probes: Sequence[Probe], rank: Ranker) -> list[int]:
    """The place of each probe's target among all targets, from 1; one beyond the last where it is not found."""
    targets = [probe.target for probe in probes]
    orders = [rank(probe.query, targets) for probe in probes]
    return [
        order.index(probe.target) + 1 if probe.target in order else len(targets) + 1
        for probe, order in zip(probes, orders, strict=True)
    ]


def recall(found: Sequence[int], at: int) -> float:
    """The share of places not beyond `at`."""
    return sum(place <= at for place in found) / len(found)


def _by_search(embedding: Embedding) -> Ranker:
    def rank(query: str, texts: Sequence[str]) -> list[str]:
        return [str(hit["text"]) for hit in search(query, list(texts), embedding)]

    return rank


def _by_lines(embedding: Embedding) -> Ranker:
    ranking = LineRanking(embedding)

    def rank(query: str, texts: Sequence[str]) -> list[str]:
        scores = ranking.rank(redact_text(query), [redact_text(text) for text in texts])
        order = sorted(range(len(texts)), key=lambda n: -scores[n])
        return [texts[n] for n in order if scores[n] > 0]

    return rank


def _rows(probes: Sequence[Probe], *found: Sequence[int]) -> list[list[str]]:
    kinds = ["all", *sorted({probe.kind for probe in probes})]
    return [_row(kind, [n for n, p in enumerate(probes) if kind in ("all", p.kind)], found) for kind in kinds]


def _row(kind: str, chosen: Sequence[int], found: Sequence[Sequence[int]]) -> list[str]:
    shares = [f"{recall([one[n] for n in chosen], at):.3f}" for one in found for at in (1, KEPT)]
    return [kind, str(len(chosen)), *shares]


def _misses(probes: Sequence[Probe], found: Sequence[int]) -> list[str]:
    return [
        f"{probe.kind}, {probe.trade}, place {place}: {probe.query} → {probe.target}"
        for probe, place in zip(probes, found, strict=True)
        if place > KEPT
    ]


if __name__ == "__main__":
    run()
