"""A library of postings and a few resumes, all invented, to try Bole with."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def posting_files() -> tuple[Path, ...]:
    """The sample postings, Markdown with the title on the first line, by name."""
    return tuple(sorted((_HERE / "postings").glob("*.md")))


def resume_files() -> tuple[Path, ...]:
    """The sample resumes, one each in PDF, two-column PDF, DOCX and Markdown, by name."""
    return tuple(sorted(path for path in (_HERE / "resumes").iterdir() if not path.name.startswith(".")))
