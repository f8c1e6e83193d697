"""Model servers as processes: started, waited for, watched together and ended together."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx

from deploy.vllm import ENVIRONMENT, Serving
from records.errors import EngineMissing, PortTaken, ServerEnded

END_SECONDS: Final = 20.0
LOOK_EVERY: Final = 0.2
HEALTH_EVERY: Final = 5.0
HEALTH_SECONDS: Final = 30.0
"""A server that reads a long prompt on few cores may be slow to say that it is well; one that is stuck never does."""
_LAST_LINES: Final = 20
_LINES_OF_AN_END: Final = 200
"""An engine that fails at its start writes some hundred, twice as many with more processes."""
_ERROR: Final = re.compile(r"(?:^|\] )((?:\w+\.)*\w+(?:Error|Exception): .+)")
"""As Python names it, at the beginning of what a line says."""


@dataclass(frozen=True)
class Running:
    """A server that has been started; it may not answer yet."""

    serving: Serving
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def url(self) -> str:
        """Where it answers."""
        return self.serving.url

    def healthy(self, seconds: float = 2.0) -> bool:
        """Whether it says that it is well."""
        with suppress(httpx.TransportError):
            return httpx.get(f"{self.url}/health", timeout=seconds).status_code == httpx.codes.OK
        return False

    def ready(self, seconds: float) -> Running:
        """Itself, once it answers; raises `ServerEnded` where it ends before, or takes longer."""
        until = time.monotonic() + seconds
        while self.process.poll() is None:
            if self.healthy():
                return self
            if time.monotonic() > until:
                raise self.ended(f"did not answer within {seconds:.0f} s")
            time.sleep(LOOK_EVERY)
        raise self.ended(f"ended with status {self.process.returncode}")

    def ended(self, reason: str) -> ServerEnded:
        """The error with what its log says of it."""
        log = self.log.read_text(encoding="utf-8", errors="replace")
        return ServerEnded(name=self.serving.model.name, reason=reason, log=telling(log))


def telling(log: str) -> str:
    """The last lines of a log, after the error that its end began with where that stands further up: vLLM's engine, a
    process of its own, says why it ended some hundred lines before its server does."""
    lines = log.splitlines()
    last = lines[-_LAST_LINES:]
    end = lines[-_LINES_OF_AN_END:-_LAST_LINES]
    cause = next((found[1] for line in end if (found := _ERROR.search(line))), None)
    return "\n".join([cause, "[…]", *last] if cause else last)


@contextmanager
def started(serving: Serving, log: Path, environment: Mapping[str, str]) -> Iterator[Running]:
    """A server that is ended, with everything it started, when the block ends."""
    if not serving.python.exists():
        raise EngineMissing(python=serving.python)
    if not _free(serving.host, serving.port):
        raise PortTaken(port=serving.port)
    with log.open("wb") as written:
        process = subprocess.Popen(
            serving.command,
            env={**os.environ, **ENVIRONMENT, **environment},
            stdout=written,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # so that its engine, a process of its own, is ended with it
        )
    try:
        yield Running(serving, process, log)
    finally:
        _end(process)


def watch(servers: Sequence[Running], go_on: Callable[[], bool] = lambda: True) -> None:
    """Returns when told to; raises `ServerEnded` as soon as one has ended or no longer says that it is well."""
    well = {server.url: time.monotonic() for server in servers}
    asked = 0.0
    while go_on():
        for server in servers:
            if server.process.poll() is not None:
                raise server.ended(f"ended with status {server.process.returncode}")
        if time.monotonic() - asked > HEALTH_EVERY:
            asked = time.monotonic()
            for server in servers:
                _ask(server, well)
        time.sleep(LOOK_EVERY)


def _ask(server: Running, well: dict[str, float]) -> None:
    if server.healthy(HEALTH_EVERY):
        well[server.url] = time.monotonic()
    elif time.monotonic() - well[server.url] > HEALTH_SECONDS:
        raise server.ended(f"has not answered for {HEALTH_SECONDS:.0f} s")


def free_port() -> int:
    """A port of this machine that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        process.wait(END_SECONDS)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(END_SECONDS)
