"""Every measurement, one after the other: `python -m benchmarks`."""

from __future__ import annotations

import os
import platform
import time
from datetime import UTC, datetime
from importlib.metadata import version

from benchmarks import (
    claim_meaning,
    claims,
    embedding_start,
    follow_ups,
    latency,
    matching,
    probes,
    reading,
    screening,
    serving,
    strong_line,
    support,
    twins,
)


def main() -> None:
    """Print where and when, then every table."""
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    print(f"{datetime.now(UTC):%Y-%m-%d}, Bole {version('bole')}, {machine}")
    started = time.perf_counter()
    ours = (latency, embedding_start, reading, matching, screening, probes, strong_line, twins)
    of_models = (claims, claim_meaning, support, follow_ups, serving)
    for part in (*ours, *of_models):
        part.run()
    print(f"\nAll of it in {(time.perf_counter() - started) / 60:.0f} minutes.")


if __name__ == "__main__":
    main()
