"""Imported once by the server that forks the processes of a test: what they import and load for seconds is there."""

from __future__ import annotations

import processes
from agents.postings.requirements import requirements

__all__ = ["processes"]

requirements("Analyst\nRequirements:\n- SQL; 数据分析")  # loads the lexicon of skills and the readers of both languages
