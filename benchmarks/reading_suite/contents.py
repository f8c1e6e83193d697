"""(a) Facts and sentences kept of resumes with known contents, by every reader."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.reading_suite.made import Made
from benchmarks.reading_suite.readers import ReadBack, Reader
from benchmarks.reading_suite.scoring import NOTHING, Kept, kept, share, total
from benchmarks.reading_suite.written import missing_makers, write_suite
from benchmarks.tables import listed, seconds, show

TITLE: Final = "Contents: facts kept / sentences kept whole"
COMMAND: Final = "python -m benchmarks.reading contents"
LISTED: Final = 40
SLOW_SECONDS: Final = 2.0

# Of one reader: each file, what came of it, and its score.
Scores = list[tuple[Made, ReadBack, Kept]]


def run(readers: Sequence[Reader]) -> None:
    """Every file through every reader that claims to read its kind."""
    with tempfile.TemporaryDirectory(prefix="bole-contents-") as folder:
        suite = write_suite(Path(folder))
        results = {reader.name: _scores(reader, suite) for reader in readers}
    without = missing_makers()
    note = f" ({' and '.join(without)} not installed: without theirs)" if without else ""
    header = ["reader", "PDF", "DOCX", "files without text", "median a file", "worst a file"]
    show(f"{TITLE}, {len(suite)} resumes{note}", COMMAND, header, [_row(*one) for one in results.items()])
    for kind, by in (("layout", _layout), ("maker", _maker), ("language", _language)):
        show(f"Contents by {kind}", COMMAND, [kind, *results], _by(results, by))
    listed("Lost by Bole", [text for _, _, score in results["Bole"] for text in score.lost][:LISTED])
    slow = [(back.seconds, made.path.name) for made, back, _ in results["Bole"] if back.seconds > SLOW_SECONDS]
    listed(f"Bole slower than {SLOW_SECONDS:g} s", [f"{name}: {taken:.1f} s" for taken, name in sorted(slow)])
    listed("Without text", sorted({_failure(name, back) for name, one in results.items() for _, back, _ in one} - {""}))


def _scores(reader: Reader, suite: Sequence[Made]) -> Scores:
    backs = [(made, reader.read(made.path)) for made in suite if reader.takes(made.path)]
    return [(made, back, kept(made, back.lines)) for made, back in backs]


def _row(name: str, scores: Scores) -> list[str]:
    taken = [back.seconds for _, back, _ in scores]
    by_kind = [
        _figures(total(score for made, _, score in scores if made.path.suffix == kind)) for kind in (".pdf", ".docx")
    ]
    failed = sum(bool(back.error) for _, back, _ in scores)
    return [name, *by_kind, f"{failed} of {len(scores)}", seconds(median(taken)), seconds(max(taken))]


def _by(results: dict[str, Scores], key: Callable[[Made], str]) -> list[list[str]]:
    """One row for each value of the key, one column for each reader."""
    rows: dict[str, dict[str, Kept]] = defaultdict(lambda: defaultdict(lambda: NOTHING))
    for name, scores in results.items():
        for made, _, score in scores:
            rows[key(made)][name] += score
    return [[value, *(_figures(scores[name]) for name in results)] for value, scores in rows.items()]


def _layout(made: Made) -> str:
    return made.layout


def _maker(made: Made) -> str:
    return made.maker


def _language(made: Made) -> str:
    return made.language


def _figures(score: Kept) -> str:
    if not score.facts:
        return "–"
    return f"{share(score.facts_kept, score.facts)} / {share(score.sentences_whole, score.sentences)}"


def _failure(name: str, back: ReadBack) -> str:
    return f"{name}: {back.error[:160]}" if back.error else ""
