"""`make serve-tiny`: both models as tiny checkpoints with random weights, on the CPU; they write nonsense in form."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from commands.output import fail
from deploy.models import CHAT, EMBEDDING, RERANKER, Role
from deploy.plan import Planned
from deploy.serve import keep_running
from deploy.sizing import Size, cache
from deploy.tiny_models import make_qwen3_chat, make_qwen3_embedding, make_qwen3_reranker
from deploy.vllm import CPU_ENVIRONMENT, CPU_OPTIONS, CPU_PYTHON, Serving
from records.errors import RecruitingError

TOKEN_BYTES = 512
"""Of a tiny token in the cache, in full precision: 2 (key, value) × 2 layers × 1 head × 32 × 4 bytes."""
AT_ONCE = {"chat": 4, "embedding": 1, "reranker": 1}
"""Contexts that the cache holds; those that embed are given exactly one, as `make serve` gives them."""
OPTIONS = (*CPU_OPTIONS, "--dtype", "float32", "--enforce-eager")
"""Full precision, as the checkpoints have it; without compiling they start in a fraction of the time."""
LARGE_PARTS = ("--max-num-batched-tokens", "16384")
"""A long prompt is read in parts: in larger ones than the engine's 2,048, since each part looks back at all before."""
ENVIRONMENT = {**CPU_ENVIRONMENT, "HF_HUB_OFFLINE": "1"}
MODELS = {"chat": CHAT, "embedding": EMBEDDING, "reranker": RERANKER}
MAKERS = {"chat": make_qwen3_chat, "embedding": make_qwen3_embedding, "reranker": make_qwen3_reranker}


def tiny(role: Role, folder: Path, port: int, options: tuple[str, ...] = ()) -> Serving:
    """A tiny checkpoint made in the folder, served with its model's name, context and flags."""
    model = MODELS[role]
    MAKERS[role](folder, max_tokens=model.longest)
    size = Size(model.longest, AT_ONCE[role] * cache(model.longest, TOKEN_BYTES), share=0.0)
    own = LARGE_PARTS if role == "chat" else ()
    return Serving(model, str(folder), size, CPU_PYTHON, port=port, options=(*OPTIONS, *own, *options))


def main() -> None:
    """Makes the checkpoints in a temporary folder and serves them until Ctrl-C."""
    with TemporaryDirectory(prefix="bole-tiny-") as folder:
        servings = [tiny(model.role, Path(folder) / model.role, model.port) for model in (EMBEDDING, CHAT)]
        try:
            keep_running([Planned(serving, ENVIRONMENT, "CPU") for serving in servings])
        except RecruitingError as error:
            fail(error)


if __name__ == "__main__":
    main()
