"""The real vLLM, in an environment and a process of its own, serving a tiny checkpoint on loopback."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

PYTHON = Path(__file__).parents[2] / ".venv-serving" / "bin" / "python"
# Importing vLLM in its three processes takes most of it: 50 s for one server alone on two cores, 60 to
# 110 s for two together, several times as much where others share them.
START_SECONDS = 300.0
END_SECONDS = 20.0
ENVIRONMENT = {
    "HF_HUB_OFFLINE": "1",
    "OMP_WAIT_POLICY": "passive",  # several servers share few cores: threads that spin starve the others
    "VLLM_CPU_OMP_THREADS_BIND": "nobind",  # each engine would hold on to the first core, and leave the others idle
    "VLLM_CPU_KVCACHE_SPACE": "1",  # GiB: room for 32,768 tokens of two tiny layers many times over
    "VLLM_NO_USAGE_STATS": "1",
    "VLLM_WORKER_MULTIPROC_METHOD": "spawn",
}


@dataclass(frozen=True)
class Checkpoint:
    """What to serve: a folder, the name it is served under, and what vLLM is told about it."""

    folder: Path
    name: str
    max_tokens: int
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class VllmServer:
    """A server that has been started; it may not answer yet."""

    url: str
    checkpoint: Checkpoint
    process: subprocess.Popen[bytes]
    log: Path

    def ready(self) -> VllmServer:
        """Itself, once it answers; fails with the end of the log where it ends before, or takes too long."""
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            with suppress(httpx.TransportError):
                if httpx.get(f"{self.url}/health", timeout=2).status_code == httpx.codes.OK:
                    return self
            time.sleep(0.2)
        raise AssertionError(f"vLLM did not start:\n{self.log.read_text(errors='replace')[-4000:]}")


@contextmanager
def started(checkpoint: Checkpoint, log: Path) -> Iterator[VllmServer]:
    """A server of the checkpoint, ended with everything it started; ask it when it is `ready`, others may start too."""
    assert PYTHON.exists(), "vLLM is not installed; `make test-serving` does it"
    port = _free_port()
    with log.open("wb") as written:
        process = subprocess.Popen(
            _command(checkpoint, port),
            env={**os.environ, **ENVIRONMENT},
            stdout=written,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # so that its engine, a process of its own, is ended with it
        )
    try:
        yield VllmServer(f"http://127.0.0.1:{port}", checkpoint, process, log)
    finally:
        _end(process)


def _command(checkpoint: Checkpoint, port: int) -> list[str]:
    # Not the command `vllm`: in the build for CPUs it looks for a distribution of another name.
    command = [str(PYTHON), "-m", "vllm.entrypoints.openai.api_server", "--model", str(checkpoint.folder)]
    command += ["--served-model-name", checkpoint.name, "--host", "127.0.0.1", "--port", str(port)]
    # Full precision, as the checkpoint has it; without compiling it starts in a fraction of the time.
    command += ["--dtype", "float32", "--enforce-eager", "--max-model-len", str(checkpoint.max_tokens)]
    return [*command, *checkpoint.options]


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        process.wait(END_SECONDS)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(END_SECONDS)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
