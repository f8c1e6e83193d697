"""Does a claim stand on its lines? Its numbers, dates, names, what it denies, and its meaning."""

from __future__ import annotations

from agents.claim_numbers import unsupported_numbers

__all__ = ["unsupported_numbers"]
