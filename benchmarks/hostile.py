"""Every file of a folder through the product's reading pool: `python -m benchmarks.hostile FOLDER`.

Ends with status 1 where an outcome is neither lines nor a typed error, a file takes too long or too much memory, a
process stays behind, or a file is written anywhere that is watched: the folder itself and the one it lies in, and the
working, home and temporary folders, which for this run are new and empty.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from benchmarks.reading_suite.processes import MemoryWatch, children, left_behind
from benchmarks.tables import listed, show
from records.errors import RecruitingError
from records.resume import Resume
from retrieval.documents.formats.containers import Member
from retrieval.documents.limits import Limits
from retrieval.documents.reading import ReadingPool

COMMAND: Final = "python -m benchmarks.hostile FOLDER"
STOPPING_SECONDS: Final = 0.5
"""What ending a worker whose time is up may add to the limit."""
Answer = TypeVar("Answer")
_UNTYPED: Final = "UNTYPED "


@dataclass(frozen=True)
class Outcome:
    """What came of one file or of one file inside it."""

    name: str
    result: str
    seconds: float
    memory_mb: float

    def violations(self, limits: Limits) -> Iterator[str]:
        """In words, what it should not have done."""
        if self.result.startswith(_UNTYPED):
            yield f"{self.name}: {self.result}"
        if self.seconds > limits.longest_seconds + STOPPING_SECONDS:
            yield f"{self.name}: {self.seconds:.1f} s"
        if self.memory_mb > limits.memory_mb:
            yield f"{self.name}: {self.memory_mb:.0f} MB"


def main() -> int:
    """Print the table and the closing lines; the exit status."""
    folder = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="bole-hostile-") as own:
        watched = _own_places(Path(own))
        before = _snapshot([*watched, folder.parent])
        outcomes, limits, processes = _read_all(folder)
        written = sorted(_snapshot([*watched, folder.parent]) - before)
        os.chdir(folder)  # the temporary working folder is about to go
    rows = [[one.name, one.result, f"{one.seconds:.2f}", f"{one.memory_mb:.0f}"] for one in outcomes]
    show(f"{len(rows)} outcomes", COMMAND, ["file", "outcome", "seconds", "memory, MB"], rows)
    wrong = [violation for one in outcomes for violation in one.violations(limits)]
    wrong += [f"left behind: {process}" for process in processes] + [f"written: {path}" for path in written]
    _close(outcomes, processes, written)
    listed("Violations", wrong)
    return 1 if wrong else 0


def _own_places(own: Path) -> list[Path]:
    """New working, home and temporary folders for this process and all that it starts."""
    places = [own / name for name in ("work", "home", "temporary")]
    for place in places:
        place.mkdir()
    os.chdir(places[0])
    os.environ["HOME"] = str(places[1])
    os.environ["TMPDIR"] = tempfile.tempdir = str(places[2])
    return places


def _read_all(folder: Path) -> tuple[list[Outcome], Limits, list[str]]:
    limits = Limits()
    with ReadingPool(1, limits) as pool:
        pool.warm()
        watch = MemoryWatch()
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        outcomes = [outcome for path in files for outcome in _outcomes(pool, path, watch)]
        started = children()
    return outcomes, limits, left_behind(started)


def _outcomes(pool: ReadingPool, path: Path, watch: MemoryWatch) -> Iterator[Outcome]:
    """A container's files each for itself; any other file as it is."""
    listing, members = _tried(path.name, watch, lambda: pool.members(path))
    if members is None:
        yield listing
    elif not members:
        yield _tried(path.name, watch, lambda: pool.read(path))[0]
    for member in members or ():
        yield _member(pool, path, member, watch)


def _member(pool: ReadingPool, path: Path, member: Member, watch: MemoryWatch) -> Outcome:
    name = f"{path.name} › {member.name}"
    unpacking, content = _tried(name, watch, lambda: pool.member(path, member.place))
    if content is None:
        return unpacking
    with tempfile.NamedTemporaryFile() as copy:
        copy.write(content)
        copy.flush()
        return _tried(name, watch, lambda: pool.read(Path(copy.name), member.name))[0]


def _tried(name: str, watch: MemoryWatch, act: Callable[[], Answer]) -> tuple[Outcome, Answer | None]:
    """What came of it, and the answer where there was one."""
    answer, started = None, time.perf_counter()
    with watch:
        try:
            answer = act()
            result = f"{len(answer.lines)} lines" if isinstance(answer, Resume) else "unpacked"
        except RecruitingError as error:
            result = error.code
        except Exception as error:  # noqa: BLE001  (that there is none is what this looks for)
            result = f"{_UNTYPED}{type(error).__name__}: {error}"
    return Outcome(name, result.replace("|", "/"), time.perf_counter() - started, watch.growth_mb), answer


def _snapshot(places: Sequence[Path]) -> set[tuple[str, int]]:
    """Everything in the places, with when it was last written."""
    found = (path for place in places for path in place.rglob("*"))
    return {(str(path), path.lstat().st_mtime_ns) for path in found if path.is_file() or path.is_symlink()}


def _close(outcomes: Sequence[Outcome], processes: Sequence[str], written: Sequence[object]) -> None:
    untyped = sum(one.result.startswith(_UNTYPED) for one in outcomes)
    slowest = max(outcomes, key=lambda one: one.seconds)
    most = max(outcomes, key=lambda one: one.memory_mb)
    print(
        f"\n{untyped} untyped; slowest {slowest.name} {slowest.seconds:.2f} s; most memory {most.name} "
        f"{most.memory_mb:.0f} MB; {len(processes)} processes left behind; {len(written)} files written outside"
    )


if __name__ == "__main__":
    sys.exit(main())
