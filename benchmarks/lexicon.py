"""Checks the lexicon of skills and counts its concepts: `python -m benchmarks.lexicon`, status 1 on any problem."""

from __future__ import annotations

import sys
from typing import Final

from benchmarks.tables import listed, show
from retrieval.lexicon_check import counts, problems
from retrieval.skills import LEXICON, TRADES

COMMAND: Final = "python -m benchmarks.lexicon"


def main() -> int:
    """Prints concepts by trade and what is wrong; 1 where something is."""
    lines = LEXICON.read_text(encoding="utf-8").splitlines()
    found, by_trade = problems(lines), counts(lines)
    rows = [[trade, str(by_trade[trade])] for trade in TRADES]
    show("The lexicon of skills", COMMAND, ["trade", "concepts"], [["all", str(by_trade.total())], *rows])
    listed("Problems", found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
