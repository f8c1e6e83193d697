"""Ray Data runs the stages, on this machine or on a cluster; the only module that knows Ray.

Ray brings the scheduling, the retries after a lost worker and the backpressure; nothing of that is done here. Nothing
is reported to Ray's means, no dashboard is started, and what workers write does not reach this process's output.
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from math import ceil
from typing import Any, Final

from agents.fleet.job import Job
from agents.fleet.judging import FILES_A_PART, Embedded, Means
from agents.fleet.keeping import Keeping
from agents.fleet.places import Found
from agents.fleet.reading import Reading, Taking
from agents.fleet.rows import Row, Taken, taken
from records.errors import FleetStopped, FleetUnavailable, FleetUnreachable
from retrieval.documents.reading import Limits

Told = Callable[[int, int], object]
"""Called with how many of how many contents are finished."""

PARTS_A_WORKER: Final = 2
"""A worker takes some five seconds to start, as long as two parts take it: with less to do it would not be worth it."""
LEAST_CPUS: Final = 2
"""A reading and an embedding worker, which take one each: with fewer Ray Data would wait for ever."""
CONNECT_SECONDS: Final = 3.0
"""A person who waits is told within so many that nobody answers, as with the model servers."""
ASKING_CPUS: Final = 0.1
"""A worker that asks a model server waits nearly all the time."""
_QUIET: Final = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_BACKEND_LOG_LEVEL": "fatal"}


class Cluster:
    """Ray, on this machine unless an `address` names a cluster; raises `FleetUnavailable`, `FleetUnreachable`."""

    def __init__(self, address: str | None = None) -> None:
        os.environ |= _QUIET
        self._ray = _ray()
        if address:
            _check_reached(address)
        logging.getLogger("ray.data").setLevel(logging.CRITICAL)  # what goes wrong is raised, or on the receipt
        with _private_files():
            self._begin(address)
        context = self._ray.data.DataContext.get_current()
        context.enable_progress_bars = False
        context.print_on_execution_start = False
        context.max_errored_blocks = -1  # a part that fails is missing, and the others go on

    def _begin(self, address: str | None) -> None:
        here: dict[str, Any] = {"num_cpus": max(LEAST_CPUS, os.cpu_count() or 1), "include_dashboard": False}
        try:
            self._ray.init(
                address=address or "local", log_to_driver=False, logging_level="ERROR", **({} if address else here)
            )
        except (ConnectionError, RuntimeError, ValueError, OSError) as error:
            raise FleetUnreachable(address=address or "local", reason=str(error).partition("\n")[0]) from error

    @property
    def workers(self) -> int:
        """How many workers one stage may have."""
        return max(1, int(self._ray.cluster_resources().get("CPU", LEAST_CPUS)))

    def take(self, source: str, found: Sequence[Found], limits: Limits) -> list[Taken]:
        """What the files bring, in their order; a file whose worker failed is missing from it."""
        rows = [
            {"ordinal": n, "file": one.name, "path": one.path, "size": one.size} for n, one in enumerate(found, start=1)
        ]
        stage = self._dataset(rows).flat_map(Taking, fn_constructor_args=(source, limits), **self._pool(len(rows)))
        with _told_errors(len(found)) as finished:
            files = [taken(row) for row in _counted(stage.iter_rows(), finished)]
        return sorted(files, key=lambda file: (file.ordinal, file.place))

    def screen(self, job: Job, means: Means, files: Sequence[Taken], results: str, told: Told) -> None:
        """What becomes of the files is kept in the results, part by part; raises `FleetStopped`."""
        pool = self._pool(len(files))
        stage = self._dataset([file.row() for file in files])
        stage = stage.map(Reading, fn_constructor_args=(job.source, means.limits), **pool)
        if job.by == "model":
            stage = stage.map(Embedded, fn_constructor_args=(job, means), **pool)
            pool = self._pool(len(files), max(1, means.at_once // FILES_A_PART), ASKING_CPUS)
        whole = {"batch_size": None, "batch_format": "pyarrow"}
        stage = stage.map_batches(Keeping, fn_constructor_args=(job, means, results), **whole, **pool)
        with _told_errors(len(files)) as finished:
            for _ in _counted(stage.iter_rows(), finished):
                told(finished[0], len(files))

    def close(self) -> None:
        """End what was started here, or leave the cluster."""
        self._ray.shutdown()

    def _dataset(self, rows: Sequence[Row]) -> Any:
        return self._ray.data.from_items(list(rows), override_num_blocks=ceil(len(rows) / FILES_A_PART))

    def _pool(self, files: int, most: int | None = None, cpus: float = 1) -> dict[str, Any]:
        useful = min(most or self.workers, ceil(files / FILES_A_PART / PARTS_A_WORKER))
        return {"compute": self._ray.data.ActorPoolStrategy(min_size=1, max_size=useful), "num_cpus": cpus}


def _check_reached(address: str) -> None:
    """Ray itself would try an address where nobody answers for a quarter of an hour."""
    host, _, port = address.rpartition(":")
    if not port.isdigit():
        return  # `auto`: Ray looks for a cluster of this machine and says at once where there is none
    try:
        socket.create_connection((host, int(port)), CONNECT_SECONDS).close()
    except (OSError, OverflowError) as error:
        raise FleetUnreachable(address=address, reason=str(error)) from error


def _counted(rows: Iterator[Row], finished: list[int]) -> Iterator[Row]:
    for row in rows:
        finished[0] += 1
        yield row


@contextmanager
def _told_errors(files: int) -> Iterator[list[int]]:
    """Counts what is finished; what ends a whole run is told with it."""
    finished = [0]
    try:
        yield finished
    except _ray().exceptions.RayError as error:
        reason = str(error).strip().rpartition("\n")[2]
        raise FleetStopped(finished=finished[0], files=files, reason=reason) from error


@contextmanager
def _private_files() -> Iterator[None]:
    """What Ray writes on this machine (logs, and resumes where memory is short) is for its owner only."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def _ray() -> Any:
    """Takes seconds to import, and comes with `bole[fleet]` only; raises `FleetUnavailable`."""
    try:
        import ray  # noqa: PLC0415
        import ray.data  # noqa: PLC0415
    except ImportError as error:
        raise FleetUnavailable from error
    return ray
