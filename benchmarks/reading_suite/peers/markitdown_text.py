"""markitdown without plugins and without a language model."""

from __future__ import annotations

from pathlib import Path

from markitdown import MarkItDown

from benchmarks.reading_suite.peers.serving import plain, serve

_CONVERTER = MarkItDown(enable_plugins=False)


def text_of(path: Path) -> str:
    """Its Markdown."""
    return plain(_CONVERTER.convert(str(path)).text_content)


if __name__ == "__main__":
    serve(text_of)
