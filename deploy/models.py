"""The models Bole asks, and what serving them takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

GIB: Final = 1024**3
KIB: Final = 1024

Role = Literal["chat", "embedding", "reranker"]
Weights = Literal["bf16", "fp8", "awq", "gptq"]
"""How a model's weights are kept: as published, made smaller by vLLM while loading, or published in four bits."""

KV_BYTES: Final = 144 * KIB
"""What a token takes in the KV cache in bf16, of either model: 2 (key, value) × 36 layers × 8 heads × 128 × 2 bytes."""

WEIGHT_BYTES: Final[dict[Weights, int]] = {
    "bf16": int(7.5 * GIB),  # 4.02 billion parameters of two bytes
    "fp8": int(4.2 * GIB),  # one byte, but for the embeddings of 151,936 words
    "awq": int(2.8 * GIB),  # half a byte and a scale for 128 of them, but for the same
    "gptq": int(2.8 * GIB),
}


@dataclass(frozen=True)
class Model:
    """A model by the name Bole asks for; `longest` is the context it was made for."""

    role: Role
    name: str
    longest: int
    port: int


CHAT: Final = Model("chat", "Qwen/Qwen3-4B-Instruct-2507", 262_144, 8001)
EMBEDDING: Final = Model("embedding", "Qwen/Qwen3-Embedding-4B", 32_768, 8002)
RERANKER: Final = Model("reranker", "Qwen/Qwen3-Reranker-4B", 32_768, 8003)
MODELS: Final[dict[Role, Model]] = {"embedding": EMBEDDING, "chat": CHAT}
"""What `make serve` serves, in the order they start; a reranker is an extra that few machines have room for."""
