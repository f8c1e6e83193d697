"""The last stage of a fleet run: a part is judged and kept; whatever dies afterwards, it is there."""

from __future__ import annotations

from typing import Any, Final

from agents.fleet.job import Job
from agents.fleet.judging import Asking, Embedded, Means
from agents.fleet.results import Results
from records.assessment import AssessedBy

LAST: Final[dict[AssessedBy, type[Embedded] | type[Asking]]] = {"rules": Embedded, "model": Asking}
"""Who gives the assessment: rules rate where the vectors are made, since they need no more than these."""


class Keeping:
    """Takes a block of rows as a table; what it gives back counts as finished."""

    def __init__(self, job: Job, means: Means, results: str) -> None:
        self._judging = LAST[job.by](job, means)
        self._results = Results(results)

    def __call__(self, table: Any) -> dict[str, list[str]]:
        """The hashes of the contents that were kept."""
        rows = self._judging.part(table.to_pylist())
        self._results.keep(rows)
        return {"sha256": [row["sha256"] for row in rows]}
