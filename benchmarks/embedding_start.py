"""How long the bundled model takes until it is ready, and its memory: `python -m benchmarks.embedding_start`.

Each start is a process of its own; sentence-transformers reads the same files in the same run.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from benchmarks.tables import seconds, show
from retrieval.bundled_encoder import BundledEncoder
from retrieval.encoder import Encoder
from retrieval.local_embedding import BUNDLED_MODEL, weights_of
from retrieval.sentence_encoder import SentenceEncoder

STARTS = 3
TEXTS = 300
# From a skill to a long paragraph, as the lines and passages of resumes are.
WORDS_IN_A_TEXT = (6, 12, 18, 25, 40, 120, 300)
WORDS = (
    *("led", "a", "team", "of", "engineers", "building", "payment", "services"),
    *("with", "python", "kafka", "and", "managed", "budgets", "for", "banks"),
)


def own(location: str) -> Encoder:
    """The bundled model as the application loads it."""
    return BundledEncoder(BUNDLED_MODEL, Path(location))


def by_sentence_transformers(location: str) -> Encoder:
    """The same files in the library that loads every other model."""
    return SentenceEncoder(BUNDLED_MODEL, location, on_hub=False)


WAYS: dict[str, Callable[[str], Encoder]] = {"Bole": own, "sentence-transformers": by_sentence_transformers}


def start_once(way: str) -> None:
    """In a process of its own: print the seconds until ready, the megabytes, and the seconds of embedding."""
    started = time.perf_counter()
    encoder = WAYS[way](weights_of("bundled").location)
    ready = time.perf_counter() - started
    megabytes = psutil.Process().memory_info().rss / 1e6
    chance = random.Random(1)
    texts = [" ".join(chance.choices(WORDS, k=chance.choice(WORDS_IN_A_TEXT))) for _ in range(TEXTS)]
    encoder.encode(texts[:32], "", 32)
    started = time.perf_counter()
    encoder.encode(texts, "", 32)
    print(ready, megabytes, time.perf_counter() - started)


def run() -> None:
    """Print medians of a few starts of each, one after the other in turn."""
    starts: dict[str, list[list[float]]] = {way: [] for way in WAYS}
    for _ in range(STARTS):
        for way, taken in starts.items():
            command = [sys.executable, "-m", "benchmarks.embedding_start", way]
            ran = subprocess.run(command, capture_output=True, text=True, check=True)
            taken.append([float(figure) for figure in ran.stdout.split()])
    show(
        f"Start of the bundled embedding, medians of {STARTS}",
        "python -m benchmarks.embedding_start",
        ["", "until ready", "memory when ready", f"{TEXTS} texts embedded"],
        [_row(way, taken) for way, taken in starts.items()],
    )


def _row(way: str, taken: list[list[float]]) -> list[str]:
    ready, megabytes, embedded = (statistics.median(figures) for figures in zip(*taken, strict=True))
    return [way, seconds(ready), f"{megabytes:.0f} MB", seconds(embedded)]


if __name__ == "__main__":
    start_once(sys.argv[1]) if len(sys.argv) > 1 else run()
