"""What `make serve` says at its end."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from deploy.machine import gpus_of
from deploy.models import GIB
from deploy.plan import Wishes, planned
from deploy.running import Running
from deploy.serve import settings_for
from deploy.sizing import Memory

FREE = Memory(64 * GIB, gpu=False)


def told(gpus: str) -> str:
    process: Any = SimpleNamespace()
    return settings_for([Running(plan.serving, process, Path()) for plan in planned(Wishes(), gpus_of(gpus), FREE)])


def test_bole_is_started_with_the_addresses_of_the_servers() -> None:
    assert told("NVIDIA H100 80GB HBM3, 81559, 9.0\n") == (
        "start Bole with: BOLE_EMBEDDING=http://127.0.0.1:8002/v1 BOLE_LLM_URL=http://127.0.0.1:8001/v1 make chat"
    )


def test_without_a_gpu_fewer_prompts_are_sent_at_once() -> None:
    assert told("").endswith("BOLE_LLM_URL=http://127.0.0.1:8001/v1 BOLE_LLM_CONCURRENCY=4 make chat")
