"""Prints what was measured as Markdown, with the command beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def show(title: str, command: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A heading, the command that prints it again, and the table; the first column is left-aligned."""
    print(f"\n### {title}\n\n`{command}`\n", flush=True)
    print(_row(header), _row(["---", *["---:"] * (len(header) - 1)]), sep="\n")
    for row in rows:
        print(_row(row), flush=True)


def skipped(title: str, reason: str) -> None:
    """Says what was not measured and why."""
    print(f"\n### {title}\n\nSkipped: {reason}.", flush=True)


def listed(title: str, entries: Sequence[str]) -> None:
    """What a table cannot hold, one below the other; nothing where there is nothing to say."""
    if entries:
        print(f"\n{title}:\n", *(f"- {entry}" for entry in entries), sep="\n", flush=True)


def seconds(value: float) -> str:
    """To two decimals; milliseconds below a tenth."""
    return f"{value:.2f} s" if value >= 0.1 else f"{1000 * value:.0f} ms"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
