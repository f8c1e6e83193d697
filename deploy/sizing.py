"""How long a context the memory allows: a pure calculation, so that it can be read, tested and printed.

A server keeps the keys and values of every token it has read (the KV cache). One token of these models takes 144 KiB
in bf16 and half of it in fp8, so a context of 262,144 tokens takes 36 GiB, or 18 GiB in fp8, beside the weights. An
assessment of 8,000 tokens takes 1.1 GiB: whatever the cache holds beyond one such answer serves others side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from deploy.models import CHAT, EMBEDDING, GIB, KV_BYTES, WEIGHT_BYTES, Role, Weights
from records.errors import TooLittleMemory

KvCache = Literal["auto", "bf16", "fp8"]

USABLE: Final = 0.92
"""Of a GPU's memory; vLLM's own default is 0.9 for one server, and leaves the rest to the driver."""
USABLE_OF_MACHINE: Final = 0.85
"""Of the memory a machine without a GPU has free: the chat, the index and the database run beside the models."""
WORKING_SPACE: Final = 2 * GIB
"""Beside weights and cache, for each server: activations of a chunk of 8,192 tokens, CUDA's own, captured graphs."""
LEAST_CONTEXT: Final = 16_384
"""An assessment reads up to some 8,000 tokens and may write as many; below it the chat is not worth starting."""
EMBEDDING_CONTEXTS: Final = (EMBEDDING.longest, 8_192)
"""A whole document in one passage, or else a long resume: the second is taken where the chat would go short."""
FIRST_WITH_FP8: Final = 8.9
"""Compute capability from which a GPU calculates in fp8 (Ada, Hopper)."""
HELD_BACK: Final = 256
"""Tokens beyond a context: vLLM never gives out one block of its cache, 16 tokens on GPUs and 128 on CPUs, and does not
start where what is left is shorter than the context. Twice the longer."""
_STEP: Final = 1_024


@dataclass(frozen=True)
class Memory:
    """What there is: all of the GPU's memory, or what the machine has free; `fp8` tells whether it calculates in it."""

    total: int
    gpu: bool
    fp8: bool = False

    @property
    def usable(self) -> int:
        """What the servers may take together."""
        return int(self.total * (USABLE if self.gpu else USABLE_OF_MACHINE))


@dataclass(frozen=True)
class Size:
    """What one server is given."""

    context: int
    kv_bytes: int
    share: float
    kv_fp8: bool = False


def cache(context: int, per_token: int) -> int:
    """Bytes of the cache that holds one context."""
    return (context + HELD_BACK) * per_token


def sizes(memory: Memory, roles: Sequence[Role], weights: Weights = "bf16", kv: KvCache = "auto") -> dict[Role, Size]:
    """What each server is given where all share one memory; raises `TooLittleMemory`.

    The embedding takes the context it can use, the chat all that remains, up to one full context and more for answers
    side by side on a GPU. The chat's cache is fp8 only where bf16 does not hold the full context and the GPU can.
    """
    room = memory.usable
    if "chat" not in roles:
        return {"embedding": _embedding(memory, room, EMBEDDING_CONTEXTS[0])}
    for context in EMBEDDING_CONTEXTS:
        beside = {"embedding": _embedding(memory, room, context)} if "embedding" in roles else {}
        taken = sum(WEIGHT_BYTES["bf16"] + WORKING_SPACE + size.kv_bytes for size in beside.values())
        chat = _chat(memory, room - taken - WEIGHT_BYTES[weights] - WORKING_SPACE, weights, kv)
        if chat.context == CHAT.longest or not beside:
            break
    if chat.context < LEAST_CONTEXT:
        raise _too_little(memory, _needed(roles, weights))
    return {**beside, "chat": chat}  # type: ignore[dict-item]


def _chat(memory: Memory, room: int, weights: Weights, kv: KvCache) -> Size:
    fp8 = kv == "fp8" or (kv == "auto" and memory.fp8 and room < cache(CHAT.longest, KV_BYTES))
    per_token = KV_BYTES // 2 if fp8 else KV_BYTES
    context = min(CHAT.longest, max(0, room // per_token - HELD_BACK) // _STEP * _STEP)
    # A machine without a GPU answers one at a time at best: more than one context would only take its memory.
    kv_bytes = max(0, room) if memory.gpu else cache(context, per_token)
    return Size(context, kv_bytes, _share(memory, WEIGHT_BYTES[weights] + kv_bytes), fp8)


def _embedding(memory: Memory, room: int, context: int) -> Size:
    kv_bytes = cache(context, KV_BYTES)
    if WEIGHT_BYTES["bf16"] + WORKING_SPACE + kv_bytes > room:
        context, kv_bytes = EMBEDDING_CONTEXTS[-1], cache(EMBEDDING_CONTEXTS[-1], KV_BYTES)
    needed = WEIGHT_BYTES["bf16"] + WORKING_SPACE + kv_bytes
    if needed > room:
        raise _too_little(memory, needed)
    return Size(context, kv_bytes, _share(memory, WEIGHT_BYTES["bf16"] + kv_bytes))


def _share(memory: Memory, used: int) -> float:
    """The part of all memory that vLLM must find free when it starts, to three decimals."""
    return min(0.99, round((used + WORKING_SPACE) / memory.total, 3))


def _needed(roles: Sequence[Role], weights: Weights) -> int:
    chat = WEIGHT_BYTES[weights] + WORKING_SPACE + cache(LEAST_CONTEXT, KV_BYTES)
    embedding = WEIGHT_BYTES["bf16"] + WORKING_SPACE + cache(EMBEDDING_CONTEXTS[-1], KV_BYTES)
    return chat + (embedding if "embedding" in roles else 0)


def _too_little(memory: Memory, needed: int) -> TooLittleMemory:
    return TooLittleMemory(
        found=f"{memory.total / GIB:.1f}", usable=f"{memory.usable / GIB:.1f}", needed=f"{needed / GIB:.1f}"
    )
