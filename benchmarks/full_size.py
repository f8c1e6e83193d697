"""Models of full size with random weights, served as `make serve` plans it: `python -m benchmarks.full_size`.

Speed and memory depend on the shapes of a model and not on what it has learnt, so what starts here starts with the
published weights. The checkpoints (8 GB each) are made in the folder and stay there; with `--folder` given again they
are taken as they are. What is measured: whether the server starts with the memory it was given, how fast it reads a
prompt and how fast it writes.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Any, Final

import httpx
import torch
from transformers import Qwen3Config, Qwen3ForCausalLM, Qwen3Model

from benchmarks.tables import show
from commands.output import fail
from deploy.machine import free_memory, gpus
from deploy.models import CHAT, GIB, MODELS, Role
from deploy.plan import Planned, Wishes, planned
from deploy.running import Running, free_port, started
from deploy.serve import START_SECONDS, placed, roles_of
from deploy.tiny_models import make_qwen3_chat, make_qwen3_embedding
from deploy.weights import checkpoint
from records.errors import RecruitingError

COMMAND: Final = "python -m benchmarks.full_size"
SHAPES: Final = {
    "vocab_size": 151_936,
    "hidden_size": 2_560,
    "intermediate_size": 9_728,
    "num_hidden_layers": 36,
    "num_attention_heads": 32,
    "num_key_value_heads": 8,
    "head_dim": 128,
    "rope_theta": 5_000_000,
}
"""Of Qwen3-4B-Instruct-2507 as published; the embedding model's differ in nothing that costs time."""
TOKENS: Final = range(3, 256)
"""Those that the tiny tokenizer knows, without its marks."""
READ: Final = (512, 2_048)
WRITTEN: Final = 32
ROUNDS: Final = 3


def main() -> None:
    """Makes what is missing in the folder, serves it and measures."""
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__)
    parser.add_argument("--folder", type=Path, required=True, help="16 GB free, or what an earlier run made")
    parser.add_argument("--models", default="both", choices=["both", *MODELS])
    parser.add_argument("--at-once", type=int, default=8, help="answers side by side")
    given = parser.parse_args()
    roles = roles_of(given.models)
    ports: dict[Role, int] = {role: free_port() for role in roles}
    try:
        plans = planned(Wishes(roles, ports=ports), gpus(), free_memory())
        for plan in plans:
            make(plan.serving.model.role, given.folder / plan.serving.model.name)
            measure(plan, given.folder, given.at_once)
    except RecruitingError as error:
        fail(error)


_MAKERS: Final = {"chat": (make_qwen3_chat, Qwen3ForCausalLM), "embedding": (make_qwen3_embedding, Qwen3Model)}


def make(role: Role, folder: Path) -> None:
    """A checkpoint of full size, unless it is there; its tokenizer is the tiny one's."""
    if (folder / "model.safetensors.index.json").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    maker, model = _MAKERS[role]
    maker(folder, max_tokens=MODELS[role].longest)
    (folder / "model.safetensors").unlink()
    tiny = Qwen3Config.from_pretrained(folder).to_dict()
    of_full_size = {**SHAPES, "tie_word_embeddings": True, "dtype": "bfloat16", "layer_types": None}
    with torch.device("meta"):
        made: Any = model(Qwen3Config(**{**tiny, **of_full_size}))
    made = made.to(torch.bfloat16).to_empty(device="cpu")
    torch.manual_seed(0)
    with torch.no_grad():
        for weight in made.parameters():
            weight.fill_(1.0) if weight.ndim == 1 else weight.normal_(0.0, 0.02)
    made.tie_weights()
    made.save_pretrained(folder, max_shard_size="4GB")


def measure(plan: Planned, folder: Path, at_once: int) -> None:
    """One server from its start to its end."""
    plan = placed(plan, *checkpoint(str(folder), plan.serving.model.name))
    serving = plan.serving
    log = folder / f"{serving.model.role}.log"
    begun = time.perf_counter()
    with started(serving, log, plan.environment) as server:
        server.ready(START_SECONDS)
        rows = [
            ["context", f"{serving.size.context:,} tokens"],
            ["cache", f"{serving.size.kv_bytes / GIB:.1f} GiB"],
            ["started in", f"{time.perf_counter() - begun:.0f} s"],
        ]
        asked = Asked(server)
        asked.reading(16)  # the first request makes the engine ready
        rows += [["read, tokens a second", _span([n / asked.reading(n) for n in READ])]]
        if serving.model == CHAT:
            rows += [["written, tokens a second", f"{asked.writing(1):.1f}"]]
            rows += [[f"written by {at_once} answers at once", f"{asked.writing(at_once):.1f}"]]
    show(f"{serving.model.name} at full size with random weights on {plan.on}", COMMAND, ["", "measured"], rows)


class Asked:
    """Sends prompts of random tokens, each another one, so that no cache serves them."""

    def __init__(self, server: Running) -> None:
        self._server = server
        self._random = torch.Generator().manual_seed(0)

    def reading(self, tokens: int) -> float:
        """How long it takes until a prompt of so many tokens is read."""
        return self._posted(tokens, 1)

    def writing(self, at_once: int) -> float:
        """Tokens a second, over so many answers side by side; the median of three rounds."""
        return median(self._round(at_once) for _ in range(ROUNDS))

    def _round(self, at_once: int) -> float:
        with ThreadPoolExecutor(at_once) as side_by_side:
            begun = time.perf_counter()
            list(side_by_side.map(lambda _: self._posted(1, WRITTEN), range(at_once)))
            return at_once * WRITTEN / (time.perf_counter() - begun)

    def _posted(self, tokens: int, written: int) -> float:
        prompt = torch.randint(TOKENS.start, TOKENS.stop, (tokens,), generator=self._random).tolist()
        model = self._server.serving.model
        body: dict[str, object] = {"model": model.name}
        if model == CHAT:
            path, body = "completions", {**body, "prompt": prompt, "max_tokens": written, "ignore_eos": True}
        else:
            path, body = "embeddings", {**body, "input": prompt}
        begun = time.perf_counter()
        httpx.post(f"{self._server.url}/v1/{path}", json=body, timeout=START_SECONDS).raise_for_status()
        return time.perf_counter() - begun


def _span(values: Sequence[float]) -> str:
    return " – ".join(f"{value:.0f}" for value in sorted({round(min(values)), round(max(values))}))


if __name__ == "__main__":
    main()
