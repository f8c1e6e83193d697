"""What is told of a model server that ended."""

from __future__ import annotations

from deploy.running import telling

CAUSE = "ValueError: 9.56 GiB KV cache is needed, which is larger than the available KV cache memory (9.54 GiB)."
LATER = [f"(APIServer pid=1) line {n}" for n in range(40)]


def test_the_first_error_is_told_where_the_last_lines_no_longer_hold_it() -> None:
    log = [
        "(APIServer pid=1) WARNING This can cause errors like `OSError: [Errno 24] Too many open files`.",
        f"(EngineCore pid=2) ERROR 11-29 01:24:24 [core.py:1510] {CAUSE}",
        *LATER,
        "RuntimeError: Engine core initialization failed. See root cause above.",
    ]

    told = telling("\n".join(log)).splitlines()

    assert told[:2] == [CAUSE, "[…]"]
    assert told[2:] == log[-20:]


def test_an_error_of_long_ago_is_not_told_as_the_reason_of_an_end() -> None:
    served = ["ValueError: a prompt of the day before was too long", *(f"GET /health {n}" for n in range(5_000))]

    told = telling("\n".join([*served, f"[core.py:1] {CAUSE}", *LATER])).splitlines()

    assert told[0] == CAUSE
    assert telling("\n".join([*served, *LATER])) == "\n".join(LATER[-20:])


def test_the_last_lines_are_enough_where_they_hold_the_error_or_there_is_none() -> None:
    assert telling("\n".join([*LATER, CAUSE])) == "\n".join([*LATER[-19:], CAUSE])
    assert telling("\n".join(LATER)) == "\n".join(LATER[-20:])
    assert telling("") == ""
