"""Reads and finds: documents, redaction, passages, embedding, indexes, matching."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.knowledge_base import search

__all__ = ["search"]


def __getattr__(name: str) -> object:
    """`from retrieval import search`, found when asked for: reading workers import this package and need no vectors."""
    if name == "search":
        from retrieval.knowledge_base import search  # noqa: PLC0415

        return search
    raise AttributeError(name)
