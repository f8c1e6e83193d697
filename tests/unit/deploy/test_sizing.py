import pytest
from hypothesis import given
from hypothesis import strategies as st

from deploy.models import CHAT, EMBEDDING, GIB, KV_BYTES, WEIGHT_BYTES
from deploy.sizing import HELD_BACK, LEAST_CONTEXT, WORKING_SPACE, Memory, cache, sizes
from records.errors import TooLittleMemory

BOTH = ("embedding", "chat")


def gpu(gib: float, fp8: bool = True) -> Memory:
    return Memory(int(gib * GIB), gpu=True, fp8=fp8)


def test_a_token_of_the_cache_takes_144_kib_so_the_full_context_takes_36_gib() -> None:
    assert KV_BYTES == 2 * 36 * 8 * 128 * 2
    assert CHAT.longest * KV_BYTES == 36 * GIB


def test_a_gpu_of_80_gib_holds_the_full_context_in_bf16_beside_the_whole_embedding() -> None:
    given = sizes(gpu(79.6), BOTH)

    assert (given["chat"].context, given["chat"].kv_fp8) == (CHAT.longest, False)
    assert given["embedding"].context == EMBEDDING.longest


def test_a_gpu_of_48_gib_holds_the_full_context_with_a_cache_in_fp8() -> None:
    chat = sizes(gpu(47.4), BOTH)["chat"]

    assert (chat.context, chat.kv_fp8) == (CHAT.longest, True)


def test_an_older_gpu_of_48_gib_keeps_bf16_and_a_shorter_context() -> None:
    chat = sizes(gpu(47.4, fp8=False), BOTH)["chat"]

    assert not chat.kv_fp8
    assert LEAST_CONTEXT <= chat.context < CHAT.longest


def test_on_a_gpu_of_24_gib_the_embedding_gives_room_to_the_chat() -> None:
    given = sizes(gpu(24), BOTH)

    assert given["embedding"].context == 8_192
    assert given["chat"].context >= LEAST_CONTEXT


def test_smaller_weights_leave_room_for_a_longer_context() -> None:
    assert sizes(gpu(24), BOTH, "awq")["chat"].context > sizes(gpu(24), BOTH)["chat"].context


def test_a_memory_that_cannot_hold_the_models_is_told_with_what_is_needed() -> None:
    with pytest.raises(TooLittleMemory, match=r"need 2\d\.\d GiB"):
        sizes(gpu(16), BOTH)


def test_a_machine_without_a_gpu_keeps_one_context_only() -> None:
    chat = sizes(Memory(128 * GIB, gpu=False), BOTH, kv="bf16")["chat"]

    assert (chat.context, chat.kv_bytes) == (CHAT.longest, 36 * GIB + HELD_BACK * KV_BYTES)


@given(st.floats(16, 200), st.booleans(), st.sampled_from(["bf16", "fp8", "awq", "gptq"]))
def test_the_servers_together_never_take_more_than_may_be_used(gib: float, fp8: bool, weights: str) -> None:
    memory = gpu(gib, fp8)
    try:
        given = sizes(memory, BOTH, weights)  # type: ignore[arg-type]
    except TooLittleMemory:
        return
    caches = sum(size.kv_bytes for size in given.values())
    taken = caches + WEIGHT_BYTES["bf16"] + WEIGHT_BYTES[weights] + 2 * WORKING_SPACE  # type: ignore[index]
    assert taken <= memory.usable
    per_token = KV_BYTES // 2 if given["chat"].kv_fp8 else KV_BYTES
    assert cache(given["chat"].context, per_token) <= given["chat"].kv_bytes
    assert cache(given["embedding"].context, KV_BYTES) <= given["embedding"].kv_bytes
