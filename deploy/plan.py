"""What to start on the machine found: pure, so that every choice can be tested without the machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from deploy.machine import Gpu
from deploy.models import GIB, MODELS, Role, Weights
from deploy.sizing import KvCache, Memory, Size, sizes
from deploy.vllm import CPU_ENVIRONMENT, CPU_OPTIONS, CPU_PYTHON, GPU_PYTHON, Serving, gpu_options
from records.errors import GpuNeeded

_SEVERAL: Final = 2


@dataclass(frozen=True)
class Wishes:
    """What was set: which models, how their weights and the chat's cache are kept, and where they answer."""

    roles: tuple[Role, ...] = ("embedding", "chat")
    weights: Weights = "bf16"
    kv: KvCache = "auto"
    host: str = "127.0.0.1"
    ports: Mapping[Role, int] | None = None

    def port(self, role: Role) -> int:
        """The port of a model."""
        return (self.ports or {}).get(role, MODELS[role].port)


@dataclass(frozen=True)
class Planned:
    """A server and the environment that puts it on its part of the machine."""

    serving: Serving
    environment: dict[str, str]
    on: str


def planned(wishes: Wishes, found: Sequence[Gpu], free: Memory) -> list[Planned]:
    """The servers in the order to start them, on GPUs where there are any; raises `TooLittleMemory`, `GpuNeeded`."""
    roles: list[Role] = [role for role in MODELS if role in wishes.roles]
    if not found:
        _refuse_fp8(wishes)
        given = sizes(free, roles, wishes.weights, "bf16")
        return [Planned(_serving(wishes, role, given[role]), dict(CPU_ENVIRONMENT), "CPU") for role in roles]
    largest = sorted(found, key=lambda gpu: -gpu.memory.total)
    if len(largest) >= _SEVERAL and len(roles) == _SEVERAL:
        return [*_on(wishes, largest[1], ["embedding"]), *_on(wishes, largest[0], ["chat"])]
    return list(_on(wishes, largest[0], roles))


def _refuse_fp8(wishes: Wishes) -> None:
    """The engine for CPUs is served in bf16: another precision than the one asked for is never taken quietly."""
    for setting, wish in (("QUANTIZATION", wishes.weights), ("KV_CACHE", wishes.kv)):
        if wish == "fp8":
            raise GpuNeeded(setting=setting)


def told(plan: Planned) -> str:
    """A line that says what a server is given and why."""
    size = plan.serving.size
    cache = f"{size.kv_bytes / GIB:.1f} GiB of KV cache{' in fp8' if size.kv_fp8 else ''}"
    return f"{plan.serving.model.name} on {plan.on}: context of {size.context:,} tokens, {cache}"


def _on(wishes: Wishes, gpu: Gpu, roles: Sequence[Role]) -> Iterator[Planned]:
    given = sizes(gpu.memory, roles, wishes.weights, wishes.kv)
    for role in roles:
        serving = _serving(wishes, role, given[role])
        options = gpu_options(given[role], wishes.weights if role == "chat" else "bf16")
        environment = {"CUDA_DEVICE_ORDER": "PCI_BUS_ID", "CUDA_VISIBLE_DEVICES": str(gpu.number)}
        yield Planned(replace(serving, python=GPU_PYTHON, options=options), environment, gpu.name)


def _serving(wishes: Wishes, role: Role, size: Size) -> Serving:
    """Not yet with its weights: they are looked for when it is known that the memory will do."""
    return Serving(MODELS[role], MODELS[role].name, size, CPU_PYTHON, wishes.host, wishes.port(role), CPU_OPTIONS)
