"""What vLLM is started with: its command line and its environment, the same in `make serve`, tests and benchmarks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from deploy.models import Model, Role, Weights
from deploy.sizing import Size

ROOT: Final = Path(__file__).parents[1]
CPU_PYTHON: Final = ROOT / ".venv-serving" / "bin" / "python"
GPU_PYTHON: Final = ROOT / ".venv-serving-gpu" / "bin" / "python"

# Free whitespace between tokens is what a small model loops in; the engine's default allows it.
GRAMMAR: Final = json.dumps({"backend": "xgrammar", "disable_any_whitespace": True}, separators=(",", ":"))
MATRYOSHKA: Final = json.dumps({"is_matryoshka": True}, separators=(",", ":"))
# Of a language model's head, only the rows of the two answers: their softmax is the score.
AS_RERANKER: Final = json.dumps(
    {
        "architectures": ["Qwen3ForSequenceClassification"],
        "classifier_from_token": ["no", "yes"],
        "is_original_qwen3_reranker": True,
    },
    separators=(",", ":"),
)

FLAGS: Final[dict[Role, tuple[str, ...]]] = {
    # A person who waits goes before a batch; how much of a prompt came from the cache is told with each answer.
    "chat": (
        "--scheduling-policy",
        "priority",
        "--structured-outputs-config",
        GRAMMAR,
        "--enable-prompt-tokens-details",
    ),
    "embedding": ("--runner", "pooling", "--convert", "embed", "--hf-overrides", MATRYOSHKA),
    "reranker": ("--runner", "pooling", "--hf-overrides", AS_RERANKER),
}
"""What each model is served with on every machine."""

ENVIRONMENT: Final = {
    "VLLM_NO_USAGE_STATS": "1",
    "DO_NOT_TRACK": "1",
    "VLLM_WORKER_MULTIPROC_METHOD": "spawn",
}
CPU_ENVIRONMENT: Final = {
    "PYTHONPATH": str(ROOT / "deploy" / "engine"),  # where the worker below is found
    "OMP_WAIT_POLICY": "passive",  # several servers share few cores: threads that spin starve the others
    "VLLM_CPU_OMP_THREADS_BIND": "nobind",  # each engine would hold on to the first core, and leave the others idle
}
CPU_OPTIONS: Final = ("--worker-cls", "bole_cpu_worker.CpuWorker")
"""Without it the engine for CPUs ends at the first long prompt that is answered at a seed."""


@dataclass(frozen=True)
class Serving:
    """One server to start: which weights, where it answers, what it is given; `options` come last and win."""

    model: Model
    weights: str
    size: Size
    python: Path
    host: str = "127.0.0.1"
    port: int = 0
    options: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        """Where it answers; a server bound to every address is asked on this machine."""
        host = "127.0.0.1" if self.host in {"0.0.0.0", "::"} else self.host  # noqa: S104  compared, not bound
        return f"http://{host}:{self.port}"

    @property
    def command(self) -> list[str]:
        """The command line; a key is not on it, where every user of the machine could read it."""
        # Not the command `vllm`: in the build for CPUs it looks for a distribution of another name.
        return [
            *(str(self.python), "-m", "vllm.entrypoints.openai.api_server"),
            *("--model", self.weights, "--served-model-name", self.model.name),
            *("--host", self.host, "--port", str(self.port)),
            *("--max-model-len", str(self.size.context)),
            *("--kv-cache-memory-bytes", str(self.size.kv_bytes)),
            *FLAGS[self.model.role],
            *self.options,
        ]


def gpu_options(size: Size, weights: Weights) -> tuple[str, ...]:
    """What only a GPU's server is told; AWQ and GPTQ stand in the checkpoint's own configuration."""
    share = ("--gpu-memory-utilization", str(size.share))
    cache = ("--kv-cache-dtype", "fp8") if size.kv_fp8 else ()
    return (*share, *cache, *(("--quantization", "fp8") if weights == "fp8" else ()))
