"""docling as the package index gives it, without a network: its models for PDF come from a hub and may be absent."""

from __future__ import annotations

import os
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"

from docling.document_converter import DocumentConverter

from benchmarks.reading_suite.peers.serving import plain, serve

_CONVERTER = DocumentConverter()


def text_of(path: Path) -> str:
    """Its Markdown."""
    return plain(_CONVERTER.convert(path).document.export_to_markdown())


if __name__ == "__main__":
    serve(text_of)
