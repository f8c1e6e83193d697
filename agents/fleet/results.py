"""What a fleet run leaves at its place: the job, the files that were found, and what became of each content.

`job.json`, `files.parquet` and `parts/*.parquet`. All of it but the job is personal data: names and contacts are in the
resumes as the records need them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

from agents.fleet.accounting import joined
from agents.fleet.job import Job
from agents.fleet.places import Place
from agents.fleet.rows import Outcome, Row, Taken, error_in, outcome, taken
from records.errors import NoFleetResults, OtherFleetRun, RecruitingError

_JOB: Final = "job.json"
_FILES: Final = "files.parquet"
_PARTS: Final = "parts"


class Results:
    """The results at a place; whoever writes the same part twice, as after a lost worker, leaves it once."""

    def __init__(self, address: str) -> None:
        self._place = Place(address)
        self.address = address

    def begin(self, job: Job) -> None:
        """Keep the job; raises `OtherFleetRun` where another one has its results here."""
        kept = self._place.read(_JOB)
        if kept is None:
            self._place.write(_JOB, job.model_dump_json().encode())
        elif Job.model_validate_json(kept) != job:
            raise OtherFleetRun(place=self.address)

    def job(self) -> Job:
        """Raises `NoFleetResults`."""
        kept = self._place.read(_JOB)
        if kept is None:
            raise NoFleetResults(place=self.address)
        return Job.model_validate_json(kept)

    def keep_files(self, files: Sequence[Taken]) -> None:
        """Every file that was found."""
        self._place.write_table(_FILES, [file.row() for file in files])

    def files(self) -> list[Taken]:
        """The files that the last run found, in their order."""
        return [taken(row) for row in self._place.read_table(_FILES)]

    def keep(self, rows: Sequence[Row]) -> None:
        """A part: what became of some contents."""
        name = hashlib.sha256("".join(row["sha256"] for row in rows).encode()).hexdigest()[:16]
        self._place.write_table(f"{_PARTS}/{name}.parquet", rows)

    def known(self) -> dict[str, RecruitingError | None]:
        """What was finished so far, as `agents.fleet.accounting.Known`."""
        parts = self._place.names(_PARTS, ".parquet")
        rows = (row for part in parts for row in self._place.read_table(part, ["sha256", "error"]))
        return joined((row["sha256"], error_in(row)) for row in rows)

    def outcomes(self) -> Iterator[Outcome]:
        """What became of every content, part by part; one that was tried again may come twice."""
        for part in self._place.names(_PARTS, ".parquet"):
            yield from (outcome(row) for row in self._place.read_table(part))
