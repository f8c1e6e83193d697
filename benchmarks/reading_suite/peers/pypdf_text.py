"""pypdf as its documentation shows it."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from benchmarks.reading_suite.peers.serving import serve


def text_of(path: Path) -> str:
    """All pages."""
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


if __name__ == "__main__":
    serve(text_of)
