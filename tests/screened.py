"""A screened batch of invented candidates, as it is exported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import invented
from agents.screening.export import Export
from agents.screening.ratings import Assessed
from agents.screening.shortlist import shortlist
from records.assessment import Assessment, Verdict
from records.batch import Batch, BatchFile, Receipt, Weighing
from records.errors import EmptyFile, EncryptedFile
from records.language import Language
from records.posting import Requirement
from records.tables import now

Verdicts = tuple[Verdict, Verdict, Verdict]

VERDICTS: tuple[Verdicts, ...] = (
    ("met", "partial", "not_stated"),
    ("met", "met", "met"),
    ("not_met", "partial", "met"),
)


def person(ordinal: int, assessment: Assessment, candidate: str | None = None, file: str | None = None) -> Assessed:
    name = f"Sample {ordinal}" if candidate is None else candidate
    return Assessed(ordinal, file or f"{ordinal}.pdf", name, assessment, {})


def people(language: Language = "en") -> list[Assessed]:
    return [person(n, invented.assessment(language, verdicts)) for n, verdicts in enumerate(VERDICTS, start=1)]


def export(
    assessed: Sequence[Assessed] | None = None,
    language: Language = "en",
    requirements: Sequence[Requirement] | None = None,
    words: str = "",
) -> Export:
    """Everyone assessed, and behind them two files that failed, one still to be read and a copy of it.

    `requirements` that are given are a first change of the weights, which the words made.
    """
    there = people(language) if assessed is None else list(assessed)
    own = invented.posting(language)
    asked = own.requirements if requirements is None else tuple(requirements)
    batch = Batch("b1", "drop", "chat", own, language, "rules", "running", 1, now())
    weighings = () if requirements is None else (Weighing(1, words, asked, now()),)
    return Export(batch, language, shortlist(there, asked), receipt(there), asked, weighings, {own.id: own.title})


def best_for_each(assessed: Sequence[Assessed], titles: dict[str, str]) -> Export:
    """As `export`, each candidate for a posting of their own."""
    whole = export(assessed)
    batch = replace(whole.batch, posting=None)
    return replace(whole, batch=batch, places=shortlist(assessed), requirements=None, titles=titles)


def receipt(assessed: Sequence[Assessed]) -> Receipt:
    last = len(assessed)
    failures = (EmptyFile(file="empty.pdf"), EncryptedFile(file="locked.pdf"))
    return Receipt(
        (
            *(BatchFile(one.ordinal, one.file, f"{one.ordinal:064}", "assessed") for one in assessed),
            BatchFile(last + 1, "empty.pdf", None, "failed", failures[0]),
            BatchFile(last + 2, "locked.pdf", "b" * 64, "failed", failures[1]),
            BatchFile(last + 3, "late.pdf", "d" * 64, "waiting"),
            BatchFile(last + 4, "again.pdf", "d" * 64, "copy"),
        )
    )
