"""A batch as the page shows it: how far it is, what failed, and who leads so far."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from agents.office import Office
from agents.screening.progress import progress_of
from agents.screening.shortlist import Place
from records.batch import Batch, Receipt
from records.language import Language
from records.tables import now

LEADING: Final = 5
"""Of the shortlist so many stand on the board itself; the whole of it is one click away."""
FAILED_SHOWN: Final = 200


def board_of(at: Office, batch_id: str, language: Language) -> dict[str, Any]:
    """The props of the board as everything stands now."""
    batches = at.screening.batches
    batch, receipt = batches.get(batch_id), batches.receipt(batch_id)
    places = at.standings.shortlist(batch_id)
    return {
        "language": language,
        "batch": batch.id,
        "name": batch.name,
        "state": state_of(batch, receipt),
        "assessed_by": batch.assessed_by,
        "posting": {"id": batch.posting.id, "title": batch.posting.title} if batch.posting else None,
        "progress": asdict(progress_of(receipt, now())),
        "failed": failed_rows(receipt, language),
        "failed_more": max(0, len(receipt.failed) - FAILED_SHOWN),
        "can_retry": any(file.sha256 for file in receipt.failed),
        "copies": [file.file for file in receipt.files if file.state == "copy"][:FAILED_SHOWN],
        "leading": [leader(place) for place in places[:LEADING]],
        "ranked": len(places),
    }


def state_of(batch: Batch, receipt: Receipt) -> str:
    """The batch's own state, but `done` where it runs and nothing is left."""
    return "done" if batch.state == "running" and not receipt.open else batch.state


def failed_rows(receipt: Receipt, language: Language) -> list[dict[str, str]]:
    """Every file that failed, with why and what to do."""
    return [
        {"file": file.file, "message": file.error.message(language), "advice": file.error.advice(language)}
        for file in receipt.failed[:FAILED_SHOWN]
        if file.error is not None
    ]


def leader(place: Place) -> dict[str, Any]:
    """A candidate in one line."""
    held, asked = place.must_haves
    return {
        "rank": place.rank,
        "ordinal": place.ordinal,
        "candidate": place.candidate,
        "file": place.file,
        "score": place.score,
        "decision": place.decision,
        "must_held": held,
        "must_asked": asked,
        "flags": len(place.flags),
    }
