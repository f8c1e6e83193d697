"""What one file may cost."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024

MOST_RECOGNISED = 10
"""Pages of one file that are recognised at most: resumes have one to four, and each costs seconds."""

# An A4 page at 171 dpi, where 7-point print is 17 pixels high; no more was read from 200 dpi than from 150. The
# number of pixels bounds the memory that recognition takes.
_LONGEST_RECOGNISED = 2000
_MOST_PIXELS_RECOGNISED = 3_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Size of a file, seconds of a core for it, growth of a worker's memory, and pages read of it.

    Whether a file is read must not hang on what else the machine does: only computing counts, and the time on the wall
    is bounded far beyond, for a file that waits for something that never comes. A page that is recognised has seconds
    of its own: two to five on two cores, more on a busy machine.
    """

    max_bytes: int = 20 * MIB
    seconds: float = 10.0
    longest_seconds: float = 60.0
    """By the clock: enough where six others want the same core."""
    memory_mb: int = 512
    max_pages: int = 60
    seconds_recognised: float = 30.0


def megabytes(size: int) -> str:
    """A size in bytes as people say it: "20", "3.5"."""
    return f"{size / MIB:.1f}".removesuffix(".0")


def recognised_size(width: float, height: float) -> tuple[int, int]:
    """The size in pixels in which a picture is recognised: its own, or as large as recognition gains from."""
    scale = min(1.0, _LONGEST_RECOGNISED / max(width, height), (_MOST_PIXELS_RECOGNISED / (width * height)) ** 0.5)
    return max(1, round(width * scale)), max(1, round(height * scale))
