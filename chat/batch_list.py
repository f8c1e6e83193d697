"""A batch's shortlist as the side panel shows it: everyone, with the weights in force and what moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from agents.office import Office
from agents.screening.moves import Move
from agents.screening.shortlist import Place
from agents.screening.standings import UNDO, Weighed
from chat.batch_board import leader
from records.language import Language


def list_of(at: Office, batch_id: str, language: Language, weighed: Weighed | None = None) -> dict[str, Any]:
    """The props of the list as everything stands now, after a change of weights with who moved."""
    batch = at.screening.batches.get(batch_id)
    requirements = at.standings.requirements(batch_id)
    versions = at.screening.batches.weighings(batch_id)
    places = at.standings.shortlist(batch_id)
    return {
        "language": language,
        "batch": batch.id,
        "name": batch.name,
        "posting": {"id": batch.posting.id, "title": batch.posting.title} if batch.posting else None,
        "requirements": [
            {"id": r.id, "text": r.text, "kind": r.kind, "must": r.necessity == "must", "weight": r.weight}
            for r in requirements or ()
        ],
        "version": versions[-1].version if versions else 0,
        "said": _said(versions[-1].words) if versions else "",
        "rows": [_row(place) for place in places],
        "moves": [_move(move) for move in weighed.moves] if weighed else [],
        "unrated": weighed.unrated if weighed else 0,
        "open": at.screening.batches.open_files(batch_id),
    }


def _row(place: Place) -> dict[str, Any]:
    return {
        **leader(place),
        "posting": place.posting,
        "verdicts": {rating.requirement: rating.verdict for rating in place.ratings},
        "notes": list(place.flags),
    }


def _move(move: Move) -> dict[str, Any]:
    return {
        "ordinal": move.ordinal,
        "candidate": move.candidate,
        "rank_before": move.rank_before,
        "rank": move.rank,
        "score_before": move.score_before,
        "score": move.score,
        "because": list(move.because),
        "missing": list(move.missing),
    }


def _said(words: str) -> str:
    return "" if words.startswith(UNDO) else words


def place_of(places: Sequence[Place], ordinal: int) -> Place | None:
    """The candidate of a file of the batch."""
    return next((place for place in places if place.ordinal == ordinal), None)
