"""How well and how fast files are read, beside other tools: `python -m benchmarks.reading [--alone] [PART…]`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Final

from benchmarks.reading_suite import clean, contents, hiding, real_files, scans, speed
from benchmarks.reading_suite.readers import Reader, opened

PARTS: Final[dict[str, Callable[[Sequence[Reader]], None]]] = {
    "contents": contents.run,
    "real": real_files.run,
    "hiding": hiding.run,
    "clean": clean.run,
    "scans": scans.run,
    "speed": speed.run,
}


def run(parts: Sequence[str] = tuple(PARTS), with_peers: bool = True) -> None:
    """Print the tables of some parts; every reader keeps its process over all of them."""
    with opened(with_peers) as readers:
        for part in parts:
            PARTS[part](readers)


if __name__ == "__main__":
    chosen = [argument for argument in sys.argv[1:] if argument in PARTS]
    run(chosen or tuple(PARTS), with_peers="--alone" not in sys.argv)
