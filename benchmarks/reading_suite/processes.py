"""What this process's children take of memory, and which of them stay behind."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Final

import psutil

MB: Final = 2**20
EVERY_SECONDS: Final = 0.01
ENDING_SECONDS: Final = 3.0


def children() -> list[psutil.Process]:
    """All processes below this one, grandchildren such as LibreOffice too."""
    return list(psutil.Process().children(recursive=True))


def left_behind(started: list[psutil.Process]) -> list[str]:
    """Those of them, and of any now below this one, that have not ended within a few seconds."""
    _, alive = psutil.wait_procs({*started, *children()}, timeout=ENDING_SECONDS)
    return [f"{process.pid} {_name(process)}" for process in alive]


class MemoryWatch:
    """While it is entered, follows how far any child grows beyond what a warm worker takes.

    A process that is started meanwhile is held against the largest that was there when the watch was made, so that a
    worker's own start is not counted and LibreOffice's is.
    """

    def __init__(self) -> None:
        self._warm = max((_resident(child) for child in children()), default=0)
        self._before: dict[int, int] = {}
        self._growth = 0
        self._done = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def growth_mb(self) -> float:
        """The most that one of them grew."""
        return self._growth / MB

    def __enter__(self) -> MemoryWatch:
        self._before = {child.pid: _resident(child) for child in children()}
        self._growth = 0
        self._done.clear()
        self._thread = threading.Thread(target=self._follow, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        if self._thread is not None:
            self._thread.join()

    def _follow(self) -> None:
        while True:
            for child in children():
                grown = _resident(child) - self._before.get(child.pid, self._warm)
                self._growth = max(self._growth, grown)
            if self._done.wait(EVERY_SECONDS):
                return


def _resident(process: psutil.Process) -> int:
    """Bytes in memory; none once it has ended."""
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def _name(process: psutil.Process) -> str:
    try:
        return str(process.name())
    except psutil.Error:
        return "ended"
