"""How commands tell what became of a batch: its receipt, and its shortlist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from agents.screening.shortlist import Place
from agents.words import DECISION_WORDS
from commands.output import told
from records.batch import Receipt
from records.language import Language


def receipt_row(receipt: Receipt, speech: Language) -> dict[str, Any]:
    """The receipt as JSON."""
    return {
        "received": receipt.received,
        "read": receipt.read,
        "copies": receipt.counts["copy"],
        "failed": [{"file": file.file, "error": told(file.error, speech)} for file in receipt.failed if file.error],
    }


def shortlist_rows(places: Sequence[Place]) -> list[dict[str, Any]]:
    """The shortlist as JSON."""
    return [
        {
            "rank": place.rank,
            "candidate": place.candidate,
            "file": place.file,
            "posting": place.posting,
            "score": place.score,
            "recommendation": place.decision,
        }
        for place in places
    ]


def receipt_words(receipt: Receipt, speech: Language) -> Iterator[str]:
    """The receipt as lines: the sum, then each failure."""
    yield _SUM[speech].format(
        received=receipt.received,
        read=receipt.read,
        copies=receipt.counts["copy"],
        failed=len(receipt.failed),
    )
    for file in receipt.failed:
        if file.error:
            yield f"  {file.error.message(speech)} {file.error.advice(speech)}"


def shortlist_words(places: Sequence[Place], speech: Language) -> Iterator[str]:
    """The shortlist as lines."""
    decided = DECISION_WORDS[speech]
    for place in places:
        yield f"{place.rank:4}  {place.score:4.1f}  {decided[place.decision]}  {place.candidate}  ({place.file})"


_SUM: Final[dict[Language, str]] = {
    "zh": "收到 {received} 份：读取 {read} 份，重复 {copies} 份，失败 {failed} 份。",
    "en": "{received} received: {read} read, {copies} the same as another, {failed} failed.",
}
