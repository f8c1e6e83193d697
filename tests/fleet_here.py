"""A fleet without Ray: the same stages, one after the other in this process."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from types import SimpleNamespace

from agents.fleet.cluster import Told
from agents.fleet.job import Job
from agents.fleet.judging import FILES_A_PART, Means
from agents.fleet.keeping import Keeping
from agents.fleet.places import Found
from agents.fleet.reading import Reading, Taking
from agents.fleet.rows import Taken, taken
from retrieval.documents.reading import Limits


class FleetHere:
    """Stands in for `agents.fleet.cluster.Cluster`, whatever the address."""

    def __init__(self, address: str | None = None) -> None:
        self.address = address

    def take(self, source: str, found: Sequence[Found], limits: Limits) -> list[Taken]:
        with closing(Taking(source, limits)) as stage:
            files = [{"ordinal": n, "file": f.name, "path": f.path, "size": f.size} for n, f in enumerate(found, 1)]
            return [taken(row) for file in files for row in stage(file)]

    def screen(self, job: Job, means: Means, files: Sequence[Taken], results: str, told: Told) -> None:
        keeping = Keeping(job, means, results)
        with closing(Reading(job.source, means.limits)) as stage:
            for start in range(0, len(files), FILES_A_PART):
                rows = [stage(file.row()) for file in files[start : start + FILES_A_PART]]
                keeping(SimpleNamespace(to_pylist=lambda rows=rows: rows))
                told(start + len(rows), len(files))

    def close(self) -> None:
        """Nothing was started."""
