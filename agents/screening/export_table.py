"""The shortlist as CSV for spreadsheets and as JSON lines for programs."""

from __future__ import annotations

import csv
import io
import json
from typing import Final

from agents.plain_text import printable, without_formula
from agents.screening.export import Export
from agents.screening.shortlist import Place
from agents.screening.tables import Table, Value, words_of

_LINE_ENDS: Final = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""Some readers of lines end one here, and JSON may write them so."""


def as_csv(table: Table) -> bytes:
    """The table in UTF-8, marked as such so that Excel opens Chinese rightly; no cell of it is a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_cell(column.head) for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return ("\ufeff" + out.getvalue()).encode()


def as_jsonl(export: Export) -> bytes:
    """An object a candidate, best first: place, score and ratings in force, and the whole assessment as stored."""
    lines = (json.dumps(_object(export, place), ensure_ascii=False) for place in export.places)
    return "".join(f"{line.translate(_LINE_ENDS)}\n" for line in lines).encode(errors="replace")


def _cell(value: Value) -> str | int | float:
    words = words_of(value)
    return without_formula(printable(words)) if isinstance(words, str) else words


def _object(export: Export, place: Place) -> dict[str, object]:
    held, of_all = place.must_haves
    return {
        "batch": export.batch.id,
        "rank": place.rank,
        "candidate": place.candidate,
        "file": place.file,
        "ordinal": place.ordinal,
        "sha256": place.resume,
        "posting": {"id": place.posting, "title": export.title(place.posting)},
        "score": place.score,
        "exact_score": place.exact,
        "recommendation": place.decision,
        "must_haves": {"held": held, "of": of_all},
        "weights_version": export.version,
        "ratings": [rating.model_dump(mode="json") for rating in place.ratings],
        "flags": place.flags,
        "assessment": place.assessment.model_dump(mode="json"),
    }
