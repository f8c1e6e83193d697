"""How many pairs that belong together, and how many others, reach each line: `python -m benchmarks.strong_line`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from agents.bootstrap import make_embedding
from agents.calibration import Judged, Point, curve
from agents.calibration_shown import curve_told
from agents.labelled_pairs import Pair
from agents.pair_cosines import judged, mean_of_nearest
from agents.settings import read_settings
from benchmarks.probes import FILE, Probe, read_probes
from benchmarks.remembered import Remembered
from benchmarks.shared_sets import ABSENT, MATCHING
from benchmarks.tables import show, skipped
from records.redacted import RedactedText
from retrieval.embedding import Embedding, Task
from retrieval.evaluation import TestSet, read_test_set
from retrieval.passages import passages
from retrieval.redaction import redact_text

TITLE: Final = (
    "The line between strong and weak matches: shares that reach it, of pairs that belong together / of others"
)
COMMAND: Final = "python -m benchmarks.strong_line"
LINES: Final = (0.3, 0.4, 0.5, 0.6, 0.7)
OTHERS: Final = 4
"""Pairs that do not belong together for each one that does, so that their share is known to a percent or so."""
QUERIES: Final = 100
"""Of each set of documents: enough for shares to within 10 points either way, in minutes on two cores."""
SETS: Final[tuple[tuple[str, Task], ...]] = (
    ("en-posting-to-resume", "posting_to_resumes"),
    ("en-resume-to-posting", "resume_to_postings"),
    ("zh-requirements-to-duties", "posting_to_resumes"),
)

Apart = Callable[[Probe, Probe], bool]
"""Whether a second probe's requirement makes a pair with the first one's line that does not belong together."""


def run() -> None:
    """Pairs of lines from the probes, then whole documents where their sets are there; last the probes' curve."""
    embedding = Remembered(make_embedding(read_settings()))
    probes = read_probes(FILE)
    far = judged(pairs_of(probes, _of_another_trade), embedding)
    near = judged(pairs_of(probes, _of_the_same_trade), embedding)
    rows = [_row("lines, others of another trade", far), _row("lines, others of the same trade", near)]
    there = [(MATCHING / name, task) for name, task in SETS if (MATCHING / name).is_dir()]
    rows += [_row(folder.name, documents(read_test_set(folder), embedding, task)) for folder, task in there]
    show(TITLE, COMMAND, ["pairs", "belong", "others", *(f"{line:.1f}" for line in LINES)], rows)
    if not there:
        skipped("Whole documents", ABSENT)
    print("\n```", *curve_told(curve(far), "en"), "```", sep="\n", flush=True)


def pairs_of(probes: Sequence[Probe], apart: Apart) -> list[Pair]:
    """Each probe's line with its own requirement, and with `OTHERS` that are not its own, the next ones of the file."""
    return [pair for n in range(len(probes)) for pair in _pairs(probes, n, apart)]


def documents(test_set: TestSet, embedding: Embedding, task: Task) -> tuple[Judged, ...]:
    """Whole texts, compared as postings and resumes are: each passage by its nearest, averaged over the query."""
    ids, texts = list(test_set.corpus), test_set.corpus
    found: list[Judged] = []
    for n, (query, right) in enumerate(list(test_set.relevant.items())[:QUERIES]):
        asked = embedding.embed_queries(_cut(test_set.queries[query], embedding), task)
        wrong = [
            name for name in (ids[(n + 1) * step % len(ids)] for step in range(7, 7 + OTHERS)) if name not in right
        ]
        for name in (*sorted(right)[:1], *wrong):
            passage = embedding.embed_passages(_cut(texts[name], embedding))
            found.append(Judged(mean_of_nearest(asked, passage), name in right))
    return tuple(found)


def _pairs(probes: Sequence[Probe], n: int, apart: Apart) -> Iterator[Pair]:
    probe = probes[n]
    yield Pair(probe.target, probe.query, belongs=True)
    following = (probes[(n + step) % len(probes)] for step in range(1, len(probes)))
    others = [other for other in following if other.kind[-2:] == probe.kind[-2:] and apart(probe, other)]
    yield from (Pair(other.target, probe.query, belongs=False) for other in others[:OTHERS])


def _of_another_trade(probe: Probe, other: Probe) -> bool:
    return probe.trade != other.trade


def _of_the_same_trade(probe: Probe, other: Probe) -> bool:
    return probe.trade == other.trade


def _cut(text: str, embedding: Embedding) -> list[RedactedText]:
    lines = [redact_text(line) for line in text.splitlines()]
    return [passage.text for passage in passages(lines, embedding.max_tokens)]


def _row(name: str, found: Sequence[Judged]) -> list[str]:
    belonging = sum(pair.belongs for pair in found)
    at = {point.line: point for point in curve(found)}
    shares = [_shares(at[line], len(found) - belonging) for line in LINES]
    return [name, str(belonging), str(len(found) - belonging), *shares]


def _shares(point: Point, others: int) -> str:
    return f"{point.recall:.0%} / {(point.strong - point.right) / others:.0%}"


if __name__ == "__main__":
    run()
