"""What one file may cost."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Size of a file, wall-clock seconds for it, growth of a worker's memory, and pages read of it."""

    max_bytes: int = 20 * MIB
    seconds: float = 10.0
    memory_mb: int = 512
    max_pages: int = 60
