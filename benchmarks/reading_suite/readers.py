"""Bole and its peers as one thing: a reader that gives the text of a file, or says why it has none."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, Protocol

from records.errors import RecruitingError
from retrieval.documents.reading import ReadingPool

ROOT: Final = Path(__file__).parents[2]
APPLICATION: Final = Path(sys.executable)
DOCLING: Final = ROOT / ".venv-docling" / "bin" / "python"
SECONDS: Final = 60.0
"""What one file may cost a peer; its first file brings loading its models on top."""
STARTING_SECONDS: Final = 120.0


@dataclass(frozen=True)
class ReadBack:
    """What a reader made of a file; `error` is empty where it gave a text."""

    lines: tuple[str, ...]
    seconds: float
    hidden: tuple[str, ...] = ()
    suspicious: tuple[str, ...] = ()
    error: str = ""


class Reader(Protocol):
    """Reads files one after the other; never raises."""

    name: str

    def read(self, path: Path) -> ReadBack:
        """The text of a file."""

    def takes(self, path: Path) -> bool:
        """Whether this kind of file is one it claims to read."""


class Bole:
    """The product's own pool of workers."""

    name = "Bole"

    def __init__(self, pool: ReadingPool) -> None:
        self._pool = pool

    def read(self, path: Path) -> ReadBack:
        """Its lines, and apart from them what it holds to be hidden or suspicious."""
        started = time.perf_counter()
        try:
            resume = self._pool.read(path)
        except RecruitingError as error:
            return ReadBack((), time.perf_counter() - started, error=error.code)
        return ReadBack(
            tuple(line.text for line in resume.lines),
            time.perf_counter() - started,
            tuple(f"{hidden.text} ({hidden.why})" for hidden in resume.hidden),
            tuple(f"line {line.line}: {line.why}" for line in resume.suspicious),
        )

    def takes(self, path: Path) -> bool:
        """Every kind here."""
        return path.exists()


class Peer:
    """Another tool in a process of its own: one that hangs or crashes costs its file, not the run."""

    def __init__(self, name: str, module: str, interpreter: Path, kinds: tuple[str, ...]) -> None:
        self.name = name
        self._command = [str(interpreter), "-m", f"benchmarks.reading_suite.peers.{module}"]
        self._kinds = kinds
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str] = queue.Queue()

    def takes(self, path: Path) -> bool:
        """By the file's ending."""
        return path.suffix in self._kinds

    def read(self, path: Path) -> ReadBack:
        """The lines it gives, or the words of its error."""
        try:
            process = self._running()
        except (OSError, TimeoutError, EOFError) as error:
            return ReadBack((), 0, error=f"does not start: {error}")
        started = time.perf_counter()
        try:
            print(path.resolve(), file=process.stdin, flush=True)
            answer = json.loads(self._answer(SECONDS))
        except (OSError, TimeoutError, EOFError) as error:
            self.close()
            return ReadBack((), time.perf_counter() - started, error=f"{type(error).__name__} {error}".strip())
        taken = time.perf_counter() - started
        return ReadBack(tuple(str(answer.get("text", "")).splitlines()), taken, error=str(answer.get("error", "")))

    def close(self) -> None:
        """End its process, whatever it is doing."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            self._answers = queue.Queue()
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                cwd=ROOT,
            )
            threading.Thread(target=_forward, args=(self._process.stdout, self._answers), daemon=True).start()
            self._answer(STARTING_SECONDS)
        return self._process

    def _answer(self, seconds: float) -> str:
        try:
            answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            self.close()
            raise TimeoutError(f"no answer in {seconds:g} s") from None
        if not answer:
            raise EOFError("its process ended")
        return answer


def _forward(stream: IO[str] | None, answers: queue.Queue[str]) -> None:
    """Hand on line by line; an empty text at the end."""
    for line in stream or ():
        answers.put(line)
    answers.put("")


def peers() -> list[Peer]:
    """Those to compare with; what is not installed says so for each file."""
    return [
        Peer("pypdf", "pypdf_text", APPLICATION, (".pdf",)),
        Peer("pdfminer.six", "pdfminer_text", APPLICATION, (".pdf",)),
        Peer("markitdown", "markitdown_text", APPLICATION, (".pdf", ".docx")),
        Peer("docling", "docling_text", DOCLING, (".pdf", ".docx")),
    ]


@contextmanager
def opened(with_peers: bool = True) -> Iterator[list[Reader]]:
    """All readers, Bole first, and their processes ended afterwards."""
    with ExitStack() as stack:
        pool = stack.enter_context(ReadingPool(1))
        pool.warm()
        others = peers() if with_peers else []
        for peer in others:
            stack.callback(peer.close)
        yield [Bole(pool), *others]
