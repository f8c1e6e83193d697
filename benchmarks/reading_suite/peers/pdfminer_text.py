"""pdfminer.six with its own layout analysis."""

from __future__ import annotations

from pathlib import Path

from pdfminer.high_level import extract_text

from benchmarks.reading_suite.peers.serving import serve


def text_of(path: Path) -> str:
    """All pages."""
    return str(extract_text(path))


if __name__ == "__main__":
    serve(text_of)
