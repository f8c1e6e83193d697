"""What the machine has: its GPUs, the memory that is free, and how fast that memory is."""

from __future__ import annotations

import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count
from typing import Final

import numpy as np
import psutil

from deploy.models import GIB
from deploy.sizing import FIRST_WITH_FP8, Memory

_QUERY: Final = ("--query-gpu=name,memory.total,compute_cap", "--format=csv,noheader,nounits")
_COPIED: Final = 256 * 1024**2


@dataclass(frozen=True)
class Gpu:
    """A GPU by the number its driver gives it."""

    number: int
    name: str
    memory: Memory


def gpus() -> list[Gpu]:
    """The GPUs that the driver knows; none where there is no driver or it does not answer."""
    if shutil.which("nvidia-smi") is None:
        return []
    told = subprocess.run(["nvidia-smi", *_QUERY], capture_output=True, text=True, timeout=30, check=False)  # noqa: S607
    return gpus_of(told.stdout) if told.returncode == 0 else []


def gpus_of(told: str) -> list[Gpu]:
    """The GPUs in what `nvidia-smi` printed: a line each, memory in MiB."""
    rows = [[cell.strip() for cell in line.rsplit(",", 2)] for line in told.splitlines() if line.strip()]
    return [
        Gpu(n, name, Memory(int(mib) * 1024**2, gpu=True, fp8=float(capability) >= FIRST_WITH_FP8))
        for n, (name, mib, capability) in enumerate(rows)
    ]


def free_memory() -> Memory:
    """What programs could be given now without swapping."""
    return Memory(psutil.virtual_memory().available, gpu=False)


def bandwidth() -> float:
    """Bytes a second that all cores together read and write, from copies of 256 MiB; the best of three."""
    cores = cpu_count() or 1
    part = _COPIED // 8 // cores
    pairs = [(np.zeros(part), np.ones(part)) for _ in range(cores)]
    best = 0.0
    with ThreadPoolExecutor(cores) as threads:
        for _ in range(3):
            started = time.perf_counter()
            list(threads.map(lambda pair: np.copyto(*pair), pairs))
            best = max(best, 2 * 8 * part * cores / (time.perf_counter() - started))
    return best


def words_on_speed(bytes_a_second: float, weight_bytes: int, answer_tokens: int = 900) -> str:
    """How slow writing will be at best: every token is written by reading all weights once from memory."""
    tokens = bytes_a_second / weight_bytes
    return (
        f"estimate, not measured on this model: memory moves {bytes_a_second / GIB:.1f} GiB a second, so at most "
        f"{tokens:.1f} tokens a second are written; an assessment of {answer_tokens} tokens takes at least "
        f"{answer_tokens / tokens / 60:.0f} min, and reading its prompt comes on top"
    )
