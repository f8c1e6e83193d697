from __future__ import annotations

import asyncio

from retrieval.chat_request import BATCH, INTERACTIVE
from retrieval.turns import Turns


class Crowd:
    """Requests that hold their turn until told to go on, and the order in which they got it."""

    def __init__(self, most: int) -> None:
        self._turns = Turns(most)
        self._ends: dict[str, asyncio.Event] = {}
        self.began: list[str] = []
        self.tasks: dict[str, asyncio.Task[None]] = {}

    async def come(self, *who: tuple[str, int]) -> None:
        for name, priority in who:
            self._ends[name] = asyncio.Event()
            self.tasks[name] = asyncio.create_task(self._hold(name, priority))
        await settled()

    async def end(self, *names: str) -> None:
        for name in names:
            self._ends[name].set()
        await settled()

    async def _hold(self, name: str, priority: int) -> None:
        async with self._turns.turn(priority):
            self.began.append(name)
            await self._ends[name].wait()


async def settled() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_no_more_than_the_bound_are_at_work() -> None:
    crowd = Crowd(2)
    await crowd.come(*[(str(n), INTERACTIVE) for n in range(4)])
    assert crowd.began == ["0", "1"]

    await crowd.end("0")
    assert crowd.began == ["0", "1", "2"]
    await crowd.end("1", "2", "3")


async def test_people_go_before_a_batch_that_waits_longer() -> None:
    crowd = Crowd(1)
    await crowd.come(("batch 1", BATCH), ("batch 2", BATCH), ("person", INTERACTIVE))
    await crowd.end("batch 1")
    assert crowd.began == ["batch 1", "person"]

    await crowd.end("person", "batch 2")


async def test_a_batch_leaves_room_for_people() -> None:
    crowd = Crowd(4)
    await crowd.come(*[(f"batch {n}", BATCH) for n in range(6)], ("person", INTERACTIVE))

    assert crowd.began == ["batch 0", "batch 1", "batch 2", "person"]
    await crowd.end(*[f"batch {n}" for n in range(6)], "person")
    assert len(crowd.began) == 7


async def test_who_gives_up_waiting_holds_nobody_up() -> None:
    crowd = Crowd(1)
    await crowd.come(("first", INTERACTIVE), ("impatient", INTERACTIVE), ("last", INTERACTIVE))
    crowd.tasks["impatient"].cancel()
    await crowd.end("first")
    assert crowd.began == ["first", "last"]

    await crowd.end("last")
    await crowd.come(("next", INTERACTIVE))
    assert crowd.began[-1] == "next"
    await crowd.end("next")


async def test_who_is_stopped_at_work_gives_the_place_back() -> None:
    crowd = Crowd(1)
    await crowd.come(("first", INTERACTIVE), ("second", INTERACTIVE))
    crowd.tasks["first"].cancel()
    await settled()

    assert crowd.began == ["first", "second"]
    await crowd.end("second")
