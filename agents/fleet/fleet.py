"""A fleet run as people know it: a folder or bucket of resumes is screened, and every file accounted for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from agents.fleet.accounting import missing, receipt
from agents.fleet.cluster import Cluster, Told
from agents.fleet.job import Job
from agents.fleet.judging import Means
from agents.fleet.places import Found, Place
from agents.fleet.results import Results
from agents.fleet.rows import Taken
from records.batch import Receipt
from records.errors import NothingToScreen, NotScreened


@dataclass(frozen=True, slots=True)
class Run:
    """What a run gave: the receipt over all files, and how many contents it had to do anew."""

    receipt: Receipt
    done: int


class Fleet:
    """Screens what a job names and leaves the results at a place; run again, it does only what is missing."""

    def __init__(self, cluster: Callable[[], Cluster], means: Means) -> None:
        self._cluster = cluster
        self._means = means

    def screen(self, job: Job, results: str, told: Told = lambda *_: None) -> Run:
        """Raises `NothingToScreen`, and the `FleetError`s; what is finished stays, whatever is raised."""
        kept, found = Results(results), Place(job.source).files()
        if not found:
            raise NothingToScreen
        kept.begin(job)
        cluster = self._cluster()
        try:
            files = _all_of(found, cluster.take(job.source, found, self._means.limits))
            kept.keep_files(files)
            left = missing(files, kept.known())
            if left:
                cluster.screen(job, self._means, left, results, told)
        finally:
            cluster.close()
        return Run(receipt(files, kept.known()), len(left))


def _all_of(found: list[Found], files: list[Taken]) -> list[Taken]:
    """Every file that was found, also one that no worker brought back."""
    brought = {file.ordinal for file in files}
    lost = [
        Taken(n, one.name, one.path, error=NotScreened(file=one.name))
        for n, one in enumerate(found, start=1)
        if n not in brought
    ]
    return sorted([*files, *lost], key=lambda file: (file.ordinal, file.place))
