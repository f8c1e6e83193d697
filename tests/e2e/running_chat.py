"""The real application in a process of its own, with everything it writes in a temporary folder."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
UP_WITHIN = 180.0
DOWN_WITHIN = 60.0
SAMPLE_EVERY = 0.02


@dataclass(frozen=True)
class RunningChat:
    """A chat that answers at `url` and keeps everything in `folder`."""

    url: str
    pid: int
    folder: Path

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    @property
    def watched(self) -> list[int]:
        """The processes that wrote down whom they turned to."""
        return [int(value) for event, value in self._events() if event == "watched"]

    @property
    def foreign_addresses(self) -> list[str]:
        """Every address beyond this machine that one of its processes ever connected to, sent to or looked up."""
        return [
            f"{event} {host}" for event, host in self._events() if event != "watched" and not _own(host.strip("'\""))
        ]

    def _events(self) -> list[tuple[str, str]]:
        lines = (self.folder / "addresses").read_text(encoding="utf-8").splitlines()
        return [(event, value) for event, _, value in (line.partition(" ") for line in lines)]

    def processes(self) -> list[psutil.Process]:
        first = psutil.Process(self.pid)
        return [first, *first.children(recursive=True)]


@contextmanager
def running_chat(folder: Path, port: int = 0, **settings: str) -> Iterator[RunningChat]:
    """The chat as `make chat` starts it, until the block ends; none of its processes may outlive it."""
    _lay_out(folder)
    port = port or _free_port()
    command = [sys.executable, "-m", "chainlit", "run", str(ROOT / "chainlit_app.py")]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--port", str(port), "-h"],
            cwd=folder,
            env=_environment(folder, settings),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        chat = RunningChat(f"http://127.0.0.1:{port}", process.pid, folder)
        try:
            _wait_until_up(chat, process)
            yield chat
        finally:
            left = _ended(process)
    assert not left, f"still there after the chat ended: {left}"


class SocketWatch:
    """Looks at the sockets of all processes of a chat again and again, in a thread of its own."""

    def __init__(self, chat: RunningChat) -> None:
        self._chat = chat
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self.samples = 0
        self.seen: set[str] = set()
        self.foreign: set[str] = set()

    def __enter__(self) -> SocketWatch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(SAMPLE_EVERY):
            self.samples += 1
            for process in self._chat.processes():
                self._look_at(process)

    def _look_at(self, process: psutil.Process) -> None:
        try:
            connections = process.net_connections(kind="inet")
        except (psutil.NoSuchProcess, psutil.ZombieProcess):
            return  # a reading worker that ended meanwhile
        for connection in connections:
            hosts = {address.ip for address in (connection.laddr, connection.raddr) if address}
            self.seen |= hosts
            self.foreign |= {host for host in hosts if not _own(host)}


def _own(host: str) -> bool:
    """Whether an address is this machine: loopback or a socket file."""
    if host in {"localhost", "None", ""} or host.startswith("/"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _lay_out(folder: Path) -> None:
    """A working folder with what the chat looks for in the repository's, so that it shares nothing with a chat
    running there: Chainlit deletes `.files` of its working folder when it ends, and a developer's `.env` is no setting
    of the tests."""
    shutil.copytree(ROOT / ".chainlit", folder / ".chainlit", dirs_exist_ok=True)
    shutil.copytree(ROOT / "public", folder / "public", dirs_exist_ok=True)
    for readme in ROOT.glob("chainlit*.md"):
        shutil.copy(readme, folder)
    (folder / "addresses").touch()


def _environment(folder: Path, settings: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("BOLE_", "CHAINLIT_"))}
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent / "audited"), str(ROOT)]),
        "ADDRESSES_LOG": str(folder / "addresses"),
        "BOLE_DATA_DIR": str(folder / "data"),
        **settings,
    }


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def _wait_until_up(chat: RunningChat, process: subprocess.Popen[bytes]) -> None:
    give_up = time.monotonic() + UP_WITHIN
    while time.monotonic() < give_up:
        assert process.poll() is None, f"the chat ended at its start:\n{chat.log}"
        try:
            with urllib.request.urlopen(f"{chat.url}/health", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise AssertionError(f"the chat is not up after {UP_WITHIN} s:\n{chat.log}")


def _ended(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    """Ends the chat as Ctrl-C does and gives those of its processes that would not go; they are made to."""
    if process.poll() is not None:
        return []
    first = psutil.Process(process.pid)
    family = [first, *first.children(recursive=True)]
    process.terminate()
    _, left = psutil.wait_procs(family, timeout=DOWN_WITHIN)
    for one in left:
        one.kill()
    process.wait()
    return left
